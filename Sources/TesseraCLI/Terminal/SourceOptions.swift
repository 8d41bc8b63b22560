public import ArgumentParser
import FileSystem
import Logging
import TesseraModel
import TesseraPipeline
public import TesseraStages
import TesseraWriters

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

    @Option(
        help: ArgumentHelp(
            "Formats to write, separated by commas, or all; by default what the pipeline file says.",
            discussion: "The formats: \(Writers.formats.map(\.name).joined(separator: ", ")).",
            valueName: "formats"
        ),
        transform: FormatChoice.init(argument:)
    )
    var write: FormatChoice?

    @Option(help: "Name datasets by the revision date of the report, or by their source: revision or source.")
    var nameBy = MatrixRules.Naming.revision

    @Flag(help: "Let warnings fail a document.")
    var strict = false

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        if jobs < 1 { throw ValidationError("--jobs must be at least 1") }
    }

    /// The pipelines that were asked for.
    /// - Parameter logger: told what operators want to know of them and of conversions.
    func pipelineSet(logger: Logger = .silent) throws(SetUpFailure) -> PipelineSet {
        try PipelineSet(folder: pipelines, only: only, naming: nameBy, reference: reference, logger: logger)
    }

    /// - Parameters:
    ///   - rule: which formats to write where the command line names none.
    ///   - keepsExtracts: whether what is read is kept for later runs.
    func converter(
        _ pipelines: PipelineSet,
        formats rule: FormatRule = .pipeline,
        keepsExtracts: Bool = false
    ) -> Converter {
        Converter(
            pipelines,
            limits: limits.values,
            formats: write.map(FormatRule.chosen) ?? rule,
            extracts: keepsExtracts ? ExtractStore(in: OutputFolder(openedBefore: output)) : nil
        )
    }

    /// The pipelines, and the documents to convert with them.
    /// - Parameters:
    ///   - rule: which formats to write where the command line names none.
    ///   - keepsExtracts: whether what is read is kept for later runs.
    ///   - mayBeNone: whether it is no mistake that there is no document.
    ///   - logger: told what operators want to know.
    func prepare(
        formats rule: FormatRule = .pipeline,
        keepsExtracts: Bool = false,
        mayBeNone: Bool = false,
        logger: Logger = .silent
    ) throws(SetUpFailure) -> (converter: Converter, pipelines: PipelineSet, sources: SourceDiscovery) {
        let pipelines = try pipelineSet(logger: logger)
        let sources = try SourceDiscovery(inputs, pipelineFolder: self.pipelines, parts: pipelines.parts)
        guard mayBeNone || !sources.sources.isEmpty else {
            throw SetUpFailure.noDocuments(in: inputs, skipped: sources.skipped)
        }
        return (converter(pipelines, formats: rule, keepsExtracts: keepsExtracts), pipelines, sources)
    }

    /// This program as the one that converts for a run, with the same options.
    /// - Parameters:
    ///   - isTrial: whether nothing is written.
    ///   - tellsNotes: whether notes are told that datasets have.
    ///   - keepsExtracts: whether what is read is kept for later runs.
    ///   - logLevel: from which on it logs; nil for nothing.
    func workers(
        isTrial: Bool,
        tellsNotes: Bool,
        keepsExtracts: Bool,
        logLevel: Logger.Level? = nil
    ) -> WorkerProgram {
        var arguments = [
            "errands", "--parent", String(FileSystem.processID), "--pipelines", pipelines, "--output", output,
            "--name-by", nameBy.rawValue,
        ]
        if let only { arguments += ["--only", only] }
        if let reference { arguments += ["--reference", reference] }
        if let write { arguments += ["--write", write.names.sorted().joined(separator: ",")] }
        if strict { arguments.append("--strict") }
        if isTrial { arguments.append("--dry-run") }
        if tellsNotes { arguments.append("--verbose") }
        if keepsExtracts { arguments.append("--keep-extracts") }
        if let logLevel { arguments += ["--log-level", logLevel.rawValue] }
        for setting in limits.limit { arguments += ["--limit", "\(setting.name.rawValue)=\(setting.value)"] }
        return WorkerProgram(FileSystem.executable, arguments)
    }
}

extension MatrixRules.Naming: ExpressibleByArgument {}

extension FormatChoice {
    /// - Parameter argument: names of formats, separated by commas.
    /// - Throws: `ValidationError` for a name that is none.
    init(argument: String) throws {
        do {
            try self.init(argument.split(separator: ",", omittingEmptySubsequences: false).map(\.trimmed))
        } catch {
            throw ValidationError("\(error.message); \(error.suggestion)")
        }
    }
}

extension Substring {
    /// Without blanks at both ends: people write a list with blanks.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
