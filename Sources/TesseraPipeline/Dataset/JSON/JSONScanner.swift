import TesseraModel

/// Steps through the bytes of a JSON text.
struct JSONScanner {
    private let bytes: [UInt8]
    private(set) var index = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    // MARK: Bytes

    /// The next byte that is no blank, without taking it; 0 at the end.
    mutating func next() -> UInt8 {
        skipBlanks()
        return index < bytes.count ? bytes[index] : 0
    }

    mutating func skip() { index += 1 }

    /// Takes a character where it comes next.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next() == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    mutating func skipBlanks() {
        while index < bytes.count {
            switch bytes[index] {
            case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): index += 1
            default: return
            }
        }
    }

    /// Fails unless nothing but blanks is left.
    mutating func end() throws(JSONFailure) {
        skipBlanks()
        if index < bytes.count { throw failure("there is more behind the end") }
    }

    func failure(_ message: String) -> JSONFailure { failure(message, at: index) }

    func failure(_ message: String, at offset: Int) -> JSONFailure {
        let (line, column) = position(of: offset)
        return JSONFailure(message: message, line: line, column: column)
    }

    func position(of offset: Int) -> (line: Int, column: Int) {
        var line = 1
        var start = 0
        for (index, byte) in bytes.prefix(offset).enumerated() where byte == UInt8(ascii: "\n") {
            line += 1
            start = index + 1
        }
        return (line, offset - start + 1)
    }

    // MARK: Values

    /// The name of a member with the colon behind it, and where it begins.
    mutating func name() throws(JSONFailure) -> (name: String, start: Int) {
        guard next() == UInt8(ascii: "\"") else { throw failure("the name of a member is missing") }
        let start = index
        let name = try string()
        guard take(":") else { throw failure("a colon is missing") }
        return (name, start)
    }

    mutating func word(_ word: StaticString) throws(JSONFailure) {
        let text = Array(word.description.utf8)
        guard bytes[index...].starts(with: text) else { throw failure("there is no value here") }
        index += text.count
    }

    mutating func number() throws(JSONFailure) -> Double {
        let start = index
        if index < bytes.count, bytes[index] == UInt8(ascii: "-") { index += 1 }
        let whole = digits()
        guard !whole.isEmpty else {
            index = start
            throw failure(start == bytes.count ? "it ends too early" : "there is no value here")
        }
        if whole.count > 1, bytes[whole.lowerBound] == UInt8(ascii: "0") {
            throw failure("a number begins with a needless 0", at: start)
        }
        var isWhole = true
        if index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            index += 1
            isWhole = false
            if digits().isEmpty { throw failure("a digit is missing") }
        }
        if index < bytes.count, bytes[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            isWhole = false
            if index < bytes.count, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
                index += 1
            }
            if digits().isEmpty { throw failure("a digit is missing") }
        }
        if isWhole, whole.count < 16 {
            let value = bytes[whole].reduce(0) { $0 * 10 + Int($1 & 15) }
            return Double(whole.lowerBound > start ? -value : value)
        }
        guard let value = Double(String(decoding: bytes[start..<index], as: UTF8.self)), value.isFinite else {
            throw failure("the number is too large", at: start)
        }
        return value
    }

    private mutating func digits() -> Range<Int> {
        let start = index
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
        return start..<index
    }

    /// A text; the next byte is its opening quote.
    mutating func string() throws(JSONFailure) -> String {
        let start = index
        index += 1
        var piece = index
        var decoded: [UInt8] = []
        while true {
            guard index < bytes.count else { throw failure("the text that begins here has no end", at: start) }
            switch bytes[index] {
            case UInt8(ascii: "\""):
                let text = piece == start + 1 ? bytes[piece..<index] : (decoded + bytes[piece..<index])[...]
                guard let string = String(validating: text, as: UTF8.self) else {
                    throw failure("the text that begins here is no UTF-8", at: start)
                }
                index += 1
                return string
            case UInt8(ascii: "\\"):
                decoded += bytes[piece..<index]
                decoded += try escaped().utf8
                piece = index
            case 0..<0x20: throw failure("a control character stands in a text")
            default: index += 1
            }
        }
    }

    /// What a backslash and the characters behind it stand for.
    private mutating func escaped() throws(JSONFailure) -> Character {
        let start = index
        index += 2
        switch start + 1 < bytes.count ? bytes[start + 1] : 0 {
        case UInt8(ascii: "\""): return "\""
        case UInt8(ascii: "\\"): return "\\"
        case UInt8(ascii: "/"): return "/"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"):
            var value = try unit(at: start)
            // Characters outside the basic plane are written as two units.
            if value & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
                bytes[index + 1] == UInt8(ascii: "u")
            {
                index += 2
                let low = try unit(at: start)
                guard low & 0xFC00 == 0xDC00 else { throw failure("an escape stands for no character", at: start) }
                value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
            }
            guard let scalar = Unicode.Scalar(value) else {
                throw failure("an escape stands for no character", at: start)
            }
            return Character(scalar)
        default: throw failure("there is no such escape", at: start)
        }
    }

    /// Four hexadecimal digits.
    private mutating func unit(at start: Int) throws(JSONFailure) -> UInt32 {
        guard index + 4 <= bytes.count else { throw failure("an escape is cut off", at: start) }
        var value: UInt32 = 0
        for byte in bytes[index..<index + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw failure("an escape needs four hexadecimal digits", at: start)
            }
            value = value << 4 | UInt32(digit)
        }
        index += 4
        return value
    }

    // MARK: Finding

    /// Steps over a text, a number or another word.
    mutating func skipPlainValue() throws(JSONFailure) {
        guard next() != UInt8(ascii: "\"") else {
            _ = try string()
            return
        }
        let start = index
        while index < bytes.count, !JSONScanner.endsWord(bytes[index]) { index += 1 }
        if index == start { throw failure("there is no value here") }
    }

    private static func endsWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: "}"), UInt8(ascii: "]"), 0...0x20: true
        default: false
        }
    }
}
