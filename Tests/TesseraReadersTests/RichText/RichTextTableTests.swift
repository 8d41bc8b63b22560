import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// The grid of a table in Rich Text Format ("Table Definitions").
@Suite struct RichTextTableTests {
    @Test func readsRowsAndCells() throws {
        let row = #"\trowd\cellx100\cellx200\pard\intbl"#
        let text = #"before\par \#(row) a\par b\cell c\cell\row \#(row) d\cell\cell\row\pard after"#
        #expect(try richText(text) == ["p: before", "table", "row p: a / p: b | c", "row d | ", "p: after"])
    }

    @Test(
        "properties of a row stand before it, behind it, or both",
        arguments: [
            #"\trowd\cellx10\cellx90\pard\intbl a\cell b\cell\row\trowd\cellx90\pard\intbl c\cell\row"#,
            #"\pard\intbl a\cell b\cell\trowd\cellx10\cellx90\row\pard\intbl c\cell\trowd\cellx90\row"#,
            #"\pard\intbl a\cell b\cell{\trowd\cellx10\cellx90\row}\pard\intbl c\cell{\trowd\cellx90\row}"#,
            #"\trowd\cellx10\cellx90\intbl a\cell b\cell{\trowd\cellx10\cellx90\row\trowd\cellx90}\intbl c\cell\row"#,
        ]
    )
    func definitions(rows: String) throws {
        #expect(try richTable(rows + #"\pard after"#) == ["a | b", "c (1×2)"])
    }

    @Test func aRowWithoutPropertiesTakesTheLastOnes() throws {
        let rows = #"\trowd\cellx10\cellx90\pard\intbl a\cell b\cell\row c\cell d\cell\row\pard after"#
        #expect(try richText(rows) == ["table", "row a | b", "row c | d", "p: after"])
    }

    /// Some writers do not say of the paragraphs of a cell that they are in a table.
    @Test func paragraphsNeedNotSayThatTheyAreInATable() throws {
        let row = #"\trowd\cellx10\cellx90"#
        let rows = #"before\par\#(row) a\cell b\cell\row\#(row)\pard c\cell d\cell\row\pard after"#
        #expect(try richText(rows) == ["p: before", "table", "row a | b", "row c | d", "p: after"])
        #expect(try richText(#"a\cell b\cell c"#) == ["p: a", "p: b", "p: c"])
    }

    @Test func edgesMakeSpans() throws {
        let rows =
            #"\trowd\cellx100\cellx200\cellx300\intbl a\cell b\cell c\cell\row"#
            + #"\trowd\cellx200\cellx300 d\cell e\cell\row\trowd\cellx100\cellx300 f\cell g\cell\row"#
            + #"\trowd\cellx300 h\cell\row"#
        #expect(try richTable(rows) == ["a | b | c", "d (1×2) | e", "f | g (1×2)", "h (1×3)"])
    }

    @Test func edgesThatNearlyMeetAreOne() throws {
        let rows = #"\trowd\cellx1000\cellx2000\intbl a\cell b\cell\row\trowd\cellx1004\cellx1998 c\cell d\cell\row"#
        #expect(try richTable(rows) == ["a | b", "c | d"])
    }

    @Test(arguments: [#"\cellx1\cellx2"#, #"\cellx0\cellx0"#, #"\cellx9\cellx5"#, "", #"\cellx99999999999\cellx-5"#])
    func edgesThatMakeNoSenseStillPartCells(edges: String) throws {
        let row = #"\trowd\#(edges)\intbl"#
        #expect(try richTable("\(row) a\\cell b\\cell\\row \(row) c\\cell d\\cell\\row") == ["a | b", "c | d"])
    }

    @Test func readsMerges() throws {
        let rows =
            #"\trowd\clvmgf\cellx100\clmgf\cellx200\clmrg\cellx300\intbl a\cell b\cell\cell\row"#
            + #"\trowd\clvmrg\cellx100\cellx200\cellx300 \cell c\cell d\cell\row"#
            + #"\trowd\clvmrg\cellx100\cellx200\cellx300 lost\cell e\cell f\cell\row"#
        #expect(try richTable(rows) == ["a / lost (3×1) | b (1×2)", "c | d", "e | f"])
    }

    @Test func readsColumnsLeftOut() throws {
        let rows =
            #"\trowd\trleft-108\cellx1000\cellx2000\intbl a\cell b\cell\row\trowd\trleft1000\cellx2000 c\cell\row"#
        #expect(try richTable(rows) == ["a | b", "· | c"])
    }

    /// Only rows from the top on are repeated on every page.
    @Test func rowsFromTheTopAreHeadings() throws {
        let rows =
            #"\trowd\trhdr\cellx9\intbl a\cell\row\trowd\trhdr\cellx9 b\cell\row\trowd\cellx9 c\cell\row"#
            + #"\trowd\trhdr\cellx9 d\cell\row"#
        #expect(try richTable(rows) == ["= | a", "= | b", "c", "d"])
    }

    @Test func cellsMoreOrFewerThanStated() throws {
        let row = #"\trowd\cellx100\cellx200\intbl"#
        #expect(try richTable("\(row) a\\cell\\row \(row) b\\cell c\\cell\\row") == ["a", "b | c"])
        let more = "\(row) a\\cell b\\cell c\\cell\\row \(row) d\\cell e\\cell\\row"
        #expect(try richTable(more) == ["a | b | c", "d | e"])
        // Marks of cells that hold nothing and that no property speaks of.
        #expect(try richTable("\(row) a\\cell b\\cell\\cell\\cell\\row") == ["a | b"])
    }

    @Test func readsNestedTables() throws {
        let inner =
            #"\intbl\itap2 x\nestcell y\nestcell{\*\nesttableprops\trowd\cellx5\cellx9\nestrow}{\nonesttables\par}"#
            + #"z\nestcell{\*\nesttableprops\trowd\cellx9\nestrow}{\nonesttables\par no}"#
        let rows = #"\trowd\cellx100\cellx200\pard\intbl a\par\pard\#(inner)\pard\intbl b\cell c\cell\row\pard d"#
        #expect(try richText(rows) == ["table", "row p: a / table row x | y row z {1x2} / p: b | c", "p: d"])
    }

    @Test func tablesArePartedByParagraphs() throws {
        let table = #"\trowd\cellx9\pard\intbl a\cell\row\pard"#
        #expect(try richText("\(table)\\par\(table)") == ["table", "row a", "table", "row a"])
    }

    @Test func whatDoesNotEndIsKept() throws {
        let row = #"\trowd\cellx100\cellx200\intbl"#
        #expect(try richText("\(row) a\\cell b") == ["table", "row a | b"])
        #expect(try richText("\(row) a\\cell b\\row\\pard c") == ["table", "row a | b", "p: c"])
        #expect(try richText("\(row) a\\cell b\\cell\\row c") == ["table", "row a | b", "p: c"])
        #expect(try richText("\(row) a\\par\\pard b") == ["p: a", "p: b"])
        #expect(try richText("a{\\footnote \(row) n\\cell\\row}b") == ["p: ab", "table", "row n"])
    }

    @Test func wordsOutsideOfTablesDoNoHarm() throws {
        #expect(try richText(#"\row\nestrow\nestcell\cell a\row b\cellx5\clmrg"#) == ["p: ab"])
    }
}
