import Glibc

extension FileSystem {
    /// Adds bytes at the end of a file, making it if need be, and waits until they are on the disk.
    ///
    /// A symbolic link is not followed.
    ///
    /// - Parameters:
    ///   - bytes: What to add.
    ///   - path: The file.
    /// - Throws: `FileFailure`; some of the bytes may be there then.
    public static func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
        let isNew = try kind(of: path) == .missing
        let flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_NONBLOCK
        let file = try FileDescriptor(opening: path, flags: flags, operation: "append to")
        try file.write(bytes, operation: "append to", path: path)
        try file.synchronise(operation: "append to", path: path)
        try file.closeChecked(operation: "append to", path: path)
        // The name of a new file is on the disk when its folder is.
        if isNew { try synchroniseDirectory(parent(of: path) ?? ".") }
    }
}
