import CLinux
import Glibc

/// A file in memory: a stream of a child process, or a file for a library that writes to nothing else.
///
/// Unlike a pipe it is never full, so that nobody need read from it in time, and a program may jump about in its input.
/// It has no name in any folder, and is gone when it is closed.
package struct MemoryFile: ~Copyable {
    package let descriptor: Int32

    /// Where this process can open the file once more by a name; the kernel keeps `/proc/self` for every process.
    package var path: String { "/proc/self/fd/\(descriptor)" }

    /// Makes a file.
    package init(_ bytes: [UInt8] = []) throws(SystemError) {
        descriptor = unsafe tessera_memory_file("tessera")
        guard descriptor >= 0 else { throw SystemError() }
        var offset = 0
        while offset < bytes.count {
            // SAFETY: the buffer is valid for the call, which reads no more than its count.
            let written = unsafe bytes.withUnsafeBytes { buffer in
                let rest = unsafe UnsafeRawBufferPointer(rebasing: buffer[offset...])
                return unsafe pwrite(descriptor, rest.baseAddress, rest.count, offset)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { throw SystemError() }
            offset += written
        }
    }

    deinit { close(descriptor) }

    /// All that has been written, from the beginning.
    package func contents() throws(SystemError) -> [UInt8] {
        let size = lseek(descriptor, 0, SEEK_END)
        guard size >= 0 else { throw SystemError() }
        var bytes = [UInt8](repeating: 0, count: size)
        var offset = 0
        while offset < size {
            // SAFETY: the buffer is valid for the call, which writes no more than its count.
            let count = unsafe bytes.withUnsafeMutableBytes { buffer in
                let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[offset...])
                return unsafe pread(descriptor, rest.baseAddress, rest.count, offset)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw SystemError() }
            offset += count
        }
        return bytes
    }
}

/// An error number of the C library.
package struct SystemError: Error {
    package var code: Int32

    /// - Parameter code: the number; by default that of the call which has failed just now.
    package init(code: Int32 = errno) { self.code = code }
}
