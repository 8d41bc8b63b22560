import Glibc

/// Why a socket could not be opened.
struct SocketFailure: Error {
    var call: String
    var code: Int32
}

/// Sockets that listen on this machine alone.
enum LoopbackSocket {
    /// Opens a socket at a port that the system chooses.
    static func listen(_ host: String) throws -> (descriptor: Int32, port: Int) {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { throw SocketFailure(call: "socket", code: errno) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        guard unsafe inet_pton(AF_INET, host, &address.sin_addr) == 1 else {
            throw SocketFailure(call: "inet_pton", code: errno)
        }
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        // SAFETY: the functions take any kind of address by the type that is common to all, and its size.
        let isBound = unsafe withUnsafePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { unsafe bind(descriptor, $0, size) }
        }
        guard isBound == 0, Glibc.listen(descriptor, 128) == 0 else { throw SocketFailure(call: "bind", code: errno) }
        var actual = size
        let isNamed = unsafe withUnsafeMutablePointer(to: &address) { pointer in
            unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                unsafe getsockname(descriptor, $0, &actual)
            }
        }
        guard isNamed == 0 else { throw SocketFailure(call: "getsockname", code: errno) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// Waits for the next connection; nil when the socket is closed.
    static func accept(_ listener: Int32) -> Int32? {
        while true {
            let connection = Glibc.accept(listener, nil, nil)
            if connection >= 0 {
                // A program that a test starts must not hold it open.
                _ = fcntl(connection, F_SETFD, FD_CLOEXEC)
                return connection
            }
            guard errno == EINTR || errno == ECONNABORTED else { return nil }
        }
    }

    /// A port at which nobody listens.
    static func unusedPort() throws -> Int {
        let (descriptor, port) = try listen("127.0.0.1")
        close(descriptor)
        return port
    }
}

/// The address of a server that is not there.
public func addressWithoutServer() throws -> String { "http://127.0.0.1:\(try LoopbackSocket.unusedPort())/" }
