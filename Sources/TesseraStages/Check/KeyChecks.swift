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

/// Every id names one thing.
public struct UniqueIDCheck: Check {
    public init() {}

    public let name = "unique-ids"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        let tables: [(String, [String])] = [
            ("column", report.columns.map(\.id)), ("row", report.rows.map(\.id)),
            ("cell", report.cells.map(\.address.description)), ("reference", report.references.map(\.id)),
            ("acronym", report.acronyms.map(\.id)), ("mention", report.mentions.map(\.id)),
            ("link", report.links.map(\.id)), ("resource", report.resources.map(\.id)),
        ]
        for (kind, ids) in tables {
            var seen = Set<String>()
            for id in ids where !seen.insert(id).inserted { log.append(.duplicateID(kind, id)) }
        }
    }
}

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
            if !rows.contains(reference.row) { log.append(.danglingKey("reference", "row", reference.row)) }
            if let cell = reference.cell, !cells.contains(cell) {
                log.append(.danglingKey("reference", "cell", cell.description))
            }
        }
        for mention in report.mentions {
            if !acronyms.contains(mention.acronym) { log.append(.danglingKey("mention", "acronym", mention.acronym)) }
            if !cells.contains(mention.cell) { log.append(.danglingKey("mention", "cell", mention.cell.description)) }
        }
        for link in report.links {
            if let cell = link.place.cell, !cells.contains(cell) {
                log.append(.danglingKey("link", "cell", cell.description))
            }
        }
    }
}

extension Diagnostic {
    private static let advice = "this is a fault of the program: please report it with the document"

    fileprivate static func incompleteRow(_ cell: CellAddress) -> Diagnostic {
        Diagnostic(
            "incomplete-row",
            .error,
            "the row '\(cell.row)' has no cell in the column '\(cell.column)'",
            cell: cell,
            suggestion: advice
        )
    }

    fileprivate static func duplicateID(_ kind: String, _ id: String) -> Diagnostic {
        Diagnostic("duplicate-id", .error, "two \(kind)s have the id '\(id)'", suggestion: advice)
    }

    fileprivate static func danglingKey(_ kind: String, _ target: String, _ id: String) -> Diagnostic {
        Diagnostic(
            "dangling-key",
            .error,
            "a \(kind) names the \(target) '\(id)', which does not exist",
            suggestion: advice
        )
    }
}
