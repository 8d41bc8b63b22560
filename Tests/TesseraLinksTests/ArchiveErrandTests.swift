import LibCurl
import TesseraModel
import Testing

@testable import TesseraLinks

/// The Memento protocol, with answers as RFC 7089 and the archives have them.
@Suite struct ArchiveErrandTests {
    private let moment = Moment(milliseconds: 1_800_000_000_000)
    private let archive = "http://archive.example/web/"
    private let page = "http://www.a.example/page"
    private let stamp = "Sun, 15 Jul 2007 08:49:37 GMT"

    private func copy(
        date: Moment? = Moment("2007-07-17T12:00:00Z"),
        answering answer: (HTTPRequest) -> Result<HTTPAnswer, HTTPFailure>
    ) -> (ArchivedCopy, [HTTPRequest]) {
        let (finding, requests) = run(
            ArchiveErrand(page, archive: archive, date: date, limits: HTTPLimits()),
            at: moment,
            answering: answer
        )
        guard case .copy(let copy) = finding else { preconditionFailure("a copy was asked for") }
        return (copy, requests)
    }

    private var copyURL: String { "http://archive.example/web/20070715084937/http://a.example/page" }

    /// Section 4.2.1: the TimeGate redirects to the copy.
    private func timeGate(
        _ request: HTTPRequest,
        _ memento: Result<HTTPAnswer, HTTPFailure>
    )
        -> Result<HTTPAnswer, HTTPFailure>
    {
        guard request.url == archive + page else { return memento }
        let link =
            "<\(page)>; rel=\"original\", <http://archive.example/tm>; rel=\"timemap\", "
            + "<\(copyURL)>; rel=\"memento first\"; datetime=\"\(stamp)\""
        return .success(.status(302, ["Link": link, "Vary": "accept-datetime"], to: copyURL))
    }

    @Test func `The TimeGate is asked for the date, and followed to the copy`() {
        let (copy, requests) = copy { request in
            timeGate(request, .success(.status(200, ["Memento-Datetime": stamp, "Link": "<\(page)>; rel=original"])))
        }
        #expect(copy.status == .found && copy.url == copyURL && copy.note == "")
        #expect(copy.archivedAt?.description == "2007-07-15T08:49:37Z" && copy.checkedAt == moment)
        #expect(requests.map(\.url) == [archive + page, copyURL] && requests.allSatisfy { $0.method == .head })
        let header = HTTPHeader("Accept-Datetime", "Tue, 17 Jul 2007 12:00:00 GMT")
        #expect(requests.allSatisfy { $0.headers == [header] })
    }

    @Test func `Without a date the newest copy is asked for`() {
        let (_, requests) = copy(date: nil) { _ in .success(.status(404)) }
        #expect(requests.map(\.headers) == [[]])
    }

    /// Section 4.1.2: the TimeGate answers with the copy at once.
    @Test func `A TimeGate that answers itself`() {
        let (copy, _) = copy { _ in
            .success(.status(200, ["Memento-Datetime": stamp, "Content-Location": copyURL]))
        }
        #expect(copy.status == .found && copy.url == copyURL)
        let (relative, _) = self.copy { _ in
            .success(.status(200, ["Memento-Datetime": stamp, "Content-Location": "/x"]))
        }
        #expect(relative.url == archive + page)
    }

    @Test func `A copy of a redirect or of an error page is a copy`() {
        for status in [301, 404, 503] {
            let (copy, _) = copy { timeGate($0, .success(.status(status, ["Memento-Datetime": stamp], to: page))) }
            #expect(copy.status == .found && copy.url == copyURL)
        }
    }

    @Test func `A copy of another page is said to be one`() {
        let (copy, _) = copy { request in
            timeGate(
                request,
                .success(.status(200, ["Memento-Datetime": stamp, "Link": "<http://b.example/>; rel=original"]))
            )
        }
        #expect(copy.status == .found && copy.note == "the copy is of http://b.example/")
    }

    @Test func `There is no copy`() {
        let (copy, requests) = copy { _ in .success(.status(404)) }
        #expect(copy.status == .none && copy.url == nil && requests.count == 1)
    }

    @Test func `The archive names a copy and cannot show it`() {
        let (copy, _) = copy { timeGate($0, .failure(HTTPFailure(.timeout, "too late"))) }
        #expect(copy.status == .found && copy.url == copyURL)
        #expect(copy.archivedAt?.description == "2007-07-15T08:49:37Z")
        #expect(copy.note == "the archive names the copy and did not show it: timeout: too late")
    }

    @Test func `HEAD may be refused`() {
        let (copy, requests) = copy { request in
            request.method == .head
                ? .success(.status(405)) : timeGate(request, .success(.status(200, ["Memento-Datetime": stamp])))
        }
        #expect(copy.status == .found)
        #expect(requests.map(\.method) == [.head, .get, .head, .get])
    }

    @Test(arguments: [
        (Result<HTTPAnswer, HTTPFailure>.success(.status(200)), "the answer does not say of when the copy is"),
        (.success(.status(200, ["Memento-Datetime": "once"])), "'once' is no date"),
        (.success(.status(429)), "HTTP status 429"),
        (.success(.status(302)), "the redirect leads nowhere"),
        (.success(.status(302, to: "file:///etc/passwd")), "the redirect leads nowhere"),
        (.success(.status(302, to: "http://archive.example/loop")), "the redirects do not end"),
        (.failure(HTTPFailure(.hostNotFound, "no such host")), "dns-failure: no such host"),
    ])
    func `An archive that is none`(_ answer: Result<HTTPAnswer, HTTPFailure>, _ note: String) {
        let (copy, _) = copy { _ in answer }
        #expect(copy.status == .failed && copy.note == note && copy.url == nil)
    }
}
