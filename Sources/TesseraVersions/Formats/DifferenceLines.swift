/// A difference as lines of text: a summary, then the changes below the row and column that they belong to.
public struct DifferenceLines: Sendable {
    private let difference: ReportDifference
    private let text: MarkedText
    private let emphasis: @Sendable (String) -> String

    /// - Parameters:
    ///   - difference: what is told.
    ///   - text: how words are marked.
    ///   - emphasis: sets off the summary and headings.
    public init(_ difference: ReportDifference, _ text: MarkedText, emphasis: @escaping @Sendable (String) -> String) {
        self.difference = difference
        self.text = text
        self.emphasis = emphasis
    }

    /// The lines, without line ends.
    public var lines: [String] {
        let summary = DifferenceSummary(difference)
        var lines = [emphasis(summary.versions), summary.rows, summary.changes]
        for section in sections {
            lines += ["", emphasis(section.place)]
            lines += section.changes.map { "  \($0.kind.rawValue): \($0.words)" }
        }
        return lines
    }

    /// Changes that belong to one place.
    struct Section {
        let place: String
        var changes: [(kind: Change.Kind, words: String)]
    }

    var sections: [Section] {
        var sections: [Section] = []
        for change in difference.changes {
            let place = DifferenceLines.place(of: change)
            if sections.last?.place != place { sections.append(Section(place: place, changes: [])) }
            sections[sections.count - 1].changes.append((change.kind, words(of: change)))
        }
        return sections
    }

    /// The row and column that a change is told under.
    public static func place(of change: Change) -> String {
        guard let side = change.new ?? change.old else { return change.subject.rawValue }
        let address = [side.row, side.column].compactMap { $0 }.joined(separator: "/")
        switch change.subject {
        case .cell, .text: return address
        case .row: return "row \(address)"
        case .title: return "title of row \(address)"
        case .column: return "column \(address)"
        case .acronym: return "list of acronyms"
        case .resource: return "list of resources"
        case .matter: return "text around the matrix"
        }
    }

    private func words(of change: Change) -> String {
        let words: String
        if change.kind == .moved {
            let source = change.old.map { [$0.row, $0.column].compactMap { $0 }.joined(separator: "/") } ?? ""
            words = "from \(source): \(text.beginning(of: change.new?.text ?? ""))"
        } else if !change.parts.isEmpty {
            words = text.line(change.parts)
        } else {
            let old = change.old.map { text.line(.removed, $0.text) }
            let new = change.new.map { text.line(.added, $0.text) }
            words = [old, new].compactMap { $0 }.joined(separator: " ")
        }
        return words + (change.note.map { " (\($0))" } ?? "")
    }
}
