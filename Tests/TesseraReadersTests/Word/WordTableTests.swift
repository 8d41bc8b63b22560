import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// The grid of a table in WordprocessingML (ECMA-376, 17.4).
@Suite struct WordTableTests {
    @Test func readsRowsAndCells() throws {
        let body = p("before") + tbl(tr(tc("a"), tc("b")), tr(tc("c"), tc(""))) + p("after")
        #expect(
            try outline(body) == [
                "paragraph: before", "cell", "  paragraph: a", "cell", "  paragraph: b", "cell", "  paragraph: c",
                "cell", "paragraph: after",
            ]
        )
    }

    @Test func readsCellsWithoutProperties() throws {
        let table = "<w:tbl><w:tr><w:tc>\(p("a"))</w:tc><w:tc>\(p("b"))\(p("c"))</w:tc></w:tr></w:tbl>"
        #expect(try word(table).sketch == ["a | b / c"])
    }

    @Test func readsColumnSpans() throws {
        let table = tbl(tr(tc("a", "<w:gridSpan w:val='2'/>"), tc("b")), tr(tc("c"), tc("d"), tc("e")))
        #expect(try word(table).sketch == ["a (1×2) | b", "c | d | e"])
    }

    @Test(arguments: ["0", "-3", "", "many"])
    func aSpanThatIsNoneCoversOneColumn(value: String) throws {
        #expect(try word(tbl(tr(tc("a", "<w:gridSpan w:val='\(value)'/>"), tc("b")))).sketch == ["a | b"])
    }

    @Test func readsRowSpans() throws {
        let table = tbl(
            tr(tc("a", "<w:vMerge w:val='restart'/>"), tc("b")),
            tr(tc("", "<w:vMerge/>"), tc("c")),
            tr(tc("", "<w:vMerge w:val='continue'/>"), tc("d")),
            tr(tc("e"), tc("f"))
        )
        #expect(try word(table).sketch == ["a (3×1) | b", "c", "d", "e | f"])
    }

    @Test func rowSpansBesideColumnSpans() throws {
        let table = tbl(
            tr(tc("a"), tc("b", "<w:gridSpan w:val='2'/><w:vMerge w:val='restart'/>")),
            tr(tc("c", "<w:vMerge w:val='restart'/>"), tc("", "<w:gridSpan w:val='2'/><w:vMerge/>")),
            tr(tc("", "<w:vMerge/>"), tc("d"), tc("e"))
        )
        #expect(try word(table).sketch == ["a | b (2×2)", "c (2×1)", "d | e"])
    }

    /// Word hides the text of a cell that goes on; it is in the document all the same.
    @Test func keepsTheTextOfACellThatGoesOn() throws {
        let table = tbl(
            tr(tc("a", "<w:vMerge w:val='restart'/>"), tc("b")),
            tr(tc("lost", "<w:vMerge/>"), tc("c"))
        )
        #expect(try word(table).sketch == ["a / lost (2×1) | b", "c"])
    }

    @Test func aCellThatGoesOnFromNothingIsACell() throws {
        #expect(try word(tbl(tr(tc("a", "<w:vMerge/>"), tc("b")))).sketch == ["a | b"])
        let shifted = tbl(
            tr(tc("a"), tc("b", "<w:vMerge w:val='restart'/>")),
            tr(tc("c", "<w:vMerge/>"), tc("d"))
        )
        #expect(try word(shifted).sketch == ["a | b", "c | d"])
    }

    @Test func readsHorizontalMerges() throws {
        let table = tbl(
            tr(tc("a", "<w:hMerge w:val='restart'/>"), tc("", "<w:hMerge/>"), tc("b")),
            tr(tc("c"), tc("d"), tc("e"))
        )
        #expect(try word(table).sketch == ["a (1×2) | b", "c | d | e"])
    }

    @Test func readsColumnsLeftOut() throws {
        let table = tbl(
            tr(tc("a"), tc("b"), tc("c")),
            tr(tc("d"), properties: "<w:gridBefore w:val='1'/><w:gridAfter w:val='1'/>")
        )
        let document = try word(table)
        #expect(document.sketch == ["a | b | c", "· | d"])
        guard case .table(let read) = document.blocks.first, case .grid(let rows) = read.content else { return }
        let layout = GridLayout(rows)
        #expect(layout.columnCount == 3)
        #expect(layout.rows[1].map(\.column) == [1])
    }

    /// Only rows from the top on are repeated on every page; the mark on any other row means nothing (17.4.49).
    @Test func rowsFromTheTopAreHeadings() throws {
        let mark = "<w:tblHeader/>"
        let table = tbl(
            tr(tc("a"), properties: mark),
            tr(tc("b"), properties: "<w:tblHeader w:val='true'/>"),
            tr(tc("c"), properties: "<w:tblHeader w:val='0'/>"),
            tr(tc("d"), properties: mark)
        )
        #expect(try word(table).sketch == ["= | a", "= | b", "c", "d"])
        #expect(try word(tbl(tr(tc("a")), tr(tc("b"), properties: mark))).sketch == ["a", "b"])
    }

    @Test func readsTablesInCells() throws {
        let inner = tbl(tr(tc("1"), tc("2")), tr(tc("3"), tc("4")))
        let cell = "<w:tc><w:tcPr/>\(p("before"))\(inner)\(p("after"))</w:tc>"
        let document = try word(tbl(tr(cell, tc("b"))))
        #expect(document.sketch == ["before / 1 / 2 / 3 / 4 / after | b"])
        guard case .table(let table) = document.blocks.first, case .table(let nested) = table.cells[0].blocks[1] else {
            Issue.record("there is no table inside the cell")
            return
        }
        #expect(nested.sketch == ["1 | 2", "3 | 4"])
    }

    /// What the rows of an outer table say is not forgotten over the inner one.
    @Test func goesOnBehindATableInACell() throws {
        let inner = tbl(tr(tc("x"), properties: "<w:tblHeader/>"), tr(tc("y"), properties: "<w:gridBefore w:val='2'/>"))
        let cell = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>\(inner)\(p(""))</w:tc>"
        let table = tbl(tr(cell, properties: "<w:tblHeader/>"), tr(tc("a"), tc("b"), properties: "<w:tblHeader/>"))
        #expect(try word(table).sketch == ["= | x / y (1×2)", "= | a | b"])
    }

    @Test func readsTablesInTextBoxes() throws {
        let box = "<w:r><w:pict><v:shape><v:textbox><w:txbxContent>\(tbl(tr(tc("x"))))</w:txbxContent></v:textbox>"
        let paragraph = "<w:p>\(run("a"))\(box)</v:shape></w:pict></w:r>\(run("b"))</w:p>"
        #expect(try outline(paragraph) == ["paragraph: ab", "cell", "  paragraph: x"])
        let cell = "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr>\(paragraph)</w:tc>"
        #expect(try word(tbl(tr(cell, tc("c")))).sketch == ["ab / x (1×2) | c"])
    }

    @Test func readsRowsAndCellsInContentControls() throws {
        func control(_ content: String) -> String { "<w:sdt><w:sdtPr/><w:sdtContent>\(content)</w:sdtContent></w:sdt>" }
        let table = tbl(tr(tc("a"), control(tc("b"))), control(tr(tc("c"), tc("d"))))
        #expect(try word(control(table)).sketch == ["a | b", "c | d"])
    }

    // MARK: Changes

    @Test func leavesDeletedRowsOut() throws {
        let deleted = "<w:del w:id='1' w:author='A'/>"
        let text = "<w:p><w:del w:id='2'><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
        let document = try word(
            tbl(tr(tc("a"), tc("b")), tr("<w:tc>\(text)</w:tc>", tc("too"), properties: deleted), tr(tc("c"), tc("d")))
        )
        #expect(document.sketch == ["a | b", "c | d"])
        #expect(document.omissions.map(\.paragraph.text) == ["gone", "too"])
        #expect(document.omissions.allSatisfy { $0.reason == .trackedDeletion })
    }

    @Test func keepsInsertedRows() throws {
        let table = tbl(tr(tc("a")), tr(tc("b"), properties: "<w:ins w:id='1' w:author='A'/>"))
        #expect(try word(table).sketch == ["a", "b"])
    }

    @Test func leavesTheTextOfDeletedCellsOut() throws {
        let document = try word(tbl(tr(tc("a"), tc("gone", "<w:cellDel w:id='1'/>"), tc("c"))))
        #expect(document.sketch == ["a |  | c"])
        #expect(document.omissions.map(\.paragraph.text) == ["gone"])
    }

    @Test func formerPropertiesDoNotCount() throws {
        let former = "<w:tcPrChange w:id='1'><w:tcPr><w:gridSpan w:val='3'/></w:tcPr></w:tcPrChange>"
        let row = "<w:trPrChange w:id='1'><w:trPr><w:tblHeader/></w:trPr></w:trPrChange>"
        let table = tbl(tr(tc("a", former), tc("b", "<w:gridSpan w:val='2'/>\(former)"), properties: row))
        #expect(try word(table).sketch == ["a | b (1×2)"])
    }

    // MARK: Places

    @Test func knowsWhereEachCellStands() throws {
        let body =
            "\n" + p("a") + "\n<w:tbl>\n<w:tr>" + tc("b") + "\n" + tc("c") + "</w:tr>\n" + tr(tc("d")) + "</w:tbl>"
        let document = try word(body)
        guard case .table(let table) = document.blocks[1] else { return }
        #expect(table.place.part == "word/document.xml")
        #expect(table.place.start.description == "/w:document[1]/w:body[1]/w:tbl[1]@4")
        #expect(
            table.cells.map(\.place.start.description) == [
                "/w:document[1]/w:body[1]/w:tbl[1]/w:tr[1]/w:tc[1]@5",
                "/w:document[1]/w:body[1]/w:tbl[1]/w:tr[1]/w:tc[2]@6",
                "/w:document[1]/w:body[1]/w:tbl[1]/w:tr[2]/w:tc[1]@7",
            ]
        )
        #expect(
            document.paragraphs.map(\.place.start.description) == [
                "/w:document[1]/w:body[1]/w:p[1]@3",
                "/w:document[1]/w:body[1]/w:tbl[1]/w:tr[1]/w:tc[1]/w:p[1]@5",
                "/w:document[1]/w:body[1]/w:tbl[1]/w:tr[1]/w:tc[2]/w:p[1]@6",
                "/w:document[1]/w:body[1]/w:tbl[1]/w:tr[2]/w:tc[1]/w:p[1]@7",
            ]
        )
    }

    @Test func countsElementsThatTheReaderPassesOver() throws {
        let body = p("a") + "<w:sdt><w:sdtContent>\(p("b"))\(p("c"))</w:sdtContent></w:sdt>" + p("d")
        #expect(
            try word(body).paragraphs.map(\.place.start.description) == [
                "/w:document[1]/w:body[1]/w:p[1]@2", "/w:document[1]/w:body[1]/w:sdt[1]/w:sdtContent[1]/w:p[1]@2",
                "/w:document[1]/w:body[1]/w:sdt[1]/w:sdtContent[1]/w:p[2]@2", "/w:document[1]/w:body[1]/w:p[2]@2",
            ]
        )
    }
}
