import ArgumentParser
import TesseraReaders
import TesseraWriters

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a schema: 'report' (JSON Schema of report.json) or 'document' (RELAX NG of the XML form).",
        discussion: """
            Example:
              tessera schema report > report.schema.json
            """
    )

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case report, document
    }

    @Argument(help: "The schema.")
    var name: Name

    @OptionGroup var common: CommonOptions

    func run() {
        switch name {
        case .report: Terminal.output.write(ReportJSONWriter.schema)
        case .document: Terminal.output.write(DocumentXML.schema)
        }
    }
}
