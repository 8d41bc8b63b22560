import CZip

extension ZipArchive {
    /// What the directory of an archive says of one part.
    public struct Entry: Sendable, Equatable {
        /// The name with its folders, such as `word/document.xml`.
        public let name: String
        /// The size in bytes, uncompressed.
        public let size: Int
        /// The size in bytes as it stands in the archive.
        public let compressedSize: Int
        /// Whether the part is encrypted, so that it cannot be read.
        public let isEncrypted: Bool

        /// The place in the directory, from 0.
        let index: Int
        /// The compression method by its number in the zip format.
        let method: Int
        /// The CRC-32 of the uncompressed bytes.
        let checksum: UInt32
    }
}

extension ZipArchive.Entry {
    /// Whether the entry is a folder and no part.
    var isFolder: Bool { name.utf8.last == UInt8(ascii: "/") }

    /// Whether the method is one that documents use.
    ///
    /// libzip knows more, but an LZMA stream may ask for 4 GiB of memory in its first bytes.
    var isReadable: Bool { method == Int(ZIP_CM_STORE) || method == Int(ZIP_CM_DEFLATE) }

    /// Whether the part is beyond the allowance and more than so many times larger than its compressed form.
    func isLarger(thanRatio ratio: Int) -> Bool {
        // Divided and not multiplied, which could overflow.
        size > ZipLimits.ratioAllowance && (size - 1) / max(compressedSize, 1) >= ratio
    }
}
