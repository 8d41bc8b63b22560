import TesseraModel

extension DataTable {
    /// The matrix as it looks on paper: a row a row, a column a column.
    static func matrix(_ report: Report) -> DataTable {
        let columns = report.contentColumns
        let texts = Dictionary(report.cells.map { ($0.address, $0.text) }) { first, _ in first }
        return DataTable(
            name: "matrix",
            title: "The matrix, for a spreadsheet",
            fields: [
                .row("Id of the row"),
                Field("labels", "The references as printed"),
                Field("titles", "What the row is called", required: false),
            ] + columns.map { Field($0.id, $0.heading.text, required: false) },
            primaryKey: ["row_id"],
            foreignKeys: [.row],
            rows: report.rows.map { row in
                [.text(row.id), .text(row.labels.joined), .text(row.titles.joined)]
                    + columns.map { .optional(texts[CellAddress(row: row.id, column: $0.id)]) }
            }
        )
    }
}
