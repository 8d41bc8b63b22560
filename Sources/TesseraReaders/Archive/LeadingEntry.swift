import TesseraModel

/// The first entry of a zip archive, as its own header describes it: what tells a format without opening it.
///
/// APPNOTE.TXT 6.3.10, 4.3.7 (local file header).
struct LeadingEntry {
    private static let headerLength = 30

    let name: String
    /// The first bytes of the entry; nil where they are compressed.
    let content: ArraySlice<UInt8>?

    /// - Returns: nil for bytes that are no zip archive.
    init?(of bytes: [UInt8]) {
        guard bytes.starts(with: [0x50, 0x4B, 3, 4]), bytes.count >= LeadingEntry.headerLength else { return nil }
        func number(at offset: Int) -> Int { Int(bytes[offset]) | Int(bytes[offset + 1]) << 8 }
        let nameEnd = min(LeadingEntry.headerLength + number(at: 26), bytes.count)
        let start = min(nameEnd + number(at: 28), bytes.count)
        name = String(decoding: bytes[LeadingEntry.headerLength..<nameEnd], as: UTF8.self)
        let isStored = number(at: 8) == 0
        content = isStored ? bytes[start...].prefix(256) : nil
    }
}
