import LibXML
import TesseraModel

/// Tables. The properties of a row or a cell stand inside it, so both begin only when these are known.
extension WordContentHandler {
    func startTableElement(_ element: WordElement, _ tag: borrowing XMLTag) {
        switch element {
        case .table:
            openCell()
            saveState()
            headersMayFollow = true
            builder.beginTable(at: place)
        case .row: row = RowState()
        case .rowProperties: row.isInProperties = true
        case .headerRow: row.isHeader = tag.isSwitchedOn
        case .columnsBefore: row.skippedColumns = max(0, tag.wordNumber ?? 0)
        case .cell:
            beginRow()
            cell = row.isDeleted ? nil : CellState(place: place)
        case .columnSpan: cell?.columnSpan = max(1, tag.wordNumber ?? 1)
        case .verticalMerge: cell?.merge = tag.value(.value) == "restart" ? .begin : .continued
        case .horizontalMerge:
            if tag.value(.value) != "restart" { cell?.merge = .left }
        case .deletedCell: cell?.isDeleted = true
        default: break
        }
    }

    func endTableElement(_ element: WordElement) {
        switch element {
        case .table:
            builder.endTable()
            restoreState()
        case .row:
            beginRow()
            if row.isDeleted { builder.endInset() } else { builder.endRow() }
            row = RowState()
        case .rowProperties: row.isInProperties = false
        case .cellProperties: openCell()
        case .cell:
            guard !row.isDeleted else { return builder.endParagraph() }
            openCell()
            if cell?.isDeleted == true { builder.endInset() }
            builder.endCell()
            cell = nil
        default: break
        }
    }

    private func beginRow() {
        guard !row.isBegun else { return }
        row.isBegun = true
        if row.isDeleted { return builder.beginInset(.omission(.trackedDeletion)) }
        headersMayFollow = headersMayFollow && row.isHeader
        builder.beginRow(isHeader: headersMayFollow, skippedColumns: row.skippedColumns)
    }

    /// Begins the cell, now that its properties are over.
    func openCell() {
        guard let open = cell, !open.isOpen else { return }
        cell?.isOpen = true
        builder.beginCell(TableCell([], columnSpan: open.columnSpan, at: open.place), merge: open.merge)
        if open.isDeleted { builder.beginInset(.omission(.trackedDeletion)) }
    }

    // MARK: Flows inside flows

    func saveState() {
        saved.append(
            SavedState(
                paragraph: paragraph,
                row: row,
                cell: cell,
                headersMayFollow: headersMayFollow,
                isRunHidden: isRunHidden,
                fields: fields
            )
        )
        paragraph = ParagraphState()
        row = RowState()
        cell = nil
        isRunHidden = false
        fields = []
    }

    func restoreState() {
        guard let state = saved.popLast() else { return }
        paragraph = state.paragraph
        row = state.row
        cell = state.cell
        headersMayFollow = state.headersMayFollow
        isRunHidden = state.isRunHidden
        fields = state.fields
    }
}
