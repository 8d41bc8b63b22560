import TesseraModel

/// Tables: rows and cells as they come, counted before they are made.
extension FlowBuilder {
    mutating func beginTable(at place: SourcePlace) {
        // A table inside a paragraph follows what the paragraph has said so far.
        if flow.paragraph != nil { breakLine() }
        tables.append(TableBuilder(at: place, depth: outerFlows.count))
    }

    var isInTable: Bool { tables.last.map { $0.depth <= outerFlows.count } ?? false }

    /// Begins a group of rows; what spans rows ends with its group.
    /// - Parameter isFoot: whether the rows come last, wherever they stand in the source.
    mutating func beginRowGroup(isFoot: Bool = false) { updateTable { $0.beginRowGroup(isFoot: isFoot) } }

    mutating func beginRow(isHeader: Bool = false, skippedColumns: Int = 0) {
        check(skippedColumns, "a row leaves out \(skippedColumns) columns")
        count(skippedColumns)
        guard !hasFailed else { return }
        updateTable { $0.beginRow(isHeader: isHeader, skippedColumns: skippedColumns) }
    }

    /// Whether the row that is open has cells, and all of them are headings.
    var isRowOfHeaders: Bool { tables.last?.isRowOfHeaders ?? false }

    /// Marks the row that is open as a heading of the columns.
    mutating func markHeaderRow() { updateTable { $0.markHeaderRow() } }

    /// - Parameters:
    ///   - cell: spans and place; its blocks are gathered until ``endCell()``.
    ///   - merge: how the cell hangs together with those above it.
    mutating func beginCell(_ cell: TableCell, merge: TableBuilder.VerticalMerge = .none) {
        check(cell.columnSpan, "a cell covers \(cell.columnSpan) columns", at: cell.place)
        check(cell.rowSpan, "a cell covers \(cell.rowSpan) rows", at: cell.place)
        count(max(1, cell.columnSpan))
        if !hasFailed { updateTable { $0.beginCell(cell, merge: merge) } }
        open(.cell)
    }

    mutating func endCell() {
        guard case .cell = flow.kind else { return }
        let blocks = close()
        updateTable { $0.endCell(blocks) }
    }

    /// Adds empty cells to the row that is open: columns that the format jumps over.
    mutating func addEmptyCells(_ count: Int, at place: SourcePlace) {
        check(count, "a row leaves out \(count) columns", at: place)
        self.count(count)
        guard failure == nil else { return }
        updateTable { table in
            for _ in 0..<count {
                table.beginCell(TableCell([], at: place), merge: .none)
                table.endCell([])
            }
        }
    }

    /// Ends the row that is open.
    /// - Parameter copies: how often the format repeats it, itself included.
    mutating func endRow(copies: Int = 1) {
        check(copies, "a row is repeated \(copies) times")
        if copies > 1, let weight = tables.last?.openRowWeight { count(weight, times: copies - 1) }
        if !hasFailed { updateTable { $0.endRow(copies: copies) } }
    }

    /// Repeats the cell that ended last.
    /// - Parameter copies: how often it stands there, itself included.
    mutating func repeatCell(copies: Int) {
        check(copies, "a cell is repeated \(copies) times")
        if copies > 1, let weight = tables.last?.lastCellWeight { count(weight, times: copies - 1) }
        if !hasFailed { updateTable { $0.repeatCell(copies: copies) } }
    }

    /// Ends a group of rows, in formats whose spans end with it.
    mutating func endRowGroup() {
        endRow()
        if failure == nil { updateTable { $0.endRowGroup() } }
    }

    mutating func endTable() {
        guard let table = tables.popLast() else { return }
        let (finished, covered) = table.finish()
        count(covered)
        guard !hasFailed, let finished else { return }
        // The paragraph around it has been emptied when the table began.
        flow.blocks.append(.table(finished))
    }

    mutating func updateTable(_ body: (inout TableBuilder) -> Void) {
        guard !tables.isEmpty else { return }
        body(&tables[tables.count - 1])
    }
}
