import TesseraModel

/// Text without any marks of cells: a paragraph a line.
struct PlainParagraphs: TextLayout {
    let name = "paragraphs"

    /// What every text has: it is taken where nothing else is found.
    func evidence(in text: LinedText) -> LayoutEvidence? {
        LayoutEvidence(
            score: 0.1,
            finding: text.lines.count == 1 ? "1 line of text" : "\(text.lines.count) lines of text"
        )
    }

    func blocks(of text: LinedText) -> [Block] {
        var blocks: [Block] = []
        for line in text.lines {
            if let paragraph = text.paragraph(line) { blocks.append(.paragraph(paragraph)) }
            if line.endsPage {
                blocks.append(.pageBreak(text.place(line.range.upperBound..<line.range.upperBound, in: line)))
            }
        }
        return blocks
    }
}
