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
        var bytes: [UInt8] = []
        for cell in report.report.cells { bytes += lines.object(cell).line() }
        return [OutputFile(name: files[0].name, bytes: bytes)]
    }
}

/// What belongs to each cell, found once for all of them.
private struct CellLines {
    private let report: Report
    private let rows: [String: Row]
    private let columns: [String: (position: Int, column: Column)]
    private let acronyms: [String: Acronym]
    private let references: [CellAddress?: [Reference]]
    private let mentions: [CellAddress: [AcronymMention]]
    private let links: [CellAddress?: [Link]]
    private let entities: [CellAddress: [Entity]]

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

    func object(_ cell: Cell) -> JSONValue {
        let address = cell.address
        let row = rows[address.row]
        let column = columns[address.column]
        return .object([
            "report_id": .string(report.identity.id),
            "report_title": .string(report.identity.title),
            "revised": .optional(report.identity.revised?.description),
            "source_path": .string(report.source.path),
            "source_sha256": .string(report.source.sha256),
            "cell_id": .string(address.description),
            "row_id": .string(address.row),
            "row_position": row.map { .number($0.position) } ?? .null,
            "labels": .array((row?.labels ?? []).map { .string($0.text) }),
            "titles": .array((row?.titles ?? []).map { .string($0.text) }),
            "column_id": .string(address.column),
            "column_position": column.map { .number($0.position) } ?? .null,
            "heading": .string(column?.column.heading.text ?? ""),
            "status": .string(cell.status.rawValue),
            "text": .string(cell.text),
            "words": .number(cell.wordCount),
            "confidence": .number(cell.confidence),
            "uncertainties": .array(cell.uncertainties.map { .string($0.rawValue) }),
            "references": .array((references[address] ?? []).map(reference)),
            "acronyms": .array((mentions[address] ?? []).map(mention)),
            "links": .array((links[address] ?? []).map(link)),
            "entities": .array((entities[address] ?? []).map(entity)),
            "provenance": .array(cell.provenance.map(provenance)),
        ])
    }

    private func reference(_ reference: Reference) -> JSONValue {
        .object([
            "reference_id": .string(reference.id),
            "role": .string(reference.role.rawValue),
            "scheme": .optional((reference.scheme ?? report.identity.scheme).nonEmpty),
            "section": .optional(reference.key?.section),
            "paragraph": .optional(reference.key?.paragraph),
            "row_id": .optional(reference.row),
            "target": .optional(reference.target),
            "as_written": .string(reference.asWritten),
            "start": reference.range.map { .number($0.lowerBound) } ?? .null,
            "end": reference.range.map { .number($0.upperBound) } ?? .null,
        ])
    }

    private func mention(_ mention: AcronymMention) -> JSONValue {
        let meaning = acronyms[mention.acronym]
        return .object([
            "acronym_id": .string(mention.acronym),
            "acronym": .string(meaning?.acronym ?? mention.acronym),
            "expansion": .optional(meaning?.expansion),
            "as_written": .string(mention.asWritten),
            "start": .number(mention.range.lowerBound),
            "end": .number(mention.range.upperBound),
            "alternatives": .array(mention.alternatives.map(JSONValue.string)),
        ])
    }

    private func link(_ link: Link) -> JSONValue {
        .object([
            "link_id": .string(link.id),
            "kind": .string(link.kind.rawValue),
            "as_written": .string(link.asWritten),
            "url": .string(link.url),
            "successor_url": .optional(link.successorURL),
            "start": .number(link.range.lowerBound),
            "end": .number(link.range.upperBound),
        ])
    }

    private func entity(_ entity: Entity) -> JSONValue {
        .object([
            "entity_id": .string(entity.id),
            "type": .string(entity.kind.rawValue),
            "text": .string(entity.text),
            "value": .string(entity.value),
            "qualifier": .optional(entity.qualifier?.rawValue),
            "unit": .optional(entity.unit),
            "start": .number(entity.range.lowerBound),
            "end": .number(entity.range.upperBound),
        ])
    }

    private func provenance(_ provenance: Provenance) -> JSONValue {
        .object([
            "part": .optional(provenance.place.part.nonEmpty),
            "start": .string(provenance.place.start.description),
            "end": .string(provenance.place.end.description),
            "stage": .string(provenance.stage),
        ])
    }
}

extension String {
    /// No text is no value.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
