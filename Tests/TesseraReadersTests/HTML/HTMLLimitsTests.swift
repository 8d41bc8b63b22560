import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Documents that are made to hurt.
@Suite struct HTMLLimitsTests {
    @Test(arguments: ["<table><tr><td>", "<table>", "<div>", "<ul><li>", "<template>", "<section><p>"])
    func nestingIsLimited(tags: String) throws {
        let bytes = Array(("<p>x" + String(repeating: tags, count: 200_000)).utf8)
        let clock = ContinuousClock()
        let start = clock.now
        let diagnostic = try failure(of: HTMLReader(), on: bytes)
        #expect(diagnostic.id == "limit-exceeded")
        #expect(diagnostic.message.contains("the limit 'depth' is 256"))
        #expect(clock.now - start < .seconds(20), "in a release build, two")
    }

    @Test func nestingUpToTheLimitIsRead() throws {
        let html = String(repeating: "<div>", count: 250) + "x"
        #expect(try ReadHTML(html).texts == ["x"])
        #expect(throws: DocumentFailure.self) { try ReadHTML(html, limits: limits(.depth, 100)) }
        let deep = String(repeating: "<div>", count: 1000) + "x"
        #expect(try ReadHTML(deep, limits: limits(.depth, 1010)).texts == ["x"])
    }

    @Test(arguments: ["rowspan=1000000000", "colspan=1000000000", "colspan=99999999999999999999", "rowspan=10001"])
    func spansAreLimited(attribute: String) throws {
        let html = "<table><tr><td \(attribute)>a</table>"
        let diagnostic = try failure(of: HTMLReader(), on: Array(html.utf8))
        #expect(diagnostic.id == "limit-exceeded")
        #expect(diagnostic.message.contains("the limit 'span' is 10000"))
    }

    @Test func cellsAreLimited() throws {
        let html = "<table>" + String(repeating: "<tr><td colspan=9999>", count: 101) + "</table>"
        #expect(try failure(of: HTMLReader(), on: Array(html.utf8)).message.contains("the limit 'cells'"))
    }

    @Test(arguments: [
        "<title>", "<script>", "</x>", "<!--", "<a b='", "&amp", "<", "<textarea>", "<span hidden>", "<del>", "<h1>",
        "<li>", "</p>",
        "<a href=x>", "<![CDATA[",
    ])
    func repetitionIsHarmless(markup: String) throws {
        let html = "<p>one</p>" + String(repeating: markup, count: 20_000)
        #expect(try ReadHTML(html).texts.first == "one")
    }

    @Test func blanksAreHarmless() throws {
        let html = "<p>one" + String(repeating: " ", count: 2_000_000) + "two"
        #expect(try ReadHTML(html).texts == ["one two"])
    }

    @Test func noPrefixOfADocumentCrashes() throws {
        let html = """
            <!DOCTYPE html><html lang=en><head><title>T &amp; x</title><meta name=a content="b"></head><body><!-- c -->
            <table><caption>C</caption><tr><td rowspan=2 hidden>a<a href="#x">b</a><td>&#146;&nbsp<pre>
            x</pre><del>y</del></table><textarea>z</textarea>é</html>
            """
        let bytes = Array(html.utf8)
        for count in bytes.indices {
            do {
                _ = try ReadHTML(Array(bytes[..<count]))
            } catch let failure as DocumentFailure {
                #expect(failure.diagnostic.id == "empty-document")
            }
        }
    }
}
