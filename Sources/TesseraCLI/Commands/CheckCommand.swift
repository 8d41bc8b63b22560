import ArgumentParser
import FileSystem
import TesseraGoldens
import TesseraModel
import TesseraPipeline

/// How `check` prints differences.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
    /// JUnit XML, which CI systems show as tests.
    case junit
    /// Annotations of GitHub Actions.
    case github
}

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Convert documents in memory and compare with the datasets in the output folder.",
        discussion: """
            Differences are shown by row, cell and word: [-old-]{+new+}, or red and green.
            'tessera review' accepts them one by one. What was rejected in a review differs still, and is named as such:
            mend the pipeline file or the source, or accept it after all with 'tessera review --again'.

            Examples:
              tessera check Input/ --output Output/
              tessera check --format junit > check.xml
            """
    )

    @OptionGroup var source: SourceOptions
    @OptionGroup var common: CommonOptions

    @Option(help: "Print differences as text, json, junit or github.")
    var format = CheckFormat.text

    @MainActor func run() async throws {
        let (converter, _, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in
            // A dataset that was written with other formats than usual is no other dataset.
            try source.prepare(formats: .present(in: source.output))
        }
        FileSystem.noteInterrupts()
        let outcomes = try await source.outcomes(converter, sources, common)
        if FileSystem.isInterrupted { throw ExitCode.interrupted }
        let orphans = try source.orphans(among: outcomes, common)
        let ledger = ledger()
        let compared = outcomes.map { CheckedDataset($0, output: source.output, ledger: ledger) }
        let results = compared + orphans.map { CheckedDataset($0, isStrict: source.strict) }
        switch format {
        case .text: printText(results)
        case .json: Terminal.output.write(JSONValue.array(results.map(\.json)).serialised())
        case .junit: Terminal.output.write(CheckJUnit.bytes(of: results))
        case .github: Terminal.output.write(CheckAnnotations.text(of: results))
        }
        let failed = compared.count { $0.hasFailed }
        let different = compared.count { !$0.differences.isEmpty }
        let left = results.count { $0.hasFailed } - failed
        let rejected = compared.reduce(0) { $0 + $1.rejections.count }
        common.say(
            Self.summary(
                of: compared.count,
                failed: failed,
                different: different,
                orphans: orphans.count,
                rejected: rejected,
                open: compared.reduce(0) { $0 + $1.open }
            )
        )
        if failed + different + left > 0 { throw ExitCode.documentFailed }
    }

    /// What was decided in reviews; nil where that cannot be read.
    private func ledger() -> ReviewLedger? {
        do {
            return try ReviewLedger(inFolder: source.output)
        } catch {
            // Datasets can be compared without it. A review, which cannot do without, says what is wrong with it.
            return nil
        }
    }

    private static func summary(
        of count: Int,
        failed: Int,
        different: Int,
        orphans: Int,
        rejected: Int,
        open: Int
    ) -> String {
        var parts: [String] = []
        if failed > 0 { parts.append("\(failed) of \(count.counting("document")) failed") }
        if different > 0 { parts.append("\(different) of \(count.counting("dataset")) changed") }
        if parts.isEmpty { parts.append("\(count.counting("dataset")) as expected") }
        if orphans > 0 { parts.append("\(orphans.counting("dataset")) without a document") }
        if rejected > 0 {
            let others = open > 0 ? "; accept the other changes with 'tessera review'" : ""
            parts.append(
                "\(rejected.counting("difference")) rejected in a review: mend the pipeline file or the source, "
                    + "or accept after all with 'tessera review --again'\(others)"
            )
        } else if different > 0 {
            parts.append("accept changes with 'tessera review', or all with 'tessera convert', and commit the result")
        }
        return parts.joined(separator: "; ")
    }

    private func printText(_ results: [CheckedDataset]) {
        let page = CheckText(StyleRule(isColoured: common.isColoured(.output)))
        for result in results {
            common.print(result.diagnostics, path: result.source)
            let text = page.text(of: result)
            if !text.isEmpty { Terminal.output.write(text) }
        }
    }
}

extension SourceOptions {
    /// Converts documents in memory, in this process: the files of the datasets are compared here.
    @MainActor func outcomes(
        _ converter: Converter,
        _ sources: SourceDiscovery,
        _ common: CommonOptions
    ) async throws -> [RunOutcome] {
        let options = Runner.Options(jobs: jobs, isStrict: strict, isInterrupted: { FileSystem.isInterrupted })
        do throws(SetUpFailure) {
            return try await Runner(converter, options).outcomes(of: sources.sources)
        } catch {
            common.print(error)
            throw ExitCode.setUpFailed
        }
    }

    /// The datasets that no document gives any more.
    func orphans(among outcomes: [RunOutcome], _ common: CommonOptions) throws -> [OrphanedDataset] {
        // With one pipeline alone, nobody knows what the others give.
        if only != nil { return [] }
        do {
            return try OrphanedDataset.all(in: output, outcomes: outcomes, inputs: inputs, pipelines: pipelines)
        } catch {
            common.print([error.diagnostic], path: output)
            throw ExitCode.setUpFailed
        }
    }
}
