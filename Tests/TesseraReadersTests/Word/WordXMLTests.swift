import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// The XML of Word 2003, which differs in the names of some elements and holds everything in one file.
@Suite struct WordXMLTests {
    private func file(_ body: String, styles: String = "", properties: String = "", last: String = "") -> [UInt8] {
        Array(
            """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <?mso-application progid="Word.Document"?>
            <w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" \
            xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:aml="http://schemas.microsoft.com/aml/2001/core" \
            xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint" xmlns:v="urn:schemas-microsoft-com:vml">
            <o:DocumentProperties>\(properties)</o:DocumentProperties><w:styles>\(styles)</w:styles>
            <w:body><wx:sect>\(body)<w:sectPr>\(last)</w:sectPr></wx:sect></w:body></w:wordDocument>
            """.utf8
        )
    }

    private func document(
        _ body: String,
        styles: String = "",
        properties: String = "",
        last: String = ""
    ) throws -> SourceDocument {
        try read(file(body, styles: styles, properties: properties, last: last), with: WordXMLReader()).document
    }

    @Test func isToldByItsNamespace() throws {
        #expect(try Readers.standard.reader(for: SourceFile(file(p("a")))).format.name == "word-xml")
        #expect(!WordXMLReader().recognises(SourceFile("<w:wordDocument xmlns:w=\"urn:other\"/>", path: "a.xml")))
    }

    @Test func readsTables() throws {
        let table = tbl(
            tr(tc("a"), tc("b", "<w:gridSpan w:val=\"2\"/>"), properties: "<w:tblHeader/>"),
            tr(tc("c", "<w:vmerge w:val=\"restart\"/>"), tc("d"), tc("e")),
            tr(tc("", "<w:vmerge/>"), tc("f", "<w:hmerge w:val=\"restart\"/>"), tc("", "<w:hmerge/>"))
        )
        #expect(try document(table).sketch == ["= | a | b (1×2)", "c (2×1) | d | e", "f (1×2)"])
    }

    @Test func readsHyperlinks() throws {
        let body = """
            <w:p><w:hlink w:dest="http://law.example/?a=1&amp;b=2">\(run("law"))</w:hlink> <w:hlink w:bookmark="part-2">\(run("below"))</w:hlink>\
            <w:hlink w:dest="http://law.example/" w:bookmark="p3">\(run("x"))</w:hlink></w:p>
            """
        #expect(
            try document(body).links == [
                "law -> http://law.example/?a=1&b=2", "below -> #part-2", "x -> http://law.example/#p3",
            ]
        )
    }

    @Test func readsNotesWhereTheyStand() throws {
        let body = """
            <w:p>\(run("a"))<w:r><w:footnote>\(p("one"))\(p("more"))</w:footnote></w:r>\(run("b"))<w:r><w:endnote>\(p("two"))</w:endnote></w:r></w:p>
            """
        #expect(try document(body).outline == ["paragraph: ab", "note 1: one", "note 1: more", "note 2: two"])
        let table = tbl(tr("<w:tc>\(body)</w:tc>", tc("c")))
        #expect(try document(table).sketch == ["ab / one / more / two | c"])
    }

    @Test func readsChanges() throws {
        func annotation(_ type: String, _ content: String) -> String {
            "<aml:annotation aml:id=\"1\" w:type=\"Word.\(type)\" aml:author=\"A\">\(content)</aml:annotation>"
        }
        func content(_ content: String) -> String { "<aml:content>\(content)</aml:content>" }
        let comment = "<w:r>" + annotation("Comment", content(p("why?"))) + "</w:r>"
        let formerly = "<w:rPr>" + annotation("Formatting", content("<w:rPr><w:vanish/></w:rPr>")) + "</w:rPr>"
        let body = """
            <w:p>\(annotation("Bookmark.Start", ""))\(run("a "))\(annotation("Deletion", content("<w:r><w:delText>old</w:delText></w:r>")))\
            \(annotation("Insertion", content(run("new"))))\(comment)<w:r>\(formerly)<w:t> b</w:t></w:r></w:p>
            """
        let read = try document(body)
        #expect(read.outline == ["paragraph: a new b", "left out, tracked-deletion: old", "left out, comment: why?"])
        #expect(read.hidden == [])
    }

    @Test func readsStyles() throws {
        let styles = """
            <w:style w:type="paragraph" w:default="on" w:styleId="Normal"><w:name w:val="Normal"/></w:style>\
            <w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>\
            <w:style w:type="character" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>
            """
        let body =
            p("a", "<w:pStyle w:val=\"Heading1\"/>")
            + p("b", "<w:listPr><w:ilvl w:val=\"1\"/><w:ilfo w:val=\"2\"/></w:listPr>")
            + "<w:p>\(run("c", "<w:rStyle w:val=\"Secret\"/>"))\(run("d"))</w:p>"
        let read = try document(body, styles: styles)
        #expect(read.outline == ["heading 1: a", "item 2: b", "paragraph: cd"])
        #expect(read.hidden == ["c"])
    }

    @Test func readsProperties() throws {
        let properties = """
            <o:Title>A matrix</o:Title><o:Author>The Board</o:Author><o:Created>2024-03-03T09:00:00Z</o:Created>\
            <o:LastSaved>2024-03-04T10:30:00Z</o:LastSaved><o:Company>X</o:Company>
            """
        let metadata = try document(p("a"), properties: properties).metadata
        #expect(metadata.title == "A matrix")
        #expect(metadata.author == "The Board")
        #expect(metadata.created == "2024-03-03T09:00:00Z")
        #expect(metadata.modified == "2024-03-04T10:30:00Z")
    }

    @Test func leavesRunningHeadsOut() throws {
        let last = "<w:hdr w:type=\"odd\">\(p("head"))</w:hdr><w:ftr w:type=\"odd\">\(p("foot"))</w:ftr>"
        #expect(
            try document(p("a"), last: last).outline == [
                "paragraph: a", "left out, running-head: head", "left out, running-head: foot",
            ]
        )
    }

    @Test func readsTextBoxes() throws {
        let box = "<w:pict><v:shape><v:textbox><w:txbxContent>\(p("x"))</w:txbxContent></v:textbox></v:shape></w:pict>"
        #expect(try document("<w:p><w:r>\(box)<w:t>a</w:t></w:r></w:p>").outline == ["paragraph: a", "paragraph: x"])
    }

    @Test func knowsPlaces() throws {
        let read = try document("\n" + tbl(tr(tc("a"), tc("b"))))
        #expect(
            read.paragraphs.map(\.place.start.description) == [
                "/w:wordDocument[1]/w:body[1]/wx:sect[1]/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]@6",
                "/w:wordDocument[1]/w:body[1]/wx:sect[1]/w:tbl[1]/w:tr[1]/w:tc[2]/w:p[1]@6",
            ]
        )
        #expect(read.paragraphs.allSatisfy { $0.place.part.isEmpty })
    }

    @Test func refusesWhatIsDamaged() throws {
        let bytes = file(p("a"))
        #expect(try failure(of: WordXMLReader(), on: Array(bytes.prefix(bytes.count - 20))).id == "damaged-markup")
        #expect(try failure(of: WordXMLReader(), on: file("<w:p/>")).id == "empty-document")
        let bomb = String(decoding: bytes, as: UTF8.self).replacing(
            "<w:wordDocument",
            with: "<!DOCTYPE x [<!ENTITY x 'y'>]><w:wordDocument"
        )
        #expect(try failure(of: WordXMLReader(), on: Array(bomb.utf8)).id == "forbidden-declaration")
    }
}
