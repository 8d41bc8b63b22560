/// Strings that are text for people (ISO 32000-1, 7.9.2.2).
enum PDFText {
    static func decode(_ bytes: [UInt8]) -> String { CharacterCleaning.cleaned(Array(unicode(bytes).utf8)) }

    private static func unicode(_ bytes: [UInt8]) -> String {
        if bytes.starts(with: [0xFE, 0xFF]) { return utf16(bytes.dropFirst(2), isBigEndian: true) }
        // Not allowed, and found all the same.
        if bytes.starts(with: [0xFF, 0xFE]) { return utf16(bytes.dropFirst(2), isBigEndian: false) }
        // ISO 32000-2 adds UTF-8.
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return String(decoding: bytes.dropFirst(3), as: UTF8.self) }
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(PDFEncodings.pdfDocument[Int(byte)] ?? "\u{FFFD}") }
        return String(text)
    }

    /// The escape sequences for languages in it (7.9.2.2) are left out.
    private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> String {
        var units: [UInt16] = []
        var isEscape = false
        for index in stride(from: bytes.startIndex, to: bytes.endIndex - 1, by: 2) {
            let (high, low) = isBigEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            let unit = UInt16(high) << 8 | UInt16(low)
            if unit == 0x1B {
                isEscape.toggle()
            } else if !isEscape {
                units.append(unit)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }
}
