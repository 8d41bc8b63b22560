import TesseraModel
public import TesseraPipeline

/// How a review looks: plain lines, one below the other, so that it reads well over a slow connection, in a narrow
/// window, and aloud.
public struct ReviewPage: Sendable {
    public var style: StyleRule

    public init(_ style: StyleRule) { self.style = style }

    private func line(_ text: String, _ kind: StyledRun.Style = .plain, indent: Int = 0) -> String {
        style.text([StyledRun(Excerpt.shown(text.unicodeScalars), kind)], indent: indent)
    }

    /// A unit with what differs in it.
    /// - Parameters:
    ///   - session: stands at the unit.
    ///   - title: labels and titles of its row; empty for none.
    ///   - reasons: why it came out as it did, a line each.
    ///   - isWhole: whether whole texts are shown.
    public func unit(_ session: ReviewSession, title: String, reasons: [String], isWhole: Bool) -> String {
        guard let item = session.current, let position = session.position else { return "" }
        let unit = item.unit
        let number = "\(position + 1) of \(max(session.askedCount, position + 1))"
        var text = "\n"
        text += style.text([
            StyledRun("\(number)  "), StyledRun(Excerpt.shown(unit.id.unicodeScalars), .strong),
            StyledRun("  \(unit.kindName)", .faint),
        ])
        if !title.isEmpty { text += line("row: \(title.shortened(to: 160))", indent: 2) }
        let limit = isWhole ? Int.max : ReviewPage.limit
        for change in unit.changes.prefix(limit) { text += self.change(change, isWhole: isWhole) }
        if unit.changes.count > limit { text += line("and \(unit.changes.count - limit) more: f shows all", indent: 2) }
        for reason in reasons { text += line("why: \(reason)", .faint, indent: 2) }
        // That everything brings the source is no news.
        let needs = unit.needs.subtracting([UnitNames.source]).sorted()
        if !needs.isEmpty { text += line("brings with it: \(needs.joined(separator: ", "))", indent: 2) }
        return text
    }

    /// As many changes as fit a window.
    private static let limit = 12

    private func change(_ change: FieldChange, isWhole: Bool) -> String {
        let label = Excerpt.shown(change.label.unicodeScalars)
        guard change.old != nil || change.new != nil else { return style.text([StyledRun(label)], indent: 2) }
        let marks = WordMarks(change.old, change.new)
        return style.text([StyledRun("\(label): ")] + marks.runs(isWhole: isWhole), indent: 2)
    }

    /// What stands above the units of a dataset.
    public func dataset(_ dataset: ReviewedDataset) -> String {
        let count = dataset.units.count
        var text = "\n" + line("\(dataset.dataset): \(count) difference\(count == 1 ? "" : "s")", .strong)
        for fact in dataset.facts { text += line(fact, .faint, indent: 2) }
        return text
    }

    public var prompt: String {
        let keys = ReviewAnswer.allCases.filter { !$0.explanation.isEmpty }.map { answer in
            let names = answer.names
            return names.word.hasPrefix(names.key)
                ? "(\(names.key))\(names.word.dropFirst())" : "(\(names.key)) \(names.word)"
        }
        return keys.joined(separator: ", ")
    }

    public var help: String {
        ReviewAnswer.allCases.filter { !$0.explanation.isEmpty }.map { answer in
            line("\(answer.names.key)  \(answer.names.word): \(answer.explanation)", indent: 2)
        }.joined()
    }

    /// As many names as fit a window.
    private static let listLimit = 20

    /// What stands above a question: what would be accepted, and what of it was rejected.
    public func parts(of question: ReviewSession.Question) -> String {
        var text = ""
        if question.parts.count > 1 {
            for name in question.parts.prefix(ReviewPage.listLimit) { text += line(name, indent: 2) }
            let more = question.parts.count - ReviewPage.listLimit
            if more > 0 { text += line("and \(more) more", indent: 2) }
        }
        for name in question.rejected { text += line("needs \(name), which was rejected", indent: 2) }
        return text
    }

    public func question(_ question: ReviewSession.Question) -> String {
        let count = question.parts.count
        var what = "\(count) \(question.kind ?? (count == 1 ? "difference" : "differences"))"
        if !question.rejected.isEmpty { what += ", and \(question.rejected.count) rejected before with it" }
        return "accept \(Excerpt.shown(what.unicodeScalars))? (y)es, (n)o"
    }

    /// An outline of what is known, as `tessera explain` prints it.
    public func outline(_ finding: Finding) -> String {
        finding.outline.split(separator: "\n").map { text in
            line(String(text.drop { $0 == " " }), indent: 2 + text.prefix { $0 == " " }.count)
        }.joined()
    }
}
