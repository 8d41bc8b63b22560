import LibCurl
import TesseraModel

/// Runs errands at once without troubling anybody: one request to a host at a time, with a pause behind it, attempts that
/// come slower and slower, and no word to a host that asked to be left alone.
///
/// It runs on the thread that calls it; only the transport does several things at once. So the order of what happens
/// depends on the clock and the answers alone.
final class RequestScheduler {
    struct Settings {
        /// Requests under way at once, at least 1.
        var jobs = 8
        /// Milliseconds between two requests to one host.
        var pause = 1_000
        /// The pause of some hosts, by their name.
        var pauses: [String: Int] = [:]
        var retries = RetryPolicy()
    }

    private let settings: Settings
    private let transport: any Transport
    private let clock: any LinkClock
    private var generator: any RandomNumberGenerator
    private var queues: [HostQueue] = []
    private var positions: [String: Int] = [:]
    private var underWay: [Int: WaitingRequest] = [:]
    private var tickets = 0
    private var silence = SilentServers()
    private var report: (Int, Finding) -> Void = { _, _ in }

    init(
        _ settings: Settings,
        transport: any Transport,
        clock: any LinkClock,
        generator: any RandomNumberGenerator
    ) {
        self.settings = settings
        self.transport = transport
        self.clock = clock
        self.generator = generator
    }

    /// Runs errands to their ends.
    /// - Parameters:
    ///   - errands: what to find out; those to one host are run in this order.
    ///   - isInterrupted: asked again and again: whether to stop at once.
    ///   - report: called with the position of an errand and what it found out, as soon as it has.
    /// - Returns: whether all were run.
    func run(
        _ errands: [any Errand],
        isInterrupted: () -> Bool,
        report: @escaping (Int, Finding) -> Void
    ) -> Bool {
        self.report = report
        for (number, errand) in errands.enumerated() {
            var errand = errand
            let request = errand.begin()
            enqueue(WaitingRequest(number: number, errand: errand, request: request, notBefore: clock.now))
        }
        while !isInterrupted() {
            beginRequests()
            let due = queues.compactMap(\.due).min()
            if underWay.isEmpty {
                guard let due else { return true }
                clock.sleep(until: due, unless: isInterrupted)
            } else {
                let isFull = underWay.count >= max(1, settings.jobs)
                let wait = isFull ? SystemClock.slice : min(due.map { $0 - clock.now } ?? .max, SystemClock.slice)
                for completion in transport.wait(milliseconds: max(0, wait)) { finish(completion) }
            }
        }
        transport.cancelAll()
        return false
    }

    private func enqueue(_ request: WaitingRequest, resumes: Bool = false) {
        let index = position(of: request.request)
        if resumes { queues[index].resume(request) } else { queues[index].append(request) }
    }

    private func position(of request: HTTPRequest) -> Int {
        let host = WebAddress(request.url)?.host ?? ""
        if let index = positions[host] { return index }
        positions[host] = queues.count
        queues.append(HostQueue(pause: settings.pauses[host] ?? settings.pause, readyAt: clock.now))
        return queues.count - 1
    }

    private func beginRequests() {
        for index in queues.indices {
            while underWay.count < max(1, settings.jobs), let next = queues[index].next(at: clock.now) {
                if let reply = knownReply(to: next, of: queues[index]) {
                    deliver(reply, of: next)
                } else {
                    queues[index].isBusy = true
                    tickets += 1
                    underWay[tickets] = next
                    transport.begin(next.request, ticket: tickets)
                }
            }
        }
    }

    /// The reply that need not be asked for; nil where it is not known.
    private func knownReply(to waiting: WaitingRequest, of queue: HostQueue) -> Reply? {
        var reply: Reply?
        if let refusal = queue.refusal {
            reply = Reply(request: waiting.request, result: .success(refusal), attempts: 0, moment: clock.now.inSeconds)
            reply?.note = "not asked: the host wants to be left alone"
        } else if let failure = silence.failure(for: waiting.request) {
            reply = Reply(request: waiting.request, result: .failure(failure), attempts: 0, moment: clock.now.inSeconds)
            reply?.note = "not asked: the server did not answer before"
        }
        return reply
    }

    private func finish(_ completion: HTTPCompletion) {
        guard let waiting = underWay.removeValue(forKey: completion.ticket) else { return }
        let index = position(of: waiting.request)
        let now = clock.now
        queues[index].isBusy = false
        queues[index].readyAt = now + queues[index].pause
        let result = completion.result
        if case .success = result { silence.noteAnswer(to: waiting.request) }
        var reply = Reply(request: waiting.request, result: result, attempts: waiting.attempt, moment: now.inSeconds)
        guard RetryPolicy.isWorthRepeating(result) else { return deliver(reply, of: waiting) }
        var delay = settings.retries.delay(after: waiting.attempt, using: &generator)
        if case .success(let answer) = result, let wanted = RetryPolicy.retryAfter(answer, now: now) {
            guard wanted <= settings.retries.longestRetryAfter else {
                queues[index].refusal = answer
                reply.note = "the host wants to be left alone for \(wanted / 1_000) s"
                return deliver(reply, of: waiting)
            }
            queues[index].readyAt = max(queues[index].readyAt, now + wanted)
            delay = max(delay, wanted)
        }
        let attempts = silence.isSilent(waiting.request) ? 1 : settings.retries.attempts
        guard waiting.attempt < attempts else { return deliver(reply, of: waiting) }
        // Nobody is there, so the other pages of the host need not be tried meanwhile.
        if SilentServers.isSilence(result) { queues[index].readyAt = max(queues[index].readyAt, now + delay) }
        var again = waiting
        again.attempt += 1
        again.notBefore = now + delay
        // What a server does with HEAD may be a fault of its own.
        again.request.method = .get
        queues[index].resume(again)
    }

    private func deliver(_ reply: Reply, of waiting: WaitingRequest) {
        if reply.attempts > 0, case .failure(let failure) = reply.result, SilentServers.isSilence(reply.result) {
            silence.note(failure, of: reply.request)
        }
        var errand = waiting.errand
        switch errand.proceed(with: reply) {
        case .done(let finding): report(waiting.number, finding)
        case .ask(let request):
            let isSameHost = WebAddress(request.url)?.host == WebAddress(reply.request.url)?.host
            enqueue(
                WaitingRequest(number: waiting.number, errand: errand, request: request, notBefore: clock.now),
                resumes: isSameHost
            )
        }
    }
}
