import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Which elements make paragraphs, headings, items and preformatted text.
@Suite struct HTMLBlockTests {
    @Test func headingsHaveTheirLevels() throws {
        let html = (1...6).map { "<h\($0)>Part \($0)</h\($0)>" }.joined()
        #expect(try ReadHTML(html).outline == (1...6).map { "heading \($0): Part \($0)" })
    }

    @Test(arguments: [
        "div", "section", "article", "address", "blockquote", "figure", "form", "fieldset", "header", "footer", "main",
        "nav",
        "aside", "center", "noscript", "details", "summary", "figcaption", "legend", "option", "hgroup", "p", "search",
    ])
    func blocksBreakParagraphs(name: String) throws {
        let html = "<body>before<\(name)>inside</\(name)>behind<b>!</b>"
        #expect(try ReadHTML(html).outline == ["paragraph: before", "paragraph: inside", "paragraph: behind!"])
    }

    @Test(arguments: [
        "span", "b", "font", "label", "button", "u", "o:p", "x-new", "svg", "ins", "s", "strike", "iframe",
    ])
    func otherElementsDoNot(name: String) throws {
        #expect(try ReadHTML("<p>before<\(name)>in</\(name)>side <\(name)>behind").texts == ["beforeinside behind"])
    }

    @Test func rulesAndLineBreaksEndLines() throws {
        let read = try ReadHTML("<h2>Section II,<br/>para 6</h2>one<BR>two<br><br>three<hr>four</br>five")
        #expect(
            read.outline == [
                "heading 2: Section II,", "heading 2: para 6", "paragraph: one", "paragraph: two", "paragraph: three",
                "paragraph: four", "paragraph: five",
            ]
        )
    }

    @Test func itemsHaveTheLevelOfTheirLists() throws {
        let html = """
            <ul><li>Laws<ul><li><p>Export</p><p>since 1996</p><li>Import</ol></ul>and more
            <li><div>Assistance</div></ul><dl><dt>BWC<dd>Convention</dl><li>lost
            <table><tr><td><ul><li>in a cell</ul></table>
            """
        #expect(
            try ReadHTML(html).outline == [
                "item 1: Laws", "item 2: Export", "paragraph: since 1996", "item 2: Import", "paragraph: and more",
                "item 1: Assistance", "item 1: BWC", "item 1: Convention", "item 1: lost", "cell",
                "  item 1: in a cell",
            ]
        )
    }

    @Test func itemsKeepWhatStandsInThem() throws {
        let html = "<ol><li><h3>Laws</h3>text<li><pre>a\n b</pre></ol>"
        #expect(try ReadHTML(html).outline == ["heading 3: Laws", "paragraph: text", "preformatted: a\n b"])
    }

    @Test func preformattedTextKeepsItsLines() throws {
        let html =
            "<p>x<pre>\r\n  one\r\n\ttwo <b>bold</b><br>three\r\n\r\n</pre><listing>\n\n a</listing><xmp><b>&amp;</xmp>"
        #expect(
            try ReadHTML(html).outline == [
                "paragraph: x", "preformatted:   one\n\ttwo bold\nthree", "preformatted: \n a",
                "preformatted: <b>&amp;",
            ]
        )
    }

    @Test func formsShowTheirText() throws {
        let html = """
            <form>State <select name=s><option>Laws<option selected>Assistance</select> of
            <input value=never><textarea>
             one & two
            <p>three</textarea><button>Send</button></form>
            """
        #expect(
            try ReadHTML(html).outline == [
                "paragraph: State", "paragraph: Laws", "paragraph: Assistance", "paragraph: of",
                "preformatted:  one & two\n<p>three", "paragraph: Send",
            ]
        )
    }

    @Test func headingsMayConsistOfAParagraph() throws {
        let html = "<h1><p>Laws</p></h1><p>text</p><h2>Open<p>text</p>more"
        #expect(
            try ReadHTML(html).outline == [
                "heading 1: Laws", "paragraph: text", "heading 2: Open", "paragraph: text", "paragraph: more",
            ]
        )
    }

    @Test func whatNoBrowserShowsIsLeftOut() throws {
        let html = """
            <html><head><title>Title</title><style>p { color: red }</style><base href="http://example.org/"></head>
            <body><script>document.write("<p>written</p>")</script><p>seen<!-- not <b>this</b> --><template><p>later
            <table><tr><td>x</table></template><img alt="a picture" src=a.png><math><mi>x</mi><annotation>x</annotation>
            </math></p><svg><title>drawing</title><text>label</text></svg><style>
            """
        #expect(try ReadHTML(html).texts == ["seenx", "label"])
    }

    @Test(arguments: [
        "", "<html></html>", "<p> \n&nbsp;<br>", "<title>only a title</title>", "<script>alert(1)</script>",
    ])
    func nothingToReadIsAFailure(html: String) throws {
        #expect(try failure(of: HTMLReader(), on: Array(html.utf8)).id == "empty-document")
    }
}
