import TesseraModel

/// A text cut into words, numbers and marks, in one pass over its bytes.
struct TokenizedText: Sendable {
    /// The text in UTF-8.
    let bytes: [UInt8]
    let tokens: [Token]

    /// - Parameters:
    ///   - text: any text; paragraphs are parted by line feeds.
    ///   - words: the words whose numbers tokens carry.
    init(_ text: String, words: WordTable) {
        let bytes = Array(text.utf8)
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 4 + 4)
        var offset = 0
        while offset < bytes.count {
            let token = TokenizedText.token(at: offset, in: bytes, words)
            if let token {
                offset = token.end
                if token.kind != .paragraphBreak || tokens.last?.kind != .paragraphBreak { tokens.append(token) }
            } else {
                offset += TokenizedText.blank(at: offset, in: bytes)
            }
        }
        self.bytes = bytes
        self.tokens = tokens
    }

    /// The token that begins at a byte; nil for a blank.
    private static func token(at offset: Int, in bytes: [UInt8], _ words: WordTable) -> Token? {
        let byte = bytes[offset]
        switch byte {
        case 0x0A: return Token(.paragraphBreak, offset..<offset + 1)
        case 0...0x20: return nil
        case 0x30...0x39: return number(at: offset, in: bytes)
        case 0x41...0x5A, 0x61...0x7A: return word(at: offset, in: bytes, words)
        case 0x80...:
            switch Mark.at(offset, in: bytes) {
            case .space?: return nil
            case .mark(let code, let length)?: return Token(.mark, offset..<offset + length, code: code)
            case nil: return word(at: offset, in: bytes, words)
            }
        default: return Token(.mark, offset..<offset + 1, code: Int32(byte))
        }
    }

    private static func blank(at offset: Int, in bytes: [UInt8]) -> Int {
        guard bytes[offset] >= 0x80, case .space(let length)? = Mark.at(offset, in: bytes) else { return 1 }
        return length
    }

    private static func number(at start: Int, in bytes: [UInt8]) -> Token {
        var end = start
        func isDigit(_ index: Int) -> Bool { index < bytes.count && bytes[index] &- 0x30 < 10 }
        while isDigit(end) { end += 1 }
        if end - start <= 3 {
            while end < bytes.count, bytes[end] == UInt8(ascii: ","), isDigit(end + 1), isDigit(end + 2),
                isDigit(end + 3), !isDigit(end + 4)
            {
                end += 4
            }
        }
        if end < bytes.count, bytes[end] == UInt8(ascii: "."), isDigit(end + 1) {
            end += 1
            while isDigit(end) { end += 1 }
        }
        return Token(.number, start..<end, hash: bytes[start..<end].reduce(WordTable.emptyHash, WordTable.step))
    }

    private static func word(at start: Int, in bytes: [UInt8], _ words: WordTable) -> Token {
        var end = start
        var hash = WordTable.emptyHash
        var capitals = 0
        while end < bytes.count {
            let byte = bytes[end]
            if (byte | 0x20) &- 0x61 < 26 {
                if byte < 0x61 { capitals += 1 }
            } else if byte < 0x80 || (byte >= 0xC0 && Mark.at(end, in: bytes) != nil) {
                break
            }
            hash = WordTable.step(hash, byte)
            end += 1
        }
        var isAllCapitals = capitals == end - start
        if isAllCapitals, capitals == 1 { end = endOfInitials(start, in: bytes, &hash) }
        isAllCapitals = isAllCapitals && capitals > 0
        let first = bytes[start]
        return Token(
            .word,
            start..<end,
            hash: hash,
            code: words.index(of: start..<end, in: bytes, hash: hash),
            isCapitalised: first < 0x61 || (first == 0xC3 && start + 1 < end && bytes[start + 1] < 0x9F),
            isAllCapitals: isAllCapitals
        )
    }

    /// The end of initials such as `U.S.`, with the last full stop; that of the letter where there are none.
    private static func endOfInitials(_ start: Int, in bytes: [UInt8], _ hash: inout UInt32) -> Int {
        func isInitial(_ index: Int) -> Bool {
            index + 1 < bytes.count && bytes[index] &- 0x41 < 26 && bytes[index + 1] == UInt8(ascii: ".")
        }
        guard isInitial(start), isInitial(start + 2) else { return start + 1 }
        var end = start
        hash = WordTable.emptyHash
        while isInitial(end) {
            hash = WordTable.step(WordTable.step(hash, bytes[end]), bytes[end + 1])
            end += 2
        }
        return end
    }
}

/// Marks and blanks beyond ASCII.
private enum Mark {
    case space(length: Int)
    case mark(Int32, length: Int)

    /// The mark that begins at a byte; nil for a letter.
    static func at(_ offset: Int, in bytes: [UInt8]) -> Mark? {
        let next = offset + 1 < bytes.count ? bytes[offset + 1] : 0
        switch bytes[offset] {
        case 0xC2:
            // U+0080 to U+00BF; the feminine and masculine ordinals and the micro sign are letters.
            if next == 0xA0 { return .space(length: 2) }
            return [0xAA, 0xB5, 0xBA].contains(next) ? nil : .mark(Int32(next), length: 2)
        case 0xC3: return next == 0x97 || next == 0xB7 ? .mark(Int32(next) + 0x40, length: 2) : nil
        case 0xE2:
            let last = offset + 2 < bytes.count ? bytes[offset + 2] : 0
            let scalar = Int32(next & 0x3F) << 6 | Int32(last & 0x3F) | 0x2000
            // U+2000 to U+2BFF: punctuation, signs of currencies, arrows and other symbols.
            switch scalar {
            case 0x2000...0x200A, 0x202F: return .space(length: 3)
            case 0x2010...0x2015, 0x2212: return .mark(0x2D, length: 3)
            case 0x2018...0x201B, 0x2032: return .mark(0x27, length: 3)
            case 0x201C...0x201F: return .mark(0x22, length: 3)
            case 0x2000...0x2BFF: return .mark(scalar, length: 3)
            default: return nil
            }
        default: return nil
        }
    }
}

extension TokenizedText {
    /// The text of some tokens, as it stands.
    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// Whether a token follows the one before it without a blank.
    func isGlued(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index - 1].end == tokens[index].start
    }

    func isMark(_ index: Int, _ character: Unicode.Scalar) -> Bool {
        tokens.indices.contains(index) && tokens[index].isMark(character)
    }

    func isNumber(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .number }

    func isWord(_ index: Int) -> Bool { tokens.indices.contains(index) && tokens[index].kind == .word }

    /// The whole number that a token of digits alone is; nil for any other, and for one of more than 15 digits.
    func integer(_ index: Int) -> Int? {
        guard isNumber(index), tokens[index].end - tokens[index].start <= 15 else { return nil }
        var value = 0
        for byte in bytes[tokens[index].range] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return value
    }

    /// The year that a token of four digits is: 1900 to 2099.
    func year(_ index: Int) -> Int? {
        guard isNumber(index), tokens[index].end - tokens[index].start == 4, let year = integer(index),
            (1900...2099).contains(year)
        else { return nil }
        return year
    }
}
