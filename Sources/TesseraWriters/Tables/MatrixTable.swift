import TesseraModel

extension DataTable {
    /// The matrix as it looks on paper: a row a row, a column a column.
    static func matrix(_ report: Report) -> DataTable {
        let columns = report.contentColumns
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
            rows: matrixRows(report, columns)
        )
    }

    private static func matrixRows(_ report: Report, _ columns: [Column]) -> some Sequence<[Value]> & SendableMetatype {
        let cells = Dictionary(report.cells.enumerated().lazy.map { ($1.address, $0) }) { first, _ in first }
        return report.rows.lazy.map { row in
            var values: [Value] = []
            values.reserveCapacity(3 + columns.count)
            values += [.text(row.id), .text(row.labels.joined), .text(row.titles.joined)]
            for column in columns {
                let cell = cells[CellAddress(row: row.id, column: column.id)]
                values.append(.optional(cell.map { report.cells[$0].text }))
            }
            return values
        }
    }
}
