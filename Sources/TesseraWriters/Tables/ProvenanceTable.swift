import TesseraModel

extension DataTable {
    /// The places that cells came from: the only table that depends on the format of the source.
    static func provenance(_ report: Report) -> DataTable {
        DataTable(
            name: "provenance",
            title: "Places in the source that cells came from",
            fields: [
                .cell("The cell"),
                Field("part", "Part of the source file, where it has several", required: false),
                Field(
                    "start",
                    "line:column from 1 (columns in UTF-8 bytes), a node's path@line, "
                        + "p1@x,y on a page, or c1 (a character from 0)",
                    pattern: ValuePattern.position
                ),
                Field("end", "The position behind the last character", pattern: ValuePattern.position),
            ],
            primaryKey: ["cell_id", "start"],
            foreignKeys: [.cell],
            rows: report.cells.lazy.flatMap { cell in
                cell.provenance.lazy.map { provenance in
                    [
                        .text(cell.address.description), .text(provenance.place.part),
                        .text(provenance.place.start.description), .text(provenance.place.end.description),
                    ]
                }
            }
        )
    }
}
