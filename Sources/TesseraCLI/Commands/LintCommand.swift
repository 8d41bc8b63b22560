import ArgumentParser
import TesseraModel
import TesseraPipeline

struct LintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Check pipeline files.",
        discussion: """
            Examples:
              tessera lint Pipelines/us-poa-matrix.yaml
              tessera lint --effective Pipelines/us-poa-matrix.yaml
            """
    )

    @Argument(help: ArgumentHelp("Pipeline files, or folders of them.", valueName: "pipeline"))
    var files: [String]

    @Flag(help: "Print the file with its defaults filled in.")
    var effective = false

    @Option(help: "Print findings as text or json.")
    var format = FindingFormat.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        var findings: [SetUpFailure.Finding] = []
        let paths = try reportingSetUp(common) { () throws(SetUpFailure) in try PipelineSet.files(named: files) }
        var gazetteers = GazetteerLoading()
        for file in paths {
            do {
                let definition = try PipelineSet.definition(at: file)
                _ = try gazetteers.gazetteers(of: definition, at: file)
                if effective { Terminal.output.write(definition.effectiveYAML) }
            } catch {
                findings += error.findings
            }
        }
        switch format {
        case .text: for finding in findings { common.print([finding.diagnostic], path: finding.path) }
        case .json:
            Terminal.output.write(
                JSONValue.array(
                    findings.map { .object(["file": .string($0.path), "diagnostic": $0.diagnostic.json]) }
                ).serialised()
            )
        }
        guard findings.isEmpty else { throw ExitCode.setUpFailed }
        if !effective { common.say("\(paths.count.counting("pipeline file")) in order") }
    }
}
