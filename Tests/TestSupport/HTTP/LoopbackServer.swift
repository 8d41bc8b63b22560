import Foundation
import Glibc
import Synchronization

/// A web server on this machine that does what a test tells it to, however wrong. It ends with its object.
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
        var underWay = 0
        var mostUnderWay = 0
    }

    /// Chosen by the system.
    public let port: Int
    /// `127.0.0.1`, or another number that leads to this machine.
    public let host: String
    private let listener: Int32
    private let behaviours: Mutex<[String: ServerBehaviour]>
    private let state = Mutex(State())

    /// Starts a server.
    /// - Parameters:
    ///   - behaviours: what to do for each path; all others are not found.
    ///   - host: a number of 127.0.0.0/8.
    public init(_ behaviours: [String: ServerBehaviour], host: String = "127.0.0.1") throws {
        self.host = host
        self.behaviours = Mutex(behaviours)
        (listener, port) = try LoopbackSocket.listen(host)
        // The thread keeps the number alone, so that the object ends when the test lets go of it.
        let listener = listener
        Thread.detachNewThread { [weak self] in
            while let connection = LoopbackSocket.accept(listener) {
                Thread.detachNewThread { [weak self] in self?.serve(ServerConnection(connection)) }
            }
        }
    }

    deinit {
        // Wakes the thread that waits for connections.
        shutdown(listener, Int32(SHUT_RDWR))
        close(listener)
    }

    /// The address of a path, in the form that URLs have.
    public func url(_ path: String) -> String { "http://\(host):\(port)\(path)" }

    /// What to do for a path from now on.
    public func set(_ path: String, _ behaviour: ServerBehaviour) { behaviours.withLock { $0[path] = behaviour } }

    /// All requests, in the order in which they came.
    public var requests: [Request] { state.withLock { $0.requests } }

    /// Methods and paths of all requests: `HEAD /page`.
    public var log: [String] { requests.map { "\($0.method) \($0.path)" } }

    /// How many requests were under way at once at most.
    public var mostAtOnce: Int { state.withLock { $0.mostUnderWay } }

    private func serve(_ connection: ServerConnection) {
        guard let request = connection.readRequest() else { return }
        let count = state.withLock { state in
            state.requests.append(request)
            state.underWay += 1
            state.mostUnderWay = max(state.mostUnderWay, state.underWay)
            defer { state.counts[request.path, default: 0] += 1 }
            return state.counts[request.path, default: 0]
        }
        let path = String(request.path.prefix { $0 != "?" })
        let behaviour = behaviours.withLock { $0[request.path] ?? $0[path] } ?? .reply(404)
        behaviour.act(on: request, number: count, connection)
        // Before the client can see the end: its next request must not be counted as one at the same time.
        state.withLock { $0.underWay -= 1 }
        connection.end()
    }
}
