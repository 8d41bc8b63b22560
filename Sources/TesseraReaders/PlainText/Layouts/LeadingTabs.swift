import TesseraModel

/// A Word table dumped as text: a tab opens each cell.
///
/// A tab at the start of a line, or behind blanks, opens a cell, which runs to the next such line, blank lines
/// included. Rows are not marked, so the table is a stream. What stands before the first tab is plain paragraphs.
struct LeadingTabs: TextLayout {
    let name = "tabs"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let marks = TabMarks(text)
        guard marks.leading > 0 else { return nil }
        // Where tabs part cells inside lines as well, this layout would join cells.
        let inner = marks.inner > 2 ? marks.inner : 0
        return LayoutEvidence(
            score: 0.9 * Double(marks.leading) / Double(marks.leading + inner),
            finding: marks.leading == 1 ? "1 line begins with a tab" : "\(marks.leading) lines begin with a tab"
        )
    }

    func blocks(of text: LinedText) -> [Block] {
        var lead: [Block] = []
        var cells: [TableCell] = []
        func append(_ block: Block, at place: SourcePlace) {
            if cells.isEmpty {
                lead.append(block)
            } else {
                cells[cells.count - 1].blocks.append(block)
                cells[cells.count - 1].place.end = place.end
            }
        }
        for line in text.lines {
            var content = line.range
            if let tab = leadingTab(line, text) {
                content = tab + 1..<content.upperBound
                cells.append(TableCell([], at: text.place(tab..<tab, in: line)))
            }
            content = text.trimmed(content)
            if !content.isEmpty {
                let place = text.place(content, in: line)
                append(.paragraph(Paragraph(text.string(content), at: place)), at: place)
            }
            if line.endsPage {
                let place = text.place(line.range.upperBound..<line.range.upperBound, in: line)
                append(.pageBreak(place), at: place)
            }
        }
        guard let first = cells.first, let last = cells.last else { return lead }
        return lead + [.table(Table(.stream(cells), at: first.place.joined(with: last.place)))]
    }

    /// The tab that stands first in a line, blanks aside.
    private func leadingTab(_ line: TextLine, _ text: LinedText) -> Int? {
        var offset = line.range.lowerBound
        while offset < line.range.upperBound {
            if text.bytes[offset] == 0x09 { return offset }
            let blank = text.blankLength(at: offset, limit: line.range.upperBound)
            guard blank > 0 else { return nil }
            offset += blank
        }
        return nil
    }
}
