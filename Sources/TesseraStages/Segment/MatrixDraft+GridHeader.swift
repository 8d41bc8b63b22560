import TesseraModel

/// The rows of a grid that head its columns: one as a rule, more where headings are grouped.
extension MatrixDraft {
    /// How many rows of group headings may stand above a heading row.
    private static let mostGroupRows = 3

    /// Takes a row in which every cell with text is a column heading, with the rows above and below it that hold
    /// headings of several columns or of parts of one.
    /// - Parameters:
    ///   - first: where to look, from 0.
    ///   - isAtStart: whether nothing but headings stands above.
    /// - Returns: the number of the row behind them; nil where no heading row begins.
    mutating func takeHeader(
        _ layout: GridLayout,
        _ rows: [TableRow],
        from first: Int,
        isAtStart: Bool
    ) throws(DocumentFailure) -> Int? {
        var header = first
        var columns = try columnsHeaded(layout.rows[first...header])
        while columns == nil, header - first < MatrixDraft.mostGroupRows, header + 1 < rows.count,
            try isGroupRow(layout.rows[header], width: layout.columnCount, isAtStart: isAtStart)
        {
            header += 1
            columns = try columnsHeaded(layout.rows[first...header])
        }
        guard let columns else { return nil }
        var end = header + 1
        while end < rows.count, try isBelowHeader(layout.rows[end], rows[end], first...header, columns) { end += 1 }
        try takeHeaderRows(layout.rows[first..<end])
        // A heading row cut down to some columns does not change what the columns are.
        if Set(columns.values).count == self.rules.columns.count {
            gridColumns = columns
        } else {
            let known = Set(gridColumns.values)
            for (position, column) in columns where !known.contains(column) { gridColumns[position] = column }
        }
        gridWidth = layout.columnCount
        return end
    }

    /// Which column of the rules the headings put into which column of the grid; nil where the last row holds anything
    /// but headings.
    private func columnsHeaded(_ rows: ArraySlice<[GridLayout.Place]>) throws(DocumentFailure) -> [Int: Int]? {
        var columns: [Int: Int] = [:]
        var isHeader = false
        for (number, row) in zip(rows.indices, rows) {
            let isLast = number == rows.endIndex - 1
            for place in row where place.isOrigin {
                let lines = place.cell.headingLines
                guard !lines.isEmpty else { continue }
                guard let column = try column(headed: lines) else {
                    if isLast { return nil }
                    continue
                }
                isHeader = isHeader || isLast
                // The first of two columns with one heading has it; the other is surplus, and its cells are reported.
                guard !columns.values.contains(column) else { continue }
                for position in place.column..<place.column + max(1, place.cell.columnSpan) {
                    columns[position] = column
                }
            }
        }
        return isHeader ? columns : nil
    }

    /// Whether a row can be one of group headings above a heading row: it has cells over some columns, or headings
    /// that reach down into that row. Below other rows, only headings that are known already tell it from a row of
    /// text.
    private func isGroupRow(
        _ row: [GridLayout.Place],
        width: Int,
        isAtStart: Bool
    ) throws(DocumentFailure) -> Bool {
        // Spans first: most rows have none, and need no further look.
        let spanning = row.filter {
            $0.isOrigin && ($0.cell.rowSpan > 1 || ($0.cell.columnSpan > 1 && $0.cell.columnSpan < width))
        }
        guard spanning.contains(where: { !$0.cell.headingLines.isEmpty }) else { return false }
        let filled = row.filter { $0.isOrigin && !$0.cell.headingLines.isEmpty }
        guard try !hasLabel(filled) else { return false }
        if isAtStart { return true }
        for place in filled where try column(headed: place.cell.headingLines) != nil { return true }
        return filled.contains { groupHeadings.contains(MatrixDraft.normalised($0.cell.headingLines)) }
    }

    /// Whether a row belongs to the headings above it: the heading of the labels reaches down into it, or its format
    /// marks it so.
    private func isBelowHeader(
        _ row: [GridLayout.Place],
        _ tableRow: TableRow,
        _ header: ClosedRange<Int>,
        _ columns: [Int: Int]
    ) throws(DocumentFailure) -> Bool {
        let filled = row.filter { $0.isOrigin && !$0.cell.headingLines.isEmpty }
        guard !filled.isEmpty, try !hasLabel(filled) else { return false }
        let isBesideHeading = row.contains { place in
            let role = columns[place.column].map { rules.columns[$0].role }
            return role == .rowHeading && !place.isOrigin && header.contains(place.originRow)
        }
        return isBesideHeading || tableRow.isHeader
    }

    private func hasLabel(_ places: [GridLayout.Place]) throws(DocumentFailure) -> Bool {
        for place in places { if let line = place.cell.headingLines.first, try isLabel(line) { return true } }
        return false
    }

    /// Takes all cells of the rows that head a table. Groups and notes go first: above the first table, they are front
    /// matter.
    private mutating func takeHeaderRows(_ rows: ArraySlice<[GridLayout.Place]>) throws(DocumentFailure) {
        var named: [[Paragraph]] = []
        for place in rows.joined() where place.isOrigin {
            let lines = place.cell.headingLines
            if try column(headed: lines) != nil {
                named.append(lines)
            } else if !lines.isEmpty {
                takeGroupHeading(lines)
            }
            for note in place.cell.notes { addMatter(Matter(Passage(note))) }
        }
        for lines in named { _ = try takeHeading(lines) }
    }

    private mutating func takeGroupHeading(_ lines: [Paragraph]) {
        if groupHeadings.insert(MatrixDraft.normalised(lines)).inserted {
            for line in lines { addMatter(Matter(Passage(line), role: .columnGroup)) }
        } else {
            discarded += lines.map { Discarded(Passage($0), reason: .repeatedColumnHeading) }
        }
    }

    private static func normalised(_ lines: [Paragraph]) -> String {
        WhiteSpaceNormalisation.normalised(lines.map(\.text).joined(separator: " "))
    }
}

extension TableCell {
    /// The paragraphs that can be a heading: those with text that are no notes.
    fileprivate var headingLines: [Paragraph] { blocks.filter { !$0.isNote }.flatMap(\.paragraphs).filter(\.isFilled) }

    fileprivate var notes: [Paragraph] { blocks.filter(\.isNote).flatMap(\.paragraphs).filter(\.isFilled) }
}

extension Block {
    fileprivate var isNote: Bool { if case .note = self { true } else { false } }
}
