public import TesseraModel

/// Every id names one thing.
public struct UniqueIDCheck: Check {
    public init() {}

    public let name = "unique-ids"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        check("column", report.columns, by: \.id, \.id, &log)
        check("row", report.rows, by: \.id, \.id, &log)
        check("cell", report.cells, by: \.address, \.address.description, &log)
        check("reference", report.references, by: \.id, \.id, &log)
        check("acronym", report.acronyms, by: \.id, \.id, &log)
        check("mention", report.mentions, by: { Start(cell: $0.cell, offset: $0.range.lowerBound) }, \.id, &log)
        check("link", report.links, by: \.id, \.id, &log)
        check("resource", report.resources, by: \.id, \.id, &log)
        check("entity", report.entities, by: { Start(cell: $0.cell, offset: $0.range.lowerBound) }, \.id, &log)
    }

    /// What the id of something in a cell is made of. It differs wherever the ids do and nowhere else, for no column's id has
    /// a slash or an at sign; there are very many, and writing each id out took half of the time of all checks.
    private struct Start: Hashable {
        var cell: CellAddress
        var offset: Int
    }

    /// - Parameters:
    ///   - kind: what the things are.
    ///   - things: what is looked at.
    ///   - key: what the ids are made of, or the ids themselves.
    ///   - id: the id, for the message.
    ///   - log: takes the findings.
    private func check<Thing, Key: Hashable>(
        _ kind: String,
        _ things: [Thing],
        by key: (Thing) -> Key,
        _ id: (Thing) -> String,
        _ log: inout DiagnosticLog
    ) {
        var seen = Set<Key>(minimumCapacity: things.count)
        for thing in things where !seen.insert(key(thing)).inserted { log.append(.duplicateID(kind, id(thing))) }
    }
}

extension Diagnostic {
    fileprivate static func duplicateID(_ kind: String, _ id: String) -> Diagnostic {
        Diagnostic("duplicate-id", .error, "more than one \(kind) has the id '\(id)'", suggestion: .programFault)
    }
}
