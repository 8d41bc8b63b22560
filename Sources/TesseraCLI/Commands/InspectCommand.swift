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
              tessera inspect Input/report_p1.txt Input/report_p2.txt --after segment
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, xml
    }

    @Argument(help: ArgumentHelp("The document; of one that is cut into parts, all of them.", valueName: "file"))
    var files: [String]

    @Option(help: "The stage: read, segment, normalise or resolve.")
    var after = Pipeline.Stage.resolve

    @Option(help: "An outline for people (text), json, or xml (after read only).")
    var format = Format.text

    @Option(help: ArgumentHelp("Folder of pipeline files.", valueName: "folder"))
    var pipelines = "Pipelines"

    @Option(help: ArgumentHelp("Use this pipeline only.", valueName: "id"))
    var only: String?

    @OptionGroup var limits: LimitOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if format == .xml, after != .read { throw ValidationError("--format xml goes with --after read only") }
    }

    func run() throws {
        // Only pipeline files can tell what the elements of some kinds of XML are, and which layout a text has.
        let set = try reportingSetUp(common) { () throws(SetUpFailure) in
            after == .read
                ? try PipelineSet.present(in: pipelines, only: only)
                : try PipelineSet(folder: pipelines, only: only, naming: .revision)
        }
        let sources = try reportingSetUp(common) { () throws(SetUpFailure) in
            try SourceDiscovery(files, pipelineFolder: pipelines, parts: set.parts).sources
        }
        guard sources.count == 1, let source = sources.first, source.isOf(files) else {
            throw ValidationError(
                files.count == 1
                    ? "'\(files[0])' is a folder; name one document" : "these are no parts of one document; name one"
            )
        }
        var log = DiagnosticLog()
        do {
            let loader = DocumentLoader(limits: limits.values, mappings: set.mappings)
            let matched = try loader.load(source, for: set, log: &log)
            if after == .read {
                write(matched.document)
            } else {
                write(try matched.pipeline.get().report(of: matched.document, after: after, log: &log), log)
            }
        } catch {
            common.print(log.diagnostics + [error.diagnostic], path: source.file)
            throw ExitCode.documentFailed
        }
        common.print(log.diagnostics, path: source.file)
        if log.diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode.documentFailed }
    }

    private func write(_ document: SourceDocument) {
        switch format {
        case .text: Terminal.output.write(DocumentOutline.text(document))
        case .json: Terminal.output.write(DocumentJSON.json(document).serialised())
        case .xml: Terminal.output.write(DocumentXML.serialise(document))
        }
    }

    private func write(_ report: Report, _ log: DiagnosticLog) {
        switch format {
        case .json: Terminal.output.write(ReportJSONWriter.json(report, diagnostics: log.diagnostics).serialised())
        case .text, .xml: Terminal.output.write(ReportOutline.text(report))
        }
    }
}

extension SourcePath {
    /// Whether the source is what a command line names, and not the only file of a folder.
    fileprivate func isOf(_ files: [String]) -> Bool {
        files.contains { name in name == file || parts.contains { $0.file == name } }
    }
}

extension Pipeline.Stage: ExpressibleByArgument {}
