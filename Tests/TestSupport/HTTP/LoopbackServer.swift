import Foundation
import Glibc
import Synchronization

/// A web server on this machine that does what a test tells it to, however wrong. ``withServer(_:host:_:)`` runs one.
public final class LoopbackServer: Sendable {
    /// A request that came.
    public struct Request: Sendable, Equatable {
        public var method: String
        /// With its query.
        public var path: String
        /// By their names in lower case.
        public var headers: [String: String]
    }

    private struct State {
        var requests: [Request] = []
        var counts: [String: Int] = [:]
    }

    /// Chosen by the system.
    public let port: Int
    /// `127.0.0.1`, or another number that leads to this machine.
    public let host: String
    private let listener: Int32
    private let behaviours: Mutex<[String: ServerBehaviour]>
    private let state = Mutex(State())

    /// Starts a server.
    init(_ behaviours: [String: ServerBehaviour], host: String) throws {
        self.host = host
        self.behaviours = Mutex(behaviours)
        (listener, port) = try LoopbackSocket.listen(host)
        // The thread keeps the number alone, so that the object ends when the test lets go of it.
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while let connection = LoopbackSocket.accept(listener) {
                let connection = ServerConnection(connection)
                Thread.detachNewThread { [weak self] in self?.serve(connection) }
            }
            // Closed where it is used: its number may belong to another server at once.
            close(listener)
        }
    }

    deinit {
        // Ends the thread that waits for connections.
        shutdown(listener, Int32(SHUT_RDWR))
    }

    /// The address of a path, in the form that URLs have.
    public func url(_ path: String) -> String { "http://\(host):\(port)\(path)" }

    /// What to do for a path from now on.
    public func set(_ path: String, _ behaviour: ServerBehaviour) { behaviours.withLock { $0[path] = behaviour } }

    /// All requests, in the order in which they came.
    public var requests: [Request] { state.withLock { $0.requests } }

    /// Methods and paths of all requests: `HEAD /page`.
    public var log: [String] { requests.map { "\($0.method) \($0.path)" } }

    private func serve(_ connection: ServerConnection) {
        guard let request = connection.readRequest() else { return }
        let count = state.withLock { state in
            state.requests.append(request)
            defer { state.counts[request.path, default: 0] += 1 }
            return state.counts[request.path, default: 0]
        }
        let path = String(request.path.prefix { $0 != "?" })
        let behaviour = behaviours.withLock { $0[request.path] ?? $0[path] } ?? .reply(404)
        behaviour.act(on: request, number: count, connection)
        connection.end()
    }
}

/// Runs a server while a test asks it things.
/// - Parameters:
///   - behaviours: what to do for each path; all others are not found.
///   - host: a number of 127.0.0.0/8.
///   - body: what to do meanwhile.
public func withServer<Result>(
    _ behaviours: [String: ServerBehaviour],
    host: String = "127.0.0.1",
    _ body: (LoopbackServer) throws -> Result
) throws -> Result {
    let server = try LoopbackServer(behaviours, host: host)
    // Nobody may mention it after the last request, and it must not end before the answer is out.
    defer { withExtendedLifetime(server) {} }
    return try body(server)
}
