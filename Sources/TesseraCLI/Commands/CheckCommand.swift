import ArgumentParser
import FileSystem
import TesseraModel
import TesseraPipeline

struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Convert documents in memory and compare with the datasets in the output folder.",
        discussion: """
            Example:
              tessera check Input/ --output Output/
            """
    )

    @OptionGroup var source: SourceOptions
    @OptionGroup var common: CommonOptions

    @Option(help: "Print differences as text or json.")
    var format = FindingFormat.text

    @MainActor func run() async throws {
        let (converter, _, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in
            // A dataset that was written with other formats than usual is no other dataset.
            try source.prepare(formats: .present(in: source.output))
        }
        FileSystem.noteInterrupts()
        let options = Runner.Options(
            jobs: source.jobs,
            isStrict: source.strict,
            isInterrupted: { FileSystem.isInterrupted }
        )
        let runner = Runner(converter, options)
        // In this process: the files of the datasets are compared here.
        let outcomes: [RunOutcome]
        do throws(SetUpFailure) {
            outcomes = try await runner.outcomes(of: sources.sources)
        } catch {
            common.print(error)
            throw ExitCode.setUpFailed
        }
        if FileSystem.isInterrupted { throw ExitCode.interrupted }
        let results = outcomes.map { CheckResult($0, output: source.output) }
        switch format {
        case .text: printText(results)
        case .json: Terminal.output.write(JSONValue.array(results.map(\.json)).serialised())
        }
        let failed = results.count { $0.hasFailed }
        let different = results.count { !$0.differences.isEmpty }
        common.say(Self.summary(of: results.count, failed: failed, different: different))
        if failed + different > 0 { throw ExitCode.documentFailed }
    }

    private static func summary(of count: Int, failed: Int, different: Int) -> String {
        guard failed + different > 0 else { return "\(count.counting("dataset")) as expected" }
        var parts: [String] = []
        if failed > 0 { parts.append("\(failed) of \(count.counting("document")) failed") }
        if different > 0 {
            parts.append("\(different) of \(count.counting("dataset")) changed")
            parts.append("if the changes are right, run 'tessera convert' and commit the result")
        }
        return parts.joined(separator: "; ")
    }

    private func printText(_ results: [CheckResult]) {
        for result in results {
            common.print(result.diagnostics, path: result.source)
            for difference in result.differences { Terminal.output.write("\(result.dataset): \(difference.summary)\n") }
        }
    }
}

/// How a document compares with the dataset that is there.
private struct CheckResult {
    var source: String
    var dataset: String
    var diagnostics: [Diagnostic]
    var differences: [DatasetDifference] = []

    /// Whether there is nothing to compare.
    var hasFailed: Bool { diagnostics.contains { $0.severity == .error } }

    init(_ outcome: RunOutcome, output: String) {
        source = outcome.conversion.source.file
        dataset = outcome.dataset ?? ""
        diagnostics = outcome.conversion.diagnostics
        guard outcome.status != .failed else { return }
        do {
            if let present = try OutputFolder.files(of: "\(output)/\(dataset)") {
                differences = DatasetComparison.differences(old: present, new: outcome.conversion.files)
            } else {
                diagnostics.append(.noDataset(dataset, in: output))
            }
        } catch {
            diagnostics.append(error.diagnostic)
        }
    }

    var json: JSONValue {
        .object([
            "source": .string(source), "dataset": .string(dataset), "same": .bool(!hasFailed && differences.isEmpty),
            "differences": .array(differences.map(\.json)), "diagnostics": .array(diagnostics.map(\.json)),
        ])
    }
}

extension Diagnostic {
    fileprivate static func noDataset(_ id: String, in output: String) -> Diagnostic {
        Diagnostic(
            "no-dataset",
            .error,
            "there is no dataset '\(id)' in '\(output)' to compare with",
            suggestion: "make it with 'tessera convert'"
        )
    }
}
