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
                for file in try writer.write(report, after: []) { compare(file) }
            } catch {
                log.add(DatasetFinding(.notMadeAgain(error.diagnostic.message), in: writer.fileNames[0]))
            }
        }
    }

    private mutating func compare(_ file: OutputFile) {
        guard let bytes = folder.files[file.name] else { return }
        if bytes == file.bytes {
            sound.insert(file.name)
            return
        }
        let isText = file.name.hasSuffix(".jsonl") || file.name.hasSuffix(".md")
        let line = isText ? Validation.firstDifference(bytes, file.bytes) : nil
        log.add(DatasetFinding(.changedFile(line), in: file.name, line: line))
    }

    /// The line in which two texts part, from 1.
    private static func firstDifference(_ one: [UInt8], _ other: [UInt8]) -> Int {
        let common = zip(one, other).prefix { $0 == $1 }.count
        return one.prefix(common).count { $0 == UInt8(ascii: "\n") } + 1
    }
}

extension Diagnostic {
    fileprivate static func changedFile(_ line: Int?) -> Diagnostic {
        Diagnostic(
            "changed-file",
            .error,
            "the file is not what report.json gives" + (line == nil ? "" : ": this line is the first that differs"),
            suggestion: .convertAgain
        )
    }

    fileprivate static func notMadeAgain(_ reason: String) -> Diagnostic {
        Diagnostic(
            "file-not-compared",
            .note,
            "the file was not compared with the report, because it cannot be made here: \(reason)"
        )
    }
}
