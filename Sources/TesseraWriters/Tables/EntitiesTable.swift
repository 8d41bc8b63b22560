import TesseraModel

extension DataTable {
    /// Dates, amounts, places and organisations in cells.
    static func entities(_ report: Report) -> DataTable {
        DataTable(
            name: "entities",
            title: "Dates, amounts of money, counts, countries, regions and organisations",
            fields: [
                Field("entity_id", "The cell in which it stands, @start", pattern: ValuePattern.cellPlace),
                Field("type", "What it is", allowed: Entity.Kind.allCases.map(\.rawValue)),
                Field("text", "As printed"),
                Field("value", "Normalised: ISO 8601-2, a number, ISO 3166-1 alpha-3, UN M49, or a short name"),
                Field(
                    "qualifier",
                    "How exact the value is",
                    required: false,
                    allowed: Entity.Qualifier.allCases.map(\.rawValue)
                ),
                Field("unit", "Of money, the currency (ISO 4217); of a count, what is counted", required: false),
                .cell("The cell in which it stands"),
                .start("UTF-8 byte offset into the text of the cell"),
                .end(),
            ],
            primaryKey: ["entity_id"],
            foreignKeys: [.cell],
            rows: report.entities.lazy.map { entity in
                [
                    .text(entity.id), .text(entity.kind.rawValue), .text(entity.text), .text(entity.value),
                    .optional(entity.qualifier?.rawValue), .optional(entity.unit), .text(entity.cell.description),
                    .integer(entity.range.lowerBound), .integer(entity.range.upperBound),
                ]
            }
        )
    }
}
