import TesseraModel

/// Tables whose rows are marked.
extension MatrixDraft {
    /// Takes a table whose rows are marked.
    mutating func add(_ rows: [TableRow], log: inout DiagnosticLog) throws(DocumentFailure) {
        for row in GridLayout(rows).rows {
            if try takeHeader(row) { continue }
            closeRow(log: &log)
            if let heading = row.first(where: { $0.column == rowHeadingPosition }), heading.isOrigin,
                let first = heading.cell.filledParagraphs.first, try isLabel(first)
            {
                try addRow(row, heading: heading.cell, log: &log)
            } else {
                try addUnlabelled(row, log: &log)
            }
        }
    }

    /// The grid's column that holds the labels.
    private var rowHeadingPosition: Int? {
        gridColumns.first { rules.columns[$0.column].role == .rowHeading }?.position
    }

    private mutating func addRow(
        _ row: [GridLayout.Place],
        heading: TableCell,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        try openRow(try withoutDiscards(heading.filledParagraphs), at: heading.place)
        var surplus = row.filter { $0.isOrigin && $0.column != rowHeadingPosition }
        for column in rules.columns.indices where rules.columns[column].role == .content {
            let position = gridColumns.first { $0.column == column }?.position
            let place = row.first { $0.column == position }
            guard let place, place.isOrigin else {
                openRow?.cells.append(nil)
                log.append(.missingCell(rules.columns[column].id, in: openRow, spanning: place?.cell))
                continue
            }
            surplus.removeAll { $0.column == place.column }
            let paragraphs = try withoutDiscards(place.cell.filledParagraphs)
            openRow?.cells.append(CellDraft(paragraphs: paragraphs, place: place.cell.place))
        }
        for place in surplus {
            let paragraphs = try withoutDiscards(place.cell.filledParagraphs)
            guard !paragraphs.isEmpty else { continue }
            openRow?.cells.append(CellDraft(paragraphs: paragraphs, place: place.cell.place))
        }
        closeRow(log: &log)
    }

    /// Takes a row without a label: one that heads those below it, or text that stands in no row.
    private mutating func addUnlabelled(
        _ row: [GridLayout.Place],
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        let filled = row.filter { $0.isOrigin && !$0.cell.filledParagraphs.isEmpty }
        if filled.count == 1, isInMatrix {
            for paragraph in filled[0].cell.filledParagraphs {
                addMatter(Matter(Passage(paragraph), role: .sectionRow))
            }
            return
        }
        let paragraphs = filled.flatMap(\.cell.filledParagraphs)
        for paragraph in paragraphs { try addFlow(paragraph) }
        reportStray(paragraphs.first, log: &log)
    }

    /// Takes a row in which every cell with text is a column heading.
    /// - Returns: whether it is one.
    private mutating func takeHeader(_ row: [GridLayout.Place]) throws(DocumentFailure) -> Bool {
        var columns: [(position: Int, column: Int)] = []
        for place in row where place.isOrigin {
            let paragraphs = place.cell.filledParagraphs
            guard !paragraphs.isEmpty else { continue }
            let text = paragraphs.map(\.text).joined(separator: " ")
            guard let column = try rules.column(headed: text) else { return false }
            // The first of two columns with one heading has it; the other is surplus, and its cells will be reported.
            if !columns.contains(where: { $0.column == column }) { columns.append((place.column, column)) }
        }
        guard !columns.isEmpty else { return false }
        for place in row where place.isOrigin { _ = try takeHeading(place.cell.filledParagraphs) }
        // A heading row cut down to some columns does not change what the columns are.
        if columns.count == rules.columns.count {
            gridColumns = columns
        } else {
            for pair in columns where !gridColumns.contains(where: { $0.column == pair.column }) {
                gridColumns.append(pair)
            }
        }
        return true
    }
}

extension TableCell {
    /// The paragraphs that hold any text.
    var filledParagraphs: [Paragraph] {
        paragraphs.filter { $0.text.unicodeScalars.contains { !$0.isBlank } }
    }
}

extension Diagnostic {
    fileprivate static func missingCell(
        _ column: String,
        in row: MatrixDraft.RowDraft?,
        spanning cell: TableCell?
    ) -> Diagnostic {
        let label = row?.labels.map(\.text).joined(separator: " | ") ?? ""
        let reason =
            cell == nil ? "the source has none there" : "a cell that covers several is given once, where it begins"
        return Diagnostic(
            "missing-cell",
            .warning,
            "the row '\(label)' has no cell of its own in the column '\(column)': \(reason)",
            at: cell?.place ?? row?.place
        )
    }
}
