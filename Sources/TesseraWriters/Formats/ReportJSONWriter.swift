public import TesseraModel

/// Writes `report.json`: the whole report, nested.
public struct ReportJSONWriter: Writer {
    public init() {}

    public let name = "json"
    public let title = "JSON, the whole report"
    public let fileNames = ["report.json"]

    /// Name of the schema that the file follows, with its version.
    static let schemaName = "urn:tessera:schema:report:1"
    static let version = "1.0.0"

    /// The JSON Schema (draft-07) of `report.json`.
    public static var schema: [UInt8] { PackageResources.report_schema_json }

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        [
            OutputFile(
                name: "report.json",
                bytes: ReportJSONWriter.json(report.report, diagnostics: report.diagnostics).serialised()
            )
        ]
    }

    /// The report as a JSON value.
    public static func json(_ report: Report, diagnostics: [Diagnostic]) -> JSONValue {
        var members: JSONObject = [
            "schema": .string(schemaName),
            "version": .string(version),
            "report": identity(report),
            "columns": .array(report.columns.map(column)),
            "rows": .array(rows(report)),
            "glossary": .array(report.glossary.map(entry)),
            "acronyms": .array(acronyms(report)),
            "links": .array(report.links.map(link)),
            "entities": .array(report.entities.map(entity)),
            "resources": .array(resources(report)),
            "front_matter": .array(report.frontMatter.map(matter)),
            "back_matter": .array(report.backMatter.map(matter)),
            "discarded": .array(report.discarded.map(discarded)),
            "diagnostics": .array(diagnostics.map(\.json)),
        ]
        if !report.repairs.isEmpty { members["repairs"] = .array(report.repairs.map(repair)) }
        if !report.otherLinks.isEmpty { members["other_links"] = .array(report.otherLinks.map(otherLink)) }
        return .object(members)
    }

    private static func repair(_ repair: WordRepair) -> JSONValue {
        var members: JSONObject = [
            "kind": .string(repair.kind.rawValue), "evidence": .string(repair.evidence.rawValue),
            "as_written": .string(repair.asWritten), "text": .string(repair.text),
        ]
        if let place = repair.place {
            members = members.adding([
                "part": .string(place.part), "start": .string(place.start.description),
                "end": .string(place.end.description),
            ])
        }
        return .object(members)
    }

    private static func identity(_ report: Report) -> JSONValue {
        var members: JSONObject = [
            "id": .string(report.identity.id),
            "title": .string(report.identity.title),
            "revised": .optional(report.identity.revised?.description),
            "document_code": .optional(report.identity.documentCode),
            "language": .optional(report.identity.language),
            "source": origin(report.source),
        ]
        if let extracted = report.extractedFrom { members["extracted_from"] = origin(extracted) }
        return .object(members)
    }

    private static func origin(_ origin: Origin) -> JSONValue {
        var members: JSONObject = [
            "path": .string(origin.path), "media_type": .string(origin.mediaType), "sha256": .string(origin.sha256),
            "bytes": .number(origin.bytes),
        ]
        if !origin.parts.isEmpty { members["parts"] = .array(origin.parts.map(self.origin)) }
        return .object(members)
    }

    private static func column(_ column: Column) -> JSONValue {
        place(
            column.heading.place,
            [
                "id": .string(column.id), "role": .string(column.role.rawValue),
                "heading": .string(column.heading.text),
            ]
        )
    }

    // MARK: Rows and cells

    private static func rows(_ report: Report) -> [JSONValue] {
        let cells = Dictionary(grouping: report.cells, by: \.address.row)
        let mentions = Dictionary(grouping: report.mentions, by: \.cell)
        let labels = Dictionary(grouping: report.references.filter { $0.cell == nil }, by: \.row)
        let references = Dictionary(grouping: report.references, by: \.cell)
        return report.rows.map { row in
            var members: JSONObject = [
                "id": .string(row.id),
                "position": .number(row.position),
                "labels": .array(row.labels.map { .string($0.text) }),
                "titles": .array(row.titles.map { .string($0.text) }),
                "evidence": .string(row.evidence.rawValue),
                "confidence": .number(row.confidence),
                "provenance": .array(row.provenance.map(provenance)),
                "references": .array((labels[row.id] ?? []).map { reference($0, report) }),
                "cells": .array(
                    (cells[row.id] ?? []).map { cell in
                        self.cell(
                            cell,
                            report,
                            mentions[cell.address] ?? [],
                            references[cell.address] ?? []
                        )
                    }
                ),
            ]
            if let group = row.group { members["group"] = .string(group) }
            if !row.uncertainties.isEmpty {
                members["uncertainties"] = .array(row.uncertainties.map { .string($0.rawValue) })
            }
            return .object(members)
        }
    }

    private static func cell(
        _ cell: Cell,
        _ report: Report,
        _ mentions: [AcronymMention],
        _ references: [Reference]
    ) -> JSONValue {
        var members: JSONObject = [
            "id": .string(cell.address.description),
            "column": .string(cell.address.column),
            "status": .string(cell.status.rawValue),
            "text": .string(cell.text),
            "words": .number(cell.wordCount),
            "confidence": .number(cell.confidence),
            "provenance": .array(cell.provenance.map(provenance)),
            "references": .array(references.map { reference($0, report) }),
            "acronyms": .array(
                mentions.map { mention in
                    var members: JSONObject = [
                        "acronym": .string(mention.acronym), "as_written": .string(mention.asWritten),
                        "start": .number(mention.range.lowerBound), "end": .number(mention.range.upperBound),
                    ]
                    if !mention.alternatives.isEmpty {
                        members["alternatives"] = .array(mention.alternatives.map(JSONValue.string))
                    }
                    return .object(members)
                }
            ),
        ]
        if !cell.uncertainties.isEmpty {
            members["uncertainties"] = .array(cell.uncertainties.map { .string($0.rawValue) })
        }
        if !cell.spans.isEmpty { members["spans"] = .array(cell.spans.map { span($0, of: cell) }) }
        return .object(members)
    }

    private static func span(_ span: CellSpan, of cell: Cell) -> JSONValue {
        let range = cell.range(of: span)
        return .object([
            "origin": .string(span.origin.description), "start": .number(range.lowerBound),
            "end": .number(range.upperBound),
        ])
    }

    private static func provenance(_ provenance: Provenance) -> JSONValue {
        place(provenance.place, ["stage": .string(provenance.stage)])
    }

    private static func place(_ place: SourcePlace?, _ more: JSONObject) -> JSONValue {
        guard let place else { return .object(more) }
        let members: JSONObject = [
            "part": .string(place.part), "start": .string(place.start.description),
            "end": .string(place.end.description),
        ]
        return .object(members.adding(more))
    }

    private static func reference(_ reference: Reference, _ report: Report) -> JSONValue {
        var members: JSONObject = [
            "id": .string(reference.id), "scheme": .string(reference.scheme ?? report.identity.scheme),
            "section": .string(reference.key?.section ?? ""), "paragraph": .string(reference.key?.paragraph ?? ""),
            "role": .string(reference.role.rawValue), "as_written": .string(reference.asWritten),
            "row": .optional(reference.row), "target": .optional(reference.target),
        ]
        if let range = reference.range {
            members["start"] = .number(range.lowerBound)
            members["end"] = .number(range.upperBound)
        }
        return .object(members)
    }

    // MARK: What belongs to the report as a whole

    private static func entry(_ entry: GlossaryEntry) -> JSONValue {
        place(
            Passage(joining: [entry.key] + (entry.expansion.map { [$0] } ?? [])).place,
            ["key": .string(entry.key.text), "expansion": .optional(entry.expansion?.text)]
        )
    }

    private static func acronyms(_ report: Report) -> [JSONValue] {
        let counts = Dictionary(grouping: report.mentions, by: \.acronym).mapValues(\.count)
        return report.acronyms.map { acronym in
            var members: JSONObject = [
                "id": .string(acronym.id),
                "acronym": .string(acronym.acronym),
                "expansion": .optional(acronym.expansion),
                "qualifier": .optional(acronym.qualifier),
                "source": .string(acronym.source.rawValue),
                "mentions": .number(counts[acronym.id] ?? 0),
                "conflict": .optional(acronym.conflict),
            ]
            if let authority = acronym.authority { members["authority"] = .string(authority) }
            return .object(members)
        }
    }

    private static func link(_ link: Link) -> JSONValue {
        .object([
            "id": .string(link.id),
            "kind": .string(link.kind.rawValue),
            "as_written": .string(link.asWritten),
            "url": .string(link.url),
            "host": .string(link.host),
            "repairs": .array(link.repairs.map { .string($0.rawValue) }),
            "cell": .optional(link.place.cell?.description),
            "place": .string(link.place.name),
            "start": .number(link.range.lowerBound),
            "end": .number(link.range.upperBound),
            "successor_url": .optional(link.successorURL),
        ])
    }

    private static func otherLink(_ link: OtherLink) -> JSONValue {
        .object([
            "kind": .string(link.kind.rawValue),
            "as_written": .string(link.asWritten),
            "target": .string(link.target),
            "cell": .optional(link.place.cell?.description),
            "place": .string(link.place.name),
            "start": .number(link.range.lowerBound),
            "end": .number(link.range.upperBound),
        ])
    }

    private static func resources(_ report: Report) -> [JSONValue] {
        let urls = report.resourceURLs
        return report.resources.map { entry in
            place(
                entry.target?.place,
                [
                    "id": .string(entry.id),
                    "organisation": .optional(report.organisation(of: entry)),
                    "title": .string(report.title(of: entry)),
                    "url": .optional(urls[entry.id]),
                ]
            )
        }
    }

    private static func matter(_ matter: Matter) -> JSONValue {
        place(
            matter.passage.place,
            ["role": .string(matter.role.rawValue), "text": .string(matter.passage.text)]
        )
    }

    private static func discarded(_ discarded: Discarded) -> JSONValue {
        place(
            discarded.passage.place,
            ["reason": .string(discarded.reason.rawValue), "text": .string(discarded.passage.text)]
        )
    }
}
