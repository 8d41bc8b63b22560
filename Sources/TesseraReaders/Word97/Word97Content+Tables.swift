import TesseraModel

/// Tables: they begin and end where the depth of paragraphs changes.
extension Word97Content {
    /// Ends the tables that a paragraph is no part of, and begins those that it is the first of.
    mutating func enterTables(of paragraph: Word97Paragraph, _ state: inout State) {
        while state.open.count > paragraph.properties.depth { endTable(&state) }
        while state.open.count < paragraph.properties.depth {
            if !state.open.isEmpty { beginCell(&state) }
            let table = state.outline.tables[state.begun]
            builder.beginTable(at: place(table.characters, state.subdocument))
            state.open.append(OpenTable(number: state.begun))
            state.begun += 1
        }
    }

    /// Begins the next cell of the innermost table, and its row, unless they are open.
    mutating func beginCell(_ state: inout State) {
        guard var table = state.open.popLast() else { return }
        defer { state.open.append(table) }
        guard !table.isCellOpen else { return }
        let rows = state.outline.tables[table.number].rows
        guard table.row < rows.count else { return }
        let row = rows[table.row]
        if !table.isRowOpen {
            table.isRowOpen = true
            table.cell = 0
            if row.isDeleted {
                builder.beginInset(.omission(.trackedDeletion))
            } else {
                table.headersMayFollow = table.headersMayFollow && row.isHeader
                builder.beginRow(isHeader: table.headersMayFollow, skippedColumns: row.skippedColumns)
            }
        }
        guard !row.isDeleted, table.cell < row.cells.count else { return }
        let cell = row.cells[table.cell]
        let place = place(cell.characters, state.subdocument)
        builder.beginCell(TableCell([], columnSpan: cell.columnSpan, at: place), merge: cell.vertical)
        table.isCellOpen = true
    }

    /// Ends a cell, unless the next one belongs to it.
    mutating func endCell(_ state: inout State) {
        guard var table = state.open.popLast() else { return }
        table.cell += 1
        let rows = state.outline.tables[table.number].rows
        let isContinued =
            table.row < rows.count && table.cell < rows[table.row].cells.count
            && rows[table.row].cells[table.cell].continuesLeft
        if table.isCellOpen, !isContinued {
            builder.endCell()
            table.isCellOpen = false
        }
        state.open.append(table)
    }

    mutating func endRow(_ state: inout State) {
        guard var table = state.open.popLast() else { return }
        let rows = state.outline.tables[table.number].rows
        if !table.isRowOpen, table.row < rows.count, !rows[table.row].isDeleted {
            // A row without any cell.
            builder.beginRow(skippedColumns: rows[table.row].skippedColumns)
            table.isRowOpen = true
        }
        if table.isCellOpen { builder.endCell() }
        if table.isRowOpen {
            if table.row < rows.count, rows[table.row].isDeleted { builder.endInset() } else { builder.endRow() }
        }
        table.isCellOpen = false
        table.isRowOpen = false
        table.row += 1
        state.open.append(table)
    }

    mutating func endTable(_ state: inout State) {
        if let table = state.open.last, table.isRowOpen { endRow(&state) }
        state.open.removeLast()
        builder.endTable()
    }
}
