import TesseraModel

extension DataTable {
    /// References to paragraphs, in row labels and in cells.
    static func references(_ report: Report) -> DataTable {
        DataTable(
            name: "references",
            title: "References to paragraphs",
            fields: [
                Field("reference_id", "The paragraph for a label, cell_id#paragraph for a mention"),
                Field("row_id", "The row in which it stands"),
                Field("cell_id", "The cell in which it stands; none for a label", required: false),
                Field("scheme", "The numbering that it follows"),
                Field("section", "Section of the text referred to", required: false),
                Field("paragraph", "Paragraph of the text referred to"),
                Field("role", "Whether it names the row or stands in a text", allowed: ["row-label", "mention"]),
                Field("as_written", "As printed"),
            ],
            primaryKey: ["reference_id"],
            foreignKeys: [.row, .cell],
            rows: report.references.map { reference in
                [
                    .text(reference.id), .text(reference.row), .optional(reference.cell?.description),
                    .text(reference.scheme ?? report.identity.scheme), .text(reference.key.section),
                    .text(reference.key.paragraph),
                    .text(reference.role.rawValue), .text(reference.asWritten),
                ]
            }
        )
    }
}
