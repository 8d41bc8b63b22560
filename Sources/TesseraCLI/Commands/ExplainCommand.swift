import ArgumentParser
import TesseraModel
import TesseraPipeline

struct ExplainCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "explain",
        abstract: "Say why a document, a row or a cell came out as it did.",
        discussion: """
            Examples:
              tessera explain Input/report.txt
              tessera explain Input/report.txt --row II.7+II.8
              tessera explain Input/report.txt --cell II.4/laws
            """
    )

    @OptionGroup var source: DocumentOptions
    @OptionGroup var common: CommonOptions

    @Option(help: ArgumentHelp("The row to explain.", valueName: "row id"))
    var row: String?

    @Option(help: ArgumentHelp("The cell to explain.", valueName: "cell id"))
    var cell: String?

    @Option(help: "Print an outline (text) or json.")
    var format = FindingFormat.text

    func validate() throws {
        if row != nil, cell != nil { throw ValidationError("name a row or a cell, not both") }
    }

    func run() throws {
        var log = DiagnosticLog()
        do {
            let matched = try source.load(needsPipeline: true, common, &log)
            let pipeline = try matched.pipeline.get()
            let report = try pipeline.checkedReport(of: matched.document, log: log)
            let explanation = Explanation(matched.document, report, pipeline.definition)
            let finding = try finding(explanation, report.report)
            switch format {
            case .text: Terminal.output.write(finding.outline)
            case .json: Terminal.output.write(finding.json.serialised())
            }
            if report.hasErrors { throw ExitCode.documentFailed }
        } catch let failure as DocumentFailure {
            common.print(log.diagnostics + [failure.diagnostic], path: source.file)
            throw ExitCode.documentFailed
        }
    }

    private func finding(_ explanation: Explanation, _ report: Report) throws -> Finding {
        if let row {
            guard let finding = try explanation.ofRow(row) else {
                throw ValidationError("there is no row '\(row)'" + mostSimilar(to: row, among: report.rows.map(\.id)))
            }
            return finding
        }
        if let cell {
            guard let finding = try explanation.ofCell(cell) else {
                let known = report.cells.map(\.address.description)
                throw ValidationError("there is no cell '\(cell)'" + mostSimilar(to: cell, among: known))
            }
            return finding
        }
        return try explanation.ofDocument()
    }
}
