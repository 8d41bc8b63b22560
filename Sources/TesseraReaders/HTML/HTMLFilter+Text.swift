/// What becomes of text, and of the values of attributes.
extension HTMLFilter {
    /// Copies text up to the next `<`.
    /// - Parameter isLiteral: whether `<` and `&` stand for themselves.
    mutating func copy(upTo end: Int, isLiteral: Bool, isInTag: Bool = false) {
        var start = offset
        while offset < end {
            let byte = source[offset]
            guard HTMLFilter.needsCare(byte) else {
                offset += 1
                continue
            }
            if byte == UInt8(ascii: "<"), !isLiteral, !isInTag { break }
            if byte == 0xEF, !isNoncharacter(at: offset) {
                offset += 1
                continue
            }
            output.append(contentsOf: source[start..<offset])
            copyWithCare(byte, isLiteral: isLiteral, isInTag: isInTag)
            start = offset
        }
        output.append(contentsOf: source[start..<offset])
    }

    private mutating func copyWithCare(_ byte: UInt8, isLiteral: Bool, isInTag: Bool) {
        offset += 1
        switch byte {
        case UInt8(ascii: "<"): write("&lt;")
        case UInt8(ascii: ">"): write("&gt;")
        case UInt8(ascii: "&"):
            if !isLiteral, let found = CharacterReferences.find(in: source, at: offset - 1, isInTag: isInTag) {
                offset = found.end
                for scalar in found.scalars { write(scalar) }
            } else {
                write("&amp;")
            }
        case 0x0D:
            if offset >= source.count || source[offset] != 0x0A { output.append(0x0A) }
        case 0x0C: output.append(0x20)
        case 0x00: write("\u{FFFD}")
        case 0xEF:
            offset += 2
            write("\u{FFFD}")
        default:
            if firstControl == nil { firstControl = offset - 1 }
            controlCount += 1
            output.append(0x20)
        }
    }

    /// U+FFFE and U+FFFF, which XML does not have.
    private func isNoncharacter(at offset: Int) -> Bool {
        offset + 2 < source.count && source[offset + 1] == 0xBF && source[offset + 2] >= 0xBE
    }

    /// Whether a byte may be more than itself: markup, a reference, a control character, the lead of U+FFFE.
    private static func needsCare(_ byte: UInt8) -> Bool {
        if byte < 0x20 { return byte != 0x09 && byte != 0x0A }
        return byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0xEF
    }

    /// Copies text in which no tag counts.
    mutating func copyLiterally(upTo end: Int, resolvesReferences: Bool) {
        while offset < end {
            copy(upTo: end, isLiteral: !resolvesReferences)
            if offset < end, source[offset] == UInt8(ascii: "<") {
                write("&lt;")
                offset += 1
            }
        }
    }

    mutating func write(_ text: String) { output.append(contentsOf: text.utf8) }

    /// Writes a character so that it is never taken for markup.
    private mutating func write(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x80, !UInt8(scalar.value).isASCIILetterOrDigit {
            write("&#\(scalar.value);")
        } else {
            output.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
        }
    }
}
