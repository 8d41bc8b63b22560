/// Turns the bytes of a file that somebody saved into UTF-8.
enum TextDecoding {
    /// The text in UTF-8, without a byte order mark.
    /// - Parameter dialect: is told what the bytes were.
    static func utf8(_ bytes: [UInt8], _ dialect: inout CSVDialect) -> [UInt8] {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
            dialect.hasByteOrderMark = true
            return utf8(Array(bytes.dropFirst(3)), &dialect)
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            dialect.hasByteOrderMark = true
            return utf16(bytes.dropFirst(2), isLittleEndian: bytes[0] == 0xFF, &dialect)
        }
        // Without a mark, UTF-16 shows in the zeros beside the letters of the header.
        if bytes.count >= 4, bytes[0] == 0 || bytes[1] == 0 {
            return utf16(bytes[...], isLittleEndian: bytes[1] == 0, &dialect)
        }
        if String(validating: bytes, as: UTF8.self) != nil { return bytes }
        dialect.encoding = .windows1252
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(scalar(windows1252: byte)) }
        return Array(String(text).utf8)
    }

    private static func utf16(_ bytes: ArraySlice<UInt8>, isLittleEndian: Bool, _ dialect: inout CSVDialect) -> [UInt8]
    {
        dialect.encoding = isLittleEndian ? .utf16LittleEndian : .utf16BigEndian
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let (low, high) = isLittleEndian ? (bytes[index], bytes[index + 1]) : (bytes[index + 1], bytes[index])
            units.append(UInt16(high) << 8 | UInt16(low))
            index += 2
        }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// The WHATWG Encoding Standard's index of windows-1252: bytes that stand for no character are control characters.
    static func scalar(windows1252 byte: UInt8) -> Unicode.Scalar {
        guard (0x80..<0xA0).contains(byte) else { return Unicode.Scalar(byte) }
        return special[Int(byte) - 0x80]
    }

    private static let special: [Unicode.Scalar] = [
        "€", "\u{81}", "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "\u{8D}", "Ž", "\u{8F}",
        "\u{90}", "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "\u{9D}", "ž", "Ÿ",
    ]
}
