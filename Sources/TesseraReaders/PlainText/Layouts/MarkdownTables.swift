import TesseraModel

/// Tables of Markdown: a line a row, pipes between cells, and a rule below the headings.
struct MarkdownTables: TextLayout {
    let name = "markdown"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        var rules = 0
        for (line, next) in zip(text.lines, text.lines.dropFirst()) {
            guard PipeTable.ruleCount(next, in: text) != nil,
                text.bytes[line.range].contains(UInt8(ascii: "|"))
            else { continue }
            rules += 1
        }
        guard rules > 0 else { return nil }
        return LayoutEvidence(score: 0.96, finding: "\(rules) tables have pipes and a rule below the headings")
    }

    func blocks(of text: LinedText) -> [Block] { MarkedUpText.blocks(of: text) }
}
