import TesseraModel

extension DataTable {
    /// References, in row labels and in cells.
    static func references(_ report: Report) -> DataTable {
        DataTable(
            name: "references",
            title: "References to paragraphs, rows, documents, forms and acts",
            fields: [
                Field(
                    "reference_id",
                    "The paragraph for a label, cell_id#paragraph or cell_id#target for what stands in a cell",
                    pattern: ValuePattern.rowID
                ),
                .row("The row that it points to, if it is one of this report", required: false),
                .cell("The cell in which it stands; none for a label", required: false),
                Field("scheme", "The numbering that it follows; none for the title of an act", required: false),
                Field("section", "Section of the text referred to", required: false),
                Field("paragraph", "Paragraph of the text referred to, if it is one", required: false),
                Field(
                    "role",
                    "Whether it names the row, or what kind of thing a text points to",
                    allowed: Reference.Role.allCases.map(\.rawValue)
                ),
                Field("as_written", "As printed"),
                Field("target", "Symbol or name of a document, form or act, normalised; or a cell", required: false),
                .start("UTF-8 byte offset into the cell's text; none for a label", required: false),
                .end(required: false),
            ],
            primaryKey: ["reference_id"],
            foreignKeys: [.row, .cell],
            rows: report.references.lazy.map { reference in
                [
                    .text(reference.id), .optional(reference.row), .optional(reference.cell?.description),
                    .text(reference.scheme ?? report.identity.scheme), .optional(reference.key?.section),
                    .optional(reference.key?.paragraph),
                    .text(reference.role.rawValue), .text(reference.asWritten), .optional(reference.target),
                    reference.range.map { .integer($0.lowerBound) } ?? .null,
                    reference.range.map { .integer($0.upperBound) } ?? .null,
                ]
            }
        )
    }
}
