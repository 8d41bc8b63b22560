import CLinux
import Glibc

/// An open descriptor that is closed with the value, whatever happens.
struct FileDescriptor: ~Copyable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
    }

    /// Opens a path.
    ///
    /// Descriptors are never passed on to child processes. A failure names the path, or what it is shown as.
    init(
        opening path: String,
        flags: Int32,
        mode: mode_t = 0o666,
        operation: String,
        shownAs shown: String? = nil
    ) throws(FileFailure) {
        try FileSystem.check(path, operation)
        let number = FileSystem.uninterrupted { unsafe open(path, flags | O_CLOEXEC | O_NOCTTY, mode) }
        guard let number else { throw FileFailure(operation, shown ?? path) }
        self.number = number
    }

    deinit {
        close(number)
    }

    /// Hands the number over to the caller, who closes it.
    consuming func release() -> Int32 {
        let number = number
        discard self
        return number
    }

    /// Closes the descriptor and reports what only shows then, such as a full disk on a network file system.
    ///
    /// Not repeated after EINTR: on Linux the descriptor is gone even then.
    consuming func closeChecked(operation: String, path: String) throws(FileFailure) {
        let number = release()
        guard close(number) == 0 || errno == EINTR else { throw FileFailure(operation, path) }
    }

    /// Waits until the bytes of the file, or the entries of the folder, are on the disk.
    func synchronise(operation: String, path: String) throws(FileFailure) {
        let done = FileSystem.uninterrupted { fsync(number) }
        // EINVAL: the file system has nothing to synchronise (a pipe, some network folders).
        guard done != nil || errno == EINVAL else { throw FileFailure(operation, path) }
    }

    /// Waits until everything written to the file system that holds the descriptor is on the disk.
    func synchroniseFileSystem(operation: String, path: String) throws(FileFailure) {
        let done = FileSystem.uninterrupted { syncfs(number) }
        guard done != nil else { throw FileFailure(operation, path) }
    }

    /// Writes all bytes.
    func write(_ bytes: [UInt8], operation: String, path: String) throws(FileFailure) {
        try FileSystem.writeAll(bytes, to: number, operation: operation, path: path)
    }
}
