import Glibc

/// A file that is written piece by piece beside its place, and put there at the end: a reader sees the old one or the new.
public final class GrowingFile {
    private let path: String
    private let temporary: String
    private let number: Int32
    private var pending: [UInt8] = []
    private var isOpen = true

    private static let pieceSize = 1 << 18

    /// - Parameter path: Where the file is put in the end.
    /// - Throws: `FileFailure` where no file can be made beside it.
    public init(_ path: String) throws(FileFailure) {
        try FileSystem.check(path, "write")
        self.path = path
        temporary = FileSystem.join(FileSystem.parent(of: path) ?? ".", FileSystem.temporaryName())
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        number = try FileDescriptor(opening: temporary, flags: flags, operation: "write", shownAs: path).release()
    }

    deinit {
        guard isOpen else { return }
        close(number)
        unsafe unlink(temporary)
    }

    /// Adds bytes at the end.
    /// - Throws: `FileFailure`, for a full disk for instance.
    public func append(_ bytes: [UInt8]) throws(FileFailure) {
        pending += bytes
        if pending.count >= GrowingFile.pieceSize { try writePending() }
    }

    private func writePending() throws(FileFailure) {
        try FileSystem.writeAll(pending, to: number, operation: "write", path: path)
        pending.removeAll(keepingCapacity: true)
    }

    /// Puts the file in its place. It can be made again, so nobody waits for the disk.
    /// - Throws: `FileFailure`; what was in its place is untouched then.
    public func finish() throws(FileFailure) {
        try writePending()
        isOpen = false
        let closed = close(number) == 0 || errno == EINTR
        guard closed, unsafe rename(temporary, path) == 0 else {
            let failure = FileFailure("write", path)
            unsafe unlink(temporary)
            throw failure
        }
    }
}
