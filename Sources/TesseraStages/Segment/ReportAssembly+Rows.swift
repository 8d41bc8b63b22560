import TesseraModel

/// Rows and cells get their names here.
extension ReportAssembly {
    /// How much text may be given more than once, in bytes: far more than any matrix has, and little enough that a
    /// document cannot fill the memory with one long cell over thousands of rows.
    private static let mostRepeatedBytes = 64 << 20

    func addRows(
        _ drafts: [RowDraft],
        to report: inout Report,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        try refuseExcess(of: drafts)
        var names = UniqueNames()
        var unnumbered = 0
        for (index, draft) in drafts.enumerated() {
            if draft.isUnnumbered { unnumbered += 1 }
            let name = draft.isUnnumbered ? "unnumbered-\(unnumbered)" : draft.name
            let id = names.unique(name)
            if draft.references.isEmpty, !draft.isUnnumbered {
                log.append(.missingLabel(id, at: draft.place))
            } else if id != name {
                log.append(.duplicateRowLabel(name, id: id, at: draft.place))
            }
            var row = Row(
                id: id,
                position: index + 1,
                labels: draft.labels,
                titles: draft.titles,
                references: draft.references,
                provenance: provenance([draft.place] + draft.furtherPlaces)
            )
            row.group = draft.group
            let doubts = draft.doubts + (draft.isFlow ? draft.allCellDoubts : [])
            (row.confidence, row.uncertainties) = (doubts.confidence, doubts.reasons)
            row.evidence = draft.evidence
            report.rows.append(row)
        }
        // A cell may name the row of another one, so all rows have their names first.
        let addresses = Addresses(rows: report.rows.map(\.id), columns: rules.contentColumns.map(\.id))
        for (row, draft) in drafts.enumerated() {
            for (column, cell) in draft.cells.enumerated() {
                let index = CellIndex(row: row, column: column)
                report.cells.append(self.cell(cell, doubt: draft.cellDoubts[column], at: index, addresses))
            }
        }
        reportSpans(of: drafts, addresses, log: &log)
    }

    private struct Addresses {
        var rows: [String]
        var columns: [String]

        subscript(index: CellIndex) -> CellAddress {
            CellAddress(row: rows[index.row], column: columns[index.column])
        }
    }

    private func cell(
        _ draft: CellDraft?,
        doubt: Uncertainty?,
        at index: CellIndex,
        _ addresses: Addresses
    ) -> Cell {
        guard let draft else {
            var cell = Cell(address: addresses[index], status: .missing, paragraphs: [], provenance: [])
            if let doubt { (cell.confidence, cell.uncertainties) = (doubt.confidence, [doubt.reason]) }
            return cell
        }
        let text = draft.passages()
        var cell = Cell(
            address: addresses[index],
            status: text.paragraphs.isEmpty ? .empty : .text,
            paragraphs: text.paragraphs,
            provenance: provenance(draft.pieces.map(\.place))
        )
        let doubts = draft.pieces.flatMap { $0.paragraphs.flatMap(\.doubts) } + (doubt.map { [$0] } ?? [])
        (cell.confidence, cell.uncertainties) = (doubts.confidence, doubts.reasons)
        cell.spans = text.copies.map { CellSpan(origin: addresses[$0.origin], paragraphs: $0.paragraphs) }
        return cell
    }

    /// The places of a value, each once.
    private func provenance(_ places: [SourcePlace]) -> [Provenance] {
        var seen = Set<String>()
        return places.filter { places.count == 1 || seen.insert("\($0.start) \($0.part)").inserted }.map {
            Provenance($0, stage: ReportAssembly.stage)
        }
    }

    private func refuseExcess(of drafts: [RowDraft]) throws(DocumentFailure) {
        var bytes = 0
        for piece in drafts.lazy.flatMap(\.cells).compactMap(\.self).flatMap(\.pieces) where piece.origin != nil {
            for paragraph in piece.paragraphs { bytes += paragraph.text.utf8.count }
            if bytes > ReportAssembly.mostRepeatedBytes {
                throw DocumentFailure(.excessiveSpans(piece, limit: ReportAssembly.mostRepeatedBytes))
            }
        }
    }

    /// Says of each cell with text that covers several addresses which they are.
    private func reportSpans(of drafts: [RowDraft], _ addresses: Addresses, log: inout DiagnosticLog) {
        var spanning: [(piece: CellPiece, origin: CellIndex, covered: [CellIndex])] = []
        var known: [GridCell: Int] = [:]
        for (row, draft) in drafts.enumerated() {
            for (column, cell) in draft.cells.enumerated() {
                for piece in cell?.pieces ?? [] where !piece.paragraphs.isEmpty {
                    guard let origin = piece.origin, let source = piece.source else { continue }
                    let covered = CellIndex(row: row, column: column)
                    if let index = known[source] {
                        spanning[index].covered.append(covered)
                    } else {
                        known[source] = spanning.count
                        spanning.append((piece, origin, [covered]))
                    }
                }
            }
        }
        for (piece, origin, covered) in spanning {
            log.append(.spanningCell(piece, at: addresses[origin], covering: covered.map { addresses[$0] }))
        }
    }
}

extension RowDraft {
    /// What a row is called whose label the source has lost.
    private static let missingName = "missing"

    /// The row's name, as long as no other has it.
    fileprivate var name: String {
        references.isEmpty ? RowDraft.missingName : references.map(\.key.description).joined(separator: "+")
    }

    /// Whether it has a label without a number.
    var isUnnumbered: Bool { references.isEmpty && !labels.isEmpty }

    fileprivate var allCellDoubts: [Uncertainty] {
        cells.compactMap(\.self).flatMap(\.pieces).flatMap(\.paragraphs).flatMap(\.doubts) + cellDoubts.values
    }
}

extension Diagnostic {
    fileprivate static func missingLabel(_ id: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "missing-label",
            .warning,
            "the text from here on is in no labelled row; it stands in the row '\(id)'",
            at: place,
            suggestion: "look whether a label was lost, or none of the patterns under 'rows: label:' fits it"
        )
    }

    fileprivate static func duplicateRowLabel(_ name: String, id: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "duplicate-row-label",
            .warning,
            "a row '\(name)' stands further up; this one is named '\(id)'",
            at: place,
            suggestion: "check the label: a typing error in the source gives one row the name of another"
        )
    }

    fileprivate static func excessiveSpans(_ piece: CellPiece, limit: Int) -> Diagnostic {
        Diagnostic(
            "excessive-spans",
            .error,
            "cells that cover several cells of the matrix would repeat more than \(limit >> 20) MB of text",
            at: piece.place,
            suggestion: "look at the spans with 'tessera inspect FILE --after read'"
        )
    }

    fileprivate static func spanningCell(
        _ piece: CellPiece,
        at origin: CellAddress,
        covering covered: [CellAddress]
    ) -> Diagnostic {
        Diagnostic(
            "spanning-cell",
            .note,
            "one cell of the source covers \(covered.count + 1) cells of the matrix, and its text stands in each",
            at: piece.place,
            cell: origin,
            notes: ["it begins in '\(origin)'"] + covered.map { "it covers '\($0)'" }
        )
    }
}
