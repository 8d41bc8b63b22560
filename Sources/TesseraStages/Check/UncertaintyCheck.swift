public import TesseraModel

/// Says how much of a report is uncertain: the source leaves it open, and no check can close it.
public struct UncertaintyCheck: Check {
    public init() {}

    public let name = "uncertainty"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        let cells = report.cells.filter { !$0.uncertainties.isEmpty }
        let rows = report.rows.filter { !$0.uncertainties.isEmpty }
        let reasons = Set(cells.flatMap(\.uncertainties) + rows.flatMap(\.uncertainties)).map(\.rawValue).sorted()
        guard !reasons.isEmpty else { return }
        let place = cells.first?.provenance.first?.place ?? rows.first?.provenance.first?.place
        log.append(.uncertainText(cells: cells.count, rows: rows.count, reasons, at: place))
    }
}

extension Diagnostic {
    fileprivate static func uncertainText(
        cells: Int,
        rows: Int,
        _ reasons: [String],
        at place: SourcePlace?
    ) -> Diagnostic {
        let counts = [(cells, "cell"), (rows, "row heading")].filter { $0.0 > 0 }
            .map { $0 == 1 ? "1 \($1)" : "\($0) \($1)s" }
        return Diagnostic(
            "uncertain-text",
            .warning,
            "the source leaves open how the text of \(counts.joined(separator: " and ")) is put together "
                + "(\(reasons.joined(separator: ", ")))",
            at: place,
            suggestion: "look at those whose confidence is below 1, in cells.csv and report.json"
        )
    }
}
