import TesseraModel

/// The making of rows, whatever kind of table they stand in.
extension MatrixDraft {
    /// Makes a row of the lines of its heading.
    /// - Parameter allowsGluedTitle: whether a title may follow its label with nothing but a blank between.
    mutating func makeRow(
        _ paragraphs: [FoundParagraph],
        at place: SourcePlace,
        allowsGluedTitle: Bool = false
    ) throws(DocumentFailure) -> RowDraft {
        var row = RowDraft(place: place)
        row.group = group?.heading
        row.doubts = paragraphs.flatMap(\.doubts)
        for paragraph in paragraphs {
            guard let label = try labelParser.parse(paragraph.text, allowsGluedTitle: allowsGluedTitle) else {
                row.titles.append(paragraph.passage)
                continue
            }
            let passage = paragraph.passage(0..<label.range.upperBound)
            row.labels.append(passage)
            row.references += label.keys.map { key in
                var key = key
                if key.section.isEmpty, let group { key.section = group.section }
                return RowReference(key: key, asWritten: passage.text)
            }
            if !label.separator.isEmpty {
                discarded.append(Discarded(paragraph.passage(label.separator), reason: .separator))
            }
            if !label.title.isEmpty { row.titles.append(paragraph.passage(label.title)) }
        }
        phase = .matrix
        isStrayReported = false
        return row
    }

    /// Says that a cell of the table is in no row.
    mutating func reportStray(_ paragraph: Paragraph?, log: inout DiagnosticLog) {
        guard isInMatrix, let paragraph, !isStrayReported else { return }
        isStrayReported = true
        log.append(.cellOutsideRow(paragraph))
    }

    /// Takes cells for which the matrix has no column.
    ///
    /// Their text is kept with the last cell: nothing is lost, and the error says that it is not its own.
    func add(_ surplus: [CellPiece], to row: inout RowDraft, log: inout DiagnosticLog) {
        guard let first = surplus.first else { return }
        let expected = rules.contentColumns.count
        log.append(.extraCells(row, first, count: expected + surplus.count, expected: expected))
        if row.cells[expected - 1] == nil {
            row.cells[expected - 1] = CellDraft(CellPiece(paragraphs: [], place: row.place))
        }
        for piece in surplus { row.cells[expected - 1]?.append(piece) }
    }
}

extension Diagnostic {
    fileprivate static func extraCells(
        _ row: RowDraft,
        _ surplus: CellPiece,
        count: Int,
        expected: Int
    ) -> Diagnostic {
        let text = surplus.paragraphs.first?.text.shortened(to: 40) ?? ""
        return Diagnostic(
            "row-with-extra-cells",
            .error,
            "the row '\(row.label)' has \(count) content cells, and the matrix has \(expected) columns",
            at: surplus.place,
            suggestion: "the first too many is '\(text)': look for a lost label or a needless tab"
        )
    }

    fileprivate static func cellOutsideRow(_ paragraph: Paragraph) -> Diagnostic {
        Diagnostic(
            "cell-outside-row",
            .error,
            "the table has text in no labelled row, from '\(paragraph.text.shortened(to: 40))' on",
            at: paragraph.place,
            suggestion: "add a pattern under 'rows: label:' if this is a label, or one under 'discard:' if it is none"
        )
    }
}
