import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Files in other formats: those that the report determines are made again and compared.
extension Validation {
    /// Formats that are looked at value by value.
    private static let checked = ["json", "csv"]

    mutating func checkOtherFiles(_ report: CheckedReport, _ resources: [DescriptorCheck.Resource]) {
        for name in folder.files.keys.sorted() where name.hasSuffix(".json") || name.hasSuffix(".jsonld") {
            guard name != ReportCheck.file, name != DescriptorCheck.file, let bytes = folder.files[name] else {
                continue
            }
            do {
                _ = try JSONParser.parse(bytes)
            } catch {
                log.add(DatasetFinding(.noJSON(error), in: name, line: error.line))
            }
        }
        // A report that is wrong gives files that are.
        guard !log.hasErrors(in: ReportCheck.file) else { return }
        for writer in Writers.formats where !Validation.checked.contains(writer.name) {
            guard writer.fileNames.contains(where: { folder.files[$0] != nil }) else { continue }
            do {
                let tables = DataTable.all(of: report.report)
                for file in try writer.write(report, after: []) { compare(file, tables) }
            } catch {
                log.add(DatasetFinding(.notMadeAgain(error.diagnostic.message), in: writer.fileNames[0]))
            }
        }
    }

    private mutating func compare(_ file: OutputFile, _ tables: [DataTable]) {
        guard let bytes = folder.files[file.name] else { return }
        if bytes == file.bytes {
            sound.insert(file.name)
            return
        }
        if file.name.hasSuffix(".sqlite") {
            let findings = DatabaseCheck(tables: tables, file: file.name).findings(bytes, expected: file.bytes)
            if !findings.contains(where: \.isError) { explained.insert(file.name) }
            log.add(findings)
        } else if file.name.hasSuffix(".jsonl") {
            tell(LinesCheck(file: file.name).finding(bytes, expected: file.bytes))
        } else if file.name.hasSuffix(".md") {
            let difference = PlainLines(bytes).difference(from: PlainLines(file.bytes))
            guard let difference else { return tell(DatasetFinding(.resavedText, in: file.name)) }
            let diagnostic = difference.isSurplus ? Diagnostic.surplusLines : .changedFile
            tell(DatasetFinding(diagnostic, in: file.name, line: difference.line))
        } else {
            let findings = WorkbookCheck(tables: tables, file: file.name).findings(bytes, expected: file.bytes)
            if !findings.contains(where: \.isError) { explained.insert(file.name) }
            log.add(findings)
        }
    }

    /// Tells what is known of a file: it is why its checksum is another one.
    private mutating func tell(_ finding: DatasetFinding) {
        explained.insert(finding.file)
        log.add(finding)
    }
}

extension Diagnostic {
    fileprivate static let changedFile = Diagnostic(
        "changed-file",
        .error,
        "the file is not what report.json gives: this line is the first that differs",
        suggestion: .convertAgain
    )

    fileprivate static func notMadeAgain(_ reason: String) -> Diagnostic {
        Diagnostic(
            "file-not-compared",
            .note,
            "the file was not compared with the report, because it cannot be made here: \(reason)"
        )
    }
}
