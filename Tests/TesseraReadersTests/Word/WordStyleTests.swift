import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Headings and lists, as paragraphs or their styles mark them.
@Suite struct WordStyleTests {
    private func style(_ id: String, _ content: String, _ attributes: String = "") -> String {
        "<w:style w:type=\"paragraph\" w:styleId=\"\(id)\"\(attributes)>\(content)</w:style>"
    }

    private func styled(_ text: String, _ style: String, _ more: String = "") -> String {
        p(text, "<w:pStyle w:val=\"\(style)\"/>\(more)")
    }

    @Test func outlineLevelsAreHeadings() throws {
        let body =
            p("a", "<w:outlineLvl w:val=\"0\"/>") + p("b", "<w:outlineLvl w:val=\"8\"/>")
            + p("c", "<w:outlineLvl w:val=\"9\"/>")
        #expect(try outline(body) == ["heading 1: a", "heading 9: b", "paragraph: c"])
    }

    @Test func stylesHaveLevels() throws {
        let styles =
            style("Base", "<w:pPr><w:outlineLvl w:val=\"2\"/></w:pPr>")
            + style("Derived", "<w:basedOn w:val=\"Base\"/>")
            + style("Body", "<w:basedOn w:val=\"Base\"/><w:pPr><w:outlineLvl w:val=\"9\"/></w:pPr>")
        let body =
            styled("a", "Base") + styled("b", "Derived") + styled("c", "Body")
            + styled("d", "Derived", "<w:outlineLvl w:val=\"0\"/>") + styled("e", "Unknown")
        #expect(
            try outline(body) { $0.styles = styles } == [
                "heading 3: a", "heading 3: b", "paragraph: c", "heading 1: d", "paragraph: e",
            ]
        )
    }

    @Test func namesOfBuiltInStylesHaveLevels() throws {
        let styles = style("berschrift2", "<w:name w:val=\"heading 2\"/>") + style("H", "<w:name w:val=\"Heading 4\"/>")
        let body = styled("a", "berschrift2") + styled("b", "H")
        #expect(try outline(body) { $0.styles = styles } == ["heading 2: a", "heading 4: b"])
    }

    @Test func stylesInACircleAreNoStyles() throws {
        let styles = style("A", "<w:basedOn w:val=\"B\"/>") + style("B", "<w:basedOn w:val=\"A\"/>")
        #expect(try outline(styled("a", "A")) { $0.styles = styles } == ["paragraph: a"])
    }

    @Test func listsHaveLevels() throws {
        func list(_ level: Int?, _ number: Int) -> String {
            let level = level.map { "<w:ilvl w:val=\"\($0)\"/>" } ?? ""
            return "<w:numPr>\(level)<w:numId w:val=\"\(number)\"/></w:numPr>"
        }
        let styles =
            style("List", "<w:pPr>\(list(nil, 5))</w:pPr>")
            + style("List2", "<w:basedOn w:val=\"List\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>")
        let body =
            p("a", list(0, 1)) + p("b", list(2, 1)) + p("c", list(0, 0)) + styled("d", "List") + styled("e", "List2")
            + styled("f", "List", list(0, 0)) + styled("g", "List", list(3, 5))
        #expect(
            try outline(body) { $0.styles = styles } == [
                "item 1: a", "item 3: b", "paragraph: c", "item 1: d", "item 2: e", "paragraph: f", "item 4: g",
            ]
        )
    }

    @Test func paragraphsWithoutAStyleHaveTheDefaultOne() throws {
        let styles =
            style("Normal", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>", " w:default=\"1\"") + style("Other", "")
        #expect(
            try outline(p("a") + styled("b", "Other") + "<w:p>\(run("c"))</w:p>") { $0.styles = styles } == [
                "heading 1: a", "paragraph: b", "heading 1: c",
            ]
        )
    }

    @Test(arguments: ["0", "false"])
    func aStyleMayBeNoDefault(value: String) throws {
        let styles = style("Odd", "<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>", " w:default=\"\(value)\"")
        #expect(try outline(p("a")) { $0.styles = styles } == ["paragraph: a"])
    }

    @Test func formerPropertiesOfAStyleDoNotCount() throws {
        let former = "<w:pPrChange w:id=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"
        let styles = style("A", "<w:pPr>\(former)</w:pPr>")
        #expect(try outline(styled("a", "A")) { $0.styles = styles } == ["paragraph: a"])
    }

    @Test func theLanguageStandsInTheDefaults() throws {
        let defaults =
            "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"fr-FR\" w:eastAsia=\"ja-JP\"/></w:rPr></w:rPrDefault></w:docDefaults>"
        #expect(try word(p("a")) { $0.styles = defaults }.metadata.language == "fr-FR")
    }
}
