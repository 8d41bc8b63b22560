import LibCurl

/// Remembers which servers did not answer, so that a report with many links to one that is gone does not wait for each.
struct SilentServers {
    /// In a row.
    private var failures: [String: (count: Int, last: HTTPFailure)] = [:]
    /// After so many links in a row without an answer, the others are not tried.
    private static let patience = 3

    /// Whether the last link to the server found nobody, so that one attempt is enough.
    func isSilent(_ request: HTTPRequest) -> Bool { failures[Self.server(request)] != nil }

    /// Why a server need not be asked; nil where it has to be.
    func failure(for request: HTTPRequest) -> HTTPFailure? {
        guard let (count, last) = failures[Self.server(request)] else { return nil }
        // A name that is not there is not there for any page.
        return last.kind == .hostNotFound || count >= Self.patience ? last : nil
    }

    /// A link to the server found nobody, after all attempts.
    mutating func note(_ failure: HTTPFailure, of request: HTTPRequest) {
        let server = Self.server(request)
        failures[server] = ((failures[server]?.count ?? 0) + 1, failure)
    }

    mutating func noteAnswer(to request: HTTPRequest) { failures[Self.server(request)] = nil }

    /// Whether nobody said anything.
    static func isSilence(_ result: Result<HTTPAnswer, HTTPFailure>) -> Bool {
        if case .failure(let failure) = result {
            [.hostNotFound, .refused, .unreachable, .timeout].contains(failure.kind)
        } else {
            false
        }
    }

    /// Another port is another server.
    private static func server(_ request: HTTPRequest) -> String {
        guard let address = WebAddress(request.url) else { return request.url }
        return "\(address.scheme)://\(address.host):\(address.port)"
    }
}
