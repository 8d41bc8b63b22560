import TesseraModel

/// Which cell stands in which column of each row of a grid, spans taken into account.
struct GridLayout {
    /// A cell in a column that it covers.
    struct Place {
        var column: Int
        var cell: TableCell
        /// Whether this is the upper left of what the cell covers; its text counts only there.
        var isOrigin: Bool
    }

    /// From left to right, row by row.
    private(set) var rows: [[Place]] = []

    init(_ tableRows: [TableRow]) {
        // Cells from above that still cover rows below, by column.
        var hanging: [Int: (cell: TableCell, rows: Int)] = [:]
        for row in tableRows {
            var places: [Place] = []
            var column = 0
            func takeHanging() {
                while let above = hanging[column] {
                    places.append(Place(column: column, cell: above.cell, isOrigin: false))
                    hanging[column] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
                    column += 1
                }
            }
            for cell in row.cells {
                takeHanging()
                for offset in 0..<max(1, cell.columnSpan) {
                    places.append(Place(column: column, cell: cell, isOrigin: offset == 0))
                    if cell.rowSpan > 1 { hanging[column] = (cell, cell.rowSpan - 1) }
                    column += 1
                }
            }
            takeHanging()
            // What hangs further right, behind columns that this row leaves out.
            for (column, above) in hanging.sorted(by: { $0.key < $1.key }) where column >= places.count {
                places.append(Place(column: column, cell: above.cell, isOrigin: false))
                hanging[column] = above.rows > 1 ? (above.cell, above.rows - 1) : nil
            }
            rows.append(places)
        }
    }
}
