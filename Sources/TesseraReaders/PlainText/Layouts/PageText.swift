import TesseraModel

/// The text of pages block by block, as `pdftotext` writes it: each printed line on a line of its own.
///
/// Columns follow one upon the other, or alternate: the order of what stands side by side may be broken. So lines are
/// not joined, and each is a paragraph.
struct PageText: TextLayout {
    let name = "pages"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let pages = text.lines.count(where: \.endsPage)
        guard pages > 0 else { return nil }
        var filled = 0
        var short = 0
        for line in text.lines {
            let content = text.content(of: line)
            guard !content.isEmpty else { continue }
            filled += 1
            if content.lowerBound == line.range.lowerBound, content.count <= 120 { short += 1 }
        }
        guard filled > 1, short * 10 >= filled * 9 else { return nil }
        return LayoutEvidence(
            score: 0.5,
            finding: "\(pages) page ends and \(short) short lines without indentation: "
                + "columns may stand in another order than on the page"
        )
    }

    func blocks(of text: LinedText) -> [Block] { PlainParagraphs().blocks(of: text) }
}
