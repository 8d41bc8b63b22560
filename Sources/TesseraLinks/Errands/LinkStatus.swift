/// What became of a link, in one word.
public enum LinkStatus: String, Sendable, CaseIterable {
    /// The page is there.
    case ok
    /// It is there, at another address for good: a redirect was permanent (301, 308).
    case moved
    /// It is there, at another address for now: all redirects were temporary.
    case redirected
    /// The server says that there is no such page (404).
    case notFound = "not-found"
    /// The server says that there was such a page (410).
    case gone
    /// One has to log in (401, 407).
    case unauthorised
    /// The server refuses to show it (403, 451).
    case forbidden
    /// The server has had too many requests (429).
    case rateLimited = "rate-limited"
    /// The server takes the request to be wrong (another 4xx).
    case clientError = "client-error"
    /// The server says that something is wrong with itself (5xx).
    case serverError = "server-error"
    /// Redirects lead back to an address that was asked before.
    case redirectLoop = "redirect-loop"
    /// The same, and the server sets a cookie meanwhile: a browser may see the page.
    case needsCookies = "needs-cookies"
    /// There are more redirects than anybody follows.
    case tooManyRedirects = "too-many-redirects"
    /// A redirect leads nowhere, or to something other than a web page (`file:`).
    case badRedirect = "bad-redirect"
    /// No machine has that name.
    case dnsFailure = "dns-failure"
    /// The machine is there, and no web server on it.
    case refused
    /// No way leads to the machine.
    case unreachable
    /// The encryption could not be agreed upon, or the certificate is not trusted.
    case tlsFailure = "tls-failure"
    /// Nothing came in time.
    case timeout
    /// Something came, and the rest not in time.
    case tooSlow = "too-slow"
    /// The server closed the connection without a word.
    case emptyAnswer = "empty-answer"
    /// The connection broke.
    case connectionLost = "connection-lost"
    /// The answer is no HTTP.
    case badResponse = "bad-response"
    /// The head of the answer is larger than the limit.
    case headTooLarge = "head-too-large"
    /// The answer ended before its announced end.
    case truncated
    /// The address is none that can be asked.
    case invalid
    /// This machine could not ask.
    case localFailure = "local-failure"
    /// Not a web page: an e-mail address.
    case notChecked = "not-checked"
    /// Nobody has asked yet.
    case unknown

    /// What a status comes to.
    public enum Verdict: String, Sendable, CaseIterable {
        /// The page is there.
        case alive
        /// Nobody who follows the link finds a page.
        case dead
        /// Something is wrong, and it may be only for now, or only for this program.
        case uncertain
        /// Nothing is known.
        case unchecked
    }

    /// What the status comes to.
    public var verdict: Verdict {
        switch self {
        case .ok, .moved, .redirected: .alive
        case .notFound, .gone, .redirectLoop, .tooManyRedirects, .badRedirect, .dnsFailure, .refused, .invalid: .dead
        case .unauthorised, .forbidden, .rateLimited, .clientError, .serverError, .needsCookies, .unreachable,
            .tlsFailure, .timeout, .tooSlow, .emptyAnswer, .connectionLost, .badResponse, .headTooLarge, .truncated,
            .localFailure:
            .uncertain
        case .notChecked, .unknown: .unchecked
        }
    }
}
