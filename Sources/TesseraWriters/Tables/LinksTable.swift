import TesseraModel

extension DataTable {
    /// URLs and e-mail addresses.
    static func links(_ report: Report) -> DataTable {
        DataTable(
            name: "links",
            title: "URLs and e-mail addresses",
            fields: [
                Field("link_id", "Where it stands, @start", pattern: "[^\\n]+/[^\\n]+@[0-9]+(~[0-9]+)?"),
                Field("kind", "url or email", allowed: Link.Kind.allCases.map(\.rawValue)),
                Field("as_written", "As printed, without the punctuation of the sentence"),
                Field("url", "Absolute and normalised", pattern: ValuePattern.webAddress, format: .uri),
                Field("host", "Host name in lower case", pattern: "\\S+"),
                Field(
                    "repairs",
                    "What was done to make the url, separated by blanks",
                    required: false,
                    pattern: ValuePattern.list(of: Link.Repair.allCases.map(\.rawValue))
                ),
                .cell("The cell in which it stands, if it is one", required: false),
                Field(
                    "place",
                    "'cell', or the place outside the cells",
                    pattern: "(cell|\(ValuePattern.textOutsideCells))"
                ),
                .start("UTF-8 byte offset into the text of that place"),
                .end(),
                Field(
                    "successor_url",
                    "The same page on the host that has taken over",
                    required: false,
                    pattern: ValuePattern.webURL,
                    format: .uri
                ),
            ],
            primaryKey: ["link_id"],
            foreignKeys: [.cell],
            rows: report.links.lazy.map { link in
                [
                    .text(link.id), .text(link.kind.rawValue), .text(link.asWritten), .text(link.url),
                    .text(link.host), .text(link.repairs.map(\.rawValue).joined(separator: " ")),
                    .optional(link.place.cell?.description), .text(link.place.name),
                    .integer(link.range.lowerBound), .integer(link.range.upperBound),
                    .optional(link.successorURL),
                ]
            }
        )
    }
}

extension TextAddress {
    /// `cell`, or the address of the text outside the cells.
    var name: String { cell == nil ? description : "cell" }
}
