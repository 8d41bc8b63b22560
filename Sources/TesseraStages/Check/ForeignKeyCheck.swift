public import TesseraModel

/// Everything that names a row, a column, a cell or an acronym names one that exists.
public struct ForeignKeyCheck: Check {
    public init() {}

    public let name = "foreign-keys"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        let rows = Set(report.rows.map(\.id))
        let columns = Set(report.columns.map(\.id))
        let cells = Set(report.cells.map(\.address))
        let acronyms = Set(report.acronyms.map(\.id))
        for cell in report.cells {
            if !rows.contains(cell.address.row) { log.append(.danglingKey("cell", "row", cell.address.row)) }
            if !columns.contains(cell.address.column) {
                log.append(.danglingKey("cell", "column", cell.address.column))
            }
        }
        for reference in report.references {
            if let row = reference.row, !rows.contains(row) { log.append(.danglingKey("reference", "row", row)) }
            if let cell = reference.cell, !cells.contains(cell) {
                log.append(.danglingKey("reference", "cell", cell.description))
            }
        }
        for mention in report.mentions {
            if !acronyms.contains(mention.acronym) { log.append(.danglingKey("mention", "acronym", mention.acronym)) }
            if !cells.contains(mention.cell) { log.append(.danglingKey("mention", "cell", mention.cell.description)) }
        }
        for entity in report.entities where !cells.contains(entity.cell) {
            log.append(.danglingKey("entity", "cell", entity.cell.description))
        }
        for place in report.links.map(\.place) + report.otherLinks.map(\.place) {
            if let cell = place.cell, !cells.contains(cell) {
                log.append(.danglingKey("link", "cell", cell.description))
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func danglingKey(_ kind: String, _ target: String, _ id: String) -> Diagnostic {
        Diagnostic(
            "dangling-key",
            .error,
            "some \(kind) names the \(target) '\(id)', which does not exist",
            suggestion: .programFault
        )
    }
}
