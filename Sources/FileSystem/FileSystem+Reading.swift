import Glibc

extension FileSystem {
    /// Reads a whole file.
    ///
    /// Only a regular file is read. A folder, a device or a FIFO is refused and never waited for.
    ///
    /// - Parameters:
    ///   - path: The file; symbolic links are followed.
    ///   - limit: The largest number of bytes to accept, or nil for any.
    /// - Returns: The bytes of the file.
    /// - Throws: `FileFailure`; with code `EFBIG` where the file is larger than the limit.
    public static func contents(of path: String, limit: Int? = nil) throws(FileFailure) -> [UInt8] {
        // Without O_NONBLOCK, opening a FIFO would wait for somebody to write to it.
        let file = try FileDescriptor(opening: path, flags: O_RDONLY | O_NONBLOCK, operation: "read")
        var status = stat()
        guard unsafe fstat(file.number, &status) == 0 else { throw FileFailure("read", path) }
        switch Kind(mode: status.st_mode) {
        case .file: break
        case .directory: throw FileFailure("read", path, code: EISDIR)
        case .other, .missing:
            throw FileFailure(operation: "read", path: path, reason: "it is not a regular file", code: EINVAL)
        }
        if let limit, status.st_size > limit { throw tooLarge(path, limit) }
        var bytes = [UInt8]()
        // Mostly one piece is the whole file; a file that grows, or says it is empty (/proc), takes more.
        var room = max(Int(status.st_size), 4096)
        while try append(from: file.number, path, room: room, to: &bytes) {
            if let limit, bytes.count > limit { throw tooLarge(path, limit) }
            room = 65_536
        }
        return bytes
    }

    /// Reads standard input to its end, whatever it is.
    ///
    /// - Parameter limit: The largest number of bytes to accept, or nil for any.
    /// - Throws: `FileFailure`; with code `EFBIG` where there is more than the limit.
    public static func standardInput(limit: Int? = nil) throws(FileFailure) -> [UInt8] {
        let path = "standard input"
        var bytes = [UInt8]()
        while try append(from: STDIN_FILENO, path, room: 65_536, to: &bytes) {
            if let limit, bytes.count > limit { throw tooLarge(path, limit) }
        }
        return bytes
    }

    /// Reads the next piece of a file; false at its end.
    static func append(
        from number: Int32,
        _ path: String,
        room: Int,
        to bytes: inout [UInt8]
    ) throws(FileFailure) -> Bool {
        var failure: Int32 = 0
        let piece = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
            let result = uninterrupted { unsafe read(number, buffer.baseAddress, room) }
            if result == nil { failure = errno }
            count = result ?? 0
        }
        guard failure == 0 else { throw FileFailure("read", path, code: failure) }
        if bytes.isEmpty { bytes = piece } else { bytes += piece }
        return !piece.isEmpty
    }

    private static func tooLarge(_ path: String, _ limit: Int) -> FileFailure {
        FileFailure(
            operation: "read",
            path: path,
            reason: "it is larger than the limit of \(limit) bytes",
            code: EFBIG
        )
    }
}
