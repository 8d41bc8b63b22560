import TesseraModel

/// A text cut into words, numbers and marks, in one pass over its bytes.
struct TokenizedText: Sendable {
    /// The text in UTF-8.
    let bytes: [UInt8]
    private(set) var tokens: [Token] = []

    /// - Parameters:
    ///   - text: any text; paragraphs are parted by line feeds.
    ///   - words: the words whose numbers tokens carry.
    init(_ text: String, words: WordTable) {
        bytes = Array(text.utf8)
        tokens.reserveCapacity(bytes.count / 5 + 4)
        var offset = 0
        while offset < bytes.count {
            switch ByteClass.of(bytes[offset]) {
            case .space: offset += 1
            case .lineFeed: offset = addBreak(offset)
            case .digit: offset = addNumber(offset)
            case .letter: offset = addWord(offset, words)
            case .mark: offset = addMark(Int32(bytes[offset]), offset, length: 1)
            case .other: offset = addOther(offset, words)
            }
        }
    }

    /// What the next token begins with.
    private enum ByteClass: UInt8 {
        case space, lineFeed, digit, letter, mark, other

        static let table: [ByteClass] = (UInt8.min...UInt8.max).map { byte in
            switch byte {
            case 0x0A: .lineFeed
            case 0...0x20: .space
            case 0x30...0x39: .digit
            case 0x41...0x5A, 0x61...0x7A: .letter
            case 0x80...: .other
            default: .mark
            }
        }

        static func of(_ byte: UInt8) -> ByteClass { table[Int(byte)] }
    }

    private mutating func addBreak(_ offset: Int) -> Int {
        if tokens.last?.kind != .paragraphBreak {
            tokens.append(Token(kind: .paragraphBreak, start: offset, end: offset + 1, code: 0))
        }
        return offset + 1
    }

    private mutating func addMark(_ code: Int32, _ offset: Int, length: Int) -> Int {
        tokens.append(Token(kind: .mark, start: offset, end: offset + length, code: code))
        return offset + length
    }

    private mutating func addNumber(_ start: Int) -> Int {
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
        tokens.append(Token(kind: .number, start: start, end: end, code: 0))
        return end
    }

    private mutating func addWord(_ start: Int, _ words: WordTable) -> Int {
        var end = start
        var hash = WordTable.emptyHash
        var capitals = 0
        while end < bytes.count {
            let byte = bytes[end]
            if byte < 0x80 {
                guard ByteClass.of(byte) == .letter else { break }
                if byte < 0x61 { capitals += 1 }
            } else if byte >= 0xC0, Mark.at(end, in: bytes) != nil {
                break
            }
            hash = WordTable.step(hash, byte)
            end += 1
        }
        if end == start + 1, capitals == 1 { end = endOfInitials(start, &hash, &capitals) }
        let letters = bytes[start]
        tokens.append(
            Token(
                kind: .word,
                start: start,
                end: end,
                hash: hash,
                code: words.index(of: start..<end, in: bytes, hash: hash),
                isCapitalised: letters < 0x61 || (letters == 0xC3 && start + 1 < end && bytes[start + 1] < 0x9F),
                isAllCapitals: capitals > 0 && (capitals == end - start || bytes[end - 1] == UInt8(ascii: "."))
            )
        )
        return end
    }

    /// The end of initials such as `U.S.`, with the last full stop; that of the letter where there are none.
    private func endOfInitials(_ start: Int, _ hash: inout UInt64, _ capitals: inout Int) -> Int {
        func isInitial(_ index: Int) -> Bool {
            index + 1 < bytes.count && bytes[index] &- 0x41 < 26 && bytes[index + 1] == UInt8(ascii: ".")
        }
        guard isInitial(start), isInitial(start + 2) else { return start + 1 }
        var end = start
        hash = WordTable.emptyHash
        capitals = 0
        while isInitial(end) {
            hash = WordTable.step(WordTable.step(hash, bytes[end]), bytes[end + 1])
            capitals += 1
            end += 2
        }
        return end
    }

    private mutating func addOther(_ offset: Int, _ words: WordTable) -> Int {
        switch Mark.at(offset, in: bytes) {
        case .space(let length)?: offset + length
        case .mark(let code, let length)?: addMark(code, offset, length: length)
        case nil: addWord(offset, words)
        }
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
