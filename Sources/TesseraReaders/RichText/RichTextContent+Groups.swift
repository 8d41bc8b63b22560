import TesseraModel

/// Groups, what holds inside them and what ends with them.
extension RichTextContent {
    /// Changes what holds to the end of the group.
    mutating func change(_ body: (inout RichTextState) -> Void) {
        if unchangedGroups > 0 {
            savedStates.append(SavedState(state: state, groups: unchangedGroups))
            unchangedGroups = 0
            let most = deepest.multipliedReportingOverflow(by: RichTextContent.groupsPerLevel)
            if savedStates.count > (most.overflow ? .max : most.partialValue) {
                builder.fail(
                    .depth,
                    "more than \(most.partialValue) groups are nested, \(RichTextContent.groupsPerLevel) to a level",
                    at: place()
                )
            }
        }
        body(&state)
    }

    mutating func beginGroup() {
        depth += 1
        unchangedGroups += 1
        fallbacksLeft = 0
        isOptional = false
        switch state.destination {
        case .styleSheet:
            open(.style)
            collected = []
            styles.begin()
            change { $0.destination = .styleName }
        default: break
        }
    }

    mutating func endGroup() {
        guard depth > 0 else { return }
        depth -= 1
        fallbacksLeft = 0
        isOptional = false
        while let last = openings.last, last.depth > depth {
            openings.removeLast()
            finish(last.opening)
        }
        if unchangedGroups > 0 {
            unchangedGroups -= 1
        } else if let saved = savedStates.popLast() {
            state = saved.state
            unchangedGroups = saved.groups - 1
        }
    }

    /// Has something done where the innermost group ends.
    mutating func open(_ opening: RichTextOpening) { openings.append((depth, opening)) }

    mutating func finish(_ opening: RichTextOpening) {
        switch opening {
        case .style: styles.end(name: collected)
        case .value(let value): finishText(of: value)
        case .time(let value): finishTime(of: value)
        case .field: endField()
        case .nestedProperties: nestedRowDefinition = RichTextRowDefinition()
        case .note: endNote()
        case .textBox: endInset { $0.add($1) }
        case .omission(let reason): endInset { $0.omit($1, reason) }
        }
    }

    /// What is wrong with the document as a whole.
    var damage: Diagnostic? {
        if depth > 0 || scanner.isTruncated { return .unclosedGroups(depth) }
        return scanner.hasMore ? .textBehindEnd : nil
    }
}

extension Diagnostic {
    fileprivate static func unclosedGroups(_ count: Int) -> Diagnostic {
        Diagnostic(
            "damaged-rich-text",
            .warning,
            "the document ends inside \(count == 1 ? "a group" : "\(count) groups"): its end is missing, or braces are",
            suggestion: "compare the end of the text with the source, and get the file again"
        )
    }

    fileprivate static let textBehindEnd = Diagnostic(
        "damaged-rich-text",
        .warning,
        "more follows the brace that ends the document, and was not read",
        suggestion: "open and save the document with a word processor if text is missing"
    )
}
