import ArgumentParser
import TesseraModel
import TesseraPages
import TesseraPipeline
import TesseraVersions

struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say what changed between two versions of a report.",
        discussion: """
            Rows are matched by reference, title and text. What moved between cells is found.
            Inside a cell, sentences are aligned, then words.

            Examples:
              tessera diff Output/matrix-2007-07-17 Output/matrix-2008-07-15
              tessera diff old.docx new.pdf --format markdown > changes.md

            Exit codes: 0 nothing of substance changed; 1 something did;
            2 usage, or a version cannot be read.
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv, markdown, html
    }

    @Argument(help: "The earlier version: a dataset or a document.")
    var old: String

    @Argument(help: "The later version.")
    var new: String

    @Option(help: "How to print it: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    @Flag(help: "Tell of changes of formatting alone too.")
    var formatting = false

    @OptionGroup var versions: VersionOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        let reports = try versions.reports(at: [old, new], common)
        let difference = ReportDifference(old: reports[0], new: reports[1])
        let told = formatting ? difference : difference.ofSubstance
        switch format {
        case .text: Terminal.output.write(text(of: told))
        case .json: Terminal.output.write(told.json.serialised())
        case .csv: Terminal.output.write(DifferenceCSV.bytes(of: told.changes))
        case .html:
            let page = DiffPage(difference, old: reports[0], new: reports[1], showsFormatting: formatting)
            Terminal.output.write(page.html)
        case .markdown:
            Terminal.output.write(DifferenceMarkdown.bytes(of: told))
        }
        let hidden = difference.changes.count - told.changes.count
        if hidden > 0 { common.say("\(hidden.counting("change")) of formatting alone; --formatting tells them") }
        if difference.isOfSubstance { throw ExitCode.documentFailed }
    }

    private func text(of difference: ReportDifference) -> String {
        let isColoured = common.isColoured(.output)
        let marked = MarkedText(isColoured ? .colours : .brackets) { $0.escapedForTerminals }
        let lines = DifferenceLines(difference, marked) { heading in
            isColoured ? "\u{1B}[1m\(heading.escapedForTerminals)\u{1B}[0m" : heading.escapedForTerminals
        }
        return lines.lines.map { $0 + "\n" }.joined()
    }
}
