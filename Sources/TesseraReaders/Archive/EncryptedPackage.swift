/// Tells documents that Office has encrypted: a compound file with the package inside ([MS-OFFCRYPTO], 1.3.2).
enum EncryptedPackage {
    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    /// The name of the stream, as a directory entry has it but for letter case, which does not matter ([MS-CFB], 2.6.4).
    private static let name = "encryptedpackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    /// The directory stands in one sector of 512 bytes or several, each entry at a multiple of its own size.
    private static let entrySize = 128

    static func isOne(_ bytes: [UInt8]) -> Bool {
        guard bytes.starts(with: signature) else { return false }
        return stride(from: 512, to: bytes.count, by: entrySize).contains { start in
            bytes[start...].starts(with: name) { $0 == $1 || $0 | 0x20 == $1 }
        }
    }
}
