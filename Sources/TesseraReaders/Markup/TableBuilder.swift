import TesseraModel

/// Builds one table, row by row.
struct TableBuilder {
    /// How a cell hangs together with the cells above it, in formats that mark each of them.
    enum VerticalMerge {
        case none
        /// The cell may be continued below.
        case begin
        /// The cell belongs to the one above it; text that it holds is added to that one.
        case continued
        /// The cell belongs to the one on its left.
        case left
    }

    /// Where the cell stands that covers a column of the rows below it.
    private struct Covering {
        var row: Int
        var cell: Int
        var column: Int
    }

    let place: SourcePlace
    /// How many flows were open when the table began.
    let depth: Int
    private var rows: [TableRow] = []
    private var openRow: TableRow?
    private var openCell: (cell: TableCell, merge: VerticalMerge)?
    /// The column behind the last cell of the open row.
    private var column = 0
    /// Cells that may be continued below, by column.
    private var coverings: [Covering?] = []

    init(at place: SourcePlace, depth: Int) {
        self.place = place
        self.depth = depth
    }

    /// How many columns the open row has so far; nil where none is open.
    var openWidth: Int? { openRow == nil ? nil : column }

    mutating func beginRow(isHeader: Bool, skippedColumns: Int) {
        endRow(copies: 1)
        openRow = TableRow([], isHeader: isHeader, skippedColumns: skippedColumns)
        column = 0
        for _ in 0..<skippedColumns { advance(covering: nil) }
    }

    mutating func markHeaderRow() { openRow?.isHeader = true }

    mutating func beginCell(_ cell: TableCell, merge: VerticalMerge) {
        if openRow == nil { beginRow(isHeader: false, skippedColumns: 0) }
        openCell = (cell, merge)
    }

    mutating func endCell(_ blocks: [Block]) {
        guard case (var cell, let merge)? = openCell, let row = openRow else { return }
        openCell = nil
        cell.blocks = blocks
        let span = max(1, cell.columnSpan)
        if merge == .left, column > 0, let last = row.cells.indices.last {
            openRow?.cells[last].blocks += blocks
            openRow?.cells[last].columnSpan += span
            for _ in 0..<span { advance(covering: coverings[column - 1]) }
            return
        }
        if merge == .continued, column < coverings.count, let above = coverings[column], above.column == column {
            rows[above.row].cells[above.cell].blocks += blocks
            rows[above.row].cells[above.cell].rowSpan = rows.count - above.row + 1
            column += span
            return
        }
        let covering =
            merge == .none ? nil : Covering(row: rows.count, cell: row.cells.count, column: column)
        openRow?.cells.append(cell)
        for _ in 0..<span { advance(covering: covering) }
    }

    private mutating func advance(covering: Covering?) {
        while coverings.count <= column { coverings.append(nil) }
        coverings[column] = covering
        column += 1
    }

    mutating func repeatCell(copies: Int) {
        guard copies > 1, let cell = openRow?.cells.last else { return }
        for _ in 1..<copies {
            openRow?.cells.append(cell)
            for _ in 0..<max(1, cell.columnSpan) { advance(covering: nil) }
        }
    }

    mutating func endRow(copies: Int) {
        guard let row = openRow else { return }
        openRow = nil
        rows += Array(repeating: row, count: max(1, copies))
    }

    /// - Returns: the table, nil where it has no row; and how many positions its spans cover beyond the cells' own.
    consuming func finish() -> (table: Table?, covered: Int) {
        endRow(copies: 1)
        var covered = 0
        for row in rows.indices {
            for cell in rows[row].cells.indices where rows[row].cells[cell].rowSpan > 1 {
                // A cell ends with its table.
                let span = min(rows[row].cells[cell].rowSpan, rows.count - row)
                rows[row].cells[cell].rowSpan = span
                covered += (span - 1) * max(1, rows[row].cells[cell].columnSpan)
            }
        }
        return (rows.isEmpty ? nil : Table(.grid(rows), at: place), covered)
    }
}
