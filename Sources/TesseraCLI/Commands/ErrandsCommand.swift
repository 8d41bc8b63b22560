import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

/// The other end of ``TesseraPipeline/Runner``: the program that a run starts to convert documents in processes of their
/// own. It takes the options of the run, and is nobody else's business.
struct ErrandsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "errands",
        abstract: "Convert the documents of a run.",
        shouldDisplay: false
    )

    @OptionGroup var source: SourceOptions
    @OptionGroup var log: LogOptions
    @OptionGroup var common: CommonOptions

    @Option(help: "Process of the run.")
    var parent: Int32

    @Flag(help: "Keep what is read for later runs.")
    var keepExtracts = false

    @Flag(help: "Write nothing.")
    var dryRun = false

    func run() throws {
        // A run that is killed leaves nobody at work behind.
        guard FileSystem.endWithParent(parent) else { return }
        let pipelines = try reportingSetUp(common) { () throws(SetUpFailure) in
            try source.pipelineSet(logger: log.logger("tessera[\(FileSystem.processID)]", common))
        }
        let options = Runner.Options(
            isStrict: source.strict,
            tellsNotes: common.verbose,
            output: dryRun ? nil : OutputFolder(openedBefore: source.output),
            trialOutput: dryRun ? source.output : nil
        )
        let errands = Errands(source.converter(pipelines, keepsExtracts: keepExtracts), options)
        Terminal.output.write(errands.greeting)
        var lines = StandardInputLines(limit: 1 << 20)
        while case .whole(let line) = try lines.next() {
            if let answer = errands.answer(to: line) { Terminal.output.write(answer) }
        }
    }
}
