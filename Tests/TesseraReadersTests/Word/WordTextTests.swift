import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Runs, what stands for a character, fields and hyperlinks in WordprocessingML (ECMA-376, 17.3.3 and 17.16).
@Suite struct WordTextTests {
    // MARK: Characters

    @Test func keepsBlanks() throws {
        #expect(try word("<w:p>\(run("a  b "))\(run(" c"))</w:p>").paragraphs.map(\.text) == ["a  b  c"])
    }

    @Test func dropsParagraphsWithoutText() throws {
        #expect(try outline(p("a") + "<w:p/>" + p("  ") + p("\u{A0}") + p("b")) == ["paragraph: a", "paragraph: b"])
    }

    @Test func readsWhatStandsForCharacters() throws {
        let run = """
            <w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:ptab w:alignment="left"/><w:noBreakHyphen/><w:softHyphen/>\
            <w:sym w:font="Wingdings" w:char="2713"/><w:t>c</w:t></w:r>
            """
        #expect(try outline("<w:p>\(run)</w:p>") == ["paragraph: a\tb\t\u{2011}\u{AD}✓c"])
    }

    @Test(arguments: ["", "D800", "110000", "x"])
    func aSymbolThatIsNoneIsNothing(code: String) throws {
        #expect(try outline("<w:p><w:r><w:t>a</w:t><w:sym w:char=\"\(code)\"/></w:r></w:p>") == ["paragraph: a"])
    }

    @Test func tabStopsAreNoTabs() throws {
        let stops = "<w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/><w:tab w:val=\"clear\" w:pos=\"1440\"/></w:tabs>"
        #expect(try outline(p("a", stops)) == ["paragraph: a"])
    }

    @Test func lineBreaksPartParagraphs() throws {
        let body =
            "<w:p><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:cr/><w:t>c</w:t></w:r></w:p>"
        #expect(try outline(body) == ["heading 1: a", "heading 1: b", "heading 1: c"])
    }

    @Test func pageBreaksStandBetween() throws {
        let body =
            "<w:p><w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t><w:br w:type=\"column\"/><w:t>c</w:t></w:r></w:p>"
        #expect(try outline(body) == ["paragraph: a", "page break", "paragraph: b", "paragraph: c"])
    }

