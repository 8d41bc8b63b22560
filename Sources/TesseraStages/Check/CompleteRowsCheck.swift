public import TesseraModel

/// Every row has one cell in every column.
public struct CompleteRowsCheck: Check {
    public init() {}

    public let name = "complete-rows"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        let present = Set(report.cells.map(\.address))
        for row in report.rows {
            for column in report.contentColumns {
                let address = CellAddress(row: row.id, column: column.id)
                if !present.contains(address) { log.append(.incompleteRow(address)) }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func incompleteRow(_ cell: CellAddress) -> Diagnostic {
        Diagnostic(
            "incomplete-row",
            .error,
            "the row '\(cell.row)' has no cell in the column '\(cell.column)'",
            cell: cell,
            suggestion: .programFault
        )
    }
}
