import Glibc

extension FileSystem {
    /// Removes a file, or a folder with all that it holds.
    ///
    /// A symbolic link is removed and never followed, at the top as well as below.
    ///
    /// - Parameter path: What to remove.
    /// - Throws: `FileFailure`; with code `ENOENT` where nothing is there. What was removed by then is gone.
    public static func removeTree(_ path: String) throws(FileFailure) {
        try check(path, "remove")
        // With a slash at its end, the path of a link would mean the folder that it leads to.
        var trimmed = path
        while trimmed.count > 1 && trimmed.hasSuffix("/") { trimmed.removeLast() }
        try remove(trimmed.utf8.map(CChar.init(bitPattern:)) + [0], in: AT_FDCWD, path: trimmed)
    }

    /// Removes one entry of an open folder; its name ends with a NUL and need not be UTF-8.
    private static func remove(_ name: [CChar], in folder: Int32, path: String) throws(FileFailure) {
        if unsafe unlinkat(folder, name, 0) == 0 { return }
        // POSIX says EPERM for a folder, Linux says EISDIR.
        let code = errno
        guard code == EISDIR || code == EPERM else { throw FileFailure("remove", path, code: code) }
        let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
        guard let number = uninterrupted({ unsafe openat(folder, name, flags) }) else {
            // No folder after all, so it is what unlinkat said.
            throw FileFailure("remove", path, code: errno == ENOTDIR ? code : errno)
        }
        // Everything below is named relative to the open folder, so that nobody can put a link in its way.
        let child = FileDescriptor(number)
        for entry in try rawNames(in: child, path: path) {
            let shown = String(decoding: entry.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
            try remove(entry, in: child.number, path: join(path, shown))
        }
        guard unsafe unlinkat(folder, name, AT_REMOVEDIR) == 0 else { throw FileFailure("remove", path) }
    }
}
