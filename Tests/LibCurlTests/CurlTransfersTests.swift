import LibCurl
import TestSupport
import Testing

@Suite("HTTP as servers speak it, well and badly")
struct CurlTransfersTests {
    /// Makes one request and waits for what comes of it.
    private func outcome(
        _ method: HTTPRequest.Method,
        _ url: String,
        headers: [HTTPHeader] = [],
        limits: HTTPLimits = HTTPLimits()
    ) throws -> Result<HTTPAnswer, HTTPFailure> {
        let transfers = try CurlTransfers(CurlTransfers.Settings(userAgent: "tessera/test", usesProxy: false))
        transfers.begin(HTTPRequest(method, url, headers: headers, limits: limits), ticket: 7)
        while true {
            guard let completion = transfers.wait(milliseconds: 1_000).first else { continue }
            #expect(completion.ticket == 7)
            return completion.result
        }
    }

    private func answer(
        _ behaviour: ServerBehaviour,
        limits: HTTPLimits = HTTPLimits()
    ) throws -> HTTPAnswer {
        try withServer(["/page": behaviour]) { try outcome(.get, $0.url("/page"), limits: limits).get() }
    }

    private func failure(
        _ behaviour: ServerBehaviour,
        limits: HTTPLimits = HTTPLimits()
    ) throws -> HTTPFailure {
        try withServer(["/page": behaviour]) { server throws in
            switch try outcome(.get, server.url("/page"), limits: limits) {
            case .failure(let failure): return failure
            case .success(let answer):
                Issue.record("an answer: \(answer)")
                return HTTPFailure(.local, "")
            }
        }
    }

