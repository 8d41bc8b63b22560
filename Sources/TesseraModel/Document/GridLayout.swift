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
        // The columns that cells from above cover, from left to right, and how many rows from here on. Only those:
        // a table may be wide in one row and long behind it.
        var hanging: [(place: Place, rows: Int)] = []
        for (number, row) in tableRows.enumerated() {
            var places: [Place] = []
            var stillHanging: [(place: Place, rows: Int)] = []
            var next = 0
            var column = 0
            func take(_ above: (place: Place, rows: Int)) {
                places.append(above.place)
                if above.rows > 1 { stillHanging.append((above.place, above.rows - 1)) }
                next += 1
            }
            func takeHanging() {
                while next < hanging.count, hanging[next].place.column == column {
                    take(hanging[next])
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
                    // A wide cell covers what hangs there; the longer of the two goes on below.
                    var rest = (place: place, rows: cell.rowSpan - 1)
                    if next < hanging.count, hanging[next].place.column == column {
                        if hanging[next].rows - 1 > rest.rows { rest = (hanging[next].place, hanging[next].rows - 1) }
                        next += 1
                    }
                    if rest.rows > 0 { stillHanging.append(rest) }
                    column += 1
                }
            }
            // What hangs further right, behind columns that this row leaves out.
            while next < hanging.count { take(hanging[next]) }
            hanging = stillHanging
            columnCount = max(columnCount, (places.last?.column ?? -1) + 1)
            rows.append(places)
        }
    }
}
