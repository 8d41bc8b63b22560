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
    @OptionGroup var log: LogOptions
    @OptionGroup var common: CommonOptions

    @Flag(help: "Begin no document after one has failed.")
    var failFast = false

    @Flag(help: "Convert in memory and say what would be written.")
    var dryRun = false

    @Flag(help: "Go on converting what changes in the inputs and in the pipeline files, until Ctrl-C.")
    var watch = false

    func validate() throws {
        if log.logLevel != nil, batch.progress == .json {
            throw ValidationError("--log-level and --progress json exclude each other: both write to standard error")
        }
        if watch, dryRun || failFast {
            throw ValidationError("--watch and --\(dryRun ? "dry-run" : "fail-fast") exclude each other")
        }
    }

    @MainActor func run() async throws {
        let (converter, pipelines, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in
            try source.prepare(
                keepsExtracts: !dryRun && !batch.noCache,
                mayBeNone: watch,
                logger: log.logger("tessera", common)
            )
        }
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
        let run = ConversionRun(
            source: source,
            batch: batch,
            log: log,
            common: common,
            failFast: failFast,
            isTrial: dryRun,
            output: output
        )
        if watch {
            var watch = try reportingSetUp(common) { () throws(SetUpFailure) in
                try ConversionWatch(run, pipelines, sources)
            }
            try await watch()
            throw ExitCode.interrupted
        }
        let tally = try await run(converter, pipelines, sources)
        if FileSystem.isInterrupted { throw ExitCode.interrupted }
        if tally.hasFailures { throw ExitCode.documentFailed }
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
