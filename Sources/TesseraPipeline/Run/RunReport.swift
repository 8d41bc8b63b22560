public import TesseraModel

/// Writes `run.json`: what became of each document. It depends on the documents alone, not on clock or machine.
public enum RunReport {
    /// Name of the schema that the file follows, with its version.
    static let schemaName = "urn:tessera:schema:run:1"

    /// The JSON Schema (draft-07) of `run.json`.
    public static var schema: JSONValue {
        file.schema.document(
            id: schemaName,
            title: "What became of the documents of a run",
            definitions: [("diagnostic", Diagnostic.shape.schema), ("document", document.schema)]
        )
    }

    /// The run report as a file of the output folder.
    /// - Parameters:
    ///   - outcomes: one for each document, in the order of the run.
    ///   - skipped: files of the input folders that no reader's name fits.
    ///   - version: version of the program.
    public static func file(_ outcomes: [RunOutcome], skipped: [SourcePath], version: String) -> OutputFile {
        OutputFile(name: "run.json", bytes: json(outcomes, skipped: skipped, version: version).serialised())
    }

    /// The run report as a JSON value.
    public static func json(_ outcomes: [RunOutcome], skipped: [SourcePath], version: String) -> JSONValue {
        file.json(Run(outcomes: outcomes, skipped: skipped, version: version))
    }

    private struct Run {
        var outcomes: [RunOutcome]
        var skipped: [SourcePath]
        var version: String
    }

    private static let file = JSONShape<Run>([
        .member("schema", .constant(.string(schemaName)), "Name of the schema that this file follows") { _ in
            .string(schemaName)
        },
        .member("program", .text, "The program and its version") { .string("tessera \($0.version)") },
        .member("summary", summary.schema, "Number of documents, by what became of them") { run in
            summary.json(Dictionary(grouping: run.outcomes, by: \.status).mapValues(\.count))
        },
        .member("documents", .array(of: .reference("document")), "The documents, in the order of the run") {
            document.json($0.outcomes)
        },
        .member("skipped_files", .array(of: .text), "Files of the input folders that no reader knows") {
            .array($0.skipped.map { .string($0.name) })
        },
    ])

    private static let summary = JSONShape<[RunOutcome.Status: Int]>(
        RunOutcome.Status.allCases.map { status in
            .member(status.rawValue, .integer(from: 0), "Number of documents that are \(status.rawValue)") {
                .number($0[status] ?? 0)
            }
        }
    )

    private static let document = JSONShape<RunOutcome>([
        .member("source", .text, "Path of the document, from the project's folder") {
            .string($0.conversion.source.label)
        },
        .member("status", .words(RunOutcome.Status.self), "What became of it") { .string($0.status.rawValue) },
        .member(
            "sha256",
            .string(pattern: ValuePattern.sha256).nullable,
            "SHA-256 of its bytes; null where it could not be read"
        ) {
            .optional($0.conversion.origin?.sha256)
        },
        .member("format", .string().nullable, "Its format, as an IANA media type; null where it is unknown") {
            .optional($0.conversion.origin?.mediaType)
        },
        .member("pipeline", .string(pattern: ValuePattern.slug).nullable, "Id of its pipeline; null where none fits") {
            .optional($0.conversion.pipeline)
        },
        .member(
            "report",
            .string(pattern: ValuePattern.reportID).nullable,
            "Id of the report, which is the name of the dataset's folder; null where it did not get that far"
        ) {
            .optional($0.conversion.reportID)
        },
        .member("diagnostics", .array(of: .reference("diagnostic")), "What there is to say about it") {
            Diagnostic.shape.json($0.conversion.diagnostics)
        },
        .optional("parts", .array(of: .text, minItems: 1), "The files of a report that is cut into several") {
            let parts = $0.conversion.source.parts
            return parts.isEmpty ? nil : .array(parts.map { .string($0.name) })
        },
        .optional(
            "counts",
            ReportSize.shape.schema,
            "How much the report holds; absent where it did not get that far"
        ) {
            $0.conversion.size.map(ReportSize.shape.json)
        },
    ])
}

extension ReportSize {
    /// The numbers as programs read them.
    static let shape = JSONShape<ReportSize>([
        .member("rows", .integer(from: 0), "Rows of the matrix") { .number($0.rows) },
        .member("cells", .integer(from: 0), "Content cells") { .number($0.cells) },
        .member("acronyms", .integer(from: 0), "Meanings of acronyms") { .number($0.acronyms) },
        .member("links", .integer(from: 0), "URLs and e-mail addresses") { .number($0.links) },
        .member("references", .integer(from: 0), "References to paragraphs, rows and documents") {
            .number($0.references)
        },
        .member("discarded", .integer(from: 0), "Texts that were left out") { .number($0.discarded) },
    ])
}
