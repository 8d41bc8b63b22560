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
    @OptionGroup var batch: BatchOptions
    @OptionGroup var common: CommonOptions

    @Flag(help: "Begin no document after one has failed.")
    var failFast = false

    @Flag(help: "Convert in memory and say what would be written.")
    var dryRun = false

    @MainActor func run() async throws {
        let (converter, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in try source.prepare() }
        let output =
            dryRun ? nil : try reportingSetUp(common) { () throws(SetUpFailure) in try OutputFolder(source.output) }
        let lock = try output.map { output in
            try reportingSetUp(common) { () throws(SetUpFailure) in try OutputLock(output, while: waits) }
        }
        // Held until everything is written.
        defer { withExtendedLifetime(lock) {} }
        for folder in output?.leftovers ?? [] { common.print([.leftover(folder)], path: source.output) }
        if common.verbose {
            for skipped in sources.skipped {
                common.say("\(skipped.file): note: skipped, no reader knows its extension [skipped-file]")
            }
        }
        FileSystem.noteInterrupts()
        let progress = ProgressLine(total: sources.sources.count, isShown: !common.quiet && sources.sources.count > 1)
        var outcomes: [RunOutcome] = []
        let notes: [Diagnostic]
        do throws(SetUpFailure) {
            notes = try await Runner(converter, options(output)).run(sources.sources) { event in
                guard case .finished(_, let outcome) = event else { return }
                progress.clear()
                common.print(outcome.conversion.diagnostics, path: outcome.conversion.source.file)
                progress.advance()
                outcomes.append(outcome)
            }
        } catch {
            progress.clear()
            common.print(error)
            throw ExitCode.setUpFailed
        }
        progress.clear()
        common.print(notes, path: source.output)
        var omissions = 0
        if let output {
            try reportingSetUp(common) { () throws(SetUpFailure) in
                try output.write(RunReport.file(outcomes, skipped: sources.skipped, version: Tessera.version))
                try output.updateQuarantine(outcomes)
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

    private func options(_ output: OutputFolder?) -> Runner.Options {
        Runner.Options(
            jobs: source.jobs,
            memory: batch.memory,
            isStrict: source.strict,
            failsFast: failFast,
            output: output,
            trialOutput: dryRun ? source.output : nil,
            cache: batch.cache,
            workers: source.workers(isTrial: dryRun),
            isInterrupted: { FileSystem.isInterrupted }
        )
    }

    /// Whether to go on waiting for another run; says so once.
    private var waits: (String) -> Bool {
        var hasSaid = false
        return { holder in
            guard batch.wait, !FileSystem.isInterrupted else { return false }
            if !hasSaid { common.say("waiting for another run that is writing to \(source.output) (\(holder))") }
            hasSaid = true
            return true
        }
    }
}
