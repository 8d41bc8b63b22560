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

    @OptionGroup var source: DocumentOptions
    @OptionGroup var common: CommonOptions

    @Option(help: "The stage: read, segment, normalise or resolve.")
    var after = Pipeline.Stage.resolve

    @Option(help: "An outline for people (text), json, or xml (after read only).")
    var format = Format.text

    func validate() throws {
        if format == .xml, after != .read { throw ValidationError("--format xml goes with --after read only") }
    }

    func run() throws {
        var log = DiagnosticLog()
        do {
            let matched = try source.load(needsPipeline: after != .read, common, &log)
            if after == .read {
                write(matched.document)
            } else {
                write(try matched.pipeline.get().report(of: matched.document, after: after, log: &log), log)
            }
        } catch let failure as DocumentFailure {
            common.print(log.diagnostics + [failure.diagnostic], path: source.file)
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

extension Pipeline.Stage: ExpressibleByArgument {}
