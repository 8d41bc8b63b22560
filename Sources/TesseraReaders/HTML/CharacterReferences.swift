/// The named character references of HTML (HTML Standard, 13.5); libxml2 knows those of HTML 4 only.
enum CharacterReferences {
    /// A line for each name, sorted, with one or two numbers in hexadecimal behind it; a name that needs no semicolon
    /// stands here twice, with it and without it. They are searched as they are: most documents have few references, and
    /// a dictionary of all would take longer than reading a report.
    private static let lines = PackageResources.character_references_txt

    /// The characters that a name stands for; nil where it is none.
    private static func characters(named name: ArraySlice<UInt8>) -> [Unicode.Scalar]? {
        var low = 0
        var high = lines.count
        while low < high {
            var start = (low + high) / 2
            while start > low, lines[start - 1] != 0x0A { start -= 1 }
            let end = lines[start..<high].firstIndex(of: 0x0A) ?? high
            let words = lines[start..<end].split(separator: 0x20)
            guard let found = words.first else { return nil }
            if found == name {
                return words.dropFirst().compactMap { number in
                    UInt32(String(decoding: number, as: UTF8.self), radix: 16).flatMap(Unicode.Scalar.init)
                }
            }
            if found.lexicographicallyPrecedes(name) { low = min(end + 1, high) } else { high = start }
        }
        return nil
    }

    /// Longest name that may stand without a semicolon, and longest name of all.
    private static let longestBareName = 6
    private static let longestName = 32

    /// A reference, resolved.
    struct Found {
        var scalars: [Unicode.Scalar]
        /// Where the text goes on.
        var end: Int
    }

    /// The reference that begins at an ampersand; nil where none does.
    /// - Parameter isInTag: whether it stands in an attribute, where a name without its semicolon counts only if it
    ///   cannot be part of an address: `?a=1&copy=2`.
    static func find(in text: [UInt8], at ampersand: Int, isInTag: Bool) -> Found? {
        let start = ampersand + 1
        guard start < text.count else { return nil }
        if text[start] == UInt8(ascii: "#") { return number(in: text, at: start + 1) }
        var end = start
        while end < text.count, end - start < longestName, text[end].isASCIILetterOrDigit { end += 1 }
        guard end > start else { return nil }
        if end < text.count, text[end] == UInt8(ascii: ";"),
            let scalars = characters(named: text[start...end])
        {
            return Found(scalars: scalars, end: end + 1)
        }
        for length in stride(from: min(longestBareName, end - start), to: 1, by: -1) {
            let after = start + length
            guard let scalars = characters(named: text[start..<after]) else { continue }
            let isPartOfAddress =
                isInTag && after < text.count
                && (text[after].isASCIILetterOrDigit || text[after] == UInt8(ascii: "="))
            return isPartOfAddress ? nil : Found(scalars: scalars, end: after)
        }
        return nil
    }

    /// - Parameter start: where the number begins, or the `x` before it.
    private static func number(in text: [UInt8], at start: Int) -> Found? {
        let isHexadecimal = start < text.count && text[start] | 0x20 == UInt8(ascii: "x")
        var end = isHexadecimal ? start + 1 : start
        let firstDigit = end
        var value: UInt32 = 0
        while end < text.count, let digit = text[end].hexadecimalDigit, isHexadecimal || digit < 10 {
            value = min(value * (isHexadecimal ? 16 : 10) + UInt32(digit), 0x11_0000)
            end += 1
        }
        guard end > firstDigit else { return nil }
        if end < text.count, text[end] == UInt8(ascii: ";") { end += 1 }
        return Found(scalars: [scalar(value)], end: end)
    }

    /// The character of a number (HTML Standard, 13.2.5.80): 128 to 159 are those of Windows-1252.
    private static func scalar(_ value: UInt32) -> Unicode.Scalar {
        switch value {
        case 0x80...0x9F: Windows1252.scalar(UInt8(value))
        // What libxml2 would drop: characters that XML does not have.
        case 0x09, 0x0A, 0x20...: value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : Unicode.Scalar(value) ?? "\u{FFFD}"
        case 0x0C, 0x0D: " "
        default: "\u{FFFD}"
        }
    }
}

extension UInt8 {
    var isASCIILetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self | 0x20) }

    var isASCIIDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

    var isASCIILetterOrDigit: Bool { isASCIILetter || isASCIIDigit }

    /// White space as HTML has it: tab, line feed, form feed, carriage return, blank.
    var isHTMLSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

    /// The value of a hexadecimal digit.
    fileprivate var hexadecimalDigit: UInt8? {
        if isASCIIDigit { return self - UInt8(ascii: "0") }
        let letter = self | 0x20
        return (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(letter) ? letter - UInt8(ascii: "a") + 10 : nil
    }
}
