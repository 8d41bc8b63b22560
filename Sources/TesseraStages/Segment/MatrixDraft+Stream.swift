import TesseraModel

/// Tables whose cells are marked, and whose rows are not.
extension MatrixDraft {
    /// Takes a cell of a table whose rows are not marked.
    mutating func add(_ cell: TableCell, log: inout DiagnosticLog) throws(DocumentFailure) {
        var paragraphs = cell.filledParagraphs
        // The last cell runs on to the end of the file: the sections behind the matrix are split off.
        var tail: ArraySlice<Paragraph> = []
        for (index, paragraph) in paragraphs.enumerated() where try rules.section(headed: paragraph.text) != nil {
            tail = paragraphs[index...]
            paragraphs = Array(paragraphs[..<index])
            break
        }
        var place = cell.place
        if !tail.isEmpty, let last = paragraphs.last(where: { $0.place.part == place.part }) {
            place.end = last.place.end
        }
        let isCutOff = tail.first.map { isOneLine(cell.place, $0.place) } ?? false
        try addStreamCell(paragraphs, at: place, isCutOff: isCutOff, log: &log)
        if !tail.isEmpty { closeStreamRow(log: &log) }
        for paragraph in tail { try addFlow(paragraph) }
    }

    private mutating func addStreamCell(
        _ paragraphs: [Paragraph],
        at place: SourcePlace,
        isCutOff: Bool,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        if try takeHeading(paragraphs) { return }
        let kept = try withoutFurniture(paragraphs)
        // A cell that held nothing but furniture is none; one that is blank in the source is an empty cell.
        // What opens a section on its own line is none either.
        if kept.isEmpty, !paragraphs.isEmpty || isCutOff { return }
        if try rowGroup(kept) != nil {
            closeStreamRow(log: &log)
            _ = try takeGroup(kept)
        } else if let first = kept.first, try opensRow(first) {
            closeStreamRow(log: &log)
            var row = try makeRow(kept.map { FoundParagraph($0) }, at: place)
            row.furtherPlaces = pieces(of: kept, at: place).dropFirst().map(\.place)
            row.evidence = .markedCells
            openRow = row
        } else if openRow != nil {
            let cell = CellDraft(pieces(of: kept, at: place))
            openRow?.cells.append(cell)
        } else {
            for paragraph in kept { try addFlow(paragraph) }
            reportStray(kept.first, log: &log)
        }
    }

    /// Whether a cell that begins with a line is the heading of a row. What stands in the place of a label can stand in
    /// other cells as well, so a row that lacks cells has it for one of them.
    private func opensRow(_ line: Paragraph) throws(DocumentFailure) -> Bool {
        guard try isLabel(line) else { return false }
        guard let openRow, openRow.cells.count < rules.contentColumns.count else { return true }
        return try !labelParser.isUnnumbered(line.text)
    }

    /// The text of a cell, a piece for each part of the source: a report may be cut in the middle of a cell, and joined.
    private func pieces(of paragraphs: [Paragraph], at place: SourcePlace) -> [CellPiece] {
        var pieces = [CellPiece(paragraphs: [], place: place)]
        for paragraph in paragraphs {
            if paragraph.place.part == pieces[pieces.count - 1].place.part {
                pieces[pieces.count - 1].paragraphs.append(FoundParagraph(paragraph))
                if pieces.count > 1 { pieces[pieces.count - 1].place.end = paragraph.place.end }
            } else {
                pieces.append(CellPiece(paragraphs: [FoundParagraph(paragraph)], place: paragraph.place))
            }
        }
        return pieces
    }

    /// Ends the row that is open, and says what is wrong with the number of its cells.
    mutating func closeStreamRow(log: inout DiagnosticLog) {
        guard var row = openRow else { return }
        openRow = nil
        let expected = rules.contentColumns.count
        // A mark with nothing behind it opens no cell where the row has all of its own.
        while row.cells.count > expected, row.cells.last??.pieces.allSatisfy(\.paragraphs.isEmpty) == true {
            row.cells.removeLast()
        }
        // A row whose label was lost stands behind the cells of this one: its title, and as many cells.
        let following = row.cells.count > expected ? rowsWithoutLabel(row.cells[expected...]) : nil
        if following != nil { row.cells.removeSubrange(expected...) }
        row.cells = inOrder(row.cells)
        defer { rows += following ?? [] }
        if row.cells.count > expected {
            let surplus = row.cells[expected...].compactMap(\.self).flatMap(\.pieces)
            row.cells.removeSubrange(expected...)
            add(surplus, to: &row, log: &log)
        } else if row.cells.count < expected {
            log.append(.missingCells(row, expected: expected))
            row.cells += Array(repeating: nil, count: expected - row.cells.count)
        }
        rows.append(row)
    }

    /// The rows that some cells are, each with its title and no label; nil where they are none.
    private func rowsWithoutLabel(_ cells: ArraySlice<CellDraft?>) -> [RowDraft]? {
        let width = rules.contentColumns.count + 1
        guard cells.count.isMultiple(of: width) else { return nil }
        var found: [RowDraft] = []
        for start in stride(from: cells.startIndex, to: cells.endIndex, by: width) {
            // A title may be cut in two where the source was.
            let pieces = cells[start]?.pieces ?? []
            let titles = pieces.flatMap(\.paragraphs)
            guard let place = pieces.first?.place, !titles.isEmpty,
                titles.allSatisfy({ $0.text.isLikeTitle(atMost: 300) })
            else { return nil }
            var row = RowDraft(place: place)
            row.titles = titles.map(\.passage)
            row.evidence = .noLabel
            row.cells = inOrder(Array(cells[(start + 1)..<(start + width)]))
            found.append(row)
        }
        return found
    }

    /// The cells of a row that stand in the order of the printed headings, in the order of the rules.
    private func inOrder(_ cells: [CellDraft?]) -> [CellDraft?] {
        let content = rules.columns.indices.filter { rules.columns[$0].role == .content }
        let printed = headings.map(\.column).filter(content.contains)
        guard cells.count == content.count, printed.count == content.count else { return cells }
        return content.map { column in printed.firstIndex(of: column).flatMap { cells[$0] } }
    }

    private func isOneLine(_ one: SourcePlace, _ other: SourcePlace) -> Bool {
        guard one.part == other.part, case .line(let line, _) = one.start, case .line(line, _) = other.start else {
            return false
        }
        return true
    }
}

extension Diagnostic {
    fileprivate static func missingCells(_ row: RowDraft, expected: Int) -> Diagnostic {
        Diagnostic(
            "row-with-missing-cells",
            .error,
            "the row '\(row.label)' has \(row.cells.count) of \(expected) content cells",
            at: row.place,
            suggestion: "mark the missing cell in the source, even if it is empty: which one it is, the text cannot say"
        )
    }
}
