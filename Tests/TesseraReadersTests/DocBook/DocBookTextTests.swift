import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Paragraphs, headings, lists and notes of DocBook.
@Suite struct DocBookTextTests {
    private func lines(_ body: String) throws -> [String] {
        try ReadMarkup(DocBookReader(), "<article><title>A</title>\(body)</article>").lines.dropFirst().map { $0 }
    }

    @Test func headingsAreAsDeepAsTheirSections() throws {
        let text = """
            <book><title>Book</title><chapter><title>One</title><para>a</para>
            <section><title>Two</title><bridgehead>Free</bridgehead><section><info><title>Three</title></info>
            <para>b</para></section></section></chapter><appendix><title>Last</title></appendix></book>
            """
        #expect(
            try ReadMarkup(DocBookReader(), text).lines == [
                "h1: Book", "h2: One", "p: a", "h3: Two", "h4: Free", "h4: Three", "p: b", "h2: Last",
            ]
        )
    }

    @Test func bothVersionsGiveTheSame() throws {
        let body = "<title>T</title><para>See <link %>there</link>.</para>"
        let four = "<article>\(body.replacing("%", with: "linkend='x'"))</article>"
        let five =
            "<d:article xmlns:d='http://docbook.org/ns/docbook'>"
            + body.replacing("<", with: "<d:").replacing("<d:/", with: "</d:").replacing("%", with: "linkend='x'")
            + "</d:article>"
        let lines = try ReadMarkup(DocBookReader(), four).lines
        #expect(lines == ["h1: T", "p: See [there](#x)."])
        #expect(try ReadMarkup(DocBookReader(), five).lines == lines)
    }

    @Test(arguments: [
        ("<para>one\n   two <emphasis>three</emphasis>\tfour </para>", ["p: one two three four"]),
        ("<simpara>a</simpara>b<para>c</para>", ["p: a", "p: b", "p: c"]),
        ("<para>a<programlisting>x  y\n z</programlisting>b</para>", ["p: a", "pre: x  y\n z", "p: b"]),
        ("<literallayout>a\n  <emphasis> b</emphasis></literallayout>", ["pre: a\n   b"]),
        ("<formalpara><title>Run in</title><para>x</para></formalpara>", ["p: Run in", "p: x"]),
        ("<para>a <![CDATA[<b> &]]> c &#x41;</para>", ["p: a <b> & c A"]),
        ("<note><title>N</title><para>x</para></note>", ["p: N", "p: x"]),
        ("<para>x<sgmltag>y</sgmltag>z</para>", ["p: xyz"]),
        ("<para>  </para><para/>", []),
        (
            "<refentry><refnamediv><refname>cp</refname><refpurpose>copies</refpurpose></refnamediv></refentry>",
            ["p: cp", "p: copies"]
        ),
        ("<para>see <refentrytitle>cp</refentrytitle></para>", ["p: see cp"]),
    ])
    func paragraphs(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
    }

    @Test(arguments: [
        (
            "<itemizedlist><title>L</title><listitem><para>a</para><orderedlist><listitem><para>b</para></listitem>"
                + "</orderedlist>c</listitem></itemizedlist><para>d</para>",
            ["item1: L", "item1: a", "item2: b", "item1: c", "p: d"]
        ),
        (
            "<variablelist><varlistentry><term>T</term><term>U</term><listitem><para>d</para></listitem>"
                + "</varlistentry></variablelist>",
            ["item1: T", "item1: U", "item1: d"]
        ),
        ("<simplelist><member>a</member><member>b</member></simplelist>", ["item1: a", "item1: b"]),
        (
            "<itemizedlist><listitem><informaltable><tgroup cols='1'><tbody><row><entry>x</entry></row></tbody>"
                + "</tgroup></informaltable></listitem></itemizedlist>",
            ["table", "row x"]
        ),
    ])
    func lists(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
    }

    @Test(arguments: [
        ("<para>a<footnote label='1'><para>n</para></footnote> b</para>", ["p: a b", "note 1: n"]),
        ("<para>a<footnoteref linkend='f'/> b</para>", ["p: a b"]),
        ("<para>a<remark>check</remark> b</para>", ["p: a b", "left out, comment: check"]),
        ("<para>a<comment>check</comment></para>", ["p: a", "left out, comment: check"]),
        (
            "<section><title>Long</title><titleabbrev>L</titleabbrev></section>",
            ["h2: Long", "left out, running-head: L"]
        ),
        ("<para>a<indexterm><primary>p</primary><secondary>s</secondary></indexterm>b</para>", ["p: ab"]),
        (
            "<mediaobject><textobject><phrase>alt</phrase></textobject><caption><para>Shown</para></caption></mediaobject>",
            ["p: Shown"]
        ),
        ("<para><inlinemediaobject><alt>x</alt></inlinemediaobject>b</para>", ["p: b"]),
    ])
    func notesAndWhatIsNotShown(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
    }

    @Test(arguments: [
        ("<para>a <ulink url='http://a.example/'>b</ulink> c</para>", "p: a [b](http://a.example/) c"),
        ("<para>a <ulink url='http://a.example/'/> c</para>", "p: a [http://a.example/](http://a.example/) c"),
        ("<para><link linkend='s'>b</link></para>", "p: [b](#s)"),
        ("<para>a <xref linkend='s'/>.</para>", "p: a ."),
        (
            "<para xmlns:x='http://www.w3.org/1999/xlink'><emphasis x:href='http://a.example/'>b</emphasis> c</para>",
            "p: [b](http://a.example/) c"
        ),
        (
            "<para xmlns:x='http://www.w3.org/1999/xlink'><link x:href='http://a.example/'><inlinemediaobject/></link>c</para>",
            "p: c"
        ),
    ])
    func links(body: String, expected: String) throws {
        #expect(try lines(body) == [expected])
    }

    /// What a title page shows is text, and what it says about the document is known.
    @Test func information() throws {
        let text = """
            <article lang="fr"><articleinfo><title>The <emphasis>matrix</emphasis></title>
            <author><firstname>Ann</firstname><surname>Lee</surname><affiliation><orgname>Bank</orgname></affiliation></author>
            <author><personname>Bo<surname>Ek</surname></personname></author>
            <pubdate>2007-07-17</pubdate><copyright><year>2007</year><holder>X</holder></copyright>
            <legalnotice><para>Free.</para></legalnotice><keywordset><keyword>k</keyword></keywordset>
            <revhistory><revision><revnumber>1</revnumber><date>June</date><revremark>First</revremark></revision></revhistory>
            </articleinfo><para>x</para></article>
            """
        let read = try ReadMarkup(DocBookReader(), text)
        #expect(
            read.document.metadata
                == DocumentMetadata(
                    title: "The matrix",
                    author: "Ann Lee, Bo Ek",
                    created: "2007-07-17",
                    language: "fr"
                )
        )
        #expect(
            read.lines == [
                "h1: The matrix", "p: Ann Lee Bank", "p: Bo Ek", "p: 2007-07-17", "p: 2007 X", "p: Free.",
                "p: 1 June First",
                "p: x",
            ]
        )
    }

    @Test func placesAreNodes() throws {
        let read = try ReadMarkup(
            DocBookReader(),
            "<article>\n<title>T</title>\n<para>a</para><para>b</para></article>"
        )
        #expect(
            read.document.paragraphs.map(\.place.start.description) == [
                "/article[1]/title[1]@2", "/article[1]/para[1]@3", "/article[1]/para[2]@3",
            ]
        )
    }

    /// What HTML names, a DTD that is never read would name as well.
    @Test func namedCharacters() throws {
        let text = """
            <!DOCTYPE article PUBLIC "-//OASIS//DTD DocBook XML V4.5//EN" "http://docbook.example/docbookx.dtd">
            <article><para>a&nbsp;b&mdash;c</para></article>
            """
        #expect(try ReadMarkup(DocBookReader(), text).lines == ["p: a\u{A0}b—c"])
    }

    @Test func withoutText() throws {
        #expect(
            try failure(of: DocBookReader(), on: Array("<article><para> </para></article>".utf8)).id == "empty-document"
        )
    }

    @Test(arguments: [
        ("<!DOCTYPE article [<!ENTITY a 'x'>]><article><para>&a;</para></article>", "forbidden-declaration"),
        ("<article><para>x</article>", "damaged-markup"),
        ("<article>" + String(repeating: "<para>", count: 300), "limit-exceeded"),
    ])
    func refused(text: String, id: String) throws {
        #expect(try failure(of: DocBookReader(), on: Array(text.utf8)).id == id)
    }
}
