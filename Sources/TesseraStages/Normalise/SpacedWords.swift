/// The words of a text with single blanks between them, by their bytes.
///
/// Bytes, because making a `Substring` of each word and stepping through its characters took longer than all other
/// stages together.
struct SpacedWords {
    struct Word {
        /// UTF-8 byte offsets, without the punctuation at both ends; empty where there is nothing else.
        var range: Range<Int>
        /// Whether it begins behind a blank, with no punctuation in between.
        var isBegin: Bool
        /// Whether it ends before a blank, with no punctuation in between.
        var isEnd: Bool
    }

    /// The text in UTF-8.
    let bytes: [UInt8]
    let words: [Word]

    init(_ text: String) {
        let bytes = Array(text.utf8)
        var words: [Word] = []
        words.reserveCapacity(bytes.count / 6 + 1)
        var start = 0
        while start < bytes.count {
            var end = start
            var isASCII = true
            while end < bytes.count, bytes[end] != UInt8(ascii: " ") {
                if bytes[end] >= 0x80 { isASCII = false }
                end += 1
            }
            if end > start {
                let core = SpacedWords.core(start..<end, in: bytes, isASCII: isASCII)
                words.append(Word(range: core, isBegin: core.lowerBound == start, isEnd: core.upperBound == end))
            }
            start = end + 1
        }
        self.bytes = bytes
        self.words = words
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// A token without the punctuation at both ends.
    private static func core(_ token: Range<Int>, in bytes: [UInt8], isASCII: Bool) -> Range<Int> {
        guard isASCII else { return core(token, of: String(decoding: bytes[token], as: UTF8.self)) }
        guard let first = token.first(where: { bytes[$0].isLetterOrDigit }),
            let last = token.last(where: { bytes[$0].isLetterOrDigit })
        else { return token.upperBound..<token.upperBound }
        return first..<last + 1
    }

    private static func core(_ token: Range<Int>, of text: String) -> Range<Int> {
        guard let first = text.firstIndex(where: { $0.isLetter || $0.isNumber }),
            let last = text.lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return token.upperBound..<token.upperBound }
        let start = token.lowerBound + text[..<first].utf8.count
        return start..<start + text[first...last].utf8.count
    }
}

extension UInt8 {
    /// Whether it is a small ASCII letter.
    var isSmallLetter: Bool { self &- 0x61 < 26 }
    /// Whether it is an ASCII letter.
    var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
    /// Whether it is an ASCII digit.
    var isDigit: Bool { self &- 0x30 < 10 }
    fileprivate var isLetterOrDigit: Bool { isLetter || isDigit }
}
