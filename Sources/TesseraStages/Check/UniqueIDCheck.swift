public import TesseraModel

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
            ("entity", report.entities.map(\.id)),
        ]
        for (kind, ids) in tables {
            var seen = Set<String>(minimumCapacity: ids.count)
            for id in ids where !seen.insert(id).inserted { log.append(.duplicateID(kind, id)) }
        }
    }
}

extension Diagnostic {
    fileprivate static func duplicateID(_ kind: String, _ id: String) -> Diagnostic {
        Diagnostic("duplicate-id", .error, "more than one \(kind) has the id '\(id)'", suggestion: .programFault)
    }
}
