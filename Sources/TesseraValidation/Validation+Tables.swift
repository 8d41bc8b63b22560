import TesseraModel
import TesseraPipeline
import TesseraWriters

/// The tables, each by itself, against each other and against the report.
extension Validation {
    /// A file of a table that is there.
    private struct TableFile {
        var table: DataTable
        var name: String
        var bytes: [UInt8]
        var csv: CSVFile
        /// As the report gives it; nil without a report.
        var expected: (bytes: [UInt8], records: [[String]])?
        /// Whether the file is the one whose checksum the descriptor has.
        var isDescribed: Bool
        /// Whether it is not what the report gives.
        var isChanged: Bool { expected.map { $0.bytes != bytes } ?? false }
    }

    mutating func checkTables(_ tables: [DataTable], _ report: CheckedReport?, _ descriptor: DescriptorCheck?) {
        let files = tables.compactMap { file(of: $0, hasReport: report != nil, descriptor) }
        let keys = Validation.keys(of: files)
        // Where the report is what was changed, the first table that shows it is enough: others follow from it.
        var blamed: Set<String> = []
        let isReportSound = !log.hasErrors(in: ReportCheck.file)
        isReportOdd = isReportOdd || Validation.showOddReport(files)
        let isOdd = !isReportSound || isReportOdd
        // Cells before the matrix, which is made of them.
        for file in files.sorted(by: { one, other in one.name != "matrix.csv" && other.name == "matrix.csv" }) {
            var check = TableCheck(table: file.table, file: file.name, hasReport: report != nil, keys: keys)
            if report == nil { check.described = descriptor?.resources.first { $0.path == file.name }?.schema }
            if let expected = file.expected, expected.bytes == file.bytes {
                sound.insert(file.name)
                // What is wrong with the report was told.
                if !isReportSound { continue }
            }
            var result = check.check(file.csv, expected: file.expected?.records ?? [])
            if isOdd, file.isDescribed, file.isChanged {
                explained.insert(file.name)
                if isReportSound { blameReport(result, file.name, file.table, &blamed) }
                continue
            }
            let changes = check.findings(for: result.changes)
            let isSame = result.isSame || (changes.isEmpty && result.findings.allSatisfy { !$0.isError })
            tellDialect(
                file.csv,
                file.name,
                isOther: file.isChanged,
                isSame,
                result
            )
            result.findings += changes
            for finding in result.findings.sorted(by: { ($0.line ?? 0) < ($1.line ?? 0) }) { log.add(finding) }
        }
    }

    private func file(of table: DataTable, hasReport: Bool, _ descriptor: DescriptorCheck?) -> TableFile? {
        let name = "\(table.name).csv"
        guard let bytes = folder.files[name] else { return nil }
        let made = hasReport ? CSVWriter.serialise(table) : nil
        let resource = descriptor?.resources.first { $0.path == name }
        return TableFile(
            table: table,
            name: name,
            bytes: bytes,
            csv: CSVFile(bytes),
            expected: made.map { ($0, CSVFile($0).fields) },
            isDescribed: resource?.checksum.map { $0 == folder.checksum(of: name) } ?? false
        )
    }

    /// The values that keys may have: those of the files, and those of the report, so that a record that is missing is
    /// told once and not by each record that names it.
    private static func keys(of files: [TableFile]) -> KeyValues {
        var keys = KeyValues()
        for file in files {
            for records in [file.csv.fields, file.expected?.records ?? []] {
                guard let header = records.first else { continue }
                for (index, field) in header.enumerated() {
                    keys.add(
                        records.dropFirst().lazy.filter { $0.count > index }.map { $0[index] },
                        of: file.table.name,
                        field
                    )
                }
            }
        }
        return keys
    }

    // MARK: Who is to blame

    /// Whether the report is not the one that the descriptor describes, where it does.
    func isOdd(_ descriptor: DescriptorCheck?) -> Bool {
        let resource = descriptor?.resources.first { $0.path == ReportCheck.file }
        return resource?.checksum.map { $0 != folder.checksum(of: ReportCheck.file) } ?? false
    }

    /// Whether two tables that hold the same, and are those that were described, stand against the report.
    private static func showOddReport(_ files: [TableFile]) -> Bool {
        let names = files.filter { $0.isDescribed && $0.isChanged }.map(\.name)
        return names.contains("matrix.csv") && (names.contains("cells.csv") || names.contains("rows.csv"))
    }

    /// Whether two files or more in different formats, all of them those that were described, stand against the report:
    /// somebody has changed the report and put its new checksum into the descriptor.
    func isAloneAgainst(
        _ report: CheckedReport,
        _ tables: [DataTable],
        _ descriptor: DescriptorCheck,
        _ made: MadeAgain?
    ) -> Bool {
        func stands(_ name: String, against bytes: [UInt8]) -> Bool {
            guard let found = folder.files[name], found != bytes else { return false }
            return descriptor.resources.contains { $0.path == name && $0.checksum == folder.checksum(of: name) }
        }
        var witnesses = 0
        if tables.contains(where: { stands("\($0.name).csv", against: CSVWriter.serialise($0)) }) { witnesses += 1 }
        let facts = ["name", "title", "version", "counts"]
        if let made, facts.contains(where: { made.descriptor[$0] != descriptor.json[$0] }) { witnesses += 1 }
        if witnesses == 0 { return false }
        for writer in Writers.formats where ["jsonl", "markdown"].contains(writer.name) {
            guard writer.fileNames.contains(where: { folder.files[$0] != nil }) else { continue }
            do {
                let files = try writer.write(report, after: [])
                if files.contains(where: { stands($0.name, against: $0.bytes) }) { witnesses += 1 }
            } catch {
                // What cannot be made is no witness.
                continue
            }
        }
        // Descriptions have no checksum, and nobody who changes one of them by hand changes all in the same way.
        for file in made?.descriptions[0] ?? [] where ["dcat.jsonld", "CITATION.cff"].contains(file.name) {
            guard witnesses == 1, let found = folder.files[file.name], found != file.bytes else { continue }
            if made?.hasPipeline == true { witnesses += 1 }
        }
        return witnesses > 1
    }

