import Synchronization

/// What a server does with a request.
public indirect enum ServerBehaviour: Sendable {
    /// Answers properly.
    case reply(Int, [String: String] = [:], body: [UInt8] = [])
    /// Sends some bytes and closes the connection; none for an empty answer.
    case raw([UInt8])
    /// Sends the beginning of an answer, and then a byte now and then until the client has had enough.
    case drip
    /// Says nothing until the client has had enough.
    case silence
    /// Breaks the connection.
    case reset
    /// One after the other, the last again and again.
    case turns([ServerBehaviour])
    /// One for `HEAD`, another for all else.
    case byMethod(head: ServerBehaviour, get: ServerBehaviour)
    /// Decided by the request.
    case decide(@Sendable (LoopbackServer.Request) -> ServerBehaviour)
    /// Waits at a gate first.
    case held(Gate, ServerBehaviour)

    public static func redirect(_ status: Int, _ target: String) -> ServerBehaviour {
        .reply(status, ["Location": target])
    }

    public static func text(_ text: String) -> ServerBehaviour { .raw(Array(text.utf8)) }

    /// - Parameter number: how many requests for the same path came before.
    func act(on request: LoopbackServer.Request, number: Int, _ connection: ServerConnection) {
        switch self {
        case .reply(let status, let headers, let body):
            var head = "HTTP/1.1 \(status) Words\r\n"
            for (name, value) in headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
            if headers["Content-Length"] == nil { head += "Content-Length: \(body.count)\r\n" }
            connection.send("\(head)Connection: close\r\n\r\n".utf8)
            if request.method != "HEAD" { connection.send(body) }
        case .raw(let bytes): connection.send(bytes)
        case .drip:
            connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n".utf8)
            while !connection.waitForEnd(milliseconds: 5), connection.send("X-Drip: 1\r\n".utf8) {}
        case .silence: _ = connection.waitForEnd()
        case .reset: connection.reset()
        case .turns(let behaviours):
            behaviours[min(number, behaviours.count - 1)].act(on: request, number: number, connection)
        case .byMethod(let head, let get):
            (request.method == "HEAD" ? head : get).act(on: request, number: number, connection)
        case .decide(let choose): choose(request).act(on: request, number: number, connection)
        case .held(let gate, let behaviour):
            gate.arrive()
            behaviour.act(on: request, number: number, connection)
        }
    }
}
