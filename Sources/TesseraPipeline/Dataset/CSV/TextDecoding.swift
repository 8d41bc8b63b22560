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
        // In another encoding, hardly two bytes in a row make a character of UTF-8.
        if let faults = faultsOfUTF8(bytes) {
            dialect.badBytes = faults
            return Array(String(decoding: bytes, as: UTF8.self).utf8)
        }
        dialect.encoding = .windows1252
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append(scalar(windows1252: byte)) }
        return Array(String(text).utf8)
    }

    /// Offsets of bytes that are no UTF-8, where most bytes beyond ASCII are; nil where most are not.
    private static func faultsOfUTF8(_ bytes: [UInt8]) -> [Int]? {
        var characters = 0
        var faults: [Int] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] >= 0x80 else {
                index += 1
                continue
            }
            let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
            let piece = bytes[index..<min(bytes.count, index + length)]
            if let text = String(validating: piece, as: UTF8.self), text.unicodeScalars.count == 1 {
                characters += 1
                index += length
            } else {
                faults.append(index)
                index += 1
            }
        }
        return characters > faults.count ? faults : nil
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
