import LibCurl
import TesseraModel
import TestSupport
import Testing

@testable import TesseraLinks

/// Who is asked when: with made-up servers and a clock by which nobody sleeps.
@Suite struct SchedulerTests {
    private let clock = ScriptedClock()

    /// Checks some links without an archive.
    private func check(
        _ urls: [String],
        over transport: ScriptedTransport,
        _ change: (inout RequestScheduler.Settings) -> Void = { _ in },
        isInterrupted: () -> Bool = { false }
    ) -> (outcomes: [String: LinkOutcome], isComplete: Bool) {
        var settings = RequestScheduler.Settings()
        change(&settings)
        let scheduler = RequestScheduler(
            settings,
            transport: transport,
            clock: clock,
            generator: SeededGenerator(seed: 1)
        )
        var outcomes: [String: LinkOutcome] = [:]
        let errands = urls.map { LinkErrand($0, known: nil, limits: HTTPLimits()) }
        let isComplete = scheduler.run(errands, isInterrupted: isInterrupted) { _, finding in
            if case .link(let outcome) = finding { outcomes[outcome.url] = outcome }
        }
        return (outcomes, isComplete)
    }

    @Test func `One at a time to a host, with a pause between`() {
        let transport = ScriptedTransport(clock) { _, _ in .success(.status(200)) }
        let urls = (1...3).flatMap { ["http://a.example/\($0)", "http://b.example:8080/\($0)"] }
        let (outcomes, isComplete) = check(urls, over: transport)
        #expect(isComplete && outcomes.count == 6 && outcomes.values.allSatisfy { $0.status == .ok })
        #expect(
            transport.log == [
                "0 HEAD http://a.example/1", "0 HEAD http://b.example:8080/1", "1010 HEAD http://a.example/2",
                "1010 HEAD http://b.example:8080/2", "2020 HEAD http://a.example/3",
                "2020 HEAD http://b.example:8080/3",
            ]
        )
        #expect(transport.crowded == [])
        #expect(clock.waits == [1_000, 1_000])
    }

    /// The host counts, not its port or scheme: it is one machine that is spared.
    @Test func `Ports and schemes of a host are one host`() {
        let transport = ScriptedTransport(clock) { _, _ in .success(.status(200)) }
        _ = check(["http://a.example/", "https://a.example/", "http://A.example:81/"], over: transport)
        #expect(transport.crowded == [] && transport.mostAtOnce == 1)
    }

    @Test(arguments: [1, 2, 5, 100])
    func `No more at once than allowed`(_ jobs: Int) {
        let transport = ScriptedTransport(clock, duration: { $0.url.utf8.count * 7 }) { _, _ in .success(.status(200)) }
        let urls = (0..<20).map { "http://host\($0).example/" } + (0..<20).map { "http://host\($0).example/again" }
        let (outcomes, _) = check(urls, over: transport) { $0.jobs = jobs }
        #expect(outcomes.count == 40 && transport.crowded == [])
        #expect(transport.mostAtOnce == min(jobs, 20))
    }

    @Test func `Attempts come slower and slower, and with GET`() {
        let transport = ScriptedTransport(clock) { _, _ in .success(.status(503)) }
        let (outcomes, _) = check(["http://a.example/"], over: transport) {
            $0.retries = RetryPolicy(attempts: 5)
            $0.pause = 0
        }
        #expect(outcomes["http://a.example/"]?.status == .serverError)
        #expect(outcomes["http://a.example/"]?.attempts == 5)
        #expect(transport.requests.map(\.method) == [.head, .get, .get, .get, .get])
        // Half of each wait is sure, the other half is chance.
        #expect(
            zip(clock.waits, [1_000, 2_000, 4_000, 8_000]).allSatisfy { ($1 / 2...$1).contains($0) },
            "\(clock.waits)"
        )
        #expect(clock.waits.count == 4)
    }

    @Test func `The same seed gives the same waits, and another gives others`() {
        func waits(_ seed: Int) -> [Int] {
            var generator: any RandomNumberGenerator = SeededGenerator(seed: seed)
            return (1...8).map { RetryPolicy().delay(after: $0, using: &generator) }
        }
        #expect(waits(1) == waits(1) && waits(1) != waits(2))
        #expect(waits(3).allSatisfy { $0 <= 60_000 } && waits(3)[7] >= 30_000)
    }

    @Test func `No delay overflows`() {
        var generator: any RandomNumberGenerator = SeededGenerator(seed: 1)
        let policy = RetryPolicy(firstDelay: .max, longestDelay: 5_000)
        #expect(policy.delay(after: .max, using: &generator) <= 5_000)
    }

    @Test(arguments: ["30", "HTTP date"])
    func `Retry-After holds for the whole host`(_ form: String) {
        let value = form == "30" ? form : HTTPDate.format(clock.now + 31_000)
        // Seconds count from the end of the answer, which takes 10 ms.
        let end = form == "30" ? 30_010 : 31_000
        let transport = ScriptedTransport(clock) { request, number in
            .success(
                request.url.hasSuffix("/1") && number == 0 ? .status(429, ["Retry-After": value]) : .status(200)
            )
        }
        let (outcomes, _) = check(["http://a.example/1", "http://a.example/2", "http://b.example/"], over: transport)
        #expect(outcomes.values.allSatisfy { $0.status == .ok })
        #expect(outcomes["http://a.example/1"]?.attempts == 2)
        #expect(transport.log.dropFirst(2).first == "\(end) GET http://a.example/1")
        #expect(transport.log.last == "\(end + 1_010) HEAD http://a.example/2")
    }

    @Test(arguments: ["3600", "99999999999999999999999", "Fri, 01 Jan 2100 00:00:00 GMT"])
    func `A host that asks for too long is not asked again`(_ value: String) {
        let transport = ScriptedTransport(clock) { _, _ in .success(.status(503, ["Retry-After": value])) }
        let (outcomes, _) = check(["http://a.example/1", "http://a.example/2"], over: transport)
        #expect(transport.log == ["0 HEAD http://a.example/1"])
        #expect(outcomes.values.allSatisfy { $0.status == .serverError && $0.httpStatus == 503 })
        #expect(outcomes["http://a.example/1"]?.note.hasPrefix("the host wants to be left alone for ") == true)
        #expect(outcomes["http://a.example/2"]?.note == "not asked: the host wants to be left alone")
        #expect(outcomes["http://a.example/2"]?.attempts == 0)
    }

    @Test(arguments: ["soon", "", "-5", "1.5"])
    func `A Retry-After that says nothing does not count`(_ value: String) {
        #expect(RetryPolicy.retryAfter(.status(503, ["Retry-After": value]), now: clock.now) == nil)
    }

    @Test func `A server that is gone is not asked for every page`() {
        let transport = ScriptedTransport(clock) { request, _ in
            request.url.contains("gone")
                ? .failure(HTTPFailure(.hostNotFound, "no such host"))
                : .failure(HTTPFailure(.timeout, "too late"))
        }
        let gone = (1...5).map { "http://gone.example/\($0)" }
        let slow = (1...5).map { "http://slow.example/\($0)" }
        let (outcomes, _) = check(gone + slow, over: transport)
        #expect(gone.allSatisfy { outcomes[$0]?.status == .dnsFailure })
        #expect(slow.allSatisfy { outcomes[$0]?.status == .timeout })
        #expect(gone.map { outcomes[$0]?.attempts } == [3, 0, 0, 0, 0])
        #expect(slow.map { outcomes[$0]?.attempts } == [3, 1, 1, 0, 0])
        #expect(outcomes["http://gone.example/5"]?.note.contains("not asked") == true)
    }

    @Test func `A server that answers again is asked as before`() {
        let transport = ScriptedTransport(clock) { request, _ in
            !request.url.hasSuffix("3") ? .failure(HTTPFailure(.refused, "")) : .success(.status(500))
        }
        let urls = (1...3).map { "http://a.example/\($0)" }
        let (outcomes, _) = check(urls, over: transport)
        #expect(urls.map { outcomes[$0]?.attempts } == [3, 1, 3])
    }

    @Test func `An interrupted run gives up what is under way`() {
        let transport = ScriptedTransport(clock) { _, _ in .success(.status(200)) }
        var asked = 0
        let (outcomes, isComplete) = check(
            ["http://a.example/1", "http://a.example/2", "http://a.example/3"],
            over: transport,
            isInterrupted: {
                asked += 1
                return asked > 4
            }
        )
        #expect(!isComplete && transport.isCancelled)
        #expect((1..<3).contains(outcomes.count))
    }

    @Test func `Nothing to do is done at once`() {
        let transport = ScriptedTransport(clock) { _, _ in .success(.status(200)) }
        #expect(check([], over: transport).isComplete && clock.waits.isEmpty)
    }
}
