import ArgumentParser
import TesseraModel
import TesseraPipeline
import TesseraStages

/// Options of commands that look at one document.
struct DocumentOptions: ParsableArguments {
    @Argument(help: "The document.")
    var file: String

    @Option(help: ArgumentHelp("Folder of pipeline files.", valueName: "folder"))
    var pipelines = "Pipelines"

    @Option(help: ArgumentHelp("Use this pipeline only.", valueName: "id"))
    var only: String?

    @Option(help: ArgumentHelp("An earlier version of the report, to guide where cells begin.", valueName: "dataset"))
    var reference: String?

    @OptionGroup var limits: LimitOptions

    /// Reads the document, without a pipeline.
    func document(_ common: CommonOptions, _ log: inout DiagnosticLog) throws -> SourceDocument {
        let sources = try reportingSetUp(common) { () throws(SetUpFailure) in
            try SourceDiscovery([file], pipelineFolder: pipelines)
        }
        guard sources.sources.count == 1, let source = sources.sources.first, source.file == file else {
            throw ValidationError("'\(file)' is a folder; name one document")
        }
        // Only pipeline files can tell what the elements of some kinds of XML are.
        let mappings = try reportingSetUp(common) { () throws(SetUpFailure) in
            try PipelineSet.mappings(in: pipelines, only: only)
        }
        return try DocumentLoader(limits: limits.values, mappings: mappings).load(source, log: &log)
    }

    /// The pipeline that fits the document.
    func pipeline(for document: SourceDocument, _ common: CommonOptions) throws -> Pipeline {
        let set = try reportingSetUp(common) { () throws(SetUpFailure) in
            try PipelineSet(folder: pipelines, only: only, naming: .revision, reference: reference)
        }
        return try set.pipeline(for: document)
    }
}
