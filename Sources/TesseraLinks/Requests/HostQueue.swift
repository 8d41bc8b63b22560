import LibCurl
import TesseraModel

/// An errand with the request that it waits for.
struct WaitingRequest {
    /// Position of the errand among all.
    var number: Int
    var errand: any Errand
    var request: HTTPRequest
    /// How often the request was made, this time included.
    var attempt = 1
    /// It may not be made before.
    var notBefore: Moment
}

/// The requests to one host, of which one is under way at a time.
struct HostQueue {
    /// Milliseconds between the end of one request and the beginning of the next.
    let pause: Int
    private(set) var waiting: [WaitingRequest] = []
    var isBusy = false
    /// The host is left alone until then.
    var readyAt: Moment
    /// What the host answered when it asked to be left alone for longer than anybody waits.
    var refusal: HTTPAnswer?

    init(pause: Int, readyAt: Moment) {
        self.pause = pause
        self.readyAt = readyAt
    }

    mutating func append(_ request: WaitingRequest) { waiting.append(request) }

    /// Puts a request before all others: its errand has begun.
    mutating func resume(_ request: WaitingRequest) { waiting.insert(request, at: 0) }

    /// When the next request may be made; nil where none can be, or none waits.
    var due: Moment? {
        guard !isBusy, let first = waiting.map(\.notBefore).min() else { return nil }
        return max(first, readyAt)
    }

    /// Takes out the first request that may be made.
    mutating func next(at now: Moment) -> WaitingRequest? {
        guard let due, due <= now, let index = waiting.firstIndex(where: { $0.notBefore <= now }) else { return nil }
        return waiting.remove(at: index)
    }
}
