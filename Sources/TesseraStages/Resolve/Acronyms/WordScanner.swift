/// A word of a text: letters and digits without anything between them.
struct Word {
    /// UTF-8 byte offsets into the text.
    var range: Range<Int>
    var text: String
    /// What stands between this word and the one before it.
    var gap: String

    /// Whether the first letter is a small one of the Latin alphabet.
    var beginsSmall: Bool { text.utf8.first.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) } ?? false }
    var isCapitalised: Bool { text.first?.isUppercase == true }
    /// Whether every letter is a capital, and there are at least two.
    var isAllCapitals: Bool { text.count(where: \.isUppercase) >= 2 && !text.contains(where: \.isLowercase) }
}

/// Cuts a text into words, on its bytes. Letters beyond ASCII belong to words, punctuation beyond ASCII does not.
enum WordScanner {
    static func words(of text: String) -> [Word] {
        let bytes = Array(text.utf8)
        var words: [Word] = []
        var offset = 0
        var gapStart = 0
        while offset < bytes.count {
            let start = offset
            while offset < bytes.count, isWordByte(bytes, offset) { offset += 1 }
            if offset > start {
                words.append(
                    Word(
                        range: start..<offset,
                        text: String(decoding: bytes[start..<offset], as: UTF8.self),
                        gap: gap(bytes, gapStart..<start)
                    )
                )
                gapStart = offset
            } else {
                offset += 1
                // The rest of a character that is no letter.
                while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            }
        }
        return words
    }

    /// What stands between two words: nearly always a blank, which needs no decoding.
    private static func gap(_ bytes: [UInt8], _ range: Range<Int>) -> String {
        if range.count == 1, bytes[range.lowerBound] == UInt8(ascii: " ") { return " " }
        return String(decoding: bytes[range], as: UTF8.self)
    }

    private static func isWordByte(_ bytes: [UInt8], _ offset: Int) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        case 0..<0x80, 0xC2: false
        // U+2000 to U+2FFF: punctuation, arrows, symbols.
        case 0xE2: false
        // Continuation bytes belong to the word that their lead byte opened.
        case 0x80..<0xC0: offset > 0 && bytes[offset - 1] >= 0x80 && isWordByte(bytes, offset - 1)
        default: true
        }
    }
}
