public import TesseraModel

/// Writes each table as CSV: RFC 4180, UTF-8 without byte order mark, `\n`, a header row, quoted only when needed.
public struct CSVWriter: Writer {
    public init() {}

    public let name = "csv"
    public let title = "CSV, one file a table"
    public var files: [DatasetFile] {
        DataTable.names.map { DatasetFile("\($0).csv", "The table '\($0)'", mediaType: "text/csv") }
    }

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        DataTable.all(of: report.report).map { table in
            OutputFile(name: "\(table.name).csv", bytes: CSVWriter.serialise(table))
        }
    }

    package static func serialise(_ table: DataTable) -> [UInt8] {
        serialise([table.fields.map(\.name)] + table.rows.map { $0.map(\.plainText) })
    }

    /// Records of fields as CSV.
    package static func serialise(_ records: some Sequence<[String]>) -> [UInt8] {
        var out: [UInt8] = []
        for record in records { append(record, to: &out) }
        return out
    }

    private static func append(_ record: [String], to out: inout [UInt8]) {
        for (index, field) in record.enumerated() {
            if index > 0 { out.append(UInt8(ascii: ",")) }
            append(field, to: &out)
        }
        out.append(UInt8(ascii: "\n"))
    }

    private static func append(_ field: String, to out: inout [UInt8]) {
        let needsQuotes = field.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
                || byte == UInt8(ascii: "\r")
        }
        guard needsQuotes else { return out.append(contentsOf: field.utf8) }
        out.append(UInt8(ascii: "\""))
        guard field.utf8.contains(UInt8(ascii: "\"")) else {
            out.append(contentsOf: field.utf8)
            return out.append(UInt8(ascii: "\""))
        }
        for byte in field.utf8 {
            if byte == UInt8(ascii: "\"") { out.append(byte) }
            out.append(byte)
        }
        out.append(UInt8(ascii: "\""))
    }
}
