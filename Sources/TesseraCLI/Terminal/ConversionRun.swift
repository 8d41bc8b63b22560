import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

/// A run of `tessera convert`: converts documents, shows how it goes on, and writes what is known of the run.
struct ConversionRun {
    let source: SourceOptions
    let batch: BatchOptions
    let log: LogOptions
    let common: CommonOptions
    let failFast: Bool
    /// Whether nothing is written.
    let isTrial: Bool
    let output: OutputFolder?

    /// - Parameters:
    ///   - converter: converts the documents.
    ///   - pipelines: those that it has.
    ///   - sources: the documents.
    ///   - earlier: what earlier runs came to whose documents stand in the report as well, in front of the others.
    /// - Returns: what the run came to.
    /// - Throws: `ExitCode` where it could not be carried through; what is wrong has been printed.
    @MainActor func callAsFunction(
        _ converter: Converter,
        _ pipelines: PipelineSet,
        _ sources: SourceDiscovery,
        after earlier: RunRecord? = nil
    ) async throws -> RunTally {
        let started = Moment(milliseconds: FileSystem.timeOfDay)
        let report = try output.map { output in
            try reportingSetUp(common) { () throws(SetUpFailure) in try RunReportFile(in: output) }
        }
        let progress = style.display(total: sources.sources.count, common)
        var tally = RunTally()
        var failed: [RunOutcome] = []
        var settled: [SourcePath] = []
        var problem: SetUpFailure?
        var whole = RunTally()
        for outcome in earlier?.outcomes ?? [] {
            whole.add(outcome)
            do throws(SetUpFailure) { try report?.add(outcome) } catch { problem = problem ?? error }
        }
        let notes: [Diagnostic]
        do throws(SetUpFailure) {
            notes = try await Runner(converter, options).run(sources.sources) { event in
                if case .finished(_, let outcome) = event {
                    if progress.printsDiagnostics, !outcome.conversion.diagnostics.isEmpty {
                        progress.clear()
                        common.print(outcome.conversion.diagnostics, path: outcome.conversion.source.file)
                    }
                    tally.add(outcome)
                    whole.add(outcome)
                    if outcome.status == .failed { failed.append(outcome) }
                    if outcome.status != .skipped { settled.append(outcome.conversion.source) }
                    do throws(SetUpFailure) { try report?.add(outcome) } catch { problem = problem ?? error }
                }
                progress.show(event)
            }
        } catch {
            progress.clear()
            common.print(error)
            throw ExitCode.setUpFailed
        }
        let ended = Moment(milliseconds: FileSystem.timeOfDay)
        var facts = RunFacts(
            started: started,
            ended: ended,
            jobs: source.jobs,
            processors: FileSystem.processorCount,
            pipelines: pipelines
        )
        progress.end(tally, seconds: facts.seconds)
        if progress.printsDiagnostics { common.print(notes, path: source.output) }
        var omissions = 0
        if let output {
            try reportingSetUp(common) { () throws(SetUpFailure) in
                if let problem { throw problem }
                if let earlier { facts.started = earlier.facts.started }
                try report?.finish(whole, facts, skipped: sources.skipped)
                try output.updateQuarantine(settled: settled, failed: failed)
                for omission in try output.updateCatalog(logger: pipelines.logger) {
                    if progress.printsDiagnostics { common.print([omission.diagnostic], path: omission.path) }
                    omissions += 1
                }
            }
        }
        if progress.printsDiagnostics {
            let seconds = Double(ended.milliseconds - started.milliseconds) / 1_000
            let summary = RunSummary(tally, folder: source.output, omissions: omissions, isDryRun: isTrial)
            for line in summary.table(seconds: seconds) + [summary.line] { common.say(line) }
        }
        return tally
    }

    /// Between lines of a log, a bar has no place.
    private var style: ProgressStyle {
        batch.progress == .auto && log.logLevel != nil ? .plain : batch.progress
    }

    private var options: Runner.Options {
        Runner.Options(
            jobs: source.jobs,
            memory: batch.memory,
            isStrict: source.strict,
            failsFast: failFast,
            tellsNotes: common.verbose,
            output: output,
            trialOutput: isTrial ? source.output : nil,
            cache: batch.cache,
            workers: source.workers(
                isTrial: isTrial,
                tellsNotes: common.verbose,
                keepsExtracts: !isTrial && !batch.noCache,
                logLevel: log.level(common)
            ),
            isInterrupted: { FileSystem.isInterrupted }
        )
    }
}
