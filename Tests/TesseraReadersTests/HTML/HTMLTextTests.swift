import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// White space, character references, marks on text.
@Suite struct HTMLTextTests {
    @Test func whiteSpaceCollapsesAcrossElements() throws {
        let html = "<p>\n  Section\n\t II, <b> para </b> <i> 6</i>\u{C}(c) <!-- --> end \n</p>"
        #expect(try ReadHTML(html).texts == ["Section II, para 6 (c) end"])
    }

    @Test func otherBlanksAreKept() throws {
        #expect(try ReadHTML("<p>SA/LW&nbsp; &nbsp;x\u{2003}y").texts == ["SA/LW\u{A0} \u{A0}x\u{2003}y"])
    }

    @Test func breaksInsideWordsAreCharacters() throws {
        #expect(try ReadHTML("<p>arms<wbr>control dis&shy;arm").texts == ["arms\u{200B}control dis\u{AD}arm"])
    }

    @Test(arguments: [
        ("&amp;lt; &lt;p> &quot;&apos;", "&lt; <p> \"'"), ("&hellip;&rsquo;&euro;&nbsp;", "…’€\u{A0}"),
        ("&check; &NotEqualTilde; &CounterClockwiseContourIntegral;", "✓ ≂̸ ∳"),
        ("&#8217;&#x2019;&#X2019;&#8217", "’’’’"), ("&#146;&#x93;laws&#148;&#151;", "’“laws”—"),
        ("&copy 2007 &notit; AT&T R&D &;&#;&#x; &unknown;", "© 2007 ¬it; AT&T R&D &;&#;&#x; &unknown;"),
        ("&#0;&#xD800;&#x110000;&#99999999999;", "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}"), ("a&#10;&#32;b", "a b"),
        ("1 < 2 <3 <> </> <", "1 < 2 <3 <> <"),
    ])
    func characterReferencesAreResolved(html: String, text: String) throws {
        #expect(try ReadHTML("<p>" + html).texts == [text])
    }

    @Test func linksKeepTextAndTarget() throws {
        let html = """
            <base href="http://example.org/"><p>See <a href="a.html?x=1&amp;y=2&copy=3">the <b>laws</b></a> and
            <a name=here>no <a href='#n"1'>note</a>, <a href=b>open<p>next</a> end
            """
        let paragraphs = try ReadHTML(html).document.paragraphs
        #expect(paragraphs.map(\.text) == ["See the laws and no note, open", "next end"])
        let links = paragraphs.flatMap { paragraph in
            paragraph.hyperlinks.map { (String(paragraph.text.utf8Slice($0.range)), $0.target, $0.isInternal) }
        }
        #expect(links.map(\.0) == ["the laws", "note", "open", "next"])
        #expect(links.map(\.1) == ["a.html?x=1&y=2&copy=3", "#n\"1", "b", "b"])
        #expect(links.map(\.2) == [false, true, false, false])
    }

    @Test func hiddenTextIsKeptAndFlagged() throws {
        let html = """
            <p>one <span style="color:red; DISPLAY : none">two <span>three</span></span> four</p><p hidden>five</p>
            <div style="visibility:hidden">six<table><tr><td>seven<td style="display:none">eight</table></div>nine
            <table><tr><td><b hidden>ten<td>eleven</table>
            """
        let paragraphs = try ReadHTML(html).document.paragraphs
        let hidden = paragraphs.map { paragraph in
            paragraph.hidden.map { String(paragraph.text.utf8Slice($0)) }.joined(separator: "|")
        }
        #expect(
            paragraphs.map(\.text) == ["one two three four", "five", "six", "seven", "eight", "nine", "ten", "eleven"]
        )
        #expect(hidden == ["two three", "five", "six", "seven", "eight", "", "ten", ""])
    }

    @Test func deletedTextIsLeftOutAndCounted() throws {
        let html = """
            <p>States <del>shall</del> <ins>should</ins> adopt</p><del><p>one<p>two</p></del><p>laws
            <table><tr><td><del>x</del>y</table>
            """
        #expect(
            try ReadHTML(html).outline == [
                "paragraph: States should adopt", "paragraph: laws", "cell", "  paragraph: y",
                "left out, tracked-deletion: shall", "left out, tracked-deletion: one",
                "left out, tracked-deletion: two", "left out, tracked-deletion: x",
            ]
        )
    }

    /// As in browsers: an element ends with the elements around it.
    @Test func marksThatNobodyTakesBackEndWithTheirParagraph() throws {
        let html = "<p>a<del>b<p>c<table><tr><td>d<del>e<td>f</table>g<p>h<span hidden>i<p>j</del></span>"
        let read = try ReadHTML(html)
        #expect(read.texts == ["a", "c", "d", "f", "g", "hi", "j", "b", "e"])
        #expect(read.document.paragraphs.map { $0.hidden.count } == [0, 0, 0, 0, 0, 1, 0, 0, 0])
    }

    @Test func controlCharactersAreReplaced() throws {
        let read = try ReadHTML("<p>Section\u{1}II\u{0},\u{C}para\u{FFFE}6\n<p>x\u{1B}y")
        #expect(read.texts == ["Section II\u{FFFD}, para\u{FFFD}6", "x y"])
        #expect(read.diagnostics.map(\.id) == ["control-characters"])
        #expect(read.diagnostics.first?.place?.start == .line(1, column: 11))
        #expect(read.diagnostics.first?.message.hasPrefix("2 ") == true)
    }

    @Test func longTextsComeWhole() throws {
        let text = String(repeating: "é€🏛", count: 50_000)
        #expect(try ReadHTML("<p>\(text)").texts == [text])
        let target = String(repeating: "é", count: 100_000)
        #expect(try ReadHTML("<a href='\(target)'>x</a>").document.paragraphs.first?.hyperlinks.first?.target == target)
    }
}