    @Test func `The request says what it shall, and no more`() throws {
        try withServer(["/page": .reply(200)]) { server throws in
            _ = try outcome(.head, server.url("/page?q=1#part"), headers: [HTTPHeader("If-None-Match", "\"a\"")]).get()
            let request = try #require(server.requests.first)
            #expect(server.requests.count == 1)
            #expect(request.method == "HEAD" && request.path == "/page?q=1")
            #expect(
                request.headers == [
                    "host": "127.0.0.1:\(server.port)", "user-agent": "tessera/test", "accept": "*/*",
                    "if-none-match": "\"a\"",
                ]
            )
        }
    }

    @Test(arguments: [200, 204, 301, 404, 410, 500, 503, 999])
    func `An answer with its status`(_ status: Int) throws {
        let answer = try answer(.reply(status, ["ETag": "\"x\"", "X-Note": "  two words "]))
        #expect(answer.status == status)
        #expect(answer.value(of: "etag") == "\"x\"")
        #expect(answer.value(of: "x-note") == "two words")
        #expect(answer.value(of: "x-other") == nil)
    }

    @Test func `Redirects are not followed, and their targets made absolute`() throws {
        try withServer(["/a/b": .redirect(302, "../c?d=1")]) { server throws in
            #expect(try outcome(.head, server.url("/a/b")).get().redirectTarget == server.url("/c?d=1"))
            #expect(try answer(.redirect(301, "file:///etc/passwd")).redirectTarget == "file:///etc/passwd")
            #expect(try answer(.reply(302)).redirectTarget == nil)
            #expect(server.requests.count == 1)
        }
    }

    @Test func `Early answers do not count, folded lines are one, and what follows the body is left out`() throws {
        let text =
            "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 200 OK\r\nX-Long: one\r\n  two\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nX-Late: 1\r\n\r\n"
        let answer = try answer(.text(text))
        #expect(answer.status == 200 && answer.bodyBytes == 2)
        #expect(answer.headers.map(\.name) == ["X-Long", "Transfer-Encoding"])
        #expect(answer.value(of: "X-Long") == "one two")
    }

    @Test func `A huge body is read to the limit`() throws {
        let body = [UInt8](repeating: 0x61, count: 3_000_000)
        let long = try answer(.reply(200, body: body), limits: HTTPLimits(body: 10_000))
        #expect(long.isBodyCut && long.bodyBytes == 10_000 && long.status == 200)
        let exact = try answer(.reply(200, body: Array(body.prefix(10_000))), limits: HTTPLimits(body: 10_000))
        #expect(!exact.isBodyCut && exact.bodyBytes == 10_000)
    }

    /// 1 GB of zeros becomes 1 MB in this way; nothing is unpacked, so what is sent is what is counted.
    @Test func `A compressed body stays as it is`() throws {
        let bomb = [UInt8]("\u{1f}".utf8) + [0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + [UInt8](repeating: 0, count: 5_000)
        let answer = try answer(.reply(200, ["Content-Encoding": "gzip"], body: bomb))
        #expect(answer.bodyBytes == bomb.count && !answer.isBodyCut)
    }

    @Test func `A body longer than announced is read as announced`() throws {
        #expect(try answer(.reply(200, ["Content-Length": "3"], body: Array("abcdef".utf8))).bodyBytes == 3)
    }

    @Test func `The head has a limit`() throws {
        let lines = (0..<500).map { "X-Line-\($0): \(String(repeating: "y", count: 50))\r\n" }.joined()
        let text = "HTTP/1.1 200 OK\r\n\(lines)\r\n"
        let failed = try failure(.text(text), limits: HTTPLimits(head: 10_000))
        #expect(failed.kind == .headTooLarge && failed.status == 200)
        #expect(failed.message == "the head is larger than 10000 bytes")
        #expect(try answer(.text(text)).headers.count == 500)
    }

    @Test(arguments: [
        (ServerBehaviour.text(""), HTTPFailure.Kind.emptyAnswer),
        (.text("nonsense without an end"), .malformed),
        (.text("\u{0}\u{1}\u{2}\r\n\r\n"), .malformed),
        (.text("HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n"), .malformed),
        (.reset, .connectionLost),
        (.reply(200, ["Content-Length": "1000"], body: [0x61]), .truncated),
        (.text("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\nabc"), .truncated),
    ])
    func `Each failure has its name`(_ behaviour: ServerBehaviour, _ kind: HTTPFailure.Kind) throws {
        let failed = try failure(behaviour)
        #expect(failed.kind == kind, "\(failed)")
        #expect(!failed.message.isEmpty)
    }

    @Test func `Nothing in time, and not all in time`() throws {
        let limits = HTTPLimits(whole: 150)
        #expect(try failure(.silence, limits: limits).kind == .timeout)
        #expect(try failure(.drip, limits: limits).kind == .tooSlow)
    }

    @Test func `Nobody is there`() throws {
        func kind(_ url: String) throws -> HTTPFailure.Kind? {
            if case .failure(let failure) = try outcome(.head, url) { failure.kind } else { nil }
        }
        #expect(try kind(addressWithoutServer()) == .refused)
        #expect(try kind("http://tessera-test.invalid/") == .hostNotFound)
        #expect(try kind("http://a b/") == .invalidAddress)
        #expect(try kind("http://host:99999/") == .invalidAddress)
        #expect(try kind("file:///etc/passwd") == .malformed)
        try withServer(["/": .reply(200)]) { plain throws in
            #expect(try kind("https://127.0.0.1:\(plain.port)/") == .tls)
        }
    }

    @Test func `A line end in a header is refused`() throws {
        try withServer(["/page": .reply(200)]) { server throws in
            let result = try outcome(.get, server.url("/page"), headers: [HTTPHeader("A", "b\r\nC: d")])
            #expect(throws: HTTPFailure.self) { try result.get() }
            #expect(server.requests.isEmpty)
        }
    }

    @Test func `Several at once, and none after they were given up`() throws {
        let gate = Gate()
        try withServer(["/held": .held(gate, .reply(200)), "/page": .reply(204)]) { server throws in
            let transfers = try CurlTransfers(CurlTransfers.Settings(userAgent: "tessera/test", usesProxy: false))
            transfers.begin(HTTPRequest(.get, server.url("/held")), ticket: 1)
            transfers.begin(HTTPRequest(.get, server.url("/page")), ticket: 2)
            var done: [Int] = []
            while done.isEmpty { done += transfers.wait(milliseconds: 1_000).map(\.ticket) }
            #expect(done == [2])
            gate.open()
            while done.count < 2 { done += transfers.wait(milliseconds: 1_000).map(\.ticket) }
            #expect(done == [2, 1])
            transfers.begin(HTTPRequest(.get, server.url("/page")), ticket: 3)
            transfers.cancelAll()
            #expect(transfers.wait(milliseconds: 0).isEmpty)
        }
    }
}
