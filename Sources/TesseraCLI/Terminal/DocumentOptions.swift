import ArgumentParser
import TesseraModel
import TesseraPipeline
import TesseraStages

/// Options of commands that look at one document.
struct DocumentOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The document; of one that is cut into parts, all of them.", valueName: "file"))
    var files: [String]

    @Option(help: ArgumentHelp("Folder of pipeline files.", valueName: "folder"))
    var pipelines = "Pipelines"

    @Option(help: ArgumentHelp("Use this pipeline only.", valueName: "id"))
    var only: String?

    @Option(help: ArgumentHelp("An earlier version of the report, to guide where cells begin.", valueName: "dataset"))
    var reference: String?

    @OptionGroup var limits: LimitOptions

    /// The document that messages are about.
    var file: String { files[0] }

    /// Reads the document, and finds its pipeline.
    /// - Parameter needsPipeline: whether there must be one.
    func load(needsPipeline: Bool, _ common: CommonOptions, _ log: inout DiagnosticLog) throws -> DocumentLoader.Matched
    {
        // Only pipeline files can tell what the elements of some kinds of XML are, and which layout a text has.
        let set = try reportingSetUp(common) { () throws(SetUpFailure) in
            needsPipeline
                ? try PipelineSet(folder: pipelines, only: only, naming: .revision, reference: reference)
                : try PipelineSet.present(in: pipelines, only: only)
        }
        let sources = try reportingSetUp(common) { () throws(SetUpFailure) in
            try SourceDiscovery(files, pipelineFolder: pipelines, parts: set.parts).sources
        }
        guard sources.count == 1, let source = sources.first, source.isOf(files) else {
            throw ValidationError(
                files.count == 1
                    ? "'\(files[0])' is a folder; name one document" : "these are no parts of one document; name one"
            )
        }
        return try DocumentLoader(limits: limits.values, mappings: set.mappings).load(source, for: set, log: &log)
    }
}

extension SourcePath {
    /// Whether the source is what a command line names, and not the only file of a folder.
    fileprivate func isOf(_ files: [String]) -> Bool {
        files.contains { name in name == file || parts.contains { $0.file == name } }
    }
}
