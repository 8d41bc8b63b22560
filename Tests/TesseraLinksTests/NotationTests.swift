import Testing

@testable import TesseraLinks

@Suite struct NotationTests {
    @Test(arguments: [
        ("http://www.Example.ORG/a?b=1#c", "http", "www.example.org", "", "/a?b=1"),
        ("HTTPS://user:pass@host:8080", "https", "host", "8080", ""),
        ("http://[::1]:80/x", "http", "[::1]", "80", "/x"), ("http://[::1]", "http", "[::1]", "", ""),
        ("http://host?q", "http", "host", "", "?q"), ("mailto:a@b.c?subject=x", "mailto", "", "", "a@b.c?subject=x"),
        ("file:///etc", "file", "", "", "/etc"),
        ("http://evil.org\\@good.org/", "http", "evil.org", "", "\\@good.org/"),
    ])
    func `The parts of an address`(
        _ url: String,
        _ scheme: String,
        _ host: String,
        _ port: String,
        _ path: String
    ) throws {
        let address = try #require(WebAddress(url))
        #expect([address.scheme, address.host, address.port, address.pathAndQuery] == [scheme, host, port, path])
    }

    @Test(arguments: ["", "www.example.org", ":", "1a://b", "a b:c"])
    func `No address`(_ url: String) {
        #expect(WebAddress(url) == nil)
    }

    @Test func `Links in a header`() {
        let header = LinkHeader(
            """
            <http://a.example/a,b;c>; rel="original", <http://arc/tm/http://a.example/>; rel="timemap"; \
            type="application/link-format" ,, <http://arc/2001/x>;rel="first memento";datetime="Mon, 01 Jan 2001 \
            00:00:00 GMT", <http://arc/2009/x> ; REL = Last ; title="a \\"quoted\\", <text>; here"
            """
        )
        #expect(
            header.values.map(\.target) == [
                "http://a.example/a,b;c", "http://arc/tm/http://a.example/", "http://arc/2001/x", "http://arc/2009/x",
            ]
        )
        #expect(header.first("original")?.target == "http://a.example/a,b;c")
        #expect(header.first("timemap")?["type"] == "application/link-format")
        #expect(header.first("memento")?["datetime"] == "Mon, 01 Jan 2001 00:00:00 GMT")
        #expect(header.first("first") == header.first("memento"))
        #expect(header.first("last")?["title"] == "a \"quoted\", <text>; here")
        #expect(header.first("next") == nil)
    }

    @Test(arguments: [
        ("", []), ("nonsense", []), ("<http://a", []), ("<a>", ["a"]), ("<a>; rel", ["a"]), ("<a>;;;", ["a"]),
        ("<a> junk, <b>", ["a", "b"]), ("<a>; rel=\"open", ["a"]), ("<a>, junk, <b>", ["a"]), ("<>; rel=x", [""]),
    ])
    func `Broken headers`(_ header: String, _ targets: [String]) {
        #expect(LinkHeader(header).values.map(\.target) == targets)
    }

    @Test func `The first parameter of a name counts`() {
        #expect(LinkHeader("<a>; rel=one; rel=two").values.first?.relations == ["one"])
    }

    @Test(arguments: [
        ("mailto:PicoSL@state.gov", LinkStatus.notChecked), ("mailto:a@b.example?subject=x", .notChecked),
        ("mailto:a@b", .invalid), ("mailto:@b.example", .invalid), ("mailto:a@-b.example", .invalid),
        ("mailto:a", .invalid), ("mailto:a@b..example", .invalid), ("mailto:a@1.2.3.4", .invalid),
        ("ftp://a.example/", .notChecked), ("nothing", .invalid), ("http:///path", .invalid),
    ])
    func `What can be said without asking`(_ url: String, _ status: LinkStatus) {
        #expect(LinkOutcome.withoutRequest(url)?.status == status)
    }

    @Test func `A web page has to be asked for`() {
        #expect(LinkOutcome.withoutRequest("https://a.example") == nil)
    }
}
