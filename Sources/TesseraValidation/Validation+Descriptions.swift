import LibNettle
import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Descriptions are made again from the report and, where it is at hand, the pipeline file.
extension Validation {
    /// What this program writes of the descriptor, and of the other descriptions.
    struct MadeAgain {
        var descriptor: JSONValue
        var descriptions: [OutputFile]
        /// Whether what the pipeline file says is in them.
        var hasPipeline: Bool
    }

    /// The descriptions as the program writes them; nil where a file that they describe cannot be made or read.
    func descriptionsMadeAgain(_ report: CheckedReport, _ descriptor: DescriptorCheck) -> MadeAgain? {
        let listed = Set(descriptor.resources.map(\.path)).union(folder.files.keys)
        var files: [OutputFile] = []
        for writer in Writers.formats where writer.fileNames.contains(where: listed.contains) {
            // Another version of a library may write other bytes.
            guard ["xlsx", "sqlite"].contains(writer.name) else {
                do {
                    files += try writer.write(report, after: [])
                } catch {
                    return nil
                }
                continue
            }
            for name in writer.fileNames { files.append(OutputFile(name: name, bytes: folder.files[name] ?? [])) }
        }
        let pipeline = pipeline(of: descriptor, report.report)
        let writers = Writers.descriptions(
            publication: pipeline?.definition.publication ?? Publication(),
            derivation: Validation.derivation(descriptor.json),
            checksum: SHA256.hexDigest
        )
        do {
            for writer in writers { files += try writer.write(report, after: files) }
            guard let made = files.first(where: { $0.name == DescriptorCheck.file }) else { return nil }
            return MadeAgain(
                descriptor: try JSONParser.parse(made.bytes),
                descriptions: files.filter { file in writers.contains { $0.fileNames.contains(file.name) } },
                hasPipeline: pipeline != nil
            )
        } catch {
            return nil
        }
    }

    /// The pipeline file whose checksum the descriptor gives; where it gives none, the pipeline that has none.
    private func pipeline(of descriptor: DescriptorCheck, _ report: Report) -> Pipeline? {
        let hash = descriptor.json["derivation"]?["pipeline"]?["hash"]?.text.map { String($0.dropFirst(7)) }
        return options.pipelines?.pipelines.first { pipeline in
            pipeline.derivation.pipeline?.sha256 == hash && report.identity.id.hasPrefix(pipeline.definition.id)
        }
    }

    /// The path of the pipeline file is another one on another machine; program and version are this one's.
    private static func derivation(_ descriptor: JSONValue) -> Derivation {
        let file = descriptor["derivation"]?["pipeline"]
        guard let path = file?["path"]?.text, let hash = file?["hash"]?.text else {
            return Derivation(version: Tessera.version)
        }
        let pipeline = Derivation.PipelineFile(path: path, sha256: String(hash.dropFirst(7)))
        return Derivation(version: Tessera.version, pipeline: pipeline)
    }

    /// Compares the descriptions other than the descriptor.
    mutating func checkDescriptions(_ made: MadeAgain?, _ descriptor: DescriptorCheck) {
        guard descriptor.isReadable, !isReportOdd, !log.hasErrors(in: ReportCheck.file) else { return }
        // Another version writes them in another way, which was told.
        if let version = descriptor.json["derivation"]?["version"]?.text, version != Tessera.version { return }
        guard let made, made.hasPipeline else {
            log.add(DatasetFinding(.descriptionsNotCompared, in: DescriptorCheck.file))
            return
        }
        for file in made.descriptions where file.name != DescriptorCheck.file {
            guard let bytes = folder.files[file.name], bytes != file.bytes, !log.hasErrors(in: file.name) else {
                continue
            }
            let common = zip(bytes, file.bytes).prefix { $0 == $1 }.count
            let line = bytes.prefix(common).count { $0 == UInt8(ascii: "\n") } + 1
            log.add(DatasetFinding(.changedDescription, in: file.name, line: line))
        }
    }
}

extension Diagnostic {
    fileprivate static let changedDescription = Diagnostic(
        "changed-file",
        .error,
        "the file is not what the report and the pipeline file give: this line is the first that differs",
        suggestion: .convertAgain
    )

    fileprivate static let descriptionsNotCompared = Diagnostic(
        "file-not-compared",
        .note,
        "the descriptions were not compared as a whole, because the pipeline file is not at hand",
        suggestion: "name its folder with --pipelines"
    )
}