    @Test func readsFormulas() throws {
        #expect(
            try outline("<w:p>\(run("a "))<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath></w:p>") == ["paragraph: a x+1"]
        )
    }

    @Test func passesOverWhatIsNoText() throws {
        let body = """
            <w:p><w:r><w:t>a</w:t><w:lastRenderedPageBreak/><w:drawing><wp:inline><wp:docPr id="1" name="Picture"/>\
            <a:graphic><a:graphicData uri="x"><a:t>no text of Word</a:t></a:graphicData></a:graphic></wp:inline>\
            </w:drawing></w:r></w:p>
            """
        #expect(try outline(body) == ["paragraph: a"])
    }

    // MARK: Hidden text

    @Test func marksHiddenText() throws {
        let document = try word("<w:p>\(run("é"))\(run("b", "<w:vanish/>"))\(run("c"))</w:p>")
        #expect(document.paragraphs.map(\.text) == ["ébc"])
        #expect(document.paragraphs.map(\.hidden) == [[2..<3]])
    }

    @Test(arguments: ["0", "false", "off"])
    func aPropertyMayBeSwitchedOff(value: String) throws {
        #expect(try word("<w:p>\(run("a", "<w:vanish w:val=\"\(value)\"/>"))</w:p>").hidden == [])
    }

    @Test func charactersHaveStyles() throws {
        let styles = """
            <w:style w:type="character" w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>\
            <w:style w:type="character" w:styleId="Secret"><w:basedOn w:val="Base"/></w:style>\
            <w:style w:type="character" w:styleId="Open"><w:basedOn w:val="Base"/><w:rPr><w:vanish w:val="0"/></w:rPr></w:style>
            """
        let secret = "<w:rStyle w:val=\"Secret\"/>"
        let body =
            "<w:p>\(run("a", secret))\(run("b", "<w:rStyle w:val=\"Open\"/>"))\(run("c", secret + "<w:vanish w:val=\"0\"/>"))</w:p>"
        let document = try word(body) { $0.styles = styles }
        #expect(document.paragraphs.map(\.text) == ["abc"])
        #expect(document.hidden == ["a"])
    }

    /// The mark at the end of a paragraph may be hidden, and its text is not.
    @Test func aStyleOfTheParagraphHidesItsText() throws {
        let styles = "<w:style w:type=\"paragraph\" w:styleId=\"Secret\"><w:rPr><w:vanish/></w:rPr></w:style>"
        let document = try word(p("a", "<w:pStyle w:val=\"Secret\"/>") + p("b")) { $0.styles = styles }
        #expect(document.paragraphs.map(\.hidden) == [[0..<1], []])
    }

    @Test func aHiddenMarkHidesNoText() throws {
        #expect(try word(p("a", "<w:rPr><w:vanish/></w:rPr>")).hidden == [])
    }

    @Test func formerPropertiesDoNotCount() throws {
        let former = "<w:rPrChange w:id=\"1\"><w:rPr><w:vanish/></w:rPr></w:rPrChange>"
        let paragraph = "<w:pPrChange w:id=\"2\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"
        let document = try word("<w:p><w:pPr>\(paragraph)</w:pPr>\(run("a", former))</w:p>")
        #expect(document.outline == ["paragraph: a"])
        #expect(document.hidden == [])
    }

    // MARK: Hyperlinks

    @Test func readsHyperlinks() throws {
        let body = """
            <w:p>\(run("see "))<w:hyperlink r:id="out">\(run("the "))\(run("law"))</w:hyperlink>\(run(", "))\
            <w:hyperlink w:anchor="part-2">\(run("below"))</w:hyperlink> <w:hyperlink r:id="out" w:anchor="p3">\(run("x"))</w:hyperlink>\
            <w:hyperlink r:id="nowhere">\(run("y"))</w:hyperlink><w:hyperlink w:tooltip="tip">\(run("z"))</w:hyperlink></w:p>
            """
        let document = try word(body) {
            $0.relationships = [
                .init(id: "out", kind: "hyperlink", target: "http://law.example/?a=1&amp;b=2", isExternal: true)
            ]
        }
        #expect(document.paragraphs.map(\.text) == ["see the law, belowxyz"])
        #expect(
            document.links == [
                "the law -> http://law.example/?a=1&b=2", "below -> #part-2",
                "x -> http://law.example/?a=1&b=2#p3",
            ]
        )
        #expect(document.paragraphs[0].hyperlinks.map(\.isInternal) == [false, true, false])
    }

    @Test func aLinkGoesOnBehindALineBreak() throws {
        let body =
            "<w:p><w:hyperlink w:anchor=\"x\"><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:hyperlink>\(run("c"))</w:p>"
        let document = try word(body)
        #expect(document.paragraphs.map(\.text) == ["a", "bc"])
        #expect(document.links == ["a -> #x", "b -> #x"])
    }

    // MARK: Fields

    private func character(_ type: String) -> String { "<w:r><w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }

    private func instruction(_ text: String) -> String {
        "<w:r><w:instrText xml:space=\"preserve\">\(text)</w:instrText></w:r>"
    }

    private func field(_ instruction: String, _ result: String) -> String {
        character("begin") + self.instruction(instruction) + character("separate") + result + character("end")
    }

    @Test func showsTheResultOfAField() throws {
        let body =
            "<w:p>\(run("page "))\(field(" PAGE \\* MERGEFORMAT ", run("7")))\(run(" of "))<w:fldSimple w:instr=\" NUMPAGES \">\(run("9"))</w:fldSimple></w:p>"
        #expect(try outline(body) == ["paragraph: page 7 of 9"])
    }

    @Test func aFieldWithoutAResultShowsNothing() throws {
        let entry = character("begin") + instruction(" XE \"Arms\" ") + character("end")
        #expect(try outline("<w:p>\(run("a"))\(entry)\(run("b"))</w:p>") == ["paragraph: ab"])
    }

    @Test(arguments: [
        (" HYPERLINK \"http://law.example/\" ", "http://law.example/"),
        (" HYPERLINK  http://law.example/ \\o \"A tip\" \\t \"_blank\"", "http://law.example/"),
        ("hyperlink \"http://law.example/\" \\l \"part 2\" \\h", "http://law.example/#part 2"),
        (" HYPERLINK \\l \"part-2\" ", "#part-2"),
        (" HYPERLINK \"file:///C:\\\\Reports\\\\a \\\"b\\\".doc\"", "file:///C:\\Reports\\a \"b\".doc"),
        (" HYPERLINK \\n \"http://law.example/\" ", "http://law.example/"),
        (" HYPERLINK \\m ", nil),
        (" REF law \\h ", nil),
        ("", nil),
    ])
    func readsTheTargetOfAField(instruction: String, target: String?) throws {
        let escaped = instruction.replacing("\"", with: "&quot;")
        let simple = "<w:p><w:fldSimple w:instr=\"\(escaped)\">\(run("law"))</w:fldSimple></w:p>"
        let complex = "<w:p>\(field(instruction, run("law")))</w:p>"
        for body in [simple, complex] {
            let document = try word(body)
            #expect(document.paragraphs.map(\.text) == ["law"])
            #expect(document.links == (target.map { ["law -> \($0)"] } ?? []))
        }
    }

    @Test func joinsThePiecesOfAnInstruction() throws {
        let pieces = instruction(" HYPER") + instruction("LINK \"http://law") + instruction(".example/\" ")
        let body =
            "<w:p>\(character("begin"))\(pieces)\(character("separate"))\(run("law"))\(character("end"))\(run("x"))</w:p>"
        #expect(try word(body).links == ["law -> http://law.example/"])
    }

    /// As in a table of contents: the number of the page is a field inside the link.
    @Test func aFieldInAResultIsPartOfIt() throws {
        let result = run("Title") + "<w:r><w:tab/></w:r>" + field(" PAGEREF _Toc1 \\h ", run("3"))
        let document = try word("<w:p>\(field(" HYPERLINK \\l \"_Toc1\" ", result))\(run("!"))</w:p>")
        #expect(document.paragraphs.map(\.text) == ["Title\t3!"])
        #expect(document.links == ["Title\t3 -> #_Toc1"])
    }

    /// What a field in an instruction results in belongs to the instruction.
    @Test func aFieldInAnInstructionIsNotShown() throws {
        let inner = field(" DOCPROPERTY host ", run("law.example"))
        let outer =
            character("begin") + instruction(" HYPERLINK \"http://") + inner + instruction("/\" ")
            + character("separate")
            + run("law") + character("end")
        let document = try word("<w:p>\(outer)</w:p>")
        #expect(document.paragraphs.map(\.text) == ["law"])
        #expect(document.links == ["law -> http://law.example/"])
    }

    @Test func aFieldMayGoOverParagraphs() throws {
        let body = """
            <w:p>\(character("begin"))\(instruction(" TOC \\o "))\(character("separate"))\(run("One"))</w:p>\(p("Two"))\
            <w:p>\(run("Three"))\(character("end"))</w:p>\(p("text"))
            """
        #expect(try outline(body) == ["paragraph: One", "paragraph: Two", "paragraph: Three", "paragraph: text"])
    }

    @Test func marksWithoutTheirFieldAreNothing() throws {
        let body =
            "<w:p>\(character("separate"))\(run("a"))\(character("end"))\(instruction("PAGE"))\(character("begin"))\(run("b"))</w:p>\(p("c"))"
        #expect(try outline(body) == ["paragraph: ab", "paragraph: c"])
    }
}
