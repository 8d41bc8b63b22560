import Glibc

/// Why something could not be done with a file, a folder or a descriptor.
public struct FileFailure: Error, Sendable, Equatable {
    /// What was tried, as a verb: `read`, `list`, `write`.
    public let operation: String
    /// What it was tried on, as the caller gave it.
    public let path: String
    /// Why it failed, in the words of the C library or of this module.
    public let reason: String
    /// The error number of the C library (`errno`).
    public let code: Int32

    /// Makes a failure from its parts.
    ///
    /// - Parameters:
    ///   - operation: What was tried, as a verb.
    ///   - path: What it was tried on.
    ///   - reason: Why it failed.
    ///   - code: The error number of the C library.
    public init(operation: String, path: String, reason: String, code: Int32) {
        self.operation = operation
        self.path = path
        self.reason = reason
        self.code = code
    }
}

extension FileFailure {
    /// Whether the other end of a pipe was closed.
    public var isBrokenPipe: Bool { code == EPIPE }

    /// Whether the disk, or the user's share of it, is full.
    public var isFullDisk: Bool { code == ENOSPC || code == EDQUOT }

    /// Whether a file is larger than the limit that was given.
    public var isTooLarge: Bool { code == EFBIG }
}

extension FileFailure: CustomStringConvertible {
    /// One line of text for a person: `cannot read 'a.txt': No such file or directory`.
    public var description: String {
        "cannot \(operation) '\(path)': \(reason)"
    }
}

extension FileFailure {
    /// A failure with the C library's own words for an error number.
    init(_ operation: String, _ path: String, code: Int32 = errno) {
        var buffer = [CChar](repeating: 0, count: 256)
        // The one form of strerror that is safe with several threads and present in every libc.
        let known = unsafe strerror_r(code, &buffer, buffer.count) == 0
        let text = String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        self.init(operation: operation, path: path, reason: known ? text : "error \(code)", code: code)
    }
}
