import ArgumentParser
import TesseraLinks
import TesseraReaders
import TesseraWriters

struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print a schema: 'report', 'document' or 'link-status'.",
        discussion: """
            'report' is the JSON Schema of report.json, 'document' the RELAX NG schema of
            the XML form, and 'link-status' the Data Resource that describes
            link_status.csv, with its Table Schema.

            Example:
              tessera schema report > report.schema.json
            """
    )

    enum Name: String, ExpressibleByArgument, CaseIterable {
        case report, document
        case linkStatus = "link-status"
    }

    @Argument(help: "The schema.")
    var name: Name

    @OptionGroup var common: CommonOptions

    func run() {
        switch name {
        case .report: Terminal.output.write(ReportJSONWriter.schema)
        case .document: Terminal.output.write(DocumentXML.schema)
        case .linkStatus: Terminal.output.write(LinkStatusTable.descriptor)
        }
    }
}
