public import TesseraModel

/// Gives a document as JSON, for programs that look at what was read.
public enum DocumentJSON {
    public static func json(_ document: SourceDocument) -> JSONValue {
        .object([
            "source": origin(document.origin),
            "metadata": .object([
                "title": .optional(document.metadata.title), "author": .optional(document.metadata.author),
                "created": .optional(document.metadata.created), "modified": .optional(document.metadata.modified),
                "language": .optional(document.metadata.language), "encoding": .optional(document.metadata.encoding),
            ]),
            "layout": document.metadata.layout.map(layout) ?? .null,
            "blocks": .array(document.blocks.map(block)),
            "omissions": .array(
                document.omissions.map { text($0.paragraph, ["reason": .string($0.reason.rawValue)]) }
            ),
        ])
    }

    private static func origin(_ origin: Origin) -> JSONValue {
        var members: JSONObject = [
            "path": .string(origin.path), "media_type": .string(origin.mediaType), "sha256": .string(origin.sha256),
            "bytes": .number(origin.bytes),
        ]
        if !origin.parts.isEmpty { members["parts"] = .array(origin.parts.map(self.origin)) }
        return .object(members)
    }

    private static func layout(_ choice: LayoutChoice) -> JSONValue {
        .object([
            "name": .string(choice.name), "fixed": .bool(choice.isFixed),
            "candidates": .array(
                choice.candidates.map {
                    .object([
                        "name": .string($0.name), "score": .number($0.score), "finding": .string($0.finding),
                    ])
                }
            ),
        ])
    }

    private static func block(_ block: Block) -> JSONValue {
        switch block {
        case .heading(let paragraph, let level): text(paragraph, ["kind": "heading", "level": .number(level)])
        case .paragraph(let paragraph): text(paragraph, ["kind": "paragraph"])
        case .listItem(let paragraph, let level): text(paragraph, ["kind": "list-item", "level": .number(level)])
        case .preformatted(let paragraph): text(paragraph, ["kind": "preformatted"])
        case .note(let paragraph, let label): text(paragraph, ["kind": "note", "label": .string(label)])
        case .pageBreak(let place): placed(place, ["kind": "page-break"])
        case .table(let table): self.table(table)
        }
    }

    private static func text(_ paragraph: Paragraph, _ members: JSONObject) -> JSONValue {
        var members = members
        members["text"] = .string(paragraph.text)
        if !paragraph.hyperlinks.isEmpty {
            members["links"] = .array(
                paragraph.hyperlinks.map { link in
                    .object([
                        "target": .string(link.target), "start": .number(link.range.lowerBound),
                        "end": .number(link.range.upperBound),
                    ])
                }
            )
        }
        if let doubt = paragraph.uncertainty {
            members["uncertainty"] = .object([
                "reason": .string(doubt.reason.rawValue), "confidence": .number(doubt.confidence),
            ])
        }
        if !paragraph.hidden.isEmpty {
            members["hidden"] = .array(
                paragraph.hidden.map {
                    .object(["start": .number($0.lowerBound), "end": .number($0.upperBound)])
                }
            )
        }
        return placed(paragraph.place, members)
    }

    private static func table(_ table: Table) -> JSONValue {
        switch table.content {
        case .stream(let cells):
            placed(
                table.place,
                ["kind": "table", "partial": .bool(table.isPartial), "cells": .array(cells.map(cell))]
            )
        case .grid(let rows): placed(table.place, ["kind": "table", "rows": self.rows(rows)])
        case .lines(let lines): placed(table.place, ["kind": "table", "lines": rows(lines)])
        }
    }

    private static func rows(_ rows: [TableRow]) -> JSONValue {
        .array(
            rows.map {
                .object([
                    "header": .bool($0.isHeader), "skipped_columns": .number($0.skippedColumns),
                    "cells": .array($0.cells.map(cell)),
                ])
            }
        )
    }

    private static func cell(_ cell: TableCell) -> JSONValue {
        placed(
            cell.place,
            [
                "row_span": .number(cell.rowSpan), "column_span": .number(cell.columnSpan),
                "header": .bool(cell.isHeader),
                "blocks": .array(cell.blocks.map(block)),
            ]
        )
    }

    private static func placed(_ place: SourcePlace, _ members: JSONObject) -> JSONValue {
        .object(
            members.adding([
                "part": .string(place.part), "start": .string(place.start.description),
                "end": .string(place.end.description),
            ])
        )
    }
}
