import Glibc

extension FileSystem {
    /// Makes a folder.
    ///
    /// A folder that is there already is left as it is.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - withParents: Whether missing folders above it are made as well.
    /// - Throws: `FileFailure`; with code `EEXIST` where something else has the name.
    public static func createDirectory(_ path: String, withParents: Bool = false) throws(FileFailure) {
        try check(path, "create")
        if unsafe mkdir(path, 0o777) == 0 { return }
        let code = errno
        if code == EEXIST, try kind(of: path) == .directory { return }
        guard code == ENOENT, withParents, let parent = parent(of: path) else {
            throw FileFailure("create", path, code: code)
        }
        try createDirectory(parent, withParents: true)
        // Once more from the beginning: another process may have made it meanwhile, which is as good.
        try createDirectory(path, withParents: false)
    }

    /// Writes a file in place, making it or replacing what it held, and waits until it is on the disk.
    ///
    /// A reader may see half of it; see `writeAtomically` for a file that somebody reads meanwhile.
    ///
    /// - Parameters:
    ///   - bytes: What the file shall hold.
    ///   - path: The file.
    /// - Throws: `FileFailure`; what was written by then stays.
    public static func write(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        // O_NONBLOCK: a FIFO of that name is refused (ENXIO) and not waited for.
        let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK
        let file = try FileDescriptor(opening: path, flags: flags, operation: "write")
        try finish(file, bytes, path, isDurable: true)
    }

    /// Writes several files into a folder, in place; ``synchronise(fileSystemOf:)`` waits until they are on the disk.
    ///
    /// - Parameters:
    ///   - files: The names of the files in the folder, and what they shall hold.
    ///   - folder: The folder.
    /// - Throws: `FileFailure`; what was written by then stays.
    public static func write(
        _ files: [(name: String, bytes: [UInt8])],
        into folder: String
    ) throws(FileFailure) {
        for (name, bytes) in files {
            let path = join(folder, name)
            let flags = O_WRONLY | O_CREAT | O_TRUNC | O_NONBLOCK
            let file = try FileDescriptor(opening: path, flags: flags, operation: "write")
            try file.write(bytes, operation: "write", path: path)
            try file.closeChecked(operation: "write", path: path)
        }
    }

    /// Waits until all that was written to a file system is on the disk (`syncfs`): a third of a wait for each file.
    ///
    /// - Parameter folder: A folder of that file system.
    /// - Throws: `FileFailure`, also where something written before could not be.
    public static func synchronise(fileSystemOf folder: String) throws(FileFailure) {
        let directory = try FileDescriptor(opening: folder, flags: O_RDONLY | O_DIRECTORY, operation: "synchronise")
        try directory.synchroniseFileSystem(operation: "synchronise", path: folder)
    }

    /// Writes a file so that a reader sees either the old or the new one.
    ///
    /// The bytes go to a file beside it, which then takes its name. A symbolic link of that name is replaced,
    /// not followed.
    ///
    /// - Parameters:
    ///   - bytes: What the file shall hold.
    ///   - path: The file.
    ///   - isDurable: Whether to wait until the file is on the disk; without, a power cut may bring back the old one.
    /// - Throws: `FileFailure`; the old file is untouched then.
    public static func writeAtomically(
        _ bytes: [UInt8],
        to path: String,
        isDurable: Bool = true
    ) throws(FileFailure) {
        try check(path, "write")
        let folder = parent(of: path) ?? "."
        let temporary = join(folder, temporaryName())
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        let file = try FileDescriptor(opening: temporary, flags: flags, operation: "write", shownAs: path)
        do throws(FileFailure) {
            try finish(file, bytes, path, isDurable: isDurable)
            guard unsafe rename(temporary, path) == 0 else { throw FileFailure("write", path) }
        } catch {
            unsafe unlink(temporary)
            throw error
        }
        if isDurable { try synchroniseDirectory(folder) }
    }

    /// Writes bytes to an open descriptor, such as 1 for standard output.
    ///
    /// A process that reads no further makes this throw `EPIPE` only where `ignoreBrokenPipes` was called
    /// before; otherwise the signal SIGPIPE ends this process.
    ///
    /// - Parameters:
    ///   - bytes: What to write.
    ///   - descriptor: The descriptor; it stays open.
    /// - Throws: `FileFailure`; with code `EPIPE` where nobody reads any more.
    public static func writeToDescriptor(_ bytes: [UInt8], descriptor: Int32) throws(FileFailure) {
        try writeAll(bytes, to: descriptor, operation: "write to", path: "descriptor \(descriptor)")
    }

    /// Writes all bytes, however many calls that takes.
    static func writeAll(
        _ bytes: [UInt8],
        to descriptor: Int32,
        operation: String,
        path: String
    ) throws(FileFailure) {
        var offset = 0
        while offset < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { bytes in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[offset...])
                return uninterrupted { unsafe Glibc.write(descriptor, rest.baseAddress, rest.count) }
            }
            if let written {
                offset += written
            } else if errno == EAGAIN {
                // A descriptor set not to wait, by whoever shares it: wait until it takes bytes again.
                var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
                _ = unsafe poll(&request, 1, -1)
            } else {
                throw FileFailure(operation, path)
            }
        }
    }

    private static func finish(
        _ file: consuming FileDescriptor,
        _ bytes: [UInt8],
        _ path: String,
        isDurable: Bool
    ) throws(FileFailure) {
        try file.write(bytes, operation: "write", path: path)
        if isDurable { try file.synchronise(operation: "write", path: path) }
        try file.closeChecked(operation: "write", path: path)
    }
}