    /// The file is the one that was described when the dataset was made, so that it is the report that was changed.
    private mutating func blameReport(
        _ result: TableCheck.Result,
        _ file: String,
        _ table: DataTable,
        _ blamed: inout Set<String>
    ) {
        for change in result.changes {
            // `words` follows from the text, and the matrix from the cells.
            let thing = table.name == "matrix" ? "\(change.record)/\(change.column)" : change.record
            guard blamed.insert(thing).inserted else { continue }
            log.add(
                DatasetFinding(
                    .changedReport(change, file),
                    in: ReportCheck.file,
                    record: change.record,
                    column: change.column
                )
            )
        }
        // One line for the report is enough where it is a forgery with a right checksum.
        guard result.changes.isEmpty, blamed.isEmpty, let first = result.findings.first else { return }
        blamed.insert("")
        log.add(
            DatasetFinding(
                .changedReport(file, first.diagnostic.message),
                in: ReportCheck.file,
                record: first.record,
                column: first.column
            )
        )
    }

    /// Where no table shows what was changed, the descriptor and files in other formats do.
    mutating func blameReportAlone() {
        guard isReportAlone, !log.hasErrors(in: ReportCheck.file) else { return }
        log.add(DatasetFinding(.changedReport, in: ReportCheck.file))
    }

    // MARK: Spreadsheets

    /// Says first what was done to the file as a whole.
    private mutating func tellDialect(
        _ csv: CSVFile,
        _ name: String,
        isOther: Bool,
        _ isSame: Bool,
        _ result: TableCheck.Result
    ) {
        var differences = csv.dialect.differences
        if differences.isEmpty, isOther, isSame, result.findings.isEmpty { differences = ["other quotation marks"] }
        guard !differences.isEmpty, result.isReadable else { return }
        explained.insert(name)
        log.add(DatasetFinding(.resavedTable(differences, isSame: isSame), in: name))
    }

    /// The tables that other commands add: by their own rules, and their keys.
    mutating func checkAddedTables(_ tables: [DataTable]) {
        for table in options.addedTables {
            let name = "\(table.name).csv"
            guard let bytes = folder.files[name] else { continue }
            let csv = CSVFile(bytes)
            var keys = KeyValues()
            for key in table.foreignKeys {
                guard let target = folder.files["\(key.table).csv"].map({ CSVFile($0).fields }),
                    let index = target.first?.firstIndex(of: key.tableField)
                else { continue }
                keys.add(
                    target.dropFirst().lazy.filter { $0.count > index }.map { $0[index] },
                    of: key.table,
                    key.tableField
                )
            }
            let check = TableCheck(table: table, file: name, hasReport: false, keys: keys)
            let result = check.check(csv, expected: [])
            if !csv.dialect.differences.isEmpty {
                log.add(
                    DatasetFinding(
                        .resavedTable(csv.dialect.differences, isSame: result.findings.isEmpty),
                        in: name
                    )
                )
            }
            for finding in result.findings { log.add(finding) }
        }
    }
}

extension Diagnostic {
    fileprivate static func resavedTable(_ differences: [String], isSame: Bool) -> Diagnostic {
        Diagnostic(
            "resaved-file",
            .warning,
            "the file was saved by a spreadsheet or an editor: \(differences.joined(separator: ", "))"
                + (isSame ? "; the values are the same" : ""),
            suggestion: isSame
                ? "make it again with 'tessera convert' before you publish it: programs expect the form that is described"
                : "what has become of its values is told next"
        )
    }

    fileprivate static let changedReport = Diagnostic(
        "changed-report",
        .error,
        "report.json is not the report that the other files were made from, which agree with each other",
        suggestion: "restore report.json, or make the dataset again with 'tessera convert'"
    )

    fileprivate static func changedReport(_ change: TableCheck.Change, _ file: String) -> Diagnostic {
        let excerpts = Excerpt.around(change.found, change.expected)
        return Diagnostic(
            "changed-report",
            .error,
            "record '\(change.record.onOneLine.shortened(to: 60))', column \(change.column): report.json has "
                + "'\(excerpts.new)', and \(file), whose checksum is right, has '\(excerpts.old)'",
            suggestion: "restore report.json, or make the dataset again with 'tessera convert'"
        )
    }

    fileprivate static func changedReport(_ file: String, _ message: String) -> Diagnostic {
        Diagnostic(
            "changed-report",
            .error,
            "report.json is not the report that \(file) was made from, whose checksum is right (\(message))",
            suggestion: "restore report.json, or make the dataset again with 'tessera convert'"
        )
    }
}
