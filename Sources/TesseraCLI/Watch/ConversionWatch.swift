import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

/// `tessera convert --watch`: a run, and after it one for what changes, until somebody interrupts it.
///
/// It looks again and again, because folders of a network and of containers do not tell when something changes there.
struct ConversionWatch {
    private let run: ConversionRun
    private var pipelines: PipelineSet
    private var discovery: SourceDiscovery
    private var watch: Watch
    private var runs = 0
    private var converted = 0
    private var failed = 0

    /// Milliseconds between two looks.
    private static let pause = 1_000

    /// - Parameters:
    ///   - run: carries out each run.
    ///   - pipelines: those of the first run.
    ///   - discovery: what the inputs hold before it; may be nothing.
    /// - Throws: ``SetUpFailure`` where the inputs cannot be looked at.
    init(_ run: ConversionRun, _ pipelines: PipelineSet, _ discovery: SourceDiscovery) throws(SetUpFailure) {
        self.run = run
        self.pipelines = pipelines
        self.discovery = discovery
        watch = Watch(try WatchListing(discovery, pipelineFolder: run.source.pipelines, pipelines))
    }

    private var common: CommonOptions { run.common }
    private var source: SourceOptions { run.source }

    /// Goes on until it is interrupted.
    /// - Throws: `ExitCode` where the first run could not be carried through; what is wrong has been printed.
    @MainActor mutating func callAsFunction() async throws {
        try await convert(discovery)
        if !FileSystem.isInterrupted {
            say("watching \(source.inputs.joined(separator: ", ")); end with Ctrl-C")
        }
        var complaint: SetUpFailure?
        while !FileSystem.isInterrupted {
            FileSystem.pause(milliseconds: ConversionWatch.pause)
            let listing: WatchListing
            do throws(SetUpFailure) {
                listing = try look()
                complaint = nil
            } catch {
                // Told once, and not every second.
                if error != complaint { common.print(error) }
                complaint = error
                continue
            }
            let findings = watch.look(listing)
            for name in findings.gone { say("\(name) is gone; its dataset stays") }
            if findings.settingsChanged { reload() }
            if !findings.changed.isEmpty { try await convert(discovery.narrowed(to: findings.changed)) }
        }
        let failures = failed > 0 ? ", \(failed) failed" : ""
        say("interrupted after \(runs.counting("run")): \(converted.counting("document")) converted\(failures)")
    }

    /// A line for people; programs are told by events alone.
    private func say(_ line: String) {
        if run.batch.progress != .json { common.say(line) }
    }

    private mutating func look() throws(SetUpFailure) -> WatchListing {
        // What was named and is gone is no mistake here.
        var inputs: [String] = []
        for input in source.inputs where try SourceDiscovery.exists(input) { inputs.append(input) }
        discovery = try SourceDiscovery(inputs, pipelineFolder: source.pipelines, parts: pipelines.parts)
        return try WatchListing(discovery, pipelineFolder: source.pipelines, pipelines)
    }

    private mutating func reload() {
        do throws(SetUpFailure) {
            pipelines = try source.pipelineSet(logger: pipelines.logger)
            watch.reloaded(try look())
            say("the pipeline files have changed")
        } catch {
            common.print(error)
            say("waiting until the pipeline files are in order")
            watch.hold()
        }
    }

    @MainActor private mutating func convert(_ sources: SourceDiscovery) async throws {
        guard !sources.sources.isEmpty else { return }
        do {
            let tally = try await run(
                source.converter(pipelines),
                pipelines,
                sources,
                after: runs > 0 ? earlier(than: sources) : nil
            )
            converted += tally.good
            failed += tally.statuses[.failed] ?? 0
        } catch {
            // What is wrong has been printed; later, it may be right when something changes again.
            if runs == 0 { throw error }
        }
        runs += 1
    }

    /// What the report of the runs before holds, without the documents that are converted again.
    private func earlier(than sources: SourceDiscovery) -> RunRecord? {
        guard let output = run.output else { return nil }
        do throws(SetUpFailure) {
            var record = try RunRecord(at: output.path)
            let again = Set(sources.sources.map(\.label))
            record.outcomes.removeAll { again.contains($0.conversion.source.label) }
            return record
        } catch {
            common.print(error)
            return nil
        }
    }
}
