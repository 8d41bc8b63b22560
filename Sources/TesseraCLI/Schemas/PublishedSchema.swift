import TesseraGoldens
import TesseraLinks
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraVersions
import TesseraWriters

/// A schema that users can have.
struct PublishedSchema: Sendable {
    /// What the command line calls it.
    let name: String
    let title: String
    /// Its file in the folder of schemas.
    let file: String
    private let make: @Sendable () -> [UInt8]

    /// The schema itself.
    var bytes: [UInt8] { make() }

    private init(_ name: String, _ title: String, _ file: String, _ make: @escaping @Sendable () -> [UInt8]) {
        self.name = name
        self.title = title
        self.file = file
        self.make = make
    }

    /// One line a schema; those of the tables stand last.
    static let all: [PublishedSchema] =
        [
            json("report", "JSON Schema of report.json") { ReportJSONWriter.schema },
            json("datapackage", "JSON Schema of datapackage.json") { DataPackageWriter.descriptorSchema },
            json("pipeline", "JSON Schema of pipeline files") { PipelineFileSchema.schema },
            json("run", "JSON Schema of run.json") { RunReport.schema },
            json("progress", "JSON Schema of what --progress json prints") { RunProgress.schema },
            json("diff", "JSON Schema of what diff prints") { ReportDifference.schema },
            json("history", "JSON Schema of what history prints") { ReportHistory.schema },
            json("worker-request", "JSON Schema of what a worker is asked to do") { WorkerRequest.schema },
            json("worker-result", "JSON Schema of what a worker answers") { WorkerResult.schema },
            PublishedSchema("document", "RELAX NG schema of the XML form of documents", "document.rng") {
                DocumentXML.schema
            },
            PublishedSchema("link-status", "Data Resource of link_status.csv", "link-status.json") {
                LinkStatusTable.descriptor
            },
            PublishedSchema("ledger", "Data Resource of ledger.csv", "ledger.json") { LedgerTable.descriptor },
        ] + DataTable.published.map(table)

    private static func json(
        _ name: String,
        _ title: String,
        _ schema: @escaping @Sendable () -> JSONValue
    ) -> PublishedSchema {
        PublishedSchema(name, title, "\(name).schema.json") { schema().serialised() }
    }

    private static func table(_ table: DataTable) -> PublishedSchema {
        PublishedSchema(table.name, "Table Schema of \(table.name).csv", "tables/\(table.name).json") {
            DataPackageWriter.schema(of: table).serialised()
        }
    }
}
