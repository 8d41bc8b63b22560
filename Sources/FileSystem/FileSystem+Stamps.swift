import CLinux
import Glibc

/// What tells whether a file was touched, without reading it.
///
/// The time of change (`ctime`) is kept by the kernel and cannot be set, so that a file whose time of modification was
/// set back is told as well.
public struct FileStamp: Sendable, Hashable {
    /// Number of the file on its file system: another file under the same name has another.
    public var inode: UInt64
    /// Bytes.
    public var size: Int64
    /// When its content was last modified, in nanoseconds since the beginning of 1970, UTC.
    public var modified: Int64
    /// When its content, name or rights last changed, in the same unit.
    public var changed: Int64

    /// Makes a stamp, as a file system might give it.
    ///
    /// - Parameters:
    ///   - inode: Number of the file on its file system.
    ///   - size: Bytes.
    ///   - modified: When its content was last modified, in nanoseconds since the beginning of 1970, UTC.
    ///   - changed: When its content, name or rights last changed, in the same unit.
    public init(inode: UInt64, size: Int64, modified: Int64, changed: Int64) {
        self.inode = inode
        self.size = size
        self.modified = modified
        self.changed = changed
    }

    init(_ status: stat) {
        inode = UInt64(status.st_ino)
        size = Int64(status.st_size)
        modified = FileStamp.nanoseconds(status.st_mtim)
        changed = FileStamp.nanoseconds(status.st_ctim)
    }

    private static func nanoseconds(_ time: timespec) -> Int64 {
        // Dates that no clock shows still give some number.
        Int64(time.tv_sec) &* 1_000_000_000 &+ Int64(time.tv_nsec)
    }
}

extension FileSystem {
    /// The stamp of a file; symbolic links are followed.
    /// - Returns: nil where nothing is there.
    /// - Throws: `FileFailure` where it cannot be found out.
    public static func stamp(of path: String) throws(FileFailure) -> FileStamp? {
        try check(path, "inspect")
        var status = stat()
        if unsafe stat(path, &status) == 0 { return FileStamp(status) }
        guard errno == ENOENT || errno == ENOTDIR else { throw FileFailure("inspect", path) }
        return nil
    }

    /// The stamps of a folder's entries, sorted by name; of symbolic links, that of the link.
    /// - Returns: nil where there is no such folder, or it is a symbolic link.
    /// - Throws: `FileFailure` where it cannot be read or holds a name that is not UTF-8.
    public static func stamps(in directory: String) throws(FileFailure) -> [(name: String, stamp: FileStamp)]? {
        let folder: FileDescriptor
        do {
            folder = try FileDescriptor(
                opening: directory,
                flags: O_RDONLY | O_DIRECTORY | O_NOFOLLOW,
                operation: "list"
            )
        } catch {
            guard [ENOENT, ENOTDIR, ELOOP].contains(error.code) else { throw error }
            return nil
        }
        var stamps: [(name: String, stamp: FileStamp)] = []
        for name in try rawNames(in: folder, path: directory) {
            guard let text = String(validating: name.dropLast(), as: UTF8.self) else {
                let reason = "it holds a name that is not UTF-8"
                throw FileFailure(operation: "list", path: directory, reason: reason, code: EILSEQ)
            }
            var status = stat()
            guard unsafe fstatat(folder.number, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
                // Gone since it was listed.
                guard errno != ENOENT else { continue }
                throw FileFailure("inspect", join(directory, text))
            }
            stamps.append((text, FileStamp(status)))
        }
        return stamps.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }
}
