import FileSystem
import TesseraModel
import TesseraPipeline
public import TesseraWriters

/// The table that the check adds to a dataset: `link_status.csv`.
public enum LinkStatusTable {
    /// File of the table in a dataset's folder.
    public static let fileName = "link_status.csv"

    /// The table, with its columns and keys.
    ///
    /// - Parameter results: A row each.
    /// - Returns: The table.
    public static func table(of results: [LinkResult]) -> DataTable {
        DataTable(
            name: "link_status",
            title: "What became of the links",
            fields: fields,
            primaryKey: ["url"],
            foreignKeys: [DataTable.ForeignKey(field: "url", table: "links", tableField: "url")],
            rows: results.map(row)
        )
    }

    /// A Data Resource (Data Package v2) that describes the table, as JSON.
    ///
    /// It has no checksum and stands in no dataset: a dataset depends on its source alone, the table on the day.
    public static var descriptor: [UInt8] {
        DataPackageWriter.resource(of: table(of: []), at: fileName).serialised()
    }

    private static let fields: [DataTable.Field] = [
        DataTable.Field("url", "The address", pattern: ValuePattern.webAddress, format: .uri),
        DataTable.Field("status", "What became of it", allowed: LinkStatus.allCases.map(\.rawValue)),
        DataTable.Field(
            "verdict",
            "What the status comes to",
            allowed: LinkStatus.Verdict.allCases.map(\.rawValue)
        ),
        DataTable.Field(
            "http_status",
            .integer,
            "Number in the last status line",
            required: false,
            from: 100,
            to: 999
        ),
        DataTable.Field(
            "final_url",
            "Where the redirects led; the address itself where there were none",
            format: .uri
        ),
        DataTable.Field("redirects", .integer, "Number of redirects", from: 0),
        DataTable.Field("redirect_chain", "Status and target of each redirect, joined by ' | '", required: false),
        DataTable.Field("checked_at", "When it was found out, UTC", required: false, format: .dateTime),
        DataTable.Field("attempts", .integer, "Number of requests that it took", from: 0),
        DataTable.Field(
            "archive_status",
            "What the archive said",
            allowed: ArchivedCopy.Status.allCases.map(\.rawValue)
        ),
        DataTable.Field(
            "archived_url",
            "The archived copy nearest to the report's date",
            required: false,
            format: .uri
        ),
        DataTable.Field("archived_at", "When the copy was made, UTC", required: false, format: .dateTime),
        DataTable.Field("note", "What else there is to say", required: false),
    ]

    private static func row(_ result: LinkResult) -> [DataTable.Value] {
        let link = result.link
        let chain = link.hops.map { "\($0.status) \($0.target)" }.joined(separator: DataTable.separator)
        return [
            .text(link.url), .text(link.status.rawValue), .text(link.status.verdict.rawValue),
            link.httpStatus.map(DataTable.Value.integer) ?? .null, .text(link.finalURL), .integer(link.hops.count),
            .text(chain), .optional(link.checkedAt?.description), .integer(link.attempts),
            .text(result.copy.status.rawValue), .optional(result.copy.url),
            .optional(result.copy.archivedAt?.description), .text(result.note),
        ]
    }

    /// Writes the table into a dataset's folder: a reader sees the old one or the new one.
    ///
    /// - Parameters:
    ///   - results: A row each.
    ///   - folder: The dataset's folder.
    /// - Throws: `FileFailure` where it cannot be written; the old table is untouched then.
    static func write(_ results: [LinkResult], into folder: String) throws(FileFailure) {
        try FileSystem.writeAtomically(CSVWriter.serialise(table(of: results)), to: "\(folder)/\(fileName)")
    }
}
