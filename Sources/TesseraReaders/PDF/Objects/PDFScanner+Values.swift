extension PDFScanner {
    /// A number; a sign or a point without digits is 0, as other readers have it.
    mutating func number() -> Token {
        var isNegative = false
        while position < end, bytes[position] == UInt8(ascii: "-") || bytes[position] == UInt8(ascii: "+") {
            if bytes[position] == UInt8(ascii: "-") { isNegative = true }
            position += 1
        }
        var whole = 0
        var isLarge = false
        var value = 0.0
        while position < end, bytes[position] &- 0x30 < 10 {
            let digit = Int(bytes[position] &- 0x30)
            if whole > (Int.max >> 8) { isLarge = true }
            if isLarge {
                if value == 0 { value = Double(whole) }
                value = value * 10 + Double(digit)
            } else {
                whole = whole * 10 + digit
            }
            position += 1
        }
        if !isLarge { value = Double(whole) }
        guard position < end, bytes[position] == UInt8(ascii: ".") else {
            skipTail()
            return isLarge ? .real(isNegative ? -value : value) : .integer(isNegative ? -whole : whole)
        }
        position += 1
        var scale = 1.0
        while position < end, bytes[position] &- 0x30 < 10 {
            if scale < 1e15 {
                scale *= 10
                value = value * 10 + Double(bytes[position] &- 0x30)
            }
            position += 1
        }
        skipTail()
        value /= scale
        return .real(isNegative ? -value : value)
    }

    /// A minus in the middle of a number, which some programs write, ends it and hides its rest.
    private mutating func skipTail() {
        guard position < end, bytes[position] == UInt8(ascii: "-") else { return }
        while position < end, PDFScanner.isRegular(bytes[position]) { position += 1 }
    }

    /// The rest of a string in parentheses (ISO 32000-1, 7.3.4.2), behind the first of them.
    mutating func literalString() -> [UInt8] {
        var string: [UInt8] = []
        var depth = 1
        while position < end {
            let byte = bytes[position]
            position += 1
            switch byte {
            case UInt8(ascii: "("): depth += 1
            case UInt8(ascii: ")"):
                depth -= 1
                if depth == 0 { return string }
            case UInt8(ascii: "\\"):
                if let escaped = escape() { string.append(escaped) }
                continue
            case 0x0D:
                // Every line end is one line feed.
                if peek == 0x0A { position += 1 }
                string.append(0x0A)
                continue
            default: break
            }
            string.append(byte)
        }
        return string
    }

    /// What stands behind a backslash; nil for a line end, which goes with it.
    private mutating func escape() -> UInt8? {
        guard let byte = peek else { return nil }
        position += 1
        switch byte {
        case UInt8(ascii: "n"): return 0x0A
        case UInt8(ascii: "r"): return 0x0D
        case UInt8(ascii: "t"): return 0x09
        case UInt8(ascii: "b"): return 0x08
        case UInt8(ascii: "f"): return 0x0C
        case 0x0A: return nil
        case 0x0D:
            if peek == 0x0A { position += 1 }
            return nil
        case UInt8(ascii: "0")...UInt8(ascii: "7"):
            var value = UInt16(byte & 7)
            for _ in 0..<2 {
                guard let digit = peek, digit & 0xF8 == 0x30 else { break }
                value = value << 3 | UInt16(digit & 7)
                position += 1
            }
            return UInt8(truncatingIfNeeded: value)
        default: return byte
        }
    }

    /// The rest of a string in angle brackets (ISO 32000-1, 7.3.4.3), behind the first of them.
    mutating func hexadecimalString() -> [UInt8] {
        var string: [UInt8] = []
        var pending: UInt8?
        while position < end {
            let byte = bytes[position]
            position += 1
            if byte == UInt8(ascii: ">") { break }
            guard let digit = PDFScanner.digit(byte) else { continue }
            if let high = pending {
                string.append(high << 4 | digit)
                pending = nil
            } else {
                pending = digit
            }
        }
        if let high = pending { string.append(high << 4) }
        return string
    }
}
