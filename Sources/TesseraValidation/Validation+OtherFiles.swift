import LibNettle
import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Files in other formats: those that the report determines are made again and compared.
extension Validation {
    /// Files that are made of the report alone, without what the pipeline file says about it.
    private static let determined: Set<String> = ["cells.jsonl", "dataset.sqlite", "dataset.xlsx", "report.md"]

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
        let present = Validation.determined.filter { folder.files[$0] != nil }
        // A report that is wrong gives files that are.
        guard !present.isEmpty, !log.hasErrors(in: ReportCheck.file) else { return }
        var made: [OutputFile] = []
        for writer in Writers.all(publication: Publication(), checksum: SHA256.hexDigest) {
            made += writer.write(report, after: made)
        }
        for file in made where present.contains(file.name) {
            guard let bytes = folder.files[file.name] else { continue }
            guard bytes != file.bytes else {
                sound.insert(file.name)
                continue
            }
            let isText = file.name.hasSuffix(".jsonl") || file.name.hasSuffix(".md")
            let line = isText ? Validation.firstDifference(bytes, file.bytes) : nil
            log.add(DatasetFinding(.changedFile(line), in: file.name, line: line))
        }
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
}
