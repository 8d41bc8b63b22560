/// A piece of a document in Rich Text Format.
enum RichTextToken: Equatable {
    case groupStart, groupEnd
    /// A control word, nil for one that means nothing here, and its number.
    case word(RichTextWord?, Int?)
    /// A backslash and a character that is no letter.
    case symbol(UInt8)
    /// A byte of the text in the code page of its font, written as two hexadecimal digits or as it is.
    case byte(UInt8)
    /// Characters of ASCII that stand for themselves: where they stand in the file.
    case text(Range<Int>)
}

/// Cuts a document into tokens (Rich Text Format 1.9.1, "RTF Syntax").
struct RichTextScanner {
    private let bytes: [UInt8]
    private let words = RichTextWords.standard
    /// Where the next token begins.
    private(set) var offset: Int
    /// Where the last token began.
    private(set) var tokenStart: Int
    /// Whether binary data is longer than what is left of the file.
    private(set) var isTruncated = false

    init(_ bytes: [UInt8], from start: Int) {
        self.bytes = bytes
        offset = start
        tokenStart = start
    }

    subscript(range: Range<Int>) -> ArraySlice<UInt8> { bytes[range] }

    subscript(index: Int) -> UInt8 { bytes[index] }

    /// The next token; nil at the end of the file.
    mutating func next() -> RichTextToken? {
        while offset < bytes.count {
            let start = offset
            tokenStart = start
            let byte = bytes[start]
            offset += 1
            switch byte {
            case UInt8(ascii: "\\"): if let token = control() { return token }
            case UInt8(ascii: "{"): return .groupStart
            case UInt8(ascii: "}"): return .groupEnd
            case 0x20..<0x80:
                while offset < bytes.count, bytes[offset].isRichTextCharacter { offset += 1 }
                return .text(start..<offset)
            case 0x80...: return .byte(byte)
            case 0x09: return .symbol(byte)
            // Line ends are there for the eye, and no other control character has a meaning.
            default: break
            }
        }
        return nil
    }

    /// Moves to the end of the group that is open: to its brace, or to the end of the file.
    mutating func skipGroup() {
        var depth = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\\"):
                // Binary data may hold anything; every other control word is passed over.
                if offset + 1 < bytes.count, bytes[offset + 1] == UInt8(ascii: "b") {
                    offset += 1
                    _ = control()
                } else {
                    offset = min(offset + 2, bytes.count)
                }
                continue
            case UInt8(ascii: "{"): depth += 1
            case UInt8(ascii: "}"):
                if depth == 0 { return }
                depth -= 1
            default: break
            }
            offset += 1
        }
    }

    /// Moves behind the group whose brace comes next.
    mutating func skipNextGroup() {
        offset = min(offset + 1, bytes.count)
        skipGroup()
        offset = min(offset + 1, bytes.count)
    }

    /// Moves behind blanks and line ends.
    mutating func skipBlanks() {
        while offset < bytes.count, bytes[offset] == 0x20 || bytes[offset] == 0x0A || bytes[offset] == 0x0D {
            offset += 1
        }
    }

    func has(_ byte: UInt8, at index: Int) -> Bool { index < bytes.count && bytes[index] == byte }

    /// Whether the byte that comes next is a certain one.
    func isBefore(_ byte: UInt8) -> Bool { has(byte, at: offset) }

    /// Whether anything but blanks, line ends, zeroes and braces is left.
    var hasMore: Bool { bytes[offset...].contains { $0 > 0x20 && $0 != UInt8(ascii: "}") } }

    /// What a backslash begins; nil for nothing.
    private mutating func control() -> RichTextToken? {
        guard offset < bytes.count else { return nil }
        let byte = bytes[offset]
        guard byte.isLetter else {
            offset += 1
            guard byte == UInt8(ascii: "'") else { return .symbol(byte) }
            return hexadecimal()
        }
        var name = RichTextWords.Name()
        while offset < bytes.count, bytes[offset].isLetter {
            name.append(bytes[offset])
            offset += 1
        }
        let parameter = number()
        // A blank behind a control word is part of it.
        if offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
        let word = words[name]
        if word == .binary { skipBinary(parameter ?? 0) }
        return .word(word, parameter)
    }

    private mutating func hexadecimal() -> RichTextToken? {
        guard offset < bytes.count, let high = bytes[offset].hexadecimalValue else { return nil }
        offset += 1
        guard offset < bytes.count, let low = bytes[offset].hexadecimalValue else { return .byte(high) }
        offset += 1
        return .byte(high << 4 | low)
    }

    /// The number behind a control word, as far as it fits into 32 bits; nil for none.
    private mutating func number() -> Int? {
        var index = offset
        let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
        if isNegative { index += 1 }
        guard index < bytes.count, bytes[index].isDigit else { return nil }
        var value = 0
        while index < bytes.count, bytes[index].isDigit {
            value = min(value * 10 + Int(bytes[index] - UInt8(ascii: "0")), Int(Int32.max))
            index += 1
        }
        offset = index
        return isNegative ? -value : value
    }

    private mutating func skipBinary(_ count: Int) {
        let left = bytes.count - offset
        if count > left { isTruncated = true }
        offset += max(0, min(count, left))
    }
}

extension UInt8 {
    /// Whether the byte stands for itself.
    fileprivate var isRichTextCharacter: Bool {
        self >= 0x20 && self < 0x80 && self != UInt8(ascii: "\\") && self != UInt8(ascii: "{")
            && self != UInt8(ascii: "}")
    }

    fileprivate var isLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    fileprivate var hexadecimalValue: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
