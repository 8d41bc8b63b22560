import Glibc

extension FileSystem {
    /// The names in a folder, those that begin with a dot included, sorted by their UTF-8 bytes.
    ///
    /// - Parameter directory: The folder.
    /// - Returns: The names, without `.` and `..`.
    /// - Throws: `FileFailure` where it is no folder, cannot be read or holds a name that is not UTF-8.
    public static func entries(of directory: String) throws(FileFailure) -> [String] {
        let folder = try FileDescriptor(opening: directory, flags: O_RDONLY | O_DIRECTORY, operation: "list")
        return try names(in: folder, path: directory)
    }

    /// The names in a folder that are UTF-8, for those who look for names of their own and leave others in peace.
    ///
    /// - Throws: `FileFailure` where it is no folder or cannot be read.
    public static func readableEntries(of directory: String) throws(FileFailure) -> [String] {
        let folder = try FileDescriptor(opening: directory, flags: O_RDONLY | O_DIRECTORY, operation: "list")
        return try rawNames(in: folder, path: directory).compactMap {
            String(validating: $0.dropLast(), as: UTF8.self)
        }.sorted(by: precedes)
    }

    /// The names of the folders in a folder that are UTF-8, sorted; symbolic links are none.
    ///
    /// - Throws: `FileFailure` where it is no folder or cannot be read.
    public static func readableFolders(in directory: String) throws(FileFailure) -> [String] {
        var folders: [String] = []
        for name in try readableEntries(of: directory) {
            if try placement(of: join(directory, name)) == .folder { folders.append(name) }
        }
        return folders
    }

    /// The files in a folder and in the folders below it.
    ///
    /// Listed is all that is not a folder, so that a FIFO or a symbolic link that leads nowhere is reported
    /// when it is read and not passed over in silence. Names that begin with a dot are skipped. A symbolic
    /// link to a file is listed, one to a folder is neither listed nor followed.
    ///
    /// - Parameter directory: The folder.
    /// - Returns: Paths relative to the folder, sorted by their UTF-8 bytes.
    /// - Throws: `FileFailure` where a folder cannot be read or holds a name that is not UTF-8.
    public static func files(below directory: String) throws(FileFailure) -> [String] {
        var files: [String] = []
        // A list of folders still to visit, so that depth costs no stack.
        var folders = [""]
        while let folder = folders.popLast() {
            for name in try entries(of: folder.isEmpty ? directory : join(directory, folder))
            where !name.hasPrefix(".") {
                let path = folder.isEmpty ? name : join(folder, name)
                switch try placement(of: join(directory, path)) {
                case .folder: folders.append(path)
                case .linkToFolder: continue
                case .file: files.append(path)
                }
            }
        }
        return files.sorted(by: precedes)
    }

    private enum ListedKind {
        case file, folder, linkToFolder
    }

    private static func placement(of path: String) throws(FileFailure) -> ListedKind {
        var status = stat()
        guard unsafe lstat(path, &status) == 0 else { throw FileFailure("list", path) }
        if Kind(mode: status.st_mode) == .directory { return .folder }
        guard status.st_mode & S_IFMT == S_IFLNK else { return .file }
        // A link that cannot be followed is left to whoever reads it.
        let leadsToFolder = unsafe stat(path, &status) == 0 && Kind(mode: status.st_mode) == .directory
        return leadsToFolder ? .linkToFolder : .file
    }

    private static func names(in folder: borrowing FileDescriptor, path: String) throws(FileFailure) -> [String] {
        var names: [String] = []
        for bytes in try rawNames(in: folder, path: path) {
            guard let name = String(validating: bytes.dropLast(), as: UTF8.self) else {
                let reason = "it holds a name that is not UTF-8"
                throw FileFailure(operation: "list", path: path, reason: reason, code: EILSEQ)
            }
            names.append(name)
        }
        return names.sorted(by: precedes)
    }

    /// The names in an open folder as the file system holds them, each with a NUL at its end.
    static func rawNames(in folder: borrowing FileDescriptor, path: String) throws(FileFailure) -> [[CChar]] {
        // The stream closes its descriptor, so it gets one of its own.
        let own = FileDescriptor(fcntl(folder.number, F_DUPFD_CLOEXEC, 0))
        guard own.number >= 0, let stream = unsafe fdopendir(own.number) else { throw FileFailure("list", path) }
        _ = own.release()
        defer { unsafe closedir(stream) }
        var names: [[CChar]] = []
        while true {
            // Nil means the end as well as a fault; only errno tells them apart.
            errno = 0
            guard let entry = unsafe readdir(stream) else { break }
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe bytes.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0]
            }
            if name != [0x2E, 0] && name != [0x2E, 0x2E, 0] { names.append(name) }
        }
        guard errno == 0 else { throw FileFailure("list", path) }
        return names
    }

    private static func precedes(_ first: String, _ second: String) -> Bool {
        first.utf8.lexicographicallyPrecedes(second.utf8)
    }
}
