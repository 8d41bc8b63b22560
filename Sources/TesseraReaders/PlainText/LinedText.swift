import TesseraModel

/// A text with its lines: what layouts look at.
struct LinedText {
    let bytes: [UInt8]
    private(set) var lines: [TextLine]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        lines = Array(TextLines(bytes))
        for index in lines.indices { lines[index].content = trimmed(lines[index].range) }
    }

    /// The bytes of a line without the blanks at both ends; empty for a blank line.
    func content(of line: TextLine) -> Range<Int> { line.content }

    func isBlank(_ line: TextLine) -> Bool { content(of: line).isEmpty }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A range without the blanks at both ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, case let length = blankLength(at: start, limit: end), length > 0 { start += length }
        while end > start {
            var last = end - 1
            while last > start, bytes[last] & 0xC0 == 0x80 { last -= 1 }
            guard blankLength(at: last, limit: end) > 0 else { break }
            end = last
        }
        return start..<end
    }

    /// The length of the blank at an offset, 0 for a character that is none.
    func blankLength(at offset: Int, limit: Int) -> Int {
        if bytes[offset] < 0x80 { return bytes[offset] <= 0x20 ? 1 : 0 }
        let (scalar, length) = bytes.span.scalar(at: offset)
        return scalar.isBlank && offset + length <= limit ? length : 0
    }

    /// The place of some bytes of a line.
    func place(_ range: Range<Int>, in line: TextLine) -> SourcePlace {
        SourcePlace(start: position(range.lowerBound, in: line), end: position(range.upperBound, in: line))
    }

    /// Columns count from 1.
    func position(_ offset: Int, in line: TextLine) -> Position {
        .line(line.number, column: offset - line.origin + 1)
    }

    /// The text of a line as a paragraph of its own; nil for a blank line.
    func paragraph(_ line: TextLine) -> Paragraph? {
        let content = content(of: line)
        return content.isEmpty ? nil : Paragraph(string(content), at: place(content, in: line))
    }
}
