import ArgumentParser
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

    func run() async throws {
        let (runner, sources) = try reportingSetUp(common) { () throws(SetUpFailure) in try source.prepare() }
        var results: [CheckResult] = []
        for outcome in await runner.run(sources.sources) { results.append(CheckResult(outcome, output: source.output)) }
        switch format {
        case .text: printText(results)
        case .json: Terminal.output.write(JSONValue.array(results.map(\.json)).serialised())
        }
        let bad = results.count { !$0.isSame }
        common.say(
            bad == 0
                ? "\(results.count) \(results.count == 1 ? "dataset is" : "datasets are") as expected"
                : "\(bad) of \(results.count) \(results.count == 1 ? "dataset differs" : "datasets differ"); if that is right, run 'tessera convert' and commit the result"
        )
        if bad > 0 { throw ExitCode.documentFailed }
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

    var isSame: Bool { differences.isEmpty && !diagnostics.contains { $0.severity == .error } }

    init(_ outcome: RunOutcome, output: String) {
        source = outcome.conversion.source.file
        dataset = outcome.conversion.reportID ?? ""
        diagnostics = outcome.conversion.diagnostics
        guard outcome.status != .failed else {
            if isSame { diagnostics.append(.failedStrictly) }
            return
        }
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
            "source": .string(source), "dataset": .string(dataset), "same": .bool(isSame),
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

    fileprivate static let failedStrictly = Diagnostic(
        "strict-warnings",
        .error,
        "the document has warnings, and --strict lets them fail it"
    )
}
