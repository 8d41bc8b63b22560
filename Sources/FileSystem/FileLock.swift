import CLinux
import Glibc

/// A lock that one process at a time holds, by an open file (flock(2)): the kernel takes it back when the process ends,
/// however it ends.
///
/// The file stays behind, for another process may be waiting for it. It holds a line about the holder, for messages.
public final class FileLock: Sendable {
    private let path: String
    private let number: Int32

    /// Takes the lock.
    /// - Parameters:
    ///   - path: The file, which is made where it is not there.
    ///   - holder: What others are told about this process; one line.
    /// - Returns: nil where another process holds it.
    /// - Throws: `FileFailure` where the file cannot be opened or locked.
    public init?(_ path: String, holder: String) throws(FileFailure) {
        let file = try FileDescriptor(
            opening: path,
            flags: O_RDWR | O_CREAT | O_NOFOLLOW,
            operation: "lock"
        )
        self.path = path
        let locked = FileSystem.uninterrupted { flock(file.number, LOCK_EX | LOCK_NB) }
        guard locked != nil else {
            guard errno == EWOULDBLOCK else { throw FileFailure("lock", path) }
            number = -1
            return nil
        }
        number = file.number
        guard ftruncate(file.number, 0) == 0 else { throw FileFailure("lock", path) }
        try file.write(Array((holder + "\n").utf8), operation: "lock", path: path)
        _ = file.release()
    }

    deinit {
        // Closing gives the lock back.
        if number >= 0 { close(number) }
    }

    /// What the process that holds a lock has said about itself; empty where nothing can be read.
    public static func holder(of path: String) -> String {
        do {
            let bytes = try FileSystem.contents(of: path, limit: 1_024)
            return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        } catch {
            // Only for a message that stands without it.
            return ""
        }
    }
}
