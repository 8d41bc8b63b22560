import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

struct ConvertCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Convert documents to datasets.",
        discussion: """
            Examples:
              tessera convert
              tessera convert reports/2008.txt --output Output/
            """
    )

    @OptionGroup var source: SourceOptions
    @OptionGroup var common: CommonOptions

    @Flag(help: "Begin no document after one has failed.")
    var failFast = false

    @Flag(help: "Convert in memory and say what would be written.")
    var dryRun = false

    @MainActor func run() async throws {
        let (converter, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in try source.prepare() }
        let output =
            dryRun ? nil : try reportingSetUp(common) { () throws(SetUpFailure) in try OutputFolder(source.output) }
        for folder in output?.leftovers ?? [] { common.print([.leftover(folder)], path: source.output) }
        let runner = source.runner(converter, failsFast: failFast, output: output, isTrial: dryRun)
        if common.verbose {
            for skipped in sources.skipped {
                common.say("\(skipped.file): note: skipped, no reader knows its extension [skipped-file]")
            }
        }
        let progress = ProgressLine(total: sources.sources.count, isShown: !common.quiet && sources.sources.count > 1)
        let outcomes = await runner.run(sources.sources) { event in
            guard case .finished(_, let outcome) = event else { return }
            progress.clear()
            common.print(outcome.conversion.diagnostics, path: outcome.conversion.source.file)
            progress.advance()
        }
        progress.clear()
        var omissions = 0
        if let output {
            try reportingSetUp(common) { () throws(SetUpFailure) in
                try output.write(RunReport.file(outcomes, skipped: sources.skipped, version: Tessera.version))
                for omission in try output.updateCatalog() {
                    common.print([omission.diagnostic], path: omission.path)
                    omissions += 1
                }
            }
        }
        common.say(RunSummary(outcomes, folder: source.output, omissions: omissions, isDryRun: dryRun).line)
        if FileSystem.isInterrupted { throw ExitCode.interrupted }
        if outcomes.contains(where: { $0.status == .failed || $0.status == .skipped }) { throw ExitCode.documentFailed }
    }
}
