/// Writes a zip archive whose parts are not compressed (APPNOTE 6.3, 4.3).
struct StoredArchive {
    private(set) var bytes: [UInt8] = []

    init(_ parts: KeyValuePairs<String, [UInt8]>) {
        var directory: [UInt8] = []
        for (name, content) in parts {
            let offset = bytes.count
            var header = number(20, 2) + number(0, 2) + number(0, 2) + number(0, 2) + number(0x21, 2)
            header += number(Int(StoredArchive.checksum(content)), 4) + number(content.count, 4)
            header += number(content.count, 4) + number(name.utf8.count, 2) + number(0, 2)
            bytes += number(0x0403_4B50, 4) + header + Array(name.utf8) + content
            directory += number(0x0201_4B50, 4) + number(20, 2) + header + number(0, 2) + number(0, 2) + number(0, 2)
            directory += number(0, 4) + number(offset, 4) + Array(name.utf8)
        }
        let offset = bytes.count
        bytes += directory + number(0x0605_4B50, 4) + number(0, 2) + number(0, 2)
        bytes += number(parts.count, 2) + number(parts.count, 2)
        bytes += number(directory.count, 4) + number(offset, 4) + number(0, 2)
    }

    /// CRC-32 (ISO/IEC 13239).
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { sum, byte in table[Int(UInt8(truncatingIfNeeded: sum) ^ byte)] ^ sum >> 8 }
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { sum, _ in sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
}

/// A number, the lowest byte first.
private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
