import FileSystem
import Glibc

/// A folder of its own for one test, removed afterwards.
func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let base = FileSystem.environment("TMPDIR") ?? "/tmp"
    let folder = "\(base)/doors-\(FileSystem.processID)-\(UInt64.random(in: 0 ... .max))"
    try FileSystem.createDirectory(folder, withParents: true)
    let result: Result
    do {
        result = try body(folder)
    } catch {
        try FileSystem.removeTree(folder)
        throw error
    }
    try FileSystem.removeTree(folder)
    return result
}

/// Makes a symbolic link.
func link(_ path: String, to target: String) throws {
    guard unsafe symlink(target, path) == 0 else {
        throw FileFailure(operation: "link", path: path, reason: "symlink failed", code: errno)
    }
}

/// Makes a FIFO.
func fifo(_ path: String) throws {
    guard unsafe mkfifo(path, 0o600) == 0 else {
        throw FileFailure(operation: "make", path: path, reason: "mkfifo failed", code: errno)
    }
}
