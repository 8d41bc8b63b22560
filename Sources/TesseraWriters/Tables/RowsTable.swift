import TesseraModel

extension DataTable {
    /// The rows of the matrix.
    static func rows(_ report: Report) -> DataTable {
        DataTable(
            name: "rows",
            title: "Rows of the matrix",
            fields: [
                .row("The row's references joined by '+'"),
                Field("position", .integer, "Number of the row, from 1", from: 1),
                Field("labels", "The references as printed; several are joined by ' | '"),
                Field("titles", "What the row is called; several are joined by ' | '", required: false),
            ],
            primaryKey: ["row_id"],
            rows: report.rows.lazy.map { row in
                [.text(row.id), .integer(row.position), .text(row.labels.joined), .text(row.titles.joined)]
            }
        )
    }
}
