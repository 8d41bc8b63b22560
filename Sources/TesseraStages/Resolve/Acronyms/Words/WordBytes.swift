import TesseraModel

/// The bytes of words: letters and digits; letters beyond ASCII belong to words, punctuation beyond ASCII does not.
extension [UInt8] {
    /// Whether the byte at an offset belongs to a word.
    @inline(__always)
    func isWordByte(at offset: Int) -> Bool {
        let byte = self[offset]
        return byte < 0x80 ? ByteKind.of(byte) != .other : isForeignLetter(at: offset)
    }

    /// Whether the character that a byte belongs to is a letter: not those of U+0080 to U+00BF (Latin-1 punctuation)
    /// and U+2000 to U+2FFF (punctuation, arrows, symbols).
    private func isForeignLetter(at offset: Int) -> Bool {
        var lead = offset
        while lead > 0, self[lead] & 0xC0 == 0x80 { lead -= 1 }
        return self[lead] >= 0xC3 && self[lead] != 0xE2
    }

    /// The end of the word that an offset stands in or at.
    func wordEnd(from offset: Int) -> Int {
        var end = offset
        while end < count, isWordByte(at: end) { end += 1 }
        return end
    }

    /// The beginning of the word that ends at an offset.
    func wordStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, isWordByte(at: start - 1) { start -= 1 }
        return start
    }

    /// The beginning of the apostrophe that ends at an offset; nil where none does.
    func apostrophe(before offset: Int) -> Int? {
        if offset > 0, self[offset - 1] == UInt8(ascii: "'") { return offset - 1 }
        // U+2019, as U+2018 to U+201F the quotation marks.
        return offset >= 3 && self[offset - 3] == 0xE2 && self[offset - 2] == 0x80 && self[offset - 1] == 0x99
            ? offset - 3 : nil
    }

    /// A range without blanks, quotation marks and asterisks at its ends.
    func unquoted(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            if Self.isQuoteOrBlank(self[start]) {
                start += 1
            } else if start + 3 <= end, isQuotationMark(at: start) {
                start += 3
            } else {
                break
            }
        }
        while end > start {
            if Self.isQuoteOrBlank(self[end - 1]) {
                end -= 1
            } else if end - 3 >= start, isQuotationMark(at: end - 3) {
                end -= 3
            } else {
                break
            }
        }
        return start..<end
    }

    /// Whether one of U+2018 to U+201F begins at an offset.
    func isQuotationMark(at offset: Int) -> Bool {
        self[offset] == 0xE2 && self[offset + 1] == 0x80 && (0x98...0x9F).contains(self[offset + 2])
    }

    private static func isQuoteOrBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\""),
            UInt8(ascii: "'"), UInt8(ascii: "*"):
            true
        default: false
        }
    }
}

/// What an ASCII byte is.
enum ByteKind: UInt8 {
    case other, small, capital, digit

    @inline(__always)
    static func of(_ byte: UInt8) -> ByteKind {
        if byte &- 0x61 < 26 { return .small }
        if byte &- 0x41 < 26 { return .capital }
        return byte &- 0x30 < 10 ? .digit : .other
    }
}
