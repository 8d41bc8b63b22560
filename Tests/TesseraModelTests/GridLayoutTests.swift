import TesseraModel
import TestSupport
import Testing

/// That cells stand where HTML puts them (HTML Standard, 4.9.12).
@Suite struct GridLayoutTests {
    private func cell(_ text: String, rows: Int = 1, columns: Int = 1) -> TableCell {
        TableCell(
            [.paragraph(Paragraph(text, line: 1))],
            rowSpan: rows,
            columnSpan: columns,
            at: SourcePlace(line: 1, text)
        )
    }

    /// A line a row: the text of the cell in each column, in brackets where it only covers the column.
    private func lines(_ rows: TableRow...) -> [String] {
        let layout = GridLayout(rows)
        return layout.rows.map { places in
            (0..<layout.columnCount).map { column in
                let here = places.filter { $0.column == column }
                return here.map { place in
                    let text = place.cell.paragraphs.map(\.text).joined()
                    return place.isOrigin ? text : "[\(text)]"
                }.joined(separator: "+")
            }.joined(separator: "|")
        }
    }

    @Test func placesCellsSideBySide() {
        #expect(lines(TableRow([cell("a"), cell("b")]), TableRow([cell("c")])) == ["a|b", "c|"])
    }

    @Test func aCellCoversColumns() {
        #expect(lines(TableRow([cell("a", columns: 2), cell("b")])) == ["a|[a]|b"])
    }

    @Test func aCellCoversRows() {
        #expect(
            lines(
                TableRow([cell("a", rows: 3), cell("b")]),
                TableRow([cell("c")]),
                TableRow([]),
                TableRow([cell("d")])
            )
                == ["a|b", "[a]|c", "[a]|", "d|"]
        )
    }

    @Test func aCellCoversBoth() {
        let rows = [
            TableRow([cell("a"), cell("b", rows: 2, columns: 2), cell("c")]), TableRow([cell("d"), cell("e")]),
        ]
        #expect(lines(rows[0], rows[1]) == ["a|b|[b]|c", "d|[b]|[b]|e"])
        let places = GridLayout(rows).rows[1].filter { $0.cell == rows[0].cells[1] }
        #expect(places.map(\.originRow) == [0, 0])
        #expect(places.map(\.originColumn) == [1, 1])
    }

    @Test func cellsGoRoundThoseFromAbove() {
        #expect(
            lines(
                TableRow([cell("a", rows: 2), cell("b"), cell("c", rows: 2), cell("d")]),
                TableRow([cell("e"), cell("f")])
            ) == ["a|b|c|d", "[a]|e|[c]|f"]
        )
    }

    @Test func aRowMayLeaveColumnsOut() {
        #expect(
            lines(TableRow([cell("a"), cell("b"), cell("c")]), TableRow([cell("d")], skippedColumns: 2)) == [
                "a|b|c", "||d",
            ]
        )
    }

    @Test func aRowThatEndsEarlyKeepsWhatHangs() {
        #expect(
            lines(TableRow([cell("a"), cell("b"), cell("c", rows: 2)]), TableRow([cell("d")]), TableRow([cell("e")]))
                == ["a|b|c", "d||[c]", "e||"]
        )
    }

    @Test func aCellEndsWithTheTable() {
        let layout = GridLayout([TableRow([cell("a", rows: 1_000_000)]), TableRow([])])
        #expect(layout.rows.count == 2)
    }

    @Test func columnsAreThoseOfTheWidestRow() {
        #expect(GridLayout([TableRow([cell("a")]), TableRow([cell("b"), cell("c", columns: 3)])]).columnCount == 4)
        #expect(GridLayout([]).columnCount == 0)
        #expect(GridLayout([TableRow([])]).columnCount == 0)
    }

    /// Cells that claim the same place are both there; the upper one keeps it.
    @Test func overlappingCellsAreBothKept() {
        let texts = GridLayout([
            TableRow([cell("a"), cell("b", rows: 2)]), TableRow([cell("c", columns: 2)]),
        ]).rows.flatMap { $0.filter(\.isOrigin).flatMap { $0.cell.paragraphs.map(\.text) } }
        #expect(texts == ["a", "b", "c"])
    }
}
