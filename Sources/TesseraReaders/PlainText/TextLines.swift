/// A line of a text.
struct TextLine {
    /// From 1.
    var number: Int
    /// UTF-8 byte offsets, without the line end.
    var range: Range<Int>
    /// The same without the blanks at both ends, once ``LinedText`` has looked for them.
    var content: Range<Int>
    /// Where the line has column 1: behind a form feed, this lies before the range.
    var origin: Int
    /// Whether a form feed ended the line: a page boundary.
    var endsPage: Bool

    init(number: Int, range: Range<Int>, origin: Int, endsPage: Bool) {
        self.number = number
        self.range = range
        self.origin = origin
        self.endsPage = endsPage
        content = range
    }
}

/// The lines of a text, ended by LF, CR LF, CR or a form feed (which does not count as a line of its own).
struct TextLines: Sequence, IteratorProtocol {
    private let text: [UInt8]
    private var offset = 0
    private var origin = 0
    private var number = 1

    init(_ text: [UInt8]) { self.text = text }

    mutating func next() -> TextLine? {
        guard offset < text.count else { return nil }
        let start = offset
        while offset < text.count {
            let byte = text[offset]
            // No end of a line: nearly every byte.
            guard byte <= 0x0D else {
                offset += 1
                continue
            }
            let line = TextLine(number: number, range: start..<offset, origin: origin, endsPage: byte == 0x0C)
            switch byte {
            case 0x0A:
                offset += 1
            case 0x0D:
                offset += offset + 1 < text.count && text[offset + 1] == 0x0A ? 2 : 1
            case 0x0C:
                offset += 1
                return line
            default:
                offset += 1
                continue
            }
            number += 1
            origin = offset
            return line
        }
        return TextLine(number: number, range: start..<offset, origin: origin, endsPage: false)
    }
}
