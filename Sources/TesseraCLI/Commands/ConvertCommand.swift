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
        let (converter, pipelines, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in
            try source.prepare(keepsExtracts: !dryRun && !batch.noCache)
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
            common: common,
            failFast: failFast,
            isTrial: dryRun,
            output: output
        )
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
