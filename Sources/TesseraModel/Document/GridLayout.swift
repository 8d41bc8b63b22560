/// Which cell of a grid stands in which row and column, spans taken into account.
///
/// Cells are placed as HTML places them (HTML Standard, 4.9.12, "forming a table"): each in the first column of its
/// row that no cell from above covers. A cell ends with the table, however many rows it claims.
public struct GridLayout: Sendable {
    /// A cell in a column that it covers.
    public struct Place: Sendable {
        /// From 0.
        public var column: Int
        public var cell: TableCell
        /// The row in which the cell begins, from 0.
        public var originRow: Int
        /// The column in which the cell begins.
        public var originColumn: Int
        /// Whether this is the upper left of what the cell covers; its text counts only there.
        public var isOrigin: Bool
    }

    /// The places of each row, from left to right.
    public private(set) var rows: [[Place]] = []
    /// How many columns the widest row has.
    public private(set) var columnCount = 0

    public init(_ tableRows: [TableRow]) {
        // By column: the cell from above that covers rows below, and how many.
        var hanging: [(place: Place, rows: Int)?] = []
        for (number, row) in tableRows.enumerated() {
            var places: [Place] = []
            var column = 0
            func takeHanging() {
                while column < hanging.count, let above = hanging[column] {
                    places.append(above.place)
                    hanging[column] = above.rows > 1 ? (above.place, above.rows - 1) : nil
                    column += 1
                }
            }
            for _ in 0..<row.skippedColumns {
                takeHanging()
                column += 1
            }
            for cell in row.cells {
                takeHanging()
                let origin = column
                for _ in 0..<max(1, cell.columnSpan) {
                    var place = Place(
                        column: column,
                        cell: cell,
                        originRow: number,
                        originColumn: origin,
                        isOrigin: column == origin
                    )
                    places.append(place)
                    place.isOrigin = false
                    while hanging.count <= column { hanging.append(nil) }
                    // Where a cell from above reaches under this one, the longer of the two goes on below.
                    let left = (hanging[column]?.rows ?? 1) - 1
                    if cell.rowSpan > 1, cell.rowSpan > left {
                        hanging[column] = (place, cell.rowSpan - 1)
                    } else {
                        hanging[column] = left > 0 ? hanging[column].map { ($0.place, left) } : nil
                    }
                    column += 1
                }
            }
            // What hangs further right, behind columns that this row leaves out.
            while column < hanging.count {
                takeHanging()
                column += 1
            }
            columnCount = max(columnCount, (places.last?.column ?? -1) + 1)
            rows.append(places)
        }
    }
}
