import TestSupport
import Testing

@testable import TesseraReaders

@Suite struct PDFStructureTests {
    /// A document of one page with this content and structure, in which `$1` is the page.
    private func document(_ content: String, _ structure: String, root: String = "") throws -> PDFDocument {
        var writer = PDFWriter(
            pages: ["BT /F 9 Tf \(content) ET"],
            resources: courier,
            catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 40 0 R"
        )
        writer.set(40, "<<\(root)/K[\(structure)]>>")
        return try PDFDocument(writer.file())
    }

    private func read(_ document: PDFDocument) throws -> (tree: PDFStructureTree, text: PDFMarkedText) {
        var text = PDFMarkedText()
        for index in 0..<document.pageCount { text.add(try document.page(index)) }
        return (try #require(try document.structure()), text)
    }

    private func texts(_ content: String, _ structure: String, root: String = "") throws -> [String?] {
        let (tree, text) = try read(document(content, structure, root: root))
        return tree.roots.map { text.text(of: $0, in: tree) }
    }

    @Test func aTableHasItsCells() throws {
        let (tree, text) = try read(
            document(
                "/TH<</MCID 0>>BDC (Head) Tj EMC /TD<</MCID 1>>BDC (Ce) Tj (ll) Tj EMC /TD<</MCID 2>>BDC (Wide) Tj EMC",
                """
                <</S/Tabelle/Pg 10 0 R/K[<</S/TR/K<</S/TH/A[<</O/Layout>> 0 <</O/Table/Scope/Column>>]/K 0>>>>
                <</S/TR/K[<</S/TD/K[1]>> <</S/TD/A<</O/Table/ColSpan 2/RowSpan 3>>/K<</Type/MCR/MCID 2>>>>]>>]>>
                """,
                root: "/RoleMap<</Tabelle/Own/Own/Table>>"
            )
        )
        #expect(tree.isMarked)
        #expect(tree.elements.map(\.type) == ["Table", "TR", "TH", "TR", "TD", "TD"])
        #expect(tree.elements.map(\.depth) == [0, 1, 2, 1, 2, 2])
        #expect(tree.elements[0].ownType == "Tabelle")
        #expect(tree.elements[2].scope == .column)
        #expect(tree.elements[5].columnSpan == 2)
        #expect(tree.elements[5].rowSpan == 3)
        #expect([2, 4, 5].map { text.text(of: $0, in: tree) } == ["Head", "Cell", "Wide"])
        #expect(text.text(of: 0, in: tree) == "HeadCellWide")
        #expect(text.reach(of: tree) == PDFStructureReach(isDecoded: true, share: 1))
    }

    @Test func blanksStandInTheText() throws {
        let content =
            "/P<</MCID 0>>BDC (one ) Tj EMC /P<</MCID 1>>BDC 0 -10 Td (two-) Tj EMC /P<</MCID 2>>BDC 0 -10 Td (three) Tj EMC"
        #expect(try texts(content, "<</S/P/Pg 10 0 R/K[0 1 2]>>") == ["one two-three"])
    }

    @Test func softHyphensAtLineEndsVanish() throws {
        let content = """
            /P<</MCID 0>>BDC (docu\\255) Tj /Span<</ActualText<FEFF00AD>>>BDC (-) Tj EMC EMC
            /P<</MCID 1>>BDC 0 -10 Td (ments) Tj EMC
            """
        // 0xAD is a hyphen in the encoding of Windows; that of the replacement is a soft one.
        #expect(try texts(content, "<</S/P/Pg 10 0 R/K[0 1]>>") == ["docu-ments"])
    }

    @Test func actualTextOfElementsCounts() throws {
        let content = "/P<</MCID 0>>BDC (old) Tj EMC /P<</MCID 1>>BDC (end) Tj EMC"
        let structure = "<</S/P/Pg 10 0 R/K[<</S/Span/ActualText(new )/Alt(a picture)/E(expansion)/Lang(de)/K 0>> 1]>>"
        let (tree, text) = try read(document(content, structure))
        #expect(text.text(of: 0, in: tree) == "new end")
        let element = tree.elements[1]
        #expect([element.alternateText, element.expansion, element.language] == ["a picture", "expansion", "de"])
    }

    @Test func linksHaveTargets() throws {
        let structure = """
            <</S/Link/Pg 10 0 R/K[0 <</Type/OBJR/Obj<</Subtype/Link/A<</S/URI/URI(http://a.org)>>>>>>
            <</Type/OBJR/Obj<</Subtype/Widget>>>>]>>
            """
        let (tree, _) = try read(document("/P<</MCID 0>>BDC (a) Tj EMC", structure))
        let content = PDFStructureContent(page: 0, marked: PDFMarkedContent(form: 0, id: 0))
        #expect(tree.elements.first?.kids == [.content(content), .link(target: "http://a.org", page: 0)])
    }

    @Test func contentOfFormsIsReached() throws {
        var writer = PDFWriter(pages: ["/X Do"], catalog: "/StructTreeRoot 40 0 R")
        writer.set(3, "<<\(courier)/XObject<</X 41 0 R>>>>")
        writer.set(40, "<</K<</S/P/Pg 10 0 R/K[<</Type/MCR/MCID 0/Stm 41 0 R>>]>>>>")
        writer.set(41, stream: "/P<</MCID 0>>BDC BT /F 9 Tf (form) Tj ET EMC", "/Subtype/Form/StructParents 0")
        let (tree, text) = try read(PDFDocument(writer.file()))
        #expect(text.text(of: 0, in: tree) == "form")
        #expect(!tree.isMarked)
    }

    @Test func whatIsNotReachedShows() throws {
        let content = """
            /P<</MCID 0>>BDC (a) Tj ( ) Tj EMC (b) Tj /P<</MCID 9>>BDC (c) Tj EMC /Artifact BMC (1) Tj EMC
            /P<</MCID 1>>BDC (d) Tj EMC
            """
        let (tree, text) = try read(document(content, "<</S/P/Pg 10 0 R/K[0 1]>>"))
        #expect(text.reach(of: tree) == PDFStructureReach(isDecoded: true, share: 0.5))
    }

    @Test func textThatCannotBeDecodedShows() throws {
        let (tree, text) = try read(document("/P<</MCID 0>>BDC /None 9 Tf (a) Tj EMC", "<</S/P/Pg 10 0 R/K[0]>>"))
        #expect(text.text(of: 0, in: tree) == nil)
        #expect(!text.reach(of: tree).isDecoded)
    }

    @Test func whatStandsInTwoPlacesBelongsToTheFirst() throws {
        let structure = "<</S/P/Pg 10 0 R/K[0 0]>> <</S/P/Pg 10 0 R/K 0>> 41 0 R 41 0 R"
        #expect(try texts("/P<</MCID 0>>BDC (a) Tj EMC", structure) == ["a", ""])
    }

    @Test func structuresThatHoldThemselvesEnd() throws {
        var writer = PDFWriter(pages: [""], catalog: "/StructTreeRoot 40 0 R")
        writer.set(40, "<</RoleMap<</A/B/B/A>>/K[41 0 R 42 0 R]>>")
        writer.set(41, "<</S/A/K[41 0 R 42 0 R]>>")
        writer.set(42, "[42 0 R 41 0 R <</S/P>>]")
        let tree = try PDFDocument(writer.file()).structure()
        #expect(tree?.elements.map(\.type) == ["A", "P"])
    }

    @Test func documentsWithoutStructureHaveNone() throws {
        #expect(try PDFDocument(PDFWriter(pages: [""]).file()).structure() == nil)
    }
}
