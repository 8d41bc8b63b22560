import Glibc

/// The server's end of a connection.
///
/// It belongs to the thread that serves it, to which it is handed over once.
public final class ServerConnection: @unchecked Sendable {
    private let descriptor: Int32
    private var isOpen = true

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    deinit { end() }

    /// Reads the head of a request; nil where the client has gone.
    func readRequest() -> LoopbackServer.Request? {
        var bytes: [UInt8] = []
        let end = Array("\r\n\r\n".utf8)
        while !bytes.suffix(4).elementsEqual(end) {
            guard let byte = readByte() else { return nil }
            bytes.append(byte)
            // The beginning of TLS (RFC 8446, section 5.1), of which this server knows nothing.
            if bytes == [0x16] {
                send("HTTP/1.1 400 Words\r\n\r\n".utf8)
                return nil
            }
        }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\r\n")
        let words = lines.first?.split(separator: " ") ?? []
        guard words.count == 3 else { return nil }
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        return LoopbackServer.Request(method: String(words[0]), path: String(words[1]), headers: headers)
    }

    private func readByte() -> UInt8? {
        var byte: UInt8 = 0
        while true {
            let count = unsafe recv(descriptor, &byte, 1, 0)
            if count == 1 { return byte }
            guard count < 0, errno == EINTR else { return nil }
        }
    }

    /// Sends bytes; a client that has gone does not matter.
    /// - Returns: whether all were sent.
    @discardableResult
    public func send(_ bytes: some Collection<UInt8>) -> Bool {
        var rest = Array(bytes)[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { piece in
                unsafe Glibc.send(descriptor, piece.baseAddress, piece.count, Int32(MSG_NOSIGNAL))
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return false }
            rest = rest.dropFirst(count)
        }
        return true
    }

    /// Waits until the client closes the connection, at most for so long.
    /// - Returns: whether it has.
    func waitForEnd(milliseconds: Int32 = -1) -> Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe poll(&request, 1, milliseconds) != 0
    }

    /// Closes the connection as a machine does that has crashed: what was sent may be lost.
    func reset() {
        var option = linger(l_onoff: 1, l_linger: 0)
        _ = unsafe setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
        end()
    }

    func end() {
        guard isOpen else { return }
        isOpen = false
        close(descriptor)
    }
}
