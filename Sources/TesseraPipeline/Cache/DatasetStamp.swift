import FileSystem
import LibNettle

/// What tells whether the files of a dataset were touched, added or removed, without reading them.
enum DatasetStamp {
    /// The stamp of a dataset: SHA-256 over the names and stamps of its files; nil where there is no such folder.
    ///
    /// The folder's own stamp is no part of it, so that a dataset keeps its stamp when it is moved to its place.
    static func of(_ folder: String) throws(FileFailure) -> String? {
        guard let stamps = try FileSystem.stamps(in: folder) else { return nil }
        var text: [UInt8] = []
        text.reserveCapacity(96 * stamps.count)
        for (name, stamp) in stamps {
            text += name.utf8
            // No name holds a slash.
            text.append(UInt8(ascii: "/"))
            stamp.append(to: &text)
        }
        return SHA256.hexDigest(of: text)
    }
}

extension FileStamp {
    func append(to bytes: inout [UInt8]) {
        for number in [Int64(bitPattern: inode), size, modified, changed] {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
        }
    }
}
