import TesseraModel

/// Tells lines and columns of places in a file, from front to back.
struct RichTextPlaces {
    /// From 1.
    private var line = 1
    private var lineStart = 0
    /// The lines before this byte have been counted.
    private var offset = 0
    /// The place that was asked for last: a cell and its first paragraph have one.
    private var last: (offset: Int, place: SourcePlace)?

    /// The place of a byte: where something begins, with no end.
    ///
    /// What stands there is written in another way than it reads, so that columns of its text say nothing.
    mutating func place(at target: Int, in bytes: RichTextScanner) -> SourcePlace {
        if let last, last.offset == target { return last.place }
        while offset < target {
            let byte = bytes[offset]
            offset += 1
            if byte == 0x0A || byte == 0x0D && !bytes.has(0x0A, at: offset) {
                line += 1
                lineStart = offset
            }
        }
        let position = Position.line(line, column: max(1, target - lineStart + 1))
        let place = SourcePlace(start: position, end: position)
        last = (target, place)
        return place
    }
}
