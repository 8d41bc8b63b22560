import LibCurl
import TesseraModel

@testable import TesseraLinks

/// A clock by which nobody sleeps: it stands still until somebody waits, and notes how long they wanted to.
final class ScriptedClock: LinkClock {
    private(set) var now = Moment(milliseconds: 1_800_000_000_000)
    private(set) var waits: [Int] = []

    func sleep(until moment: Moment, unless isInterrupted: () -> Bool) {
        waits.append(moment - now)
        now = max(now, moment)
    }

    func advance(_ milliseconds: Int) { now = now + milliseconds }
}

/// Servers that are made up: each request takes some time of the clock, and then has the answer that a test gives.
final class ScriptedTransport: Transport {
    typealias Result = Swift.Result<HTTPAnswer, HTTPFailure>

    private let clock: ScriptedClock
    private let duration: (HTTPRequest) -> Int
    private let answer: (HTTPRequest, _ number: Int) -> Result
    private var underWay: [(ticket: Int, request: HTTPRequest, number: Int, end: Moment)] = []
    private let start: Moment
    /// When each request was made, in milliseconds since the beginning: `0 HEAD http://a.example/`.
    private(set) var log: [String] = []
    private(set) var requests: [HTTPRequest] = []
    private(set) var mostAtOnce = 0
    private(set) var isCancelled = false
    /// Hosts that had two requests under way at once.
    private(set) var crowded: Set<String> = []

    init(
        _ clock: ScriptedClock,
        duration: @escaping (HTTPRequest) -> Int = { _ in 10 },
        answer: @escaping (HTTPRequest, _ number: Int) -> Result
    ) {
        self.clock = clock
        self.duration = duration
        self.answer = answer
        start = clock.now
    }

    func begin(_ request: HTTPRequest, ticket: Int) {
        let number = requests.count { $0.url == request.url }
        log.append("\(clock.now - start) \(request.method.rawValue) \(request.url)")
        requests.append(request)
        underWay.append((ticket, request, number, clock.now + duration(request)))
        mostAtOnce = max(mostAtOnce, underWay.count)
        let hosts = underWay.map { WebAddress($0.request.url)?.host ?? "" }
        for host in hosts where hosts.count(where: { $0 == host }) > 1 { crowded.insert(host) }
    }

    /// Ends the request that is the first to end, or lets the time pass.
    func wait(milliseconds: Int) -> [HTTPCompletion] {
        guard let index = underWay.indices.min(by: { underWay[$0].end < underWay[$1].end }) else { return [] }
        let next = underWay[index]
        guard next.end - clock.now <= milliseconds else {
            clock.advance(milliseconds)
            return []
        }
        clock.advance(max(0, next.end - clock.now))
        underWay.remove(at: index)
        return [HTTPCompletion(ticket: next.ticket, result: answer(next.request, next.number))]
    }

    func cancelAll() {
        isCancelled = true
        underWay = []
    }
}

extension HTTPAnswer {
    static func status(_ status: Int, _ headers: [String: String] = [:], to target: String? = nil) -> HTTPAnswer {
        HTTPAnswer(
            status: status,
            headers: headers.sorted { $0.key < $1.key }.map { HTTPHeader($0.key, $0.value) },
            redirectTarget: target
        )
    }
}
