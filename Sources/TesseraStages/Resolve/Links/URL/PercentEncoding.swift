/// Percent-encoding (URL Standard, 1.3).
enum PercentEncoding {
    /// Which bytes of a part of a URL are written as `%` and two digits. Bytes behind ASCII always are.
    enum Part {
        case userinfo, path, query, fragment

        /// The printable ASCII that is encoded; control characters always are.
        private var marks: String {
            switch self {
            case .fragment: " \"<>`"
            case .query: " \"#<>'"
            case .path: " \"#<>?^`{}"
            case .userinfo: " \"#<>?^`{}/:;=@[\\]|"
            }
        }

        fileprivate func encodes(_ byte: UInt8) -> Bool {
            !byte.isASCIIAlphanumeric && (byte < 0x20 || byte > 0x7E || marks.utf8.contains(byte))
        }
    }

    static func encode(_ bytes: some Sequence<UInt8>, as part: Part) -> [UInt8] {
        var encoded: [UInt8] = []
        for byte in bytes {
            if part.encodes(byte) {
                encoded += [UInt8(ascii: "%"), digit(byte >> 4), digit(byte & 0xF)]
            } else {
                encoded.append(byte)
            }
        }
        return encoded
    }

    /// The bytes that a text stands for; a `%` without two digits behind it stands for itself.
    static func decode(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        let bytes = Array(bytes)
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var offset = 0
        while offset < bytes.count {
            if bytes[offset] == UInt8(ascii: "%"), offset + 2 < bytes.count,
                let high = bytes[offset + 1].hexValue, let low = bytes[offset + 2].hexValue
            {
                decoded.append(high << 4 | low)
                offset += 3
            } else {
                decoded.append(bytes[offset])
                offset += 1
            }
        }
        return decoded
    }

    private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 0x30 + value : 0x37 + value }
}
