public import TesseraModel

/// Writes `cells.jsonl`: one cell a line, with all that one must know to make use of it alone.
///
/// Every line has the same members, so that programs which guess types from the first lines guess right.
public struct JSONLinesWriter: Writer {
    public init() {}

    public let name = "jsonl"
    public let title = "JSON Lines, one cell a line"
    public let files = [
        DatasetFile(
            "cells.jsonl",
            "The cells, one a line, each with all that belongs to it",
            mediaType: "application/jsonl",
            isRegistered: false
        )
    ]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        let lines = CellLines(report.report)
        var text = JSONText(.line)
        for cell in report.report.cells {
            CellLines.line.write(lines.line(cell), to: &text)
            text.endLine()
        }
        return [OutputFile(name: files[0].name, bytes: text.bytes)]
    }
}

/// What belongs to each cell, found once for all of them.
private final class CellLines: Sendable {
    let report: Report
    let rows: [String: Row]
    let columns: [String: (position: Int, column: Column)]
    let acronyms: [String: Acronym]
    let references: [CellAddress?: [Reference]]
    let mentions: [CellAddress: [AcronymMention]]
    let links: [CellAddress?: [Link]]
    let entities: [CellAddress: [Entity]]

    init(_ report: Report) {
        self.report = report
        rows = Dictionary(report.rows.map { ($0.id, $0) }) { first, _ in first }
        columns = Dictionary(
            report.columns.enumerated().map { ($1.id, (position: $0 + 1, column: $1)) }
        ) { first, _ in first }
        acronyms = Dictionary(report.acronyms.map { ($0.id, $0) }) { first, _ in first }
        references = Dictionary(grouping: report.references, by: \.cell)
        mentions = Dictionary(grouping: report.mentions, by: \.cell)
        links = Dictionary(grouping: report.links, by: \.place.cell)
        entities = Dictionary(grouping: report.entities, by: \.cell)
    }

    /// A cell, with what it belongs to.
    struct Line {
        var cell: Cell
        var row: Row?
        var column: (position: Int, column: Column)?
        var all: CellLines
    }

    func line(_ cell: Cell) -> Line {
        Line(cell: cell, row: rows[cell.address.row], column: columns[cell.address.column], all: self)
    }

    static let line = JSONMembers<Line>([
        ("report_id", .value { .string($0.all.report.identity.id) }),
        ("report_title", .value { .string($0.all.report.identity.title) }),
        ("revised", .value { .optional($0.all.report.identity.revised?.description) }),
        ("source_path", .value { .string($0.all.report.source.path) }),
        ("source_sha256", .value { .string($0.all.report.source.sha256) }),
        ("cell_id", .value { .string($0.cell.address.description) }),
        ("row_id", .value { .string($0.cell.address.row) }),
        ("row_position", .value { $0.row.map { .number($0.position) } ?? .null }),
        ("labels", .value { .array(($0.row?.labels ?? []).map { .string($0.text) }) }),
        ("titles", .value { .array(($0.row?.titles ?? []).map { .string($0.text) }) }),
        ("column_id", .value { .string($0.cell.address.column) }),
        ("column_position", .value { $0.column.map { .number($0.position) } ?? .null }),
        ("heading", .value { .string($0.column?.column.heading.text ?? "") }),
        ("status", .value { .string($0.cell.status.rawValue) }),
        ("text", .value { .string($0.cell.text) }),
        ("words", .value { .number($0.cell.wordCount) }),
        ("confidence", .value { .number($0.cell.confidence) }),
        ("uncertainties", .value { .array($0.cell.uncertainties.map { .string($0.rawValue) }) }),
        (
            "references",
            .list(of: reference) { line in
                (line.all.references[line.cell.address] ?? []).map { ($0, line.all.report.identity.scheme) }
            }
        ),
        (
            "acronyms",
            .list(of: mention) { line in
                (line.all.mentions[line.cell.address] ?? []).map { ($0, line.all.acronyms[$0.acronym]) }
            }
        ),
        ("links", .list(of: link) { $0.all.links[$0.cell.address] ?? [] }),
        ("entities", .list(of: entity) { $0.all.entities[$0.cell.address] ?? [] }),
        ("provenance", .list(of: provenance) { $0.cell.provenance }),
    ])

    private static let reference = JSONMembers<(reference: Reference, scheme: String)>([
        ("reference_id", .value { .string($0.reference.id) }),
        ("role", .value { .string($0.reference.role.rawValue) }),
        ("scheme", .value { .optional(($0.reference.scheme ?? $0.scheme).nonEmpty) }),
        ("section", .value { .optional($0.reference.key?.section) }),
        ("paragraph", .value { .optional($0.reference.key?.paragraph) }),
        ("row_id", .value { .optional($0.reference.row) }),
        ("target", .value { .optional($0.reference.target) }),
        ("as_written", .value { .string($0.reference.asWritten) }),
        ("start", .value { $0.reference.range.map { .number($0.lowerBound) } ?? .null }),
        ("end", .value { $0.reference.range.map { .number($0.upperBound) } ?? .null }),
    ])

    private static let mention = JSONMembers<(mention: AcronymMention, meaning: Acronym?)>([
        ("acronym_id", .value { .string($0.mention.acronym) }),
        ("acronym", .value { .string($0.meaning?.acronym ?? $0.mention.acronym) }),
        ("expansion", .value { .optional($0.meaning?.expansion) }),
        ("as_written", .value { .string($0.mention.asWritten) }),
        ("start", .value { .number($0.mention.range.lowerBound) }),
        ("end", .value { .number($0.mention.range.upperBound) }),
        ("alternatives", .value { .array($0.mention.alternatives.map(JSONValue.string)) }),
    ])

    private static let link = JSONMembers<Link>([
        ("link_id", .value { .string($0.id) }),
        ("kind", .value { .string($0.kind.rawValue) }),
        ("as_written", .value { .string($0.asWritten) }),
        ("url", .value { .string($0.url) }),
        ("successor_url", .value { .optional($0.successorURL) }),
        ("start", .value { .number($0.range.lowerBound) }),
        ("end", .value { .number($0.range.upperBound) }),
    ])

    private static let entity = JSONMembers<Entity>([
        ("entity_id", .value { .string($0.id) }),
        ("type", .value { .string($0.kind.rawValue) }),
        ("text", .value { .string($0.text) }),
        ("value", .value { .string($0.value) }),
        ("qualifier", .value { .optional($0.qualifier?.rawValue) }),
        ("unit", .value { .optional($0.unit) }),
        ("start", .value { .number($0.range.lowerBound) }),
        ("end", .value { .number($0.range.upperBound) }),
    ])

    private static let provenance = JSONMembers<Provenance>([
        ("part", .value { .optional($0.place.part.nonEmpty) }),
        ("start", .value { .string($0.place.start.description) }),
        ("end", .value { .string($0.place.end.description) }),
        ("stage", .value { .string($0.stage) }),
    ])
}

extension String {
    /// No text is no value.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
