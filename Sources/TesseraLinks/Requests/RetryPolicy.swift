import LibCurl
import TesseraModel

/// When a request is made again, and after how long.
public struct RetryPolicy: Sendable, Equatable {
    /// How often a request is made at most, at least 1.
    public var attempts: Int
    /// Milliseconds before the second attempt; each further one waits twice as long.
    public var firstDelay: Int
    /// Milliseconds that a wait has at most.
    public var longestDelay: Int
    /// Milliseconds that a server may ask for with `Retry-After`; one that asks for more is not asked again.
    public var longestRetryAfter: Int

    /// Makes a policy from its parts.
    ///
    /// - Parameters:
    ///   - attempts: How often a request is made at most.
    ///   - firstDelay: Milliseconds before the second attempt.
    ///   - longestDelay: Milliseconds that a wait has at most.
    ///   - longestRetryAfter: Milliseconds that a server may ask for.
    public init(
        attempts: Int = 3,
        firstDelay: Int = 1_000,
        longestDelay: Int = 60_000,
        longestRetryAfter: Int = 120_000
    ) {
        self.attempts = max(1, attempts)
        self.firstDelay = max(0, firstDelay)
        self.longestDelay = max(0, longestDelay)
        self.longestRetryAfter = max(0, longestRetryAfter)
    }

    /// How long to wait before the next attempt.
    ///
    /// It doubles with each attempt, and chance takes away up to half of it, so that those who were turned away together
    /// do not come back together (M. Brooker, "Exponential Backoff and Jitter", 2015: "equal jitter").
    ///
    /// - Parameters:
    ///   - attempt: how many there have been, from 1.
    ///   - generator: where chance comes from.
    /// - Returns: milliseconds.
    func delay(after attempt: Int, using generator: inout any RandomNumberGenerator) -> Int {
        let doublings = min(attempt - 1, 20)
        let (grown, isTooLong) = firstDelay.multipliedReportingOverflow(by: 1 << doublings)
        let whole = isTooLong ? longestDelay : min(grown, longestDelay)
        return whole - Int.random(in: 0...(whole / 2), using: &generator)
    }

    /// Whether another attempt may come out otherwise.
    static func isWorthRepeating(_ result: Result<HTTPAnswer, HTTPFailure>) -> Bool {
        switch result {
        case .success(let answer): [408, 425, 429, 500, 502, 503, 504].contains(answer.status)
        case .failure(let failure):
            switch failure.kind {
            case .hostNotFound, .refused, .unreachable, .timeout, .tooSlow, .emptyAnswer, .connectionLost, .truncated,
                .malformed:
                true
            case .invalidAddress, .proxy, .tls, .headTooLarge, .local: false
            }
        }
    }

    /// What a server asks to be left alone for, in milliseconds: seconds, or a date (RFC 9110, section 10.2.3).
    static func retryAfter(_ answer: HTTPAnswer, now: Moment) -> Int? {
        guard let text = answer.value(of: "Retry-After") else { return nil }
        if !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            // A number too large for an integer is too long in any case.
            return Int(text).flatMap { $0 > Int.max / 1_000 ? nil : $0 * 1_000 } ?? .max
        }
        return HTTPDate.parse(text, now: now).map { max(0, $0 - now) }
    }
}
