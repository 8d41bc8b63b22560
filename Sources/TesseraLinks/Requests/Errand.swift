import LibCurl
import TesseraModel

/// One thing to find out by requests, one after the other. It knows nothing of pauses, attempts and other errands.
protocol Errand {
    /// The first request.
    mutating func begin() -> HTTPRequest

    /// Takes what came of the last request.
    /// - Returns: the next request, or what was found out.
    mutating func proceed(with reply: Reply) -> Step
}

/// What came of a request in the end, when all attempts are made.
struct Reply {
    /// The request as it was made last: where a server does not take `HEAD`, another attempt is made with `GET`.
    var request: HTTPRequest
    var result: Result<HTTPAnswer, HTTPFailure>
    /// How often it was made; 0 where it was not, since the server is known not to answer.
    var attempts: Int
    /// When the result came.
    var moment: Moment
    /// Why there was no further attempt, where that is worth saying.
    var note: String?
}

/// What an errand wants next.
enum Step {
    case ask(HTTPRequest)
    case done(Finding)
}

/// What an errand found out.
enum Finding {
    case link(LinkOutcome)
    case copy(ArchivedCopy)
}
