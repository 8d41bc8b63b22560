import LibXML
import TesseraModel

/// Text, and the marks on it.
extension HTMLContentHandler {
    // MARK: Marks

    func mark(_ name: HTMLName, _ tag: borrowing XMLTag) {
        switch name {
        case .meta: metadata.takeEntry(tag)
        case .br: breakLine()
        case .hr: breakParagraph()
        case .link: builder.beginLink(to: tag.value(of: .href) ?? "")
        case .linkEnd: builder.endLink()
        case .rowEnd: endImpliedRow()
        case .deletion, .hide:
            marks.append(Mark(isDeletion: name == .deletion, isHiding: tag.isHiding, level: open.count))
        case .deletionEnd: endMark(isDeletion: true)
        case .hideEnd: endMark(isDeletion: false)
        default: break
        }
    }

    private func endMark(isDeletion: Bool) {
        guard let index = marks.lastIndex(where: { $0.isDeletion == isDeletion }) else { return }
        // A mark that was set outside a cell is not taken back inside it.
        let cell = open.lastIndex { $0.role.isCell } ?? -1
        if marks[index].level > cell { marks.remove(at: index) }
        if !isDeleting { endDeletion() }
    }

    private var isDeleting: Bool { marks.contains { $0.isDeletion } }

    private func endDeletion() {
        guard isInDeletion else { return }
        isInDeletion = false
        builder.endInset()
    }

    // MARK: Paragraphs

    /// Ends the paragraph, and with it the flow of deleted text, which goes on with the next one.
    func breakParagraph() {
        endDeletion()
        builder.endParagraph()
        lineKind = nil
        line = locator.line
    }

    private func breakLine() {
        guard preformattedDepth == 0 else {
            if builder.isInParagraph { builder.append("\n") }
            return
        }
        guard builder.isInParagraph else { return }
        let kind = lineKind
        breakParagraph()
        lineKind = kind
    }

    func text(_ text: borrowing XMLText) {
        guard unseenDepth == 0 else {
            if open.last?.name == .title { metadata.appendToTitle(text) }
            return
        }
        let isPreformatted = preformattedDepth > 0
        if !builder.isInParagraph {
            if !isPreformatted, text.isWhiteSpace { return }
            if !isDeleting { beginParagraph() }
        }
        if isDeleting, !isInDeletion {
            builder.beginInset(.omission(.trackedDeletion))
            builder.beginParagraph(.text, at: place(line: line))
            isInDeletion = true
        }
        builder.setHidden(hidingDepth > 0 || marks.contains { $0.isHiding })
        if isPreformatted { builder.append(text) } else { builder.appendCollapsing(text) }
    }

    private func beginParagraph() {
        let kind = lineKind ?? paragraphKind()
        lineKind = kind
        builder.beginParagraph(kind, at: place(line: line))
    }

    /// What a paragraph becomes, by the elements around it in the same cell.
    private func paragraphKind() -> FlowBuilder.ParagraphKind {
        var kind: FlowBuilder.ParagraphKind?
        var item: Int?
        var level = 0
        for index in open.indices.reversed() {
            switch open[index].role {
            case .preformatted: kind = kind ?? .preformatted
            case .heading(let level): kind = kind ?? .heading(level: level)
            case .listItem: item = item ?? index
            case .list: level += 1
            case .cell, .caption, .table: return self.kind(kind, item, level)
            default: break
            }
        }
        return self.kind(kind, item, level)
    }

    /// The first paragraph of an item is the item; those behind it are paragraphs.
    private func kind(_ kind: FlowBuilder.ParagraphKind?, _ item: Int?, _ level: Int) -> FlowBuilder.ParagraphKind {
        guard let item else { return kind ?? .text }
        let isFirst = !open[item].hasText
        open[item].hasText = true
        return kind ?? (isFirst ? .listItem(level: max(1, level)) : .text)
    }
}

extension HTMLRole {
    var isCell: Bool {
        if case .cell = self { true } else { false }
    }
}
