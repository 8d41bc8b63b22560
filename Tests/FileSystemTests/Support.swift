import FileSystem
import Glibc

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
