import TesseraModel
import TesseraPatterns

/// A line that heads the rows below it.
struct RowGroup {
    var heading: String
    /// The section that the rows belong to, where their labels do not say; empty for none.
    var section: String
}

/// Lines that head rows: between the rows of a table, or above a table.
extension MatrixDraft {
    /// Takes lines that head the rows below them.
    /// - Returns: whether they are such lines.
    mutating func takeGroup(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> Bool {
        guard let group = try rowGroup(paragraphs) else { return false }
        self.group = group
        for paragraph in paragraphs { addMatter(Matter(Passage(paragraph), role: .sectionRow)) }
        return true
    }

    /// What lines head; nil where they head nothing, and behind the matrix.
    func rowGroup(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> RowGroup? {
        guard !rules.groups.isEmpty, !paragraphs.isEmpty else { return nil }
        if case .section = phase { return nil }
        let text = paragraphs.map(\.text).joined(separator: " ")
        guard let match = try rules.groups.firstMatch(text, .whole) else { return nil }
        return RowGroup(
            heading: WhiteSpaceNormalisation.normalised(text),
            section: ParagraphKey.section(of: match)
        )
    }
}
