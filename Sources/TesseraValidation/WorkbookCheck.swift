import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Compares a workbook with the one that the report gives, sheet by sheet.
struct WorkbookCheck {
    let tables: [DataTable]
    let file: String

    /// - Parameters:
    ///   - bytes: the file.
    ///   - expected: the file as the report gives it; it is another one.
    /// - Returns: what differs; where all values are the same, that another program has saved them.
    func findings(_ bytes: [UInt8], expected: [UInt8]) -> [DatasetFinding] {
        let found: WorkbookReader
        let wanted: WorkbookReader
        do {
            wanted = try WorkbookReader(expected)
            found = try WorkbookReader(bytes)
        } catch {
            return [finding(.brokenWorkbook(error.message))]
        }
        var findings: [DatasetFinding] = []
        for table in tables {
            guard let rows = found.sheets[table.name] else {
                findings.append(finding(.changedSheet(table.name, "is missing")))
                continue
            }
            let original = wanted.sheets[table.name] ?? []
            if rows != original { findings += compare(rows, original, table) }
        }
        for name in found.sheets.keys.sorted() where wanted.sheets[name] == nil {
            findings.append(finding(.changedSheet(name.onOneLine.shortened(to: 40), "is not the program's")))
        }
        return findings.isEmpty ? [finding(.resavedWorkbook)] : findings
    }

    private func compare(_ found: [[Int: String]], _ wanted: [[Int: String]], _ table: DataTable) -> [DatasetFinding] {
        let check = TableCheck(table: table, file: file, hasReport: true, keys: KeyValues())
        let result = check.check(
            CSVFile(CSVWriter.serialise(WorkbookCheck.records(found))),
            expected: WorkbookCheck.records(wanted)
        )
        let findings = (result.findings + check.findings(for: result.changes)).map { found in
            var told = found.diagnostic
            told.message = "sheet \(table.name): \(told.message)"
            told.place = nil
            return DatasetFinding(told, in: file, record: found.record, column: found.column)
        }
        return findings.isEmpty ? [finding(.changedSheet(table.name, "is another one"))] : findings
    }

    /// The rows with a value for each column of the header; texts that go on in further columns (`text (2)`) are joined.
    private static func records(_ rows: [[Int: String]]) -> [[String]] {
        guard let header = rows.first else { return [] }
        let names = header.sorted { $0.key < $1.key }
        let base = names.map { name in
            let parts = name.value.split(separator: " (", maxSplits: 1)
            let isNext = parts.count == 2 && parts[1].last == ")" && Int(parts[1].dropLast()) != nil
            return isNext ? String(parts[0]) : name.value
        }
        return rows.enumerated().map { number, row in
            var record: [String] = []
            for (index, name) in names.enumerated() {
                let value = row[name.key] ?? ""
                if base[index] == name.value {
                    record.append(number == 0 ? name.value : value)
                } else if number > 0, let first = names.firstIndex(where: { $0.value == base[index] }),
                    record.indices.contains(first)
                {
                    record[first] += value
                }
            }
            return record
        }
    }

    private func finding(_ diagnostic: Diagnostic) -> DatasetFinding { DatasetFinding(diagnostic, in: file) }
}

extension Diagnostic {
    fileprivate static let resavedWorkbook = Diagnostic(
        "resaved-file",
        .warning,
        "the workbook was saved by another program; the values are the same",
        suggestion: "make it again with 'tessera convert' before you publish it: its checksum is another one"
    )

    fileprivate static func brokenWorkbook(_ reason: String) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "the file is no workbook that can be read: \(reason.onOneLine.shortened(to: 120))",
            suggestion: .convertAgain
        )
    }

    fileprivate static func changedSheet(_ name: String, _ what: String) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "the sheet \(name) of the workbook \(what)",
            suggestion: .convertAgain
        )
    }
}
