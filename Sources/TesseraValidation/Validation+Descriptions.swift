import LibNettle
import TesseraModel
import TesseraPipeline
import TesseraWriters

/// Descriptions are made again from the report and, where it is at hand, the pipeline file.
extension Validation {
    /// What this program writes of the descriptor, and of the other descriptions.
    struct MadeAgain {
        var descriptor: JSONValue
        /// The other descriptions, of the files that are there, and of those alone that the descriptor lists.
        var descriptions: [[OutputFile]]
        /// Whether what the pipeline file says is in them.
        var hasPipeline: Bool
    }

    /// The descriptions as the program writes them; nil where a file that they describe cannot be made or read.
    func descriptionsMadeAgain(_ report: CheckedReport, _ descriptor: DescriptorCheck) -> MadeAgain? {
        let listed = Set(descriptor.resources.map(\.path))
        let present = listed.union(folder.files.keys)
        let pipeline = pipeline(of: descriptor, report.report)
        let revision = report.report.identity.revised
        let writers = Writers.descriptions(
            publication: pipeline?.definition.publication.of(revision: revision) ?? Publication(),
            derivation: Validation.derivation(descriptor.json),
            checksum: SHA256.hexDigest
        )
        do {
            var made: [[OutputFile]] = []
            for names in listed == present ? [present] : [present, listed] {
                var files = try filesOfFormats(report, names)
                let described = files.count
                for writer in writers { files += try writer.write(report, after: files) }
                made.append(Array(files.dropFirst(described)))
            }
            guard let first = made[0].first(where: { $0.name == DescriptorCheck.file }) else { return nil }
            return MadeAgain(
                descriptor: try JSONParser.parse(first.bytes),
                descriptions: made,
                hasPipeline: pipeline != nil
            )
        } catch {
            return nil
        }
    }

    /// The files of the formats that have one of these names.
    private func filesOfFormats(_ report: CheckedReport, _ names: Set<String>) throws -> [OutputFile] {
        var files: [OutputFile] = []
        for writer in Writers.formats where writer.fileNames.contains(where: names.contains) {
            // Another version of a library may write other bytes.
            if ["xlsx", "sqlite"].contains(writer.name) {
                files += writer.fileNames.map { OutputFile(name: $0, bytes: folder.files[$0] ?? []) }
            } else {
                files += try writer.write(report, after: [])
            }
        }
        return files
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
        // Of a file that is not as it was described, checksum and size are another matter, and were told.
        let isAsDescribed = descriptor.resources.allSatisfy { resource in
            guard let checksum = resource.checksum, let bytes = folder.files[resource.path] else { return true }
            return SHA256.hexDigest(of: bytes) == checksum
        }
        for file in made.descriptions[0] where file.name != DescriptorCheck.file {
            guard let bytes = folder.files[file.name], !log.hasErrors(in: file.name) else { continue }
            let isSame = made.descriptions.contains { files in
                guard let other = files.first(where: { $0.name == file.name })?.bytes else { return false }
                return isAsDescribed ? other == bytes : Validation.lines(other) == Validation.lines(bytes)
            }
            if isSame { continue }
            let common = zip(bytes, file.bytes).prefix { $0 == $1 }.count
            let line = bytes.prefix(common).count { $0 == UInt8(ascii: "\n") } + 1
            log.add(DatasetFinding(.changedDescription, in: file.name, line: line))
        }
    }

    /// The lines of a description but for those that hold a checksum or a number alone.
    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: UInt8(ascii: "\n")).filter { line in
            let value = line.drop { $0 != UInt8(ascii: ":") }.filter { $0 > 0x2F && $0 < 0x7B }
            let isNumber = value.dropFirst().allSatisfy { (0x30...0x39).contains($0) } && value.count > 1
            let isChecksum = value.suffix(64).count == 64 && value.suffix(64).allSatisfy(Validation.isHexadecimal)
            return !isNumber && !isChecksum
        }
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte)
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
