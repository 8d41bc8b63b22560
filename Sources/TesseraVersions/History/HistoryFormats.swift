public import TesseraModel
import TesseraWriters

extension ReportHistory {
    /// The cells that have changed between two of the versions.
    public var changedCells: [CellHistory] { cells.filter(\.hasChanged) }

    /// The history as lines of text: what it comes to, then each cell that has changed, with a line for each version.
    /// - Parameter emphasis: sets off headings.
    public func lines(emphasis: (String) -> String) -> [String] {
        let changed = changedCells
        let names = editions.map { $0.revised?.description ?? $0.id }
        var lines = [
            emphasis(editions.map(\.id).joined(separator: " → ")),
            "\(cells.count) cells, \(changed.count) of them changed",
        ]
        lines += zip(names.dropFirst(), differences).flatMap { name, difference in
            difference.rows.filter { $0.relation != .same }.map { "\(name): \($0.summary)" }
        }
        let width = names.map(\.count).max() ?? 0
        for cell in changed {
            lines += ["", emphasis(cell.name)]
            for (name, state) in zip(names, cell.states) {
                let padding = String(repeating: " ", count: width - name.count)
                lines.append("  \(name)\(padding)  \(state.summary(named: cell.name))")
            }
        }
        return lines
    }

    /// The history as programs read it: all cells with all versions.
    public var json: JSONValue { ReportHistory.shape.json(self) }

    /// JSON Schema of ``json``.
    public static var schema: JSONValue {
        shape.schema.document(
            id: "urn:tessera:schema:history:1",
            title: "What became of each cell over several versions, as tessera history prints it",
            definitions: [("origin", Origin.shape.schema)]
        )
    }

    private static let shape = JSONShape<ReportHistory>([
        .member("schema", .constant("history:1"), "Version of this form") { _ in "history:1" },
        .list(
            "versions",
            .array(of: ReportDifference.Edition.shape.schema, minItems: 2),
            "The versions, the earliest first",
            of: ReportDifference.Edition.shape
        ) { $0.editions },
        .list("cells", .array(of: CellHistory.shape.schema), "All cells of all versions", of: CellHistory.shape) {
            $0.cells
        },
    ])

    private static let header = ["cell", "version", "revised", "row_id", "column_id", "status", "changes", "text"]

    /// The history as CSV (RFC 4180 in UTF-8, with a header): a record for each version of each cell.
    public var csv: [UInt8] {
        var records = [ReportHistory.header]
        for cell in cells {
            for (edition, state) in zip(editions, cell.states) { records.append(record(cell, edition, state)) }
        }
        return CSVWriter.serialise(records)
    }

    private func record(_ cell: CellHistory, _ edition: ReportDifference.Edition, _ state: State) -> [String] {
        [
            cell.name, edition.id, edition.revised?.description ?? "", state.address?.row ?? "",
            state.address?.column ?? "", state.status?.rawValue ?? "",
            state.kinds.map(\.rawValue).joined(separator: " "),
            state.text ?? "",
        ]
    }
}

extension ReportDifference.RowPair {
    /// `row III.13 renumbered: III.18`
    fileprivate var summary: String {
        let rows = [old, new].map { $0.joined(separator: ", ") }
        switch relation {
        case .added: return "row \(rows[1]) added"
        case .removed: return "row \(rows[0]) removed"
        case .same, .renumbered, .split, .merged: return "row \(rows[0]) \(relation.rawValue): \(rows[1])"
        }
    }
}

extension ReportHistory.CellHistory {
    /// Whether a version differs from the one before it.
    public var hasChanged: Bool { states.contains { !$0.kinds.isEmpty } }

    /// The address in the latest version that has the cell.
    public var name: String { states.last { $0.address != nil }?.address?.description ?? "" }

    fileprivate static let shape = JSONShape<ReportHistory.CellHistory>([
        .member("cell", .text, "Address in the latest version that has the cell") { .string($0.name) },
        .member("changed", .boolean, "Whether a version differs from the one before it") { .bool($0.hasChanged) },
        .list(
            "states",
            .array(of: ReportHistory.State.shape.schema, minItems: 2),
            "The cell in each version, in their order",
            of: ReportHistory.State.shape
        ) { $0.states },
    ])
}

extension ReportHistory.State {
    fileprivate func summary(named name: String) -> String {
        var parts = [kinds.isEmpty ? (status?.rawValue ?? "–") : kinds.map(\.rawValue).joined(separator: ", ")]
        if let address, address.description != name { parts.append("(as \(address))") }
        return parts.joined(separator: " ")
    }

    fileprivate static let shape = JSONShape<ReportHistory.State>([
        .member("row", JSONSchema.text.nullable, "Id of the row; null where the version has no such cell") {
            .optional($0.address?.row)
        },
        .member("column", JSONSchema.text.nullable, "Id of the column; null where the version has no such cell") {
            .optional($0.address?.column)
        },
        .member("status", JSONSchema.text.nullable, "What the cell says; null where there is none") {
            .optional($0.status?.rawValue)
        },
        .member("changes", .array(of: .words(Change.Kind.self)), "How it differs from the version before") {
            .array($0.kinds.map { .string($0.rawValue) })
        },
        .member("text", JSONSchema.string().nullable, "Its text; null where there is none") { .optional($0.text) },
    ])
}
