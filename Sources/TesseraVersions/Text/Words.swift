import TesseraModel

/// A text cut into words.
struct Words {
    let text: String
    let words: [Word]

    /// - Parameters:
    ///   - text: any text.
    ///   - vocabulary: gives the words their numbers.
    init(_ text: String, _ vocabulary: Vocabulary) {
        self.text = text
        var scanner = WordScanner(Array(text.utf8), vocabulary)
        words = scanner.words()
    }

    /// The numbers of the words, in order.
    var ids: [Int32] { words.map(\.id) }

    /// The text of some words with all that stands between them.
    func text(of range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return String(text.utf8Slice(words[first].range.lowerBound..<words[last].range.upperBound))
    }
}

/// Cuts words from bytes, from front to back.
private struct WordScanner {
    private let bytes: [UInt8]
    private let vocabulary: Vocabulary
    private var offset = 0

    init(_ bytes: [UInt8], _ vocabulary: Vocabulary) {
        self.bytes = bytes
        self.vocabulary = vocabulary
    }

    mutating func words() -> [Word] {
        var words: [Word] = []
        words.reserveCapacity(bytes.count / 5)
        // Where it is settled that no address begins before here.
        var looked = 0
        while offset < bytes.count {
            let (scalar, width) = scalar(at: offset)
            guard !scalar.isBlank else {
                offset += width
                continue
            }
            if offset >= looked, scalar.isWordLike {
                looked = endOfChunk
                if let end = endOfAddress(before: looked) {
                    words.append(word(.address, to: end))
                    continue
                }
            }
            words.append(scalar.isWordLike ? wordOrNumber(scalar) : mark(scalar, width))
        }
        return words
    }

    private mutating func word(_ kind: Word.Kind, to end: Int, as spelling: String? = nil) -> Word {
        let range = offset..<end
        offset = end
        return Word(
            kind: kind,
            range: range,
            id: vocabulary.id(of: spelling ?? String(decoding: bytes[range], as: UTF8.self))
        )
    }

    private func scalar(at offset: Int) -> (Unicode.Scalar, width: Int) {
        let byte = bytes[offset]
        if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
        let width = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let text = String(decoding: bytes[offset..<min(offset + width, bytes.count)], as: UTF8.self)
        return (text.unicodeScalars.first ?? "\u{FFFD}", width)
    }

    private mutating func wordOrNumber(_ first: Unicode.Scalar) -> Word {
        var end = offset
        var isNumber = false
        while end < bytes.count {
            // Nearly all of most texts; the properties of a scalar take ten times as long to look up.
            if bytes[end].isWordLike {
                isNumber = isNumber || bytes[end].isDigit
                end += 1
                continue
            }
            let (scalar, width) = scalar(at: end)
            if scalar.isWordLike {
                // Scripts without blanks: each character is a word.
                if scalar.standsAlone {
                    if end == offset { end += width }
                    break
                }
                isNumber = isNumber || scalar.properties.numericType == .decimal
            } else {
                // `don't`, `1,540.5`, `10:30`: one mark between two letters or two digits.
                guard end + width < bytes.count, scalar.joinsWords || scalar.joinsDigits else { break }
                let next = self.scalar(at: end + width).0
                let isBehindDigit = bytes[end - 1].isDigit
                let isDigit = isBehindDigit && next.properties.numericType == .decimal
                let isLetter = !isBehindDigit && next.properties.isAlphabetic
                guard scalar.joinsDigits && isDigit || scalar.joinsWords && isLetter else { break }
            }
            end += width
        }
        let spelling = String(decoding: bytes[offset..<end], as: UTF8.self)
        let folded = spelling.contains("\u{2019}") ? String(spelling.map { $0 == "\u{2019}" ? "'" : $0 }) : spelling
        return word(isNumber ? .number : .word, to: end, as: folded)
    }

    private mutating func mark(_ scalar: Unicode.Scalar, _ width: Int) -> Word {
        if scalar == "." {
            var end = offset
            while end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
            return word(.mark, to: end, as: end - offset > 1 ? "…" : ".")
        }
        return word(.mark, to: min(offset + width, bytes.count), as: String(scalar.withoutTypography))
    }

    /// The end of the run without blanks that the scanner stands in.
    private var endOfChunk: Int {
        var end = offset
        while end < bytes.count, bytes[end] > 0x20 {
            // A no-break space is a blank as well.
            if bytes[end] == 0xC2, end + 1 < bytes.count, bytes[end + 1] == 0xA0 { break }
            end += 1
        }
        return end
    }

    /// Where the address ends that begins here; nil where none does.
    private func endOfAddress(before limit: Int) -> Int? {
        var end = limit
        while end > offset, Self.closing.contains(bytes[end - 1]) { end -= 1 }
        let chunk = bytes[offset..<end]
        guard chunk.count > 4 else { return nil }
        if let at = chunk.firstIndex(of: UInt8(ascii: "@")) {
            let isMail = at > offset && chunk[(at + 1)...].contains(UInt8(ascii: "."))
            if isMail { return end }
        }
        if chunk.starts(with: "www.".utf8) { return end }
        guard let colon = chunk.firstIndex(of: UInt8(ascii: ":")), colon + 2 < end, colon > offset else { return nil }
        return bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/") ? end : nil
    }

    private static let closing = Set(".,;:!?)>]}\"'".utf8)
}

extension UInt8 {
    fileprivate var isDigit: Bool { self >= 0x30 && self <= 0x39 }
    /// Whether it is a letter or a digit of ASCII.
    fileprivate var isWordLike: Bool { isDigit || ((self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A) }
}

extension Unicode.Scalar {
    fileprivate var isBlank: Bool {
        isASCII ? value == 0x20 || (value >= 0x09 && value <= 0x0D) : properties.isWhitespace || value == 0x200B
    }

    /// Letters, digits, and what combines with them.
    fileprivate var isWordLike: Bool {
        if isASCII { return UInt8(value).isWordLike }
        if value == 0x200B { return false }
        if properties.isAlphabetic || properties.numericType != nil { return true }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return true
        default: return false
        }
    }

    /// Whether the character is a word of its own, because its script sets no blanks.
    fileprivate var standsAlone: Bool {
        switch value {
        case 0x3040...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
        default: false
        }
    }

    fileprivate var joinsWords: Bool { self == "'" || self == "\u{2019}" }
    fileprivate var joinsDigits: Bool { self == "." || self == "," || self == ":" }

    /// The plainest mark that says the same.
    fileprivate var withoutTypography: Unicode.Scalar {
        switch value {
        case 0x60, 0xB4, 0x2018...0x201B, 0x2032, 0x2039, 0x203A: "'"
        case 0xAB, 0xBB, 0x201C...0x201F, 0x2033: "\""
        case 0x2010...0x2015, 0x2212, 0x2022, 0x2023, 0x25AA, 0x25CF, 0x25E6, 0xB7, 0xAD, 0xF0B7: "-"
        default: self
        }
    }
}
