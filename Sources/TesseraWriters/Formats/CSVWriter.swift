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
        var out: [UInt8] = []
        append(table.fields.map(\.name), to: &out)
        for row in table.eachRow {
            for (index, value) in row.enumerated() {
                if index > 0 { out.append(UInt8(ascii: ",")) }
                append(value, to: &out)
            }
            out.append(UInt8(ascii: "\n"))
        }
        return out
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

    private static func append(_ value: DataTable.Value, to out: inout [UInt8]) {
        switch value {
        case .null: break
        case .text(let text): append(text, to: &out)
        case .integer(let number): out.append(contentsOf: String(number).utf8)
        case .number(let number): out.append(contentsOf: number.plainDescription.utf8)
        }
    }

    private static func append(_ field: String, to out: inout [UInt8]) {
        let bytes = field.utf8.span
        // Sums in place of branches: so the compiler looks at several bytes in one step.
        var quotes: UInt8 = 0
        var separators: UInt8 = 0
        for index in bytes.indices {
            let byte = bytes[index]
            quotes |= byte == UInt8(ascii: "\"") ? 1 : 0
            separators |= byte == UInt8(ascii: ",") ? 1 : 0
            separators |= byte == UInt8(ascii: "\n") ? 1 : 0
            separators |= byte == UInt8(ascii: "\r") ? 1 : 0
        }
        let hasQuotes = quotes > 0
        guard hasQuotes || separators > 0 else { return out.append(contentsOf: field.utf8) }
        out.append(UInt8(ascii: "\""))
        if hasQuotes {
            for index in bytes.indices {
                if bytes[index] == UInt8(ascii: "\"") { out.append(bytes[index]) }
                out.append(bytes[index])
            }
        } else {
            out.append(contentsOf: field.utf8)
        }
        out.append(UInt8(ascii: "\""))
    }
}
