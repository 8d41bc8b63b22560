import Synchronization
import TesseraModel

/// The checksums of a dataset's files, each made once: several descriptions name them.
final class FileChecksums: Sendable {
    private let checksum: @Sendable ([UInt8]) -> String
    private let known = Mutex<[String: (bytes: [UInt8], checksum: String)]>([:])

    /// - Parameter checksum: the checksum of some bytes.
    init(_ checksum: @escaping @Sendable ([UInt8]) -> String) { self.checksum = checksum }

    subscript(file: OutputFile) -> String {
        known.withLock { known in
            // Arrays that share their storage are found equal at once.
            if let found = known[file.name], found.bytes == file.bytes { return found.checksum }
            let sum = checksum(file.bytes)
            known[file.name] = (file.bytes, sum)
            return sum
        }
    }
}
