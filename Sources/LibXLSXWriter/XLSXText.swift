/// Texts as cells of a workbook hold them.
public enum XLSXText {
    /// A text in pieces that each fit into one cell; joined, they are the text.
    ///
    /// A cell takes 32,767 UTF-16 code units. A piece ends behind white space where it can.
    /// - Returns: one piece at least.
    public static func pieces(of text: String) -> [String] {
        guard !isShort(text) else { return [text] }
        let scalars = text.unicodeScalars
        var pieces: [String] = []
        var start = scalars.startIndex
        // Where a piece may end well: behind the last white space.
        var border = start
        var length = 0
        var lengthBehindBorder = 0
        var index = start
        while index < scalars.endIndex {
            let scalar = scalars[index]
            let next = scalars.index(after: index)
            if length + units(scalar) > XLSXSheet.limits.text {
                let end = border > start ? border : index
                pieces.append(String(scalars[start..<end]))
                length = border > start ? lengthBehindBorder : 0
                start = end
                border = end
                lengthBehindBorder = 0
            }
            length += units(scalar)
            lengthBehindBorder += units(scalar)
            if scalar == " " || scalar == "\n" {
                border = next
                lengthBehindBorder = 0
            }
            index = next
        }
        pieces.append(String(scalars[start...]))
        return pieces
    }

    /// Whether a text is so short that a cell takes it in any case: hardly any is not.
    public static func isShort(_ text: String) -> Bool {
        // A byte takes 7 units at most: `_x0001_`.
        text.utf8.count <= XLSXSheet.limits.text / 7
    }

    /// How many UTF-16 code units a character may take in a workbook.
    private static func units(_ scalar: Unicode.Scalar) -> Int {
        if scalar == "_" || needsNumber(scalar) { return 7 }
        return scalar.value > 0xFFFF ? 2 : 1
    }

    /// A text with the characters that XML does not take written as `_x0001_` (ISO/IEC 29500-1, 22.9.2.19, ST_Xstring),
    /// and what looks like such a number kept from being read as one.
    static func escaped(_ text: String) -> String {
        guard mayNeedNumbers(text) else { return text }
        let scalars = Array(text.unicodeScalars)
        var result = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            if needsNumber(scalar) || (scalar == "_" && isNumber(scalars[index...].prefix(7))) {
                result.append(contentsOf: "_x\(hexadecimal(scalar))_".unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }

    /// Whether a text may hold something to escape, by its bytes, which are quick to look at: U+FFFE and U+FFFF begin with
    /// 0xEF.
    private static func mayNeedNumbers(_ text: String) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices {
            switch bytes[index] {
            case 0x09, 0x0A: break
            case 0..<0x20, UInt8(ascii: "_"), 0xEF: return true
            default: break
            }
        }
        return false
    }

    private static func needsNumber(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0xFFFE, 0xFFFF: true
        default: false
        }
    }

    /// Whether a text is `_x`, four hexadecimal digits and `_`.
    private static func isNumber(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
        guard text.count == 7, let first = text.first, first == "_", text.last == "_" else { return false }
        let digits = text.dropFirst(2).dropLast()
        return text[text.startIndex + 1] == "x" && digits.allSatisfy(\.properties.isASCIIHexDigit)
    }

    private static func hexadecimal(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
