import TesseraModel
import TestSupport
import Testing

/// Paragraphs of OpenDocument: what they become, and which of their characters count.
@Suite struct OpenDocumentTextTests {
    @Test func headingsAndParagraphs() throws {
        let outline = try openDocumentOutline(
            """
            <text:h text:outline-level='2'>Section <text:span>II</text:span></text:h>
            <text:h>Annex</text:h>
            <text:p>Marking</text:p>
            <text:p>  </text:p>
            <text:p/>
            """
        )
        #expect(outline == ["heading 2: Section II", "heading 1: Annex", "paragraph: Marking"])
    }

    @Test func listsByDepth() throws {
        let outline = try openDocumentOutline(
            """
            <text:list>
              <text:list-header><text:p>Measures</text:p></text:list-header>
              <text:list-item>
                <text:number>1.</text:number><text:p>Marking</text:p><text:p>of new arms</text:p>
                <text:list><text:list-item><text:p>Tracing</text:p></text:list-item></text:list>
              </text:list-item>
              <text:list-item><text:h text:outline-level='3'>Records</text:h></text:list-item>
            </text:list>
            <text:numbered-paragraph text:level='2'><text:p>Brokering</text:p></text:numbered-paragraph>
            <text:p>Transfers</text:p>
            """
        )
        #expect(
            outline == [
                "item 1: Measures", "item 1: Marking", "item 1: of new arms", "item 2: Tracing", "heading 3: Records",
                "item 2: Brokering", "paragraph: Transfers",
            ]
        )
    }

    /// OpenDocument 1.3 part 3, 6.1.2 to 6.1.5.
    @Test(
        arguments: [
            ("\n  a\t b\n <text:span> c</text:span>  ", "a b c"),
            ("a<text:s/>b", "a b"), ("a <text:s/>b", "a  b"), ("a<text:s/> b", "a  b"),
            ("a<text:s text:c='3'/>b", "a   b"), ("<text:s text:c='2'/>b", "  b"),
            ("a <text:tab/> b", "a \t b"),
            ("a&#xA0;&#xA0;b&#xAD;c&#x2011;d", "a\u{A0}\u{A0}b\u{AD}c\u{2011}d"),
            ("a<text:soft-page-break/>b", "ab"),
            ("a <text:bookmark text:name='x'/> b", "a b"),
            ("<![CDATA[a & ]]>b", "a & b"),
        ]
    )
    func blanks(markup: String, text: String) throws {
        #expect(try openDocumentOutline("<text:p>\(markup)</text:p>") == ["paragraph: \(text)"])
    }

    @Test func aLineIsAParagraph() throws {
        let outline = try openDocumentOutline(
            """
            <text:h text:outline-level='1'>Section II<text:line-break/> para 2</text:h>
            <text:p><text:line-break/>a<text:line-break/></text:p>
            """
        )
        #expect(outline == ["heading 1: Section II", "heading 1: para 2", "paragraph: a"])
    }

    @Test func fieldsShowTheirContent() throws {
        let outline = try openDocumentOutline(
            """
            <text:p>On <text:date>17 July</text:date>, <text:placeholder>&lt;State&gt;</text:placeholder>
            <text:conditional-text text:string-value-if-true='no'>yes</text:conditional-text>
            <text:bibliography-mark>[1]</text:bibliography-mark><text:meta-field> and <text:span>so</text:span>
            </text:meta-field><text:script>shell()</text:script><text:drop-down><text:label text:value='x'/>on
            </text:drop-down></text:p>
            """
        )
        #expect(outline == ["paragraph: On 17 July, <State> yes [1] and so on"])
    }

    @Test func indexesAndSectionsAreText() throws {
        let outline = try openDocumentOutline(
            """
            <text:sequence-decls><text:sequence-decl text:name='Table'/></text:sequence-decls>
            <text:table-of-content>
              <text:table-of-content-source>
                <text:index-title-template>Template</text:index-title-template>
              </text:table-of-content-source>
              <text:index-body>
                <text:index-title><text:p>Contents</text:p></text:index-title>
                <text:p>Marking<text:tab/>3</text:p>
              </text:index-body>
            </text:table-of-content>
            <text:section><text:p>Tracing</text:p></text:section>
            """
        )
        #expect(outline == ["paragraph: Contents", "paragraph: Marking\t3", "paragraph: Tracing"])
    }

    @Test func links() throws {
        let made = MadeOpenDocument(
            """
            <text:p>See <text:a xlink:href='http://example.org/a?b=1&amp;c=2'>the
             <text:span>site</text:span></text:a> and <text:a xlink:href='#Annex|outline'>the annex</text:a>,
            <text:a xlink:href=''>nothing</text:a>, <text:a xlink:href='x'>one<text:line-break/>two</text:a>.</text:p>
            """
        )
        let paragraphs = try made.read().paragraphs
        let first = try #require(paragraphs.first)
        #expect(first.text == "See the site and the annex, nothing, one")
        #expect(first.hyperlinks.map(\.target) == ["http://example.org/a?b=1&c=2", "#Annex|outline", "x"])
        #expect(first.hyperlinks.map(\.isInternal) == [false, true, false])
        #expect(first.hyperlinks.map(\.range) == [4..<12, 17..<26, 37..<40])
        #expect(paragraphs.last?.hyperlinks == [Hyperlink(range: 0..<3, target: "x")])
    }

    /// libxml2 has a form of its own for an ampersand in an attribute.
    @Test(
        arguments: [
            ("a?b&amp;c&#38;d&#x26;e&lt;&quot;&#228;", "a?b&c&d&e<\"ä"), ("&amp;amp;&amp;#38;", "&amp;&#38;"),
            ("&amp;\u{301}", "&\u{301}"), ("&amp;&amp;", "&&"),
        ]
    )
    func referencesInTargets(markup: String, target: String) throws {
        let made = MadeOpenDocument("<text:p><text:a xlink:href='\(markup)'>a</text:a></text:p>")
        let links = try #require(try made.read().paragraphs.first).hyperlinks
        #expect(links.map { Array($0.target.unicodeScalars) } == [Array(target.unicodeScalars)])
    }

    @Test func placesNameTheNode() throws {
        let document = try MadeOpenDocument("<text:p>a</text:p>\n<text:section>\n<text:p>b</text:p></text:section>")
            .read()
        #expect(
            document.paragraphs.map(\.place.start.description) == [
                "/office:document[1]/office:body[1]/office:text[1]/text:p[1]@2",
                "/office:document[1]/office:body[1]/office:text[1]/text:section[1]/text:p[1]@4",
            ]
        )
    }
}
