import TesseraModel
import TesseraPipeline
import TesseraWriters

/// The ledger as a table: `ledger.csv` of an output folder.
public enum LedgerTable {
    /// File of the ledger in the output folder.
    public static let fileName = "ledger.csv"

    /// A Data Resource (Data Package v2) that describes the table, as JSON.
    public static var descriptor: [UInt8] {
        DataPackageWriter.resource(of: table(of: []), at: fileName).serialised()
    }

    static func table(of entries: [LedgerEntry]) -> DataTable {
        DataTable(
            name: "ledger",
            title: "Who accepted what",
            fields: fields,
            primaryKey: ["time", "dataset", "unit"],
            rows: entries.map(row)
        )
    }

    private static let fields: [DataTable.Field] = [
        DataTable.Field("time", "When it was decided, UTC", format: .dateTime),
        DataTable.Field("reviewer", "Who decided"),
        DataTable.Field("dataset", "Path of the dataset from the output folder"),
        DataTable.Field("unit", "The part of the dataset, such as cells/II.2/laws"),
        DataTable.Field("decision", "What was decided", allowed: LedgerEntry.Decision.allCases.map(\.rawValue)),
        checksum("old_unit_sha256", "SHA-256 of the part before"),
        checksum("new_unit_sha256", "SHA-256 of the part as it was converted"),
        checksum("old_report_sha256", "SHA-256 of report.json before"),
        checksum("new_report_sha256", "SHA-256 of report.json after the review"),
        DataTable.Field("program_version", "Version of the program"),
    ]

    private static func checksum(_ name: String, _ description: String) -> DataTable.Field {
        DataTable.Field(name, description, required: false, pattern: ValuePattern.sha256)
    }

    private static func row(_ entry: LedgerEntry) -> [DataTable.Value] {
        [
            .text(entry.time.description), .text(entry.reviewer), .text(entry.dataset), .text(entry.unit),
            .text(entry.decision.rawValue), .text(entry.oldUnit), .text(entry.newUnit), .text(entry.oldReport),
            .text(entry.newReport), .text(entry.program),
        ]
    }

    /// Entries as lines of the file, without the header.
    static func lines(of entries: [LedgerEntry]) -> [UInt8] {
        let bytes = CSVWriter.serialise(table(of: entries))
        return Array(bytes[header.count...])
    }

    static let header = CSVWriter.serialise(table(of: []))

    /// Entries of a file; lines that are none are passed over.
    static func entries(in bytes: [UInt8]) -> [LedgerEntry] {
        CSVFile(bytes).fields.dropFirst().compactMap { record in
            guard record.count == fields.count, let time = Moment(record[0]),
                let decision = LedgerEntry.Decision(rawValue: record[4])
            else { return nil }
            return LedgerEntry(
                time: time,
                reviewer: record[1],
                dataset: record[2],
                unit: record[3],
                decision: decision,
                oldUnit: record[5],
                newUnit: record[6],
                oldReport: record[7],
                newReport: record[8],
                program: record[9]
            )
        }
    }
}
