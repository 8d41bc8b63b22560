import TesseraModel

extension DataTable {
    /// The content cells.
    static func cells(_ report: Report) -> DataTable {
        DataTable(
            name: "cells",
            title: "Content cells of the matrix",
            fields: [
                .cell("row_id/column_id"),
                .row("The cell's row"),
                Field("column_id", "The cell's column", pattern: ValuePattern.slug),
                Field("status", "What the cell says, in one word", allowed: statuses(of: report)),
                Field("text", "The cell's paragraphs, joined by a blank line", required: false),
                Field("words", .integer, "Number of words", from: 0),
                Field(
                    "confidence",
                    .number,
                    "How sure it is that the text is whole and the cell's own, from 0 to 1",
                    from: 0,
                    to: 1
                ),
            ],
            primaryKey: ["cell_id"],
            foreignKeys: [.row, .column],
            rows: report.cells.lazy.map { cell in
                [
                    .text(cell.address.description), .text(cell.address.row), .text(cell.address.column),
                    .text(cell.status.rawValue), .text(cell.text), .integer(cell.wordCount), .number(cell.confidence),
                ]
            }
        )
    }

    /// The usual words, and those that the pipeline file names and the report uses.
    private static func statuses(of report: Report) -> [String] {
        let named = Set(report.cells.lazy.map(\.status)).subtracting(CellStatus.usual)
        return CellStatus.usual.map(\.rawValue) + named.map(\.rawValue).sorted()
    }
}
