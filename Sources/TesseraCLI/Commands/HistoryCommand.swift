import ArgumentParser
import TesseraModel
import TesseraPipeline
import TesseraVersions

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "Say what became of each cell over several versions of a report.",
        discussion: """
            Example:
              tessera history Output/matrix-2006 Output/matrix-2007 new.docx
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, csv
    }

    @Argument(help: "The versions, the earliest first: datasets or documents.")
    var paths: [String]

    @Option(help: "How to print it: \(Format.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format = Format.text

    @OptionGroup var versions: VersionOptions
    @OptionGroup var common: CommonOptions

    func validate() throws {
        if paths.count < 2 { throw ValidationError("name two versions or more") }
    }

    func run() throws {
        let history = ReportHistory(try versions.reports(at: paths, common))
        switch format {
        case .text:
            let isColoured = common.isColoured(.output)
            let lines = history.lines { isColoured ? "\u{1B}[1m\($0)\u{1B}[0m" : $0 }
            // The escape sequences are the program's own; ids hold no control characters.
            Terminal.output.write(lines.map { $0 + "\n" }.joined())
        case .json: Terminal.output.write(history.json.serialised())
        case .csv: Terminal.output.write(history.csv)
        }
    }
}
