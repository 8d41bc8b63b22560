import TesseraModel

/// Which cell of a grid gives its text to which cells of the matrix.
extension MatrixDraft {
    /// Puts the cells of a grid's row into a row of the matrix.
    ///
    /// A cell that covers several addresses gives its text to all of them. The first, row by row, is its origin: there
    /// the text counts, and the others repeat it. Several cells below one heading give one cell.
    /// - Parameters:
    ///   - number: the number of the row of the matrix.
    ///   - isBroken: whether paragraphs may go on from the row above.
    func distribute(
        _ row: GridRow,
        into draft: inout RowDraft,
        number: Int,
        _ walk: inout GridWalk,
        isBroken: Bool,
        log: inout DiagnosticLog
    ) {
        for place in row.places {
            guard let column = contentColumn(at: place.column), role(at: place.originColumn) != .rowHeading else {
                continue
            }
            let source = GridCell(table: walk.number, row: place.originRow, column: place.originColumn)
            let address = CellIndex(row: number, column: column)
            var piece: CellPiece
            if let origin = walk.claims[source] {
                guard origin != address, draft.cells[column]?.piece(of: source) == nil else { continue }
                let owner = origin.row == number ? draft.cells[origin.column] : rows[origin.row].cells[origin.column]
                piece = owner?.piece(of: source) ?? CellPiece(paragraphs: [], place: place.cell.place, source: source)
                piece.origin = origin
                // The copy is joined to what stands before it where the original is joined to the same.
                piece.isRest = piece.isRest && owner?.source(before: source) == draft.cells[column]?.pieces.last?.source
            } else if place.originRow == row.number {
                walk.claims[source] = address
                piece = CellPiece(
                    paragraphs: (row.texts[place.originColumn] ?? []).map { FoundParagraph($0) },
                    blocks: place.cell.blocks,
                    place: place.cell.place,
                    source: source
                )
                piece.isRest = isBroken && draft.cells[column]?.breaksOff(before: piece) == true
            } else {
                // It began in a row that is none of the matrix, and its text went where that row's went.
                continue
            }
            if draft.cells[column] == nil {
                draft.cells[column] = CellDraft(piece)
            } else {
                draft.cells[column]?.append(piece)
            }
        }
        addSurplus(of: row, to: &draft, walk, log: &log)
    }

    /// Takes the cells of a row that stand under no heading.
    private func addSurplus(of row: GridRow, to draft: inout RowDraft, _ walk: GridWalk, log: inout DiagnosticLog) {
        let surplus = row.filled.compactMap { place -> CellPiece? in
            let source = GridCell(table: walk.number, row: row.number, column: place.column)
            guard role(at: place.column) != .rowHeading, walk.claims[source] == nil else { return nil }
            let paragraphs = (row.texts[place.column] ?? []).map { FoundParagraph($0) }
            return CellPiece(paragraphs: paragraphs, place: place.cell.place, source: source)
        }
        add(surplus, to: &draft, log: &log)
    }

    /// Says which cells a new row lacks, and why.
    func reportMissing(_ row: GridRow, _ draft: RowDraft, log: inout DiagnosticLog) {
        for (column, cell) in draft.cells.enumerated() where cell == nil {
            let place = row.places.first { contentColumn(at: $0.column) == column }
            let reason =
                switch place {
                case nil: "the source has none there"
                case let place? where role(at: place.originColumn) == .rowHeading: "the row's heading covers it"
                default: "the cell that covers it begins in no row of the matrix"
                }
            log.append(.missingCell(rules.contentColumns[column].id, in: draft, reason, at: place?.cell.place))
        }
    }

    /// The number, among the content columns, of what stands in a column of the grid; nil for none of them.
    private func contentColumn(at position: Int) -> Int? {
        guard let column = gridColumns[position], rules.columns[column].role == .content else { return nil }
        return rules.columns[..<column].count { $0.role == .content }
    }
}

extension CellDraft {
    /// The source of the piece before another one; nil where that is the first.
    fileprivate func source(before source: GridCell) -> GridCell? {
        guard let index = pieces.firstIndex(where: { $0.source == source }), index > 0 else { return nil }
        return pieces[index - 1].source
    }
}

extension Diagnostic {
    fileprivate static func missingCell(
        _ column: String,
        in row: RowDraft,
        _ reason: String,
        at place: SourcePlace?
    ) -> Diagnostic {
        Diagnostic(
            "missing-cell",
            .warning,
            "the row '\(row.label)' has no cell of its own in the column '\(column)': \(reason)",
            at: place ?? row.place
        )
    }
}
