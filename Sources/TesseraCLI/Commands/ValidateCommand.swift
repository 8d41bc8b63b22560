import ArgumentParser
import FileSystem
import TesseraLinks
import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraValidation

struct ValidateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "validate",
        abstract: "Say whether datasets are whole, and what somebody has changed in them.",
        discussion: """
            Checks files and checksums, report.json and all tables against their schemas,
            keys, and each other, and the report against its source where that is at hand.

            Examples:
              tessera validate Output/us-poa-matrix-2007-07-17
              tessera validate Output --format json
              tessera validate rivers-2024-05-03 --source report.docx

            Exit codes: 0 valid; 1 a dataset is not; 2 usage.
            """
    )

    @Argument(help: ArgumentHelp("Folders of datasets, or a folder that holds them.", valueName: "dataset"))
    var datasets: [String]

    @Option(help: ArgumentHelp("The document that the dataset was made from.", valueName: "file"))
    var source: String?

    @Option(help: ArgumentHelp("Folder of pipeline files, which say how the source is read.", valueName: "folder"))
    var pipelines: String?

    @Option(help: "Print findings as text or json.")
    var format = FindingFormat.text

    @OptionGroup var common: CommonOptions

    private var arguments: DatasetArguments {
        DatasetArguments(datasets, marks: ["datapackage.json", "report.json"])
    }

    func validate() throws {
        if source != nil, arguments.folders.count > 1 {
            throw ValidationError("--source is the source of one dataset")
        }
    }

    func run() throws {
        let arguments = arguments
        let datasets = arguments.folders
        for (path, diagnostic) in arguments.passedOver { common.print([diagnostic], path: path) }
        let validator = DatasetValidator(
            source: source,
            pipelines: try openPipelines(),
            addedTables: [LinkStatusTable.table(of: [])]
        )
        var results: [JSONValue] = []
        var bad = 0
        var isUsable = true
        for dataset in datasets {
            let findings: [DatasetFinding]
            do {
                findings = try validator.findings(of: dataset)
            } catch {
                common.print([error.diagnostic], path: dataset)
                isUsable = false
                continue
            }
            let isValid = !findings.contains(where: \.isError)
            if !isValid { bad += 1 }
            switch format {
            case .text: printText(findings, dataset)
            case .json:
                results.append(
                    .object([
                        "dataset": .string(dataset), "valid": .bool(isValid),
                        "findings": .array(findings.map(\.json)),
                    ])
                )
            }
        }
        if format == .json { Terminal.output.write(JSONValue.array(results).serialised()) }
        guard isUsable else { throw ExitCode.setUpFailed }
        if bad > 0 {
            common.say("\(bad) of \(datasets.count.counting("dataset")) not valid")
            throw ExitCode.documentFailed
        }
        common.say("\(datasets.count.counting("dataset")) valid")
    }

    private func printText(_ findings: [DatasetFinding], _ dataset: String) {
        let folder = dataset.hasSuffix("/") ? String(dataset.dropLast()) : dataset
        for finding in findings.filter({ common.shows($0.diagnostic.severity) }).grouped() {
            common.print([finding.diagnostic], path: finding.file.isEmpty ? folder : "\(folder)/\(finding.file)")
        }
    }

    /// The pipelines of the folder that is named, or of the project where it has some.
    private func openPipelines() throws -> PipelineSet? {
        if let pipelines {
            return try reportingSetUp(common) { () throws(SetUpFailure) in
                try PipelineSet(folder: pipelines, naming: .revision)
            }
        }
        do {
            guard try FileSystem.kind(of: "Pipelines") == .directory else { return nil }
            return try PipelineSet(folder: "Pipelines", naming: .revision)
        } catch {
            // A dataset of somebody else's can be validated all the same.
            common.say("the pipeline files are left out: they have mistakes, which 'tessera lint Pipelines' shows")
            return nil
        }
    }
}
