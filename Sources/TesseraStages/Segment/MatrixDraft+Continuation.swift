import TesseraModel

/// Rows that go on: in the next table, below a page break, or beside a label that covers several rows of the grid.
extension MatrixDraft {
    /// Whether a row without a label is the rest of the row above it.
    ///
    /// It is where a row of the matrix stands above it in the same grid, and at the start of a grid that follows one
    /// of the same width. A single cell over all content columns is none: it heads the rows below it.
    func canGoOn(_ row: GridRow, _ walk: GridWalk) -> Bool {
        guard isInMatrix, !rows.isEmpty, gridColumns.values.contains(where: { rules.columns[$0].role == .rowHeading })
        else { return false }
        guard walk.isInRow || (walk.isAtStart && walk.followsRows && walk.width == gridWidth) else { return false }
        guard row.filled.count == 1, let only = row.filled.first else { return true }
        let content = Set(gridColumns.keys.filter { role(at: $0) == .content })
        let covered = row.places.filter { $0.originRow == row.number && $0.originColumn == only.column }.map(\.column)
        return !(content.count > 1 && content.isSubset(of: covered))
    }

    /// Whether a row has the label of the last one, and no other title.
    func repeatsLastRow(_ draft: RowDraft) -> Bool {
        guard let last = rows.last, !draft.references.isEmpty,
            last.references.map(\.key) == draft.references.map(\.key)
        else { return false }
        let title = draft.normalisedTitle
        return title.isEmpty || title == last.normalisedTitle
    }

    /// Takes a row whose label is typed again at the top of a table.
    mutating func goOnBelowLabel(
        _ row: GridRow,
        _ heading: RowDraft,
        _ walk: inout GridWalk,
        log: inout DiagnosticLog
    ) {
        discarded += (heading.labels + heading.titles).map { Discarded($0, reason: .repeatedRowLabel) }
        updateLastRow { $0.furtherPlaces.append(heading.place) }
        reportRejoined(.note, "goes on in the next table, below its label", at: heading.place, log: &log)
        goOn(row, &walk, isBroken: true, log: &log)
    }

    /// Takes a row whose heading is empty.
    mutating func goOnWithoutLabel(_ row: GridRow, _ walk: inout GridWalk, log: inout DiagnosticLog) {
        let place = row.filled.first?.cell.place
        if walk.isAtStart {
            reportRejoined(.note, "goes on in the next table", at: place, log: &log)
        } else {
            reportRejoined(.warning, "goes on in a row without a label", at: place, log: &log)
        }
        goOn(row, &walk, isBroken: true, log: &log)
        walk.isInRow = true
    }

    /// Takes a row beside a label that began further up. Its cells are whole: no paragraph goes on from above.
    mutating func goOnBesideLabel(
        _ row: GridRow,
        _ lines: [Paragraph],
        _ walk: inout GridWalk,
        log: inout DiagnosticLog
    ) {
        // Said once a row, where the second row of the grid begins.
        if walk.labelRow == row.number - 1, let last = rows.last { log.append(.spanningLabel(last)) }
        updateLastRow { $0.titles += lines.map { Passage($0) } }
        goOn(row, &walk, isBroken: false, log: &log)
    }

    /// Puts the cells of a row of the grid into the last row of the matrix.
    private mutating func goOn(
        _ row: GridRow,
        _ walk: inout GridWalk,
        isBroken: Bool,
        log: inout DiagnosticLog
    ) {
        // Taken out while it grows: a second owner would make every addition copy all pieces so far.
        guard var draft = rows.popLast() else { return }
        distribute(row, into: &draft, number: rows.count, &walk, isBroken: isBroken, log: &log)
        rows.append(draft)
    }

    private mutating func updateLastRow(_ body: (inout RowDraft) -> Void) {
        guard !rows.isEmpty else { return }
        body(&rows[rows.count - 1])
    }

    private func reportRejoined(
        _ severity: Diagnostic.Severity,
        _ how: String,
        at place: SourcePlace?,
        log: inout DiagnosticLog
    ) {
        guard let last = rows.last else { return }
        log.append(.rejoined(last, severity, how, at: place))
    }
}

extension RowDraft {
    /// What the row is called, for comparison.
    fileprivate var normalisedTitle: String {
        WhiteSpaceNormalisation.normalised(titles.map(\.text).joined(separator: " "))
    }
}

extension Diagnostic {
    fileprivate static func rejoined(
        _ row: RowDraft,
        _ severity: Severity,
        _ how: String,
        at place: SourcePlace?
    ) -> Diagnostic {
        Diagnostic(
            "rejoined-row",
            severity,
            "the row '\(row.label)' \(how), and was rejoined",
            at: place ?? row.place,
            suggestion: severity == .note ? nil : "look whether the text belongs there, or a label was lost"
        )
    }

    fileprivate static func spanningLabel(_ row: RowDraft) -> Diagnostic {
        Diagnostic(
            "spanning-label",
            .note,
            "the label '\(row.label)' covers several rows of the table, which are one row of the matrix",
            at: row.place
        )
    }
}
