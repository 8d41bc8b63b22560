/// The named character references of HTML (HTML Standard, 13.5); libxml2 knows those of HTML 4 only.
enum CharacterReferences {
    /// The characters of each name; one that needs no semicolon stands here twice, with it and without it.
    private static let named: [String: [Unicode.Scalar]] = {
        var named: [String: [Unicode.Scalar]] = [:]
        // Each line holds a name and one or two numbers in hexadecimal.
        for line in PackageResources.character_references_txt.split(separator: 0x0A) {
            let words = line.split(separator: 0x20).map { String(decoding: $0, as: UTF8.self) }
            guard let name = words.first else { continue }
            named[name] = words.dropFirst().compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
        }
        return named
    }()

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
            let scalars = named[String(decoding: text[start...end], as: UTF8.self)]
        {
            return Found(scalars: scalars, end: end + 1)
        }
        for length in stride(from: min(longestBareName, end - start), to: 1, by: -1) {
            let after = start + length
            guard let scalars = named[String(decoding: text[start..<after], as: UTF8.self)] else { continue }
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
