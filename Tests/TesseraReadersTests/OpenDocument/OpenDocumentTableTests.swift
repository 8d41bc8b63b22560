import TesseraModel
import TestSupport
import Testing

/// Tables of OpenDocument as grids.
@Suite struct OpenDocumentTableTests {
    private static func cell(_ text: String, _ attributes: String = "") -> String {
        "<table:table-cell \(attributes)>\(text.isEmpty ? "" : "<text:p>\(text)</text:p>")</table:table-cell>"
    }

    private static func covered(_ text: String = "", _ attributes: String = "") -> String {
        "<table:covered-table-cell \(attributes)>\(text.isEmpty ? "" : "<text:p>\(text)</text:p>")"
            + "</table:covered-table-cell>"
    }

    private static func row(_ cells: String..., attributes: String = "") -> String {
        "<table:table-row \(attributes)>\(cells.joined(separator: "\n"))</table:table-row>"
    }

    private static func table(_ rows: String..., attributes: String = "") -> String {
        "<table:table \(attributes)><table:title>T</table:title>\(rows.joined(separator: "\n"))</table:table>"
    }

    @Test func headerRowsAndGroups() throws {
        let rows = try openDocumentRows(
            Self.table(
                "<table:table-column table:number-columns-repeated='2'/>",
                "<table:table-header-rows>\(Self.row(Self.cell("A"), Self.cell("B")))</table:table-header-rows>",
                """
                <table:table-row-group><table:table-rows>\(Self.row(Self.cell("c"), Self.cell("")))</table:table-rows>
                </table:table-row-group>
                """,
                "<text:soft-page-break/>",
                Self.row(Self.cell("e"), Self.cell("f"), attributes: "table:visibility='collapse'")
            )
        )
        #expect(rows == ["# A | B", "c | ", "e | f"])
    }

    @Test func repeatedCellsAndRows() throws {
        let rows = try openDocumentRows(
            Self.table(
                Self.row(
                    Self.cell("a", "table:number-columns-repeated='3'"),
                    Self.cell("b"),
                    attributes: "table:number-rows-repeated='2'"
                ),
                Self.row(Self.cell("c", "table:number-columns-repeated='x'"))
            )
        )
        #expect(rows == ["a | a | a | b", "a | a | a | b", "c"])
    }

    @Test func spans() throws {
        let wide = "table:number-columns-spanned='2'"
        let rows = try openDocumentRows(
            Self.table(
                Self.row(Self.cell("a", "\(wide) table:number-rows-spanned='2'"), Self.covered(), Self.cell("b")),
                Self.row(Self.covered("", "table:number-columns-repeated='2'"), Self.cell("c")),
                Self.row(Self.cell("d"), Self.cell("e", wide), Self.covered()),
                Self.row(Self.cell("f", "table:number-rows-spanned='9'"), Self.cell("g"), Self.cell("h"))
            )
        )
        #expect(rows == ["a 2×2 | b", "c", "d | e 1×2", "f | g | h"])
    }

    @Test func textUnderASpanIsKeptWithTheCellThatCoversIt() throws {
        let rows = try openDocumentRows(
            Self.table(
                Self.row(
                    Self.cell("a", "table:number-columns-spanned='2' table:number-rows-spanned='2'"),
                    Self.covered("b"),
                    Self.cell("c")
                ),
                Self.row(Self.covered(), Self.covered("d"), Self.cell("e"))
            )
        )
        #expect(rows == ["a/b/d 2×2 | c", "e"])
    }

    @Test func aCoveredCellThatNothingCoversIsACell() throws {
        let rows = try openDocumentRows(
            Self.table(
                Self.row(Self.covered(), Self.cell("a")),
                Self.row(Self.cell("b", "table:number-rows-spanned='2'"), Self.cell("c")),
                Self.row(Self.covered(), Self.covered("d")),
                Self.row(Self.covered("e"), Self.cell("f"))
            )
        )
        #expect(rows == [" | a", "b 2×1 | c", "d", "e | f"])
    }

    @Test func aTableInACellIsKeptAndItsTextIsTheCells() throws {
        let inner = Self.table(Self.row(Self.cell("b"), Self.cell("c")), attributes: "table:is-sub-table='true'")
        let outline = try openDocumentOutline(
            Self.table(
                Self.row("<table:table-cell><text:p>a</text:p>\(inner)<text:p>d</text:p></table:table-cell>"),
                Self.row(Self.cell("e"))
            )
        )
        #expect(
            outline == [
                "cell", "  paragraph: a", "  cell", "    paragraph: b", "  cell", "    paragraph: c", "  paragraph: d",
                "cell", "  paragraph: e",
            ]
        )
        let document = try MadeOpenDocument(Self.table(Self.row("<table:table-cell>\(inner)</table:table-cell>")))
            .read()
        guard case .table(let table)? = document.blocks.first else { throw Missing() }
        #expect(table.cells.first?.paragraphs.map(\.text) == ["b", "c"])
    }

    @Test func aTableInATextBoxInACell() throws {
        let inner = Self.table(Self.row(Self.cell("b")))
        let outline = try openDocumentOutline(
            Self.table(
                Self.row(
                    """
                    <table:table-cell><text:p>a<draw:frame><draw:text-box>\(inner)<text:p>c</text:p></draw:text-box>
                    </draw:frame></text:p></table:table-cell>
                    """,
                    Self.cell("d")
                )
            )
        )
        #expect(
            outline == [
                "cell", "  paragraph: a", "  cell", "    paragraph: b", "  paragraph: c", "cell", "  paragraph: d",
            ]
        )
    }

    /// Markup that no schema allows: nothing is lost, whatever becomes of the grid.
    @Test(
        arguments: [
            "<table:table-row><table:table-cell><text:p>a</text:p></table:table-cell></table:table-row>",
            "<table:table><text:p>a</text:p></table:table>",
            "<table:table><table:table-cell><text:p>a</text:p></table:table-cell></table:table>",
            "<table:table><table:table-row><text:p>a</text:p></table:table-row></table:table>",
            """
            <table:table><table:table-row><table:table-cell><table:table-row><table:table-cell><text:p>a</text:p>
            </table:table-cell></table:table-row></table:table-cell></table:table-row></table:table>
            """,
        ]
    )
    func misplacedMarkup(markup: String) throws {
        let document = try MadeOpenDocument(markup + "<text:p>z</text:p>").read()
        #expect(document.paragraphs.map(\.text) == ["a", "z"])
    }

    @Test func placesOfTablesAndCells() throws {
        let document = try MadeOpenDocument(Self.table(Self.row(Self.cell("a"), Self.cell("b")))).read()
        guard case .table(let table)? = document.blocks.first else { throw Missing() }
        let path = "/office:document[1]/office:body[1]/office:text[1]/table:table[1]"
        #expect(table.place.start.description == "\(path)@2")
        let cell = try #require(table.cells.last)
        #expect(cell.place.start.description == "\(path)/table:table-row[1]/table:table-cell[2]@3")
        #expect(cell.place.part.isEmpty)
    }
}

private struct Missing: Error {}
