import Glibc

/// The files of this machine, through the functions of the C library.
///
/// Nothing else touches files.
/// Every function throws `FileFailure`. Paths are UTF-8; a relative one starts at the working directory.
public enum FileSystem {
    /// What a path leads to.
    public enum Kind: Sendable, Equatable {
        /// A regular file.
        case file
        /// A folder.
        case directory
        /// A device, a FIFO or a socket.
        case other
        /// Nothing: the path does not exist, or it is a symbolic link that leads nowhere.
        case missing
    }

    /// Says what a path leads to, following symbolic links.
    ///
    /// - Parameter path: The path.
    /// - Returns: The kind, `.missing` where nothing is there.
    /// - Throws: `FileFailure` where it cannot be found out, for lack of permission for instance.
    public static func kind(of path: String) throws(FileFailure) -> Kind {
        try check(path, "inspect")
        var status = stat()
        if unsafe stat(path, &status) == 0 { return Kind(mode: status.st_mode) }
        guard errno != ENOENT && errno != ENOTDIR else { return .missing }
        throw FileFailure("inspect", path)
    }

    /// Whether a path itself is a symbolic link, wherever it leads.
    ///
    /// - Parameter path: The path.
    /// - Returns: False also where nothing is there.
    /// - Throws: `FileFailure` where it cannot be found out.
    public static func isSymbolicLink(_ path: String) throws(FileFailure) -> Bool {
        try check(path, "inspect")
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFLNK }
        guard errno != ENOENT && errno != ENOTDIR else { return false }
        throw FileFailure("inspect", path)
    }

    /// Refuses a path that the C library would see cut off at its first NUL.
    static func check(_ path: String, _ operation: String) throws(FileFailure) {
        guard path.utf8.contains(0) else { return }
        throw FileFailure(operation: operation, path: path, reason: "the path holds a NUL character", code: EINVAL)
    }

    /// Calls a function of the C library again for as long as a signal interrupts it.
    ///
    /// - Returns: The result, or nil for −1, with the reason in `errno`.
    static func uninterrupted<Result: SignedInteger>(_ call: () -> Result) -> Result? {
        while true {
            let result = call()
            if result != -1 { return result }
            if errno != EINTR { return nil }
        }
    }
}

extension FileSystem.Kind {
    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .directory
        default: self = .other
        }
    }
}
