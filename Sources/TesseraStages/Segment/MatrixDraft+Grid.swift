import TesseraModel

/// Tables whose rows are marked.
extension MatrixDraft {
    /// Takes a row of a table whose rows are marked.
    mutating func add(_ row: TableRow, log: inout DiagnosticLog) throws(DocumentFailure) {
        if try takeHeader(row) { return }
        closeRow(log: &log)
        let filled = row.cells.filter { !$0.paragraphs.isEmpty }
        guard let headingColumn = gridColumns.first(where: { rules.columns[$0.value].role == .rowHeading })?.key,
            let headingIndex = cell(of: row, at: headingColumn),
            let first = row.cells[headingIndex].paragraphs.first, try isLabel(first)
        else {
            if filled.count == 1, case .matrix = phase {
                for paragraph in filled[0].paragraphs { addMatter(Matter(Passage(paragraph), role: .sectionRow)) }
            } else {
                for paragraph in filled.flatMap(\.paragraphs) { try addFlow(paragraph) }
                if case .matrix = phase, let first = filled.first?.paragraphs.first {
                    log.append(.cellOutsideRow(first))
                }
            }
            return
        }
        let heading = row.cells[headingIndex]
        try openRow(try withoutFurniture(heading.paragraphs), at: heading.place)
        // A cell that covers several columns belongs to the first: its text is given once.
        var taken: Set = [headingIndex]
        for column in rules.columns.indices where rules.columns[column].role == .content {
            let position = gridColumns.first { $0.value == column }?.key
            guard let index = position.flatMap({ cell(of: row, at: $0) }), taken.insert(index).inserted else {
                openRow?.cells.append(nil)
                continue
            }
            let paragraphs = try withoutFurniture(row.cells[index].paragraphs)
            openRow?.cells.append(CellDraft(paragraphs: paragraphs, place: row.cells[index].place))
        }
        for index in row.cells.indices where !taken.contains(index) {
            let paragraphs = try withoutFurniture(row.cells[index].paragraphs)
            guard !paragraphs.isEmpty else { continue }
            openRow?.cells.append(CellDraft(paragraphs: paragraphs, place: row.cells[index].place))
        }
        closeRow(log: &log)
    }

    /// Takes a row in which every cell with text is a column heading.
    /// - Returns: whether it is one.
    private mutating func takeHeader(_ row: TableRow) throws(DocumentFailure) -> Bool {
        var columns: [Int: Int] = [:]
        var position = 0
        for cell in row.cells {
            let paragraphs = cell.paragraphs
            if !paragraphs.isEmpty {
                let text = paragraphs.map(\.text).joined(separator: " ")
                guard let column = try rules.column(headed: text) else { return false }
                columns[position] = column
            }
            position += cell.columnSpan
        }
        guard !columns.isEmpty else { return false }
        for cell in row.cells { _ = try takeHeading(cell.paragraphs) }
        // A heading row cut down to one column does not change what the columns are.
        gridColumns.merge(columns) { $1 }
        return true
    }

    /// The index of the cell that covers a column.
    private func cell(of row: TableRow, at column: Int) -> Int? {
        var position = 0
        for (index, cell) in row.cells.enumerated() {
            if (position..<position + cell.columnSpan).contains(column) { return index }
            position += cell.columnSpan
        }
        return nil
    }
}
