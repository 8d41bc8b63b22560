import ArgumentParser
import TesseraPipeline

struct RunReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run-report",
        abstract: "Print what became of the documents of a run.",
        discussion: """
            Says why documents failed, where the time went, and what was told how often, from the run.json that
            'tessera convert' leaves in the folder of datasets.

            Examples:
              tessera run-report
              tessera run-report Output/ --format html > run.html
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, html
    }

    @Argument(help: ArgumentHelp("Folder of datasets, or a run.json.", valueName: "path"))
    var path = "Output"

    @Option(help: "How to print it: text, or a page of html that stands alone.")
    var format = Format.text

    @OptionGroup var common: CommonOptions

    func run() throws {
        let record = try reportingSetUp(common) { () throws(SetUpFailure) in try RunRecord(at: path) }
        switch format {
        case .text: Terminal.output.write(RunReportText(record).lines.map { $0.escapedForTerminals + "\n" }.joined())
        case .html: Terminal.output.write(RunPage(record).html)
        }
    }
}
