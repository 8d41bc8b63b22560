import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Checks a file of a table: its form, its values against the Table Schema, its keys, and all of it against the report.
struct TableCheck {
    let table: DataTable
    /// Name of the file.
    let file: String
    /// Whether the report that the table was made from is at hand.
    let hasReport: Bool
    /// The values of columns of other tables, by `table.column`.
    let keys: KeyValues
    /// The Table Schema of the descriptor, which counts where there is no report: it knows the words that a pipeline
    /// file has for the status of a cell. Nil for the program's own.
    var described: JSONValue?

    /// What came out.
    struct Result {
        var findings: [DatasetFinding] = []
        /// Values that differ from the report's, told as such: the report may be what was changed.
        var changes: [Change] = []
        /// Whether it is a table at all, so that more can be said than that it is none.
        var isReadable = true
        /// Whether the values are the report's, whatever the bytes are.
        var isSame: Bool { findings.isEmpty && changes.isEmpty }
    }

    /// A value that is not the report's.
    struct Change {
        var line: Int
        var record: String
        /// The key as the report has it.
        var key: [String]
        var column: String
        var found: String
        var expected: String
    }

    /// - Parameters:
    ///   - csv: the file.
    ///   - expected: the table's records as the report gives them, the header first.
    func check(_ csv: CSVFile, expected: [[String]]) -> Result {
        var result = Result()
        for fault in csv.faults { result.findings.append(fault.finding(in: file)) }
        // An open quote swallows the rest, and nothing said of it helps.
        if csv.faults.contains(where: { if case .openQuote = $0 { true } else { false } }) {
            result.isReadable = false
            return result
        }
        guard let first = csv.records.first else {
            result.isReadable = false
            result.findings.append(DatasetFinding(.emptyTable, in: file))
            return result
        }
        let header = TableHeader(first.fields, of: table, file: file, isOpen: !hasReport && table.name == "matrix")
        result.findings += header.findings
        if header.isForeign {
            result.findings = header.findings
            result.isReadable = false
            return result
        }
        let found = records(csv.records.dropFirst(), header, first.fields.count, &result)
        findDuplicates(found, &result)
        guard hasReport else {
            let broken = violations(found)
            for (index, record) in found.enumerated() {
                for (column, message) in broken[index] ?? [:] {
                    result.findings.append(invalid(message, record, column))
                }
                checkKeys(record, except: Set((broken[index] ?? [:]).keys), &result)
            }
            return result
        }
        compare(found, expected, columns: Set(header.positions.keys), &result)
        let isReordered = header.isReordered ? "columns" : nil
        if let isReordered, !result.findings.contains(where: { $0.line == 1 }) {
            result.findings.append(DatasetFinding(.reordered(isReordered), in: file, line: 1))
        }
        return result
    }

    // MARK: Records

    /// The records with the values of their columns; one that has too many or too few fields is left out.
    private func records(
        _ records: ArraySlice<CSVFile.Record>,
        _ header: TableHeader,
        _ width: Int,
        _ result: inout Result
    ) -> [TableRecord] {
        let names = Set(table.fields.map(\.name))
        let isOpen = !hasReport && table.name == "matrix"
        let positions = header.positions.filter { names.contains($0.key) || isOpen }
        var all: [TableRecord] = []
        for record in records {
            let values = positions.mapValues { $0 < record.fields.count ? record.fields[$0] : "" }
            let made = TableRecord(line: record.line, values: values)
            if record.fields.count == width {
                all.append(made)
            } else {
                brokenKeys(made, record.fields.count, width, &result)
            }
        }
        return all
    }

    private func brokenKeys(_ record: TableRecord, _ count: Int, _ width: Int, _ result: inout Result) {
        result.findings.append(
            DatasetFinding(
                .brokenRecord(record.name(table.primaryKey), count, width),
                in: file,
                line: record.line,
                record: record.name(table.primaryKey)
            )
        )
    }

    private func findDuplicates(_ records: [TableRecord], _ result: inout Result) {
        var lines: [[String]: Int] = [:]
        for record in records {
            let key = record.key(table.primaryKey)
            guard !key.allSatisfy(\.isEmpty) else { continue }
            guard let first = lines[key] else {
                lines[key] = record.line
                continue
            }
            result.findings.append(
                DatasetFinding(
                    .duplicateKey(record.name(table.primaryKey), table.primaryKey, first),
                    in: file,
                    line: record.line,
                    record: record.name(table.primaryKey),
                    column: table.primaryKey.first ?? ""
                )
            )
        }
    }

    // MARK: Values

    /// What the values of records break, by record and column.
    func violations(_ records: [TableRecord]) -> [Int: [String: String]] {
        let rows = RowSchema(described ?? DataPackageWriter.schema(of: table))
        let values = JSONValue.array(records.map { rows.row($0.values) })
        var broken: [Int: [String: String]] = [:]
        for violation in SchemaCheck(rows.schema).violations(of: values) {
            guard let index = violation.path.first.flatMap({ Int($0) }) else { continue }
            if violation.path.count > 1 {
                broken[index, default: [:]][violation.path[1]] = violation.message
            } else {
                // A value that must be there is named in the message alone.
                for field in table.fields where violation.message.contains("'\(field.name)'") {
                    broken[index, default: [:]][field.name] = "there is no value, and there must be one"
                }
            }
        }
        return broken
    }

    func invalid(_ message: String, _ record: TableRecord, _ column: String) -> DatasetFinding {
        let name = record.name(table.primaryKey)
        return DatasetFinding(
            .invalidValue(name, column, message),
            in: file,
            line: record.line,
            record: name,
            column: column
        )
    }

    /// Reports values that stand in no record of the table that they name.
    func checkKeys(_ record: TableRecord, except known: Set<String>, _ result: inout Result) {
        for key in table.foreignKeys where !known.contains(key.field) {
            guard let value = record.values[key.field], !keys.holds(value, key) else { continue }
            result.findings.append(
                DatasetFinding(
                    .unknownKey(record.name(table.primaryKey), key, value, expected: nil),
                    in: file,
                    line: record.line,
                    record: record.name(table.primaryKey),
                    column: key.field
                )
            )
        }
    }
}

/// The values that foreign keys may have.
struct KeyValues {
    private var values: [String: Set<String>] = [:]

    mutating func add(_ value: some Sequence<String>, of table: String, _ field: String) {
        values["\(table).\(field)", default: []].formUnion(value)
    }

    /// Whether a value stands in the column that a key names; also where nothing is known of that column.
    func holds(_ value: String, _ key: DataTable.ForeignKey) -> Bool {
        value.isEmpty || values["\(key.table).\(key.tableField)"]?.contains(value) ?? true
    }
}
