/// Takes the bytes of a file or of a content stream apart into tokens (ISO 32000-1, 7.2 and 7.3).
struct PDFScanner {
    enum Token {
        case integer(Int)
        case real(Double)
        case string([UInt8])
        case name(String)
        case arrayStart, arrayEnd
        case dictionaryStart, dictionaryEnd
        /// Any other word, as its bytes: see ``PDFKeyword``.
        case keyword(PDFKeyword)
        case end
    }

    let bytes: [UInt8]
    /// The offset of the next byte; never behind `end`.
    var position: Int
    let end: Int

    /// - Parameter range: what is read of the bytes; cut to those that there are.
    init(_ bytes: [UInt8], _ range: Range<Int>? = nil) {
        self.bytes = bytes
        end = min(bytes.count, max(0, range?.upperBound ?? bytes.count))
        position = min(end, max(0, range?.lowerBound ?? 0))
    }

    var isAtEnd: Bool { position >= end }

    /// The next byte, nil at the end.
    var peek: UInt8? { position < end ? bytes[position] : nil }

    mutating func move(to place: Int) { position = min(end, max(0, place)) }

    /// Blanks and comments are passed over.
    mutating func skipBlanks() {
        while position < end {
            let byte = bytes[position]
            if byte == UInt8(ascii: "%") {
                while position < end, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
            } else if PDFScanner.isBlank(byte) {
                position += 1
            } else {
                return
            }
        }
    }

    mutating func next() -> Token {
        skipBlanks()
        guard position < end else { return .end }
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            return number()
        case UInt8(ascii: "/"):
            position += 1
            return .name(name())
        case UInt8(ascii: "("):
            position += 1
            return .string(literalString())
        case UInt8(ascii: "["):
            position += 1
            return .arrayStart
        case UInt8(ascii: "]"):
            position += 1
            return .arrayEnd
        case UInt8(ascii: "<"):
            position += 1
            guard peek == UInt8(ascii: "<") else { return .string(hexadecimalString()) }
            position += 1
            return .dictionaryStart
        case UInt8(ascii: ">"):
            position += 1
            guard peek == UInt8(ascii: ">") else { return next(after: byte) }
            position += 1
            return .dictionaryEnd
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
            position += 1
            return next(after: byte)
        default: return .keyword(keyword())
        }
    }

    /// A delimiter that stands where none may is a keyword of its own, which nothing knows.
    private func next(after delimiter: UInt8) -> Token { .keyword(PDFKeyword(bytes[(position - 1)..<position])) }

    private mutating func keyword() -> PDFKeyword {
        let start = position
        while position < end, PDFScanner.isRegular(bytes[position]) { position += 1 }
        return PDFKeyword(bytes[start..<position])
    }

    /// The rest of a name, behind its slash.
    private mutating func name() -> String {
        let start = position
        var isPlain = true
        while position < end {
            let byte = bytes[position]
            guard PDFScanner.isRegular(byte) else { break }
            if byte == UInt8(ascii: "#") || byte >= 0x80 { isPlain = false }
            position += 1
        }
        let raw = bytes[start..<position]
        if isPlain { return String(decoding: raw, as: UTF8.self) }
        var decoded: [UInt8] = []
        var index = start
        while index < position {
            if bytes[index] == UInt8(ascii: "#"), index + 2 < position,
                let high = PDFScanner.digit(bytes[index + 1]), let low = PDFScanner.digit(bytes[index + 2])
            {
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        if let text = String(validating: decoded, as: UTF8.self) { return text }
        // Names are bytes; those that are no UTF-8 must not all become the same.
        var text = String.UnicodeScalarView()
        for byte in decoded { text.append(Unicode.Scalar(byte)) }
        return String(text)
    }
}

extension PDFScanner {
    static func isBlank(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x0D, 0x09, 0x00, 0x0C: true
        default: false
        }
    }

    /// Neither blank nor delimiter.
    static func isRegular(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x20, 0x0A, 0x0D, 0x09, 0x00, 0x0C: false
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "/"), UInt8(ascii: "%"):
            false
        default: true
        }
    }

    /// The value of a hexadecimal digit.
    static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
