import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// HTML as the world writes it, and as libxml2 alone does not read it.
@Suite struct HTMLMistakesTests {
    @Test func nothingIsLostBehindTheEnd() throws {
        let html = "<html><body>one</body>\n<p>two</html> three <p>four<html lang=de><body><p>five</body></html>"
        #expect(try ReadHTML(html).texts == ["one", "two three", "four", "five"])
    }

    @Test(arguments: ["</main>", "</noscript></p>", "</td></table>", "</html></body>", "</head>"])
    func nothingIsLostBehindAnEndTagWithoutStart(tags: String) throws {
        #expect(
            try ReadHTML("\(tags)one<b>\(tags)</b>, two").texts.joined(separator: " ")
                == (tags.contains("/p") ? "one , two" : "one, two")
        )
    }

    @Test func inlineElementsMayOverlapParagraphs() throws {
        #expect(try ReadHTML("<b><p>Section</b> II</p>").texts == ["Section II"])
        #expect(
            try ReadHTML("<a href=x><font><p>Section</font></a> II<i></p>para</i> 6").texts == ["Section II", "para 6"]
        )
    }

    @Test func unclosedElementsDoNotPileUp() throws {
        let html = String(repeating: "<p><font size=2><a name=x>Laws<b>", count: 3000)
        let read = try ReadHTML(html)
        #expect(read.texts.count == 3000)
        #expect(read.document.paragraphs.last?.place.start.description == "/html[1]/body[1]/p[3000]@1")
        let items = "<ul>" + String(repeating: "<li><div>Laws", count: 900)
        #expect(try Set(ReadHTML(items).outline) == ["item 1: Laws"])
    }

    @Test func endsOfHeadingsNeedNotMatch() throws {
        #expect(try ReadHTML("<h1>Laws</h2><div>text</div>").outline == ["heading 1: Laws", "paragraph: text"])
    }

    @Test func tagsAreReadAsBrowsersReadThem() throws {
        let html = """
            <p title="a > b" data-x='<td>'>one<br clear=all/>two<a href=x/>three</a
            ><P CLASS=it's>four<img alt="
            <p>">five</p foo="</p>"><![if !vml]>six<![endif]><?php echo "x" ?>seven</>eight<p
            """
        #expect(try ReadHTML(html).texts == ["one", "twothree", "fourfive", "sixseveneight"])
    }

    @Test func titlesAndTextAreasHoldNoTags() throws {
        let read = try ReadHTML("<title>Laws <b> &amp; more</title><p>one<textarea><td></p></textarea>two")
        #expect(read.document.metadata.title == "Laws <b> & more")
        #expect(read.texts == ["one", "<td></p>", "two"])
        #expect(try ReadHTML("<p>one<title>two<p>three").texts == ["onetwo", "three"], "never closed")
    }

    @Test func xhtmlClosesItsElements() throws {
        let html = """
            <?xml version="1.0"?><!DOCTYPE html [<!ENTITY x "<p>never</p>"> <!ELEMENT p ANY>]>
            <html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><p>one <![CDATA[<b>
            two</b> &amp;]]></p><p/><textarea/>&x;</body></html>
            """
        #expect(try ReadHTML(html).texts == ["one <b> two</b> &amp;", "&x;"])
        #expect(try ReadHTML("<p>one<![CDATA[two]]>three<p/>four").texts == ["onethree", "four"], "HTML has no CDATA")
    }

    @Test(arguments: ["<!-->one", "<!--->one", "<!-- x --!>one", "<!-- -- > -->one", "<!x>one", "<!doctype x>one"])
    func commentsEndWhereBrowsersEndThem(html: String) throws {
        #expect(try ReadHTML("<p>\(html)").texts == ["one"])
    }

    @Test(arguments: ["\r", "\n", "\r\n"])
    func everyLineEndCounts(end: String) throws {
        let lines = ["<html>", "<!--", "--><p>one", "two<p>three<pre>a", "b</pre>"].joined(separator: end)
        let read = try ReadHTML(lines)
        #expect(read.texts == ["one two", "three", "a\nb"])
        #expect(read.document.paragraphs.map(\.place.start.description.last) == ["3", "4", "4"])
    }
}
