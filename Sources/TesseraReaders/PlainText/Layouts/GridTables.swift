import TesseraModel

/// Tables that are drawn in characters, with rules between all cells: pandoc, reStructuredText.
struct GridTables: TextLayout {
    let name = "grid"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let rules = text.lines.count { text.isGridRule($0) }
        guard rules > 1 else { return nil }
        return LayoutEvidence(score: 0.97, finding: "\(rules) rules part the cells of drawn tables")
    }

    func blocks(of text: LinedText) -> [Block] { MarkedUpText.blocks(of: text) }
}
