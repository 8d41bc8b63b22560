import TesseraModel

extension DataTable {
    /// The columns of the matrix.
    static func columns(_ report: Report) -> DataTable {
        DataTable(
            name: "columns",
            title: "Columns of the matrix",
            fields: [
                Field("column_id", "Id of the column", pattern: ValuePattern.slug),
                Field("position", .integer, "Number of the column, from 1", from: 1),
                Field("role", "What the column holds", allowed: Column.Role.allCases.map(\.rawValue)),
                Field("heading", "The heading as printed first", required: false),
            ],
            primaryKey: ["column_id"],
            rows: report.columns.enumerated().lazy.map { index, column in
                [.text(column.id), .integer(index + 1), .text(column.role.rawValue), .text(column.heading.text)]
            }
        )
    }
}
