public import ArgumentParser
import TesseraModel
public import TesseraPipeline
import TesseraReaders
import TesseraStages
import TesseraWriters

struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Print the intermediate result of a stage.",
        discussion: """
            Examples:
              tessera inspect Input/report.txt --after segment
              tessera inspect Input/report.txt --after read --format xml > report.xml
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, xml
    }

    @Argument(help: "The document.")
    var file: String

    @Option(help: "The stage: read, segment, normalise or resolve.")
    var after = Pipeline.Stage.resolve

    @Option(help: "An outline for people (text), json, or xml (after read only).")
    var format = Format.text

    @Option(help: ArgumentHelp("Folder of pipeline files.", valueName: "folder"))
    var pipelines = "Pipelines"

    @Option(help: ArgumentHelp("Use this pipeline only.", valueName: "id"))
    var only: String?

    @Option(help: ArgumentHelp("An earlier version of the report, to guide where cells begin.", valueName: "dataset"))
    var reference: String?

    @OptionGroup var limits: LimitOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if format == .xml, after != .read { throw ValidationError("--format xml goes with --after read only") }
    }

    func run() throws {
        let sources = try reportingSetUp(common) { () throws(SetUpFailure) in
            try SourceDiscovery([file], pipelineFolder: pipelines)
        }
        guard sources.sources.count == 1, let source = sources.sources.first, source.file == file else {
            throw ValidationError("'\(file)' is a folder; name one document")
        }
        // Only pipeline files can tell what the elements of some kinds of XML are.
        let mappings = try reportingSetUp(common) { () throws(SetUpFailure) in
            try PipelineSet.mappings(in: pipelines, only: only)
        }
        var log = DiagnosticLog()
        do {
            let document = try DocumentLoader(limits: limits.values, mappings: mappings).load(source, log: &log)
            if after == .read {
                switch format {
                case .text: Terminal.output.write(DocumentOutline.text(document))
                case .json: Terminal.output.write(DocumentJSON.json(document).serialised())
                case .xml: Terminal.output.write(DocumentXML.serialise(document))
                }
            } else {
                try inspect(document, &log)
            }
        } catch let failure as DocumentFailure {
            common.print(log.diagnostics + [failure.diagnostic], path: file)
            throw ExitCode.documentFailed
        }
        common.print(log.diagnostics, path: file)
        if log.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.documentFailed }
    }

    private func inspect(_ document: SourceDocument, _ log: inout DiagnosticLog) throws {
        let set = try reportingSetUp(common) { () throws(SetUpFailure) in
            try PipelineSet(folder: pipelines, only: only, naming: .revision, reference: reference)
        }
        let report = try set.pipeline(for: document).report(of: document, after: after, log: &log)
        switch format {
        case .json: Terminal.output.write(ReportJSONWriter.json(report, diagnostics: log.diagnostics).serialised())
        case .text, .xml: Terminal.output.write(ReportOutline.text(report))
        }
    }
}

extension Pipeline.Stage: ExpressibleByArgument {}
