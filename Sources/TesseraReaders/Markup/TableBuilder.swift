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
        /// The cell only marks columns that others cover, from the left or from above. Text that it holds is added
        /// to the one that covers it; where none does, it stands for itself.
        case covered
    }

    /// Where the cell stands that covers a column, of its own row or of the rows below it.
    private struct Covering {
        var row: Int
        var cell: Int
        var column: Int
        /// How many rows it covers; nil for as many as there are cells that continue it.
        var rowSpan: Int?
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
    /// How many columns of the last cell the format may still mark as covered.
    private var unmarkedColumns = 0
    /// Where the rows of the open group begin.
    private var groupStart = 0
    private var isFoot = false
    /// The rows of a foot, which come last.
    private var footRows: [TableRow] = []
    /// How many positions the row spans of finished groups cover beyond the cells' own.
    private var covered = 0

    init(at place: SourcePlace, depth: Int) {
        self.place = place
        self.depth = depth
    }

    /// What a copy of the open row counts for; nil where none is open.
    var openRowWeight: Int? {
        openRow.map { row in max(column, row.cells.reduce(0) { $0 + $1.weight }) }
    }

    /// Whether the row that is open has cells, and all of them are headings.
    var isRowOfHeaders: Bool { openRow.map { !$0.cells.isEmpty && $0.cells.allSatisfy(\.isHeader) } ?? false }

    /// What a copy of the last cell counts for; nil where no row is open, or it is empty.
    var lastCellWeight: Int? { openRow?.cells.last?.weight }

    mutating func beginRowGroup(isFoot: Bool) {
        endRowGroup()
        self.isFoot = isFoot
    }

    /// Ends the group that is open. A cell ends with its group, however many rows it claims, and one that claims 0
    /// rows reaches to the end of it (HTML Standard, 4.9.12).
    mutating func endRowGroup() {
        endRow(copies: 1)
        for row in groupStart..<rows.count {
            let left = rows.count - row
            for cell in rows[row].cells.indices where rows[row].cells[cell].rowSpan != 1 {
                let claimed = rows[row].cells[cell].rowSpan
                let span = claimed == 0 ? left : min(claimed, left)
                rows[row].cells[cell].rowSpan = span
                covered += (span - 1) * max(1, rows[row].cells[cell].columnSpan)
            }
        }
        if isFoot {
            footRows += rows[groupStart...]
            rows.removeSubrange(groupStart...)
            isFoot = false
        }
        groupStart = rows.count
        coverings = []
    }

    mutating func beginRow(isHeader: Bool, skippedColumns: Int) {
        endRow(copies: 1)
        openRow = TableRow([], isHeader: isHeader, skippedColumns: skippedColumns)
        column = 0
        unmarkedColumns = 0
        for _ in 0..<skippedColumns { advance(covering: nil) }
    }

    mutating func markHeaderRow() { openRow?.isHeader = true }

    mutating func beginCell(_ cell: TableCell, merge: VerticalMerge) {
        if openRow == nil { beginRow(isHeader: false, skippedColumns: 0) }
        openCell = (cell, merge)
    }

    mutating func endCell(_ blocks: [Block]) {
        // The row is changed in place: with a copy at hand, each cell would copy all cells before it.
        guard case (var cell, let merge)? = openCell, let number = openRow?.cells.count else { return }
        openCell = nil
        cell.blocks = blocks
        if merge == .covered { return endCovered(cell) }
        let span = max(1, cell.columnSpan)
        if merge == .left, column > 0, number > 0 {
            openRow?.cells[number - 1].blocks += blocks
            openRow?.cells[number - 1].columnSpan += span
            let covering = column <= coverings.count ? coverings[column - 1] : nil
            for _ in 0..<span { advance(covering: covering) }
            return
        }
        if merge == .continued, column < coverings.count, let above = coverings[column], above.rowSpan == nil,
            above.column == column
        {
            rows[above.row].cells[above.cell].blocks += blocks
            rows[above.row].cells[above.cell].rowSpan = rows.count - above.row + 1
            column += span
            return
        }
        var covering: Covering?
        if merge != .none || span > 1 || cell.rowSpan > 1 {
            covering = Covering(row: rows.count, cell: number, column: column)
            if merge == .none { covering?.rowSpan = cell.rowSpan }
        }
        openRow?.cells.append(cell)
        for _ in 0..<span { advance(covering: covering) }
        unmarkedColumns = span - 1
    }

    private mutating func endCovered(_ cell: TableCell) {
        var blocks = cell.blocks
        for _ in 0..<max(1, cell.columnSpan) {
            if unmarkedColumns > 0 {
                unmarkedColumns -= 1
                add(blocks, toCellOver: column - 1)
            } else if add(blocks, toCellOver: column) {
                column += 1
            } else {
                openRow?.cells.append(TableCell(blocks, at: cell.place))
                advance(covering: nil)
            }
            blocks = []
        }
    }

    /// - Returns: whether there is a cell that covers the column.
    @discardableResult
    private mutating func add(_ blocks: [Block], toCellOver column: Int) -> Bool {
        guard column < coverings.count, let covering = coverings[column],
            rows.count - covering.row < covering.rowSpan ?? .max
        else { return false }
        if covering.row == rows.count {
            openRow?.cells[covering.cell].blocks += blocks
        } else {
            rows[covering.row].cells[covering.cell].blocks += blocks
        }
        return true
    }

    private mutating func advance(covering: Covering?) {
        if column < coverings.count {
            coverings[column] = covering
        } else if let covering {
            while coverings.count < column { coverings.append(nil) }
            coverings.append(covering)
        }
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
        for _ in 0..<max(1, copies) { rows.append(row) }
    }

    /// - Returns: the table, nil where it has no row; and how many positions its spans cover beyond the cells' own.
    consuming func finish() -> (table: Table?, covered: Int) {
        endRowGroup()
        rows += footRows
        return (rows.isEmpty ? nil : Table(.grid(rows), at: place), covered)
    }
}

extension TableCell {
    /// What a copy of the cell counts for: the columns that it covers, or what is in it if that is more.
    fileprivate var weight: Int { max(1, columnSpan, blocks.reduce(0) { $0 + $1.weight }) }
}

extension Block {
    fileprivate var weight: Int {
        if case .table(let table) = self { table.cells.reduce(1) { $0 + $1.weight } } else { 1 }
    }
}
