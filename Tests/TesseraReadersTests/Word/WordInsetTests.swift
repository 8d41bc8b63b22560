import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// What stands inside the text and is a flow of its own, and what is left out of it.
@Suite struct WordInsetTests {
    // MARK: Text boxes and alternatives

    private func box(_ content: String) -> String {
        "<wps:wsp><wps:txbx><w:txbxContent>\(content)</w:txbxContent></wps:txbx></wps:wsp>"
    }

    @Test func aTextBoxFollowsItsParagraph() throws {
        let body =
            "<w:p>\(run("a"))<w:r><w:drawing>\(box(p("x", "<w:outlineLvl w:val=\"1\"/>") + p("y")))</w:drawing></w:r>\(run("b"))</w:p>"
        #expect(try outline(body) == ["paragraph: ab", "heading 2: x", "paragraph: y"])
    }

    /// What was open in the paragraph goes on behind the box: a link, hidden text, a field.
    @Test func aTextBoxDoesNotDisturbItsParagraph() throws {
        let body = """
            <w:p><w:hyperlink w:anchor="x"><w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t><w:drawing>\(box(p("box")))</w:drawing>\
            <w:t>b</w:t></w:r></w:hyperlink>\(run("c"))</w:p>
            """
        let document = try word(body)
        #expect(document.paragraphs.map(\.text) == ["abc", "box"])
        #expect(document.links == ["ab -> #x"])
        #expect(document.hidden == ["ab"])
    }

    @Test func oneAlternativeCounts() throws {
        let body = """
            <w:p>\(run("a"))<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>\(box(p("new")))</w:drawing></mc:Choice>\
            <mc:Choice Requires="v"><w:t>second</w:t></mc:Choice>\
            <mc:Fallback><w:pict><v:textbox><w:txbxContent>\(p("old"))</w:txbxContent></v:textbox></w:pict></mc:Fallback>\
            </mc:AlternateContent></w:r></w:p>
            """
        #expect(try outline(body) == ["paragraph: a", "paragraph: new"])
    }

    @Test func theFallbackCountsAlone() throws {
        let body =
            "<w:p><w:r><mc:AlternateContent><mc:Fallback><w:t>old</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        #expect(try outline(body) == ["paragraph: old"])
    }

    @Test func alternativesStandInAlternatives() throws {
        func alternatives(_ one: String, _ other: String) -> String {
            "<mc:AlternateContent><mc:Choice Requires=\"wps\">\(one)</mc:Choice><mc:Fallback>\(other)</mc:Fallback></mc:AlternateContent>"
        }
        let inner = alternatives("<w:t>1</w:t>", "<w:t>2</w:t>")
        #expect(try outline("<w:p><w:r>\(alternatives(inner, inner))<w:t>3</w:t></w:r></w:p>") == ["paragraph: 13"])
    }

    // MARK: Notes

    private let footnotes = """
        <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:t>line</w:t></w:r></w:p></w:footnote>\
        <w:footnote w:id="4">\(p("four"))\(p("more"))</w:footnote><w:footnote w:id="7">\(p("seven"))</w:footnote>
        """

    private func reference(_ kind: String, _ id: Int, _ attributes: String = "") -> String {
        "<w:r><w:\(kind)Reference w:id=\"\(id)\"\(attributes)/></w:r>"
    }

    @Test func aNoteFollowsItsParagraph() throws {
        let body = "<w:p>\(run("a"))\(reference("footnote", 7))\(run("b"))\(reference("footnote", 4))</w:p>" + p("c")
        #expect(
            try outline(body) { $0.footnotes = footnotes } == [
                "paragraph: ab", "note 1: seven", "note 2: four", "note 2: more", "paragraph: c",
            ]
        )
    }

    @Test func aNoteStaysInItsCell() throws {
        let cell = "<w:tc><w:p>\(run("a"))\(reference("footnote", 7))</w:p>\(p("b"))</w:tc>"
        #expect(try word(tbl(tr(cell, tc("c")))) { $0.footnotes = footnotes }.sketch == ["a / seven / b | c"])
    }

    @Test func aNoteIsInItsOwnPart() throws {
        let document = try word("<w:p>\(run("a"))\(reference("footnote", 4))</w:p>") { $0.footnotes = footnotes }
        #expect(
            document.paragraphs.map(\.place.part) == ["word/document.xml", "word/footnotes.xml", "word/footnotes.xml"]
        )
        #expect(document.paragraphs[1].place.start.description == "/w:footnotes[1]/w:footnote[2]/w:p[1]@2")
    }

    @Test func readsEndnotes() throws {
        let body = "<w:p>\(run("a"))\(reference("endnote", 2))</w:p>"
        let notes = "<w:endnote w:id=\"2\">\(p("end"))</w:endnote>"
        #expect(try outline(body) { $0.endnotes = notes } == ["paragraph: a", "note 1: end"])
    }

    @Test func aNoteMayHaveAMarkOfItsOwn() throws {
        let mark = reference("footnote", 7, " w:customMarkFollows=\"1\"")
        let body = "<w:p>\(run("a"))\(mark)\(run("*"))</w:p><w:p>\(run("b"))\(reference("footnote", 4))</w:p>"
        #expect(
            try outline(body) { $0.footnotes = footnotes } == [
                "paragraph: a*", "note : seven", "paragraph: b", "note 1: four", "note 1: more",
            ]
        )
    }

    @Test func aNoteThatIsMissingIsNothing() throws {
        #expect(try outline("<w:p>\(run("a"))\(reference("footnote", 9))</w:p>") == ["paragraph: a"])
    }

    @Test func notesHaveHyperlinksOfTheirOwn() throws {
        let notes = "<w:footnote w:id=\"1\"><w:p><w:hyperlink r:id=\"h\">\(run("law"))</w:hyperlink></w:p></w:footnote>"
        let relationships = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="h" \
            Type="http://x/hyperlink" Target="http://law.example/" TargetMode="External"/></Relationships>
            """
        let document = try word("<w:p>\(run("a"))\(reference("footnote", 1))</w:p>") {
            $0.footnotes = notes
            $0.parts = [("word/_rels/footnotes.xml.rels", relationships)]
        }
        #expect(document.links == ["law -> http://law.example/"])
    }

    // MARK: Comments and running heads

    @Test func leavesCommentsOut() throws {
        let body =
            "<w:p><w:commentRangeStart w:id=\"1\"/>\(run("a"))<w:commentRangeEnd w:id=\"1\"/><w:r><w:commentReference w:id=\"1\"/></w:r></w:p>"
        let comments = "<w:comment w:id=\"1\" w:author=\"A\">\(p("why?"))\(p("really?"))</w:comment>"
        #expect(
            try outline(body) { $0.comments = comments } == [
                "paragraph: a", "left out, comment: why?", "left out, comment: really?",
            ]
        )
    }

    @Test func leavesRunningHeadsOut() throws {
        let document = try word(p("a")) {
            $0.header = p("head") + tbl(tr(tc("in a table")))
            $0.footer = "<w:p>\(run("page "))<w:del w:id=\"1\"><w:r><w:delText>three</w:delText></w:r></w:del></w:p>"
        }
        #expect(
            document.outline == [
                "paragraph: a", "left out, running-head: head", "left out, running-head: in a table",
                "left out, tracked-deletion: three", "left out, running-head: page",
            ]
        )
        #expect(document.omissions.first?.paragraph.place.part == "word/header1.xml")
    }

    // MARK: Changes

    @Test func keepsInsertionsAndLeavesDeletionsOut() throws {
        let body = """
            <w:p>\(run("a "))<w:del w:id="1"><w:r><w:delText>old</w:delText></w:r></w:del><w:ins w:id="2">\(run("new"))</w:ins>\
            \(run(" b"))</w:p>
            """
        #expect(try outline(body) == ["paragraph: a new b", "left out, tracked-deletion: old"])
    }

    @Test func keepsMovedTextWhereItCameTo() throws {
        let body = """
            <w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">\(run("moved"))</w:moveFrom>\
            <w:moveFromRangeEnd w:id="1"/>\(run("a"))</w:p><w:p>\(run("b"))<w:moveTo w:id="3">\(run("moved"))</w:moveTo></w:p>
            """
        #expect(try outline(body) == ["paragraph: a", "paragraph: bmoved", "left out, tracked-deletion: moved"])
    }

    /// The paragraphs before and behind a deleted mark are one, and what the last of them says of itself counts.
    @Test func aDeletedMarkJoinsParagraphs() throws {
        let mark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
        let body =
            p("a", mark) + p("b", "<w:outlineLvl w:val=\"0\"/>\(mark)") + p("c", "<w:outlineLvl w:val=\"2\"/>") + p("d")
        #expect(try outline(body) == ["heading 3: abc", "paragraph: d"])
    }

    @Test func aDeletedParagraphLeavesNothing() throws {
        let mark = "<w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>"
        let body =
            p("a") + "<w:p>\(mark)<w:del w:id=\"2\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>" + p("b")
        #expect(try outline(body) == ["paragraph: a", "paragraph: b", "left out, tracked-deletion: gone"])
    }

    @Test func aDeletedMarkAtTheEndOfACellJoinsNothing() throws {
        let mark = "<w:rPr><w:del w:id=\"1\"/></w:rPr>"
        #expect(try word(tbl(tr("<w:tc>\(p("a", mark))</w:tc>", tc("b"))) + p("c")).outline.last == "paragraph: c")
        #expect(try word(tbl(tr("<w:tc>\(p("a", mark))</w:tc>", tc("b")))).sketch == ["a | b"])
    }

    @Test func aDeletedTableIsLeftOut() throws {
        let text = "<w:p><w:del w:id=\"1\"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        let row = tr("<w:tc>\(text)</w:tc>", properties: "<w:del w:id=\"2\"/>")
        #expect(try outline(p("a") + tbl(row)) == ["paragraph: a", "left out, tracked-deletion: gone"])
    }
}
