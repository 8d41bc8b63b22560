import ArgumentParser
import TesseraModel
import TesseraPipeline

struct TablesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Print every table of a document.",
        discussion: """
            Each table is an exact grid: row, column, row_span, column_span, header and text of every cell. Numbers
            count from 0, a spanning cell stands once, and its paragraphs are lines. With several documents, each
            table names its file.

            Examples:
              tessera tables report.docx
              tessera tables report.odt --format html > tables.html
            """
    )

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case json, csv, html
    }

    @Argument(help: ArgumentHelp("Documents.", valueName: "file"))
    var files: [String]

    @Option(help: "Print the tables as json, csv or html.")
    var format = Format.json

    @Option(help: ArgumentHelp("Folder of pipeline files, for XML of your own.", valueName: "folder"))
    var pipelines = "Pipelines"

    @OptionGroup var limits: LimitOptions
    @OptionGroup var common: CommonOptions

    func run() throws {
        var all: [DocumentTables] = []
        var hasFailed = false
        // Only pipeline files can tell what the elements of some kinds of XML are.
        let mappings = try reportingSetUp(common) { () throws(SetUpFailure) in
            try PipelineSet.present(in: pipelines).mappings
        }
        let loader = DocumentLoader(limits: limits.values, mappings: mappings)
        for file in files {
            var log = DiagnosticLog()
            do {
                let document = try loader.load(SourcePath(file: file, name: file), log: &log)
                common.print(log.diagnostics, path: file)
                let tables = DocumentTables(document, file: files.count > 1 ? file : nil)
                common.print(tables.streams.map { .rowsNotMarked(at: $0) }, path: file)
                all.append(tables)
            } catch {
                common.print(log.diagnostics + [error.diagnostic], path: file)
                hasFailed = true
            }
        }
        if !all.isEmpty { write(all) }
        if hasFailed { throw ExitCode.documentFailed }
    }

    private func write(_ tables: [DocumentTables]) {
        switch format {
        case .json: Terminal.output.write(JSONValue.array(tables.flatMap(\.json)).serialised())
        case .csv:
            for (number, tables) in tables.enumerated() { Terminal.output.write(tables.csv(hasHeader: number == 0)) }
        case .html:
            let title = files.count == 1 ? "Tables of \(files[0])" : "Tables of \(files.count) documents"
            Terminal.output.write(DocumentTables.page(title: title, tables))
        }
    }
}

extension Diagnostic {
    fileprivate static func rowsNotMarked(at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "rows-not-marked",
            .warning,
            "the source marks the cells of a table and not its rows, so it has no grid",
            at: place,
            suggestion: "look at its cells with 'tessera inspect FILE --after read'"
        )
    }
}
