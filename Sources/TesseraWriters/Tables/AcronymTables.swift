import TesseraModel

extension DataTable {
    /// Meanings of acronyms.
    static func acronyms(_ report: Report) -> DataTable {
        DataTable(
            name: "acronyms",
            title: "Meanings of acronyms",
            fields: [
                Field(
                    "acronym_id",
                    "The acronym; with a suffix ~2 for a second meaning",
                    pattern: ValuePattern.rowID
                ),
                Field("acronym", "As printed, without a plural ending"),
                Field("expansion", "What it stands for; none where nobody says", required: false),
                Field("qualifier", "What the list adds in brackets; a gazetteer's scope", required: false),
                Field("source", "Where the expansion stands", allowed: Acronym.Source.allCases.map(\.rawValue)),
                Field("mentions", .integer, "Number of mentions in cells", from: 0),
                Field("conflict", "Spellings or wordings that disagree, separated by ' / '", required: false),
                Field("authority", "Whom a gazetteer names for the meaning", required: false),
            ],
            primaryKey: ["acronym_id"],
            rows: acronymRows(report)
        )
    }

    private static func acronymRows(_ report: Report) -> some Sequence<[Value]> & SendableMetatype {
        let counts = report.mentions.reduce(into: [:]) { $0[$1.acronym, default: 0] += 1 }
        return report.acronyms.lazy.map { acronym in
            [
                .text(acronym.id), .text(acronym.acronym), .optional(acronym.expansion),
                .optional(acronym.qualifier), .text(acronym.source.rawValue), .integer(counts[acronym.id] ?? 0),
                .optional(acronym.conflict), .optional(acronym.authority),
            ]
        }
    }

    /// Mentions of acronyms in cells.
    static func acronymMentions(_ report: Report) -> DataTable {
        DataTable(
            name: "acronym_mentions",
            title: "Mentions of acronyms",
            fields: [
                Field("mention_id", "cell_id@start", pattern: ValuePattern.cellPlace),
                Field("acronym_id", "The meaning", pattern: ValuePattern.rowID),
                .cell("The cell"),
                Field("as_written", "As printed, with a plural or possessive ending"),
                .start("UTF-8 byte offset into the cell's text"),
                .end(),
                Field("alternatives", "Other meanings that are not ruled out, separated by ' | '", required: false),
            ],
            primaryKey: ["mention_id"],
            foreignKeys: [ForeignKey(field: "acronym_id", table: "acronyms", tableField: "acronym_id"), .cell],
            rows: report.mentions.lazy.map { mention in
                [
                    .text(mention.id), .text(mention.acronym), .text(mention.cell.description),
                    .text(mention.asWritten), .integer(mention.range.lowerBound), .integer(mention.range.upperBound),
                    .optional(mention.alternatives.isEmpty ? nil : mention.alternatives.joined(separator: " | ")),
                ]
            }
        )
    }
}
