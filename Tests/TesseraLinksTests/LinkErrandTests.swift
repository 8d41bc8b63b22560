import LibCurl
import TesseraModel
import Testing

@testable import TesseraLinks

/// What is made of answers, one errand at a time.
@Suite struct LinkErrandTests {
    private let moment = Moment(milliseconds: 1_800_000_000_000)

    /// Runs one errand against made-up answers, by address.
    private func outcome(
        _ url: String = "http://a.example/page",
        known: LinkOutcome? = nil,
        answering answer: (HTTPRequest) -> Result<HTTPAnswer, HTTPFailure>
    ) -> (LinkOutcome, [HTTPRequest]) {
        let (finding, requests) = run(
            LinkErrand(url, known: known, limits: HTTPLimits()),
            at: moment,
            answering: answer
        )
        guard case .link(let outcome) = finding else { preconditionFailure("a link was asked for") }
        return (outcome, requests)
    }

    @Test(arguments: [
        (200, LinkStatus.ok), (204, .ok), (299, .ok), (300, .ok), (400, .clientError), (401, .unauthorised),
        (403, .forbidden), (404, .notFound), (405, .clientError), (407, .unauthorised), (410, .gone),
        (418, .clientError), (429, .rateLimited), (451, .forbidden), (500, .serverError), (599, .serverError),
        (304, .badResponse), (199, .badResponse), (600, .badResponse), (999, .badResponse),
    ])
    func `Every status has its word`(_ status: Int, _ word: LinkStatus) {
        let (outcome, _) = outcome { _ in .success(.status(status)) }
        #expect(outcome.status == word)
        #expect(outcome.httpStatus == status && outcome.checkedAt == moment && outcome.finalURL == outcome.url)
    }

    @Test(arguments: HTTPFailure.Kind.allCases)
    func `Every failure has its word`(_ kind: HTTPFailure.Kind) {
        let (outcome, _) = outcome { _ in .failure(HTTPFailure(kind, "in words")) }
        #expect(outcome.status == LinkStatus(kind) && outcome.status.verdict != .alive)
        #expect(outcome.note == "in words" && outcome.httpStatus == nil)
    }

    @Test func `No page is missing because of HEAD alone`() {
        for status in [403, 404, 405, 500, 501] {
            let (outcome, requests) = outcome { .success(.status($0.method == .head ? status : 200)) }
            #expect(outcome.status == .ok && outcome.attempts == 2)
            #expect(requests.map(\.method) == [.head, .get])
        }
        let (garbled, _) = outcome { request in
            request.method == .head ? .failure(HTTPFailure(.malformed, "")) : .success(.status(200))
        }
        #expect(garbled.status == .ok)
    }

    @Test(arguments: [
        ([301], LinkStatus.moved), ([308], .moved), ([302], .redirected), ([303], .redirected), ([307], .redirected),
        ([302, 301], .moved), ([302, 307, 303], .redirected),
    ])
    func `Redirects are recorded one by one`(_ chain: [Int], _ status: LinkStatus) {
        let (outcome, requests) = outcome("http://a.example/0") { request in
            let step = Int(request.url.split(separator: "/").last ?? "") ?? 0
            return .success(
                step < chain.count
                    ? .status(chain[step], ["Location": "x"], to: "http://b.example/\(step + 1)") : .status(200)
            )
        }
        #expect(outcome.status == status && outcome.finalURL == "http://b.example/\(chain.count)")
        #expect(outcome.hops.map(\.status) == chain)
        #expect(outcome.hops.last?.target == outcome.finalURL && requests.count == chain.count + 1)
    }

    @Test func `Redirects that do not end`() {
        let (loop, requests) = outcome { request in
            .success(
                .status(302, to: request.url.hasSuffix("page") ? "http://a.example/b#x" : "http://a.example/page#y")
            )
        }
        #expect(loop.status == .redirectLoop && requests.count == 2)
        let (cookies, _) = outcome { .success(.status(302, ["Set-Cookie": "a=b"], to: $0.url)) }
        #expect(cookies.status == .needsCookies && cookies.status.verdict == .uncertain)
        let (chain, _) = outcome { .success(.status(302, to: $0.url + "a")) }
        #expect(chain.status == .tooManyRedirects && chain.hops.count == LinkErrand.longestChain + 1)
    }

    @Test func `Redirects that lead nowhere`() {
        for target in ["file:///etc/passwd", "javascript:alert(1)", "ftp://a.example/", "http:///"] {
            let (outcome, requests) = outcome { _ in .success(.status(302, ["Location": target], to: target)) }
            #expect(outcome.status == .badRedirect && requests.count == 1)
            #expect(outcome.hops == [LinkOutcome.Hop(status: 302, target: target)])
        }
        let (without, _) = outcome { _ in .success(.status(301)) }
        #expect(without.status == .badRedirect && without.note == "the redirect names no target")
        let (nonsense, _) = outcome { _ in .success(.status(301, ["Location": "http://["])) }
        #expect(nonsense.note == "the redirect leads to 'http://[', which is no address")
    }

    @Test func `A page that ends at a front page may be gone`() {
        let (outcome, _) = outcome { request in
            .success(request.url.hasSuffix("page") ? .status(301, to: "http://a.example/") : .status(200))
        }
        #expect(outcome.status == .moved)
        #expect(outcome.note == "it ends at a front page: the page itself may be gone")
    }

    @Test func `A page is asked for again by its version, at its last address alone`() throws {
        let answer: (HTTPRequest) -> Result<HTTPAnswer, HTTPFailure> = { request in
            if request.url.hasSuffix("page") { return .success(.status(301, to: "http://b.example/new")) }
            let isKnown = request.headers.contains(HTTPHeader("If-None-Match", "\"v1\""))
            return .success(isKnown ? .status(304) : .status(200, ["ETag": "\"v1\"", "Last-Modified": "then"]))
        }
        let (first, _) = outcome(answering: answer)
        #expect(first.entityTag == "\"v1\"" && first.lastModified == "then")
        let (second, requests) = outcome(known: first, answering: answer)
        #expect(
            requests.map(\.headers) == [
                [], [HTTPHeader("If-None-Match", "\"v1\""), HTTPHeader("If-Modified-Since", "then")],
            ]
        )
        #expect(second.status == .moved && second.httpStatus == 304 && second.entityTag == "\"v1\"")
        #expect(second.note == "not changed since the last check")
    }

    @Test func `What was not there has no version`() {
        var known = LinkOutcome("http://a.example/page", .notFound)
        known.entityTag = "\"error page\""
        let (_, requests) = outcome(known: known) { _ in .success(.status(200)) }
        #expect(requests.allSatisfy { $0.headers.isEmpty })
    }

    @Test func `Every status has a verdict that fits`() {
        for status in LinkStatus.allCases {
            #expect((status.verdict == .alive) == [.ok, .moved, .redirected].contains(status))
            #expect((status.verdict == .unchecked) == [.notChecked, .unknown].contains(status))
        }
    }
}
