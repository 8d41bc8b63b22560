public import ArgumentParser
import FileSystem
import TesseraPipeline
public import TesseraStages

/// Options of commands that convert documents.
struct SourceOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Documents, or folders of documents.", valueName: "input"))
    var inputs: [String] = ["Input"]

    @Option(help: ArgumentHelp("Folder of pipeline files.", valueName: "folder"))
    var pipelines = "Pipelines"

    @Option(help: ArgumentHelp("Folder of datasets.", valueName: "folder"))
    var output = "Output"

    @Option(help: ArgumentHelp("Documents to convert at once.", valueName: "number"))
    var jobs = FileSystem.processorCount

    @Option(help: ArgumentHelp("Use this pipeline only.", valueName: "id"))
    var only: String?

    @Option(help: ArgumentHelp("An earlier version of the report, to guide where cells begin.", valueName: "dataset"))
    var reference: String?

    @Option(help: "Name datasets by the revision date of the report, or by their source: revision or source.")
    var nameBy = MatrixRules.Naming.revision

    @Flag(help: "Let warnings fail a document.")
    var strict = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    }

    /// The pipelines, and the documents to convert with them.
    func prepare() throws(SetUpFailure) -> (converter: Converter, sources: SourceDiscovery) {
        let pipelines = try PipelineSet(folder: pipelines, only: only, naming: nameBy, reference: reference)
        let sources = try SourceDiscovery(inputs, pipelineFolder: self.pipelines, parts: pipelines.parts)
        guard !sources.sources.isEmpty else { throw SetUpFailure.noDocuments(in: inputs, skipped: sources.skipped) }
        return (Converter(pipelines, limits: limits.values), sources)
    }

    /// - Parameter output: the folder to write to; nil to convert in memory.
    func runner(_ converter: Converter, failsFast: Bool = false, output: OutputFolder? = nil) -> Runner {
        FileSystem.noteInterrupts()
        return Runner(
            converter,
            Runner.Options(
                jobs: jobs,
                isStrict: strict,
                failsFast: failsFast,
                output: output,
                isInterrupted: { FileSystem.isInterrupted }
            )
        )
    }
}

extension MatrixRules.Naming: ExpressibleByArgument {}
