import TesseraModel

/// A table whose columns are marked by a rule of dashes with gaps: pandoc's simple and multiline tables, and the
/// simple tables of reStructuredText.
///
/// Whether a line is a row, or a row takes several lines, the rule does not tell.
struct RuledColumns: TextLayout {
    let name = "ruled-columns"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let rules = text.lines.indices.count { ColumnRule($0, of: text).map { $0.columns.count > 1 } ?? false }
        guard rules > 0 else { return nil }
        return LayoutEvidence(score: 0.9, finding: "\(rules) rules with gaps mark columns")
    }

    func blocks(of text: LinedText) -> [Block] { MarkedUpText.blocks(of: text) }
}
