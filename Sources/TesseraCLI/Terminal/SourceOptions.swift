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

    @Option(help: "Name datasets by the revision date of the report, or by their source: revision or source.")
    var nameBy = MatrixRules.Naming.revision

    @Flag(help: "Let warnings fail a document.")
    var strict = false

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    }

    /// The runner and what it shall convert.
    func prepare(
        failsFast: Bool = false,
        output: OutputFolder? = nil
    ) throws(SetUpFailure) -> (runner: Runner, sources: SourceDiscovery) {
        let pipelines = try PipelineSet(folder: pipelines, only: only, naming: nameBy)
        let sources = try SourceDiscovery(inputs, pipelineFolder: self.pipelines)
        let options = Runner.Options(jobs: jobs, isStrict: strict, failsFast: failsFast, output: output)
        return (Runner(Converter(pipelines), options), sources)
    }
}

extension MatrixRules.Naming: ExpressibleByArgument {}
