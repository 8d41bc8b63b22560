import TesseraModel

/// Builds the blocks of a text whose cells are marked by a leading tab.
///
/// A tab at the start of a line, or behind blanks, opens a cell, which runs to the next such line, blank lines
/// included. Rows are not marked, so the table is a stream. What stands before the first tab is plain paragraphs; a
/// text without tabs is plain paragraphs throughout.
struct CellStreamBuilder {
    private let text: [UInt8]
    private var lead: [Block] = []
    private var cells: [TableCell] = []

    init(text: [UInt8]) { self.text = text }

    mutating func append(_ line: TextLine) {
        var content = line.range
        if let tab = leadingTab(content) {
            content = tab + 1..<content.upperBound
            let mark = Position.line(line.number, column: tab - columnOrigin(of: line))
            cells.append(TableCell([], at: SourcePlace(start: mark, end: mark)))
        }
        content = trimmed(content)
        if !content.isEmpty {
            let place = SourcePlace(
                start: .line(line.number, column: content.lowerBound - columnOrigin(of: line)),
                end: .line(line.number, column: content.upperBound - columnOrigin(of: line))
            )
            append(.paragraph(Paragraph(String(decoding: text[content], as: UTF8.self), at: place)), at: place)
        }
        if line.endsPage {
            let end = Position.line(line.number, column: line.range.upperBound - columnOrigin(of: line))
            let place = SourcePlace(start: end, end: end)
            append(.pageBreak(place), at: place)
        }
    }

    /// The blocks; empty where the text held nothing but white space.
    func finish() -> [Block] {
        guard (lead + cells.flatMap(\.blocks)).contains(where: { !$0.paragraphs.isEmpty }) else { return [] }
        guard let first = cells.first, let last = cells.last else { return lead }
        let place = first.place.joined(with: last.place)
        return lead + [.table(Table(.stream(cells), at: place))]
    }

    private mutating func append(_ block: Block, at place: SourcePlace) {
        if cells.isEmpty {
            lead.append(block)
        } else {
            cells[cells.count - 1].blocks.append(block)
            cells[cells.count - 1].place.end = place.end
        }
    }

    /// The offset that makes a column of a byte offset: columns count from 1.
    private func columnOrigin(of line: TextLine) -> Int { line.origin - 1 }

    /// The tab that stands first in a line, blanks aside.
    private func leadingTab(_ range: Range<Int>) -> Int? {
        var offset = range.lowerBound
        while offset < range.upperBound {
            if text[offset] == 0x09 { return offset }
            let blank = blankLength(at: offset, limit: range.upperBound)
            guard blank > 0 else { return nil }
            offset += blank
        }
        return nil
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, case let length = blankLength(at: start, limit: end), length > 0 { start += length }
        while end > start {
            var last = end - 1
            while last > start, text[last] & 0xC0 == 0x80 { last -= 1 }
            guard blankLength(at: last, limit: end) > 0 else { break }
            end = last
        }
        return start..<end
    }

    /// The length of the blank at an offset, 0 for a character that is none.
    private func blankLength(at offset: Int, limit: Int) -> Int {
        if text[offset] < 0x80 { return text[offset] <= 0x20 ? 1 : 0 }
        let (scalar, length) = text.span.scalar(at: offset)
        return scalar.isBlank && offset + length <= limit ? length : 0
    }
}
