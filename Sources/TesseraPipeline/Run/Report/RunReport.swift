public import TesseraModel

/// What `run.json` looks like. `timings` and `run` depend on the clock and the machine, all else on the documents alone.
public enum RunReport {
    static let fileName = "run.json"
    /// Name of the schema that the file follows, with its version.
    static let schemaName = "urn:tessera:schema:run:2"

    /// The JSON Schema (draft-07) of `run.json`.
    public static var schema: JSONValue {
        file.schema.document(
            id: schemaName,
            title: "What became of the documents of a run",
            definitions: [("diagnostic", Diagnostic.shape.schema), ("document", document.schema)]
        )
    }

    /// What is said behind the documents.
    struct Rest: Sendable {
        var tally: RunTally
        var facts: RunFacts
        var skipped: [SourcePath]
    }

    static let file = JSONShape<Rest>(
        [
            .member("schema", .constant(.string(schemaName)), "Name of the schema that this file follows") { _ in
                .string(schemaName)
            },
            .member("program", .text, "The program and its version") { _ in .string("tessera \(Tessera.version)") },
            .member("summary", summary.schema, "Number of documents, by what became of them") {
                summary.json($0.tally.statuses)
            },
            .member("run", RunFacts.shape.schema, "When and where it ran") { RunFacts.shape.json($0.facts) },
            // Written one by one, in front of the others.
            .member("documents", .array(of: .reference("document")), "The documents, in the order of the run") { _ in
                .array([])
            },
            .member("skipped_files", .array(of: .text), "Files of the input folders that no reader knows") {
                .array($0.skipped.map { .string($0.name) })
            },
        ]
    )

    static let summary = JSONShape<[RunOutcome.Status: Int]>(
        RunOutcome.Status.allCases.map { status in
            .member(status.rawValue, .integer(from: 0), "Number of documents that are \(status.rawValue)") {
                .number($0[status] ?? 0)
            }
        }
    )

    static let document = JSONShape<RunOutcome>([
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
        .optional("dataset", .text, "Path of the dataset from the output folder; absent where it did not get that far")
        {
            $0.dataset.map(JSONValue.string)
        },
        .optional("bytes", .integer(from: 0), "Number of its bytes; absent where it could not be read") {
            $0.conversion.origin.map { .number($0.bytes) }
        },
        .optional("remembered", .constant(.bool(true)), "There where an earlier run had found out the same") {
            $0.isRemembered ? .bool(true) : nil
        },
        .member(
            "diagnostics",
            .array(of: .reference("diagnostic")),
            "What there is to say about it; where the dataset has a report.json, its notes stand there"
        ) {
            Diagnostic.shape.json($0.conversion.diagnostics)
        },
        .optional(
            "notes",
            .map(to: .integer(from: 1), names: ValuePattern.diagnosticID),
            "How many notes of each id report.json has"
        ) {
            let notes = $0.conversion.foldedNotes
            return notes.isEmpty ? nil : .object(JSONObject(notes.map { (key: $0.key, value: .number($0.value)) }))
        },
        .optional(
            "timings",
            StageTimings.shape.schema,
            "Microseconds by the clock that each stage took; absent where nothing was done"
        ) {
            $0.conversion.timings.total == 0 ? nil : StageTimings.shape.json($0.conversion.timings)
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

extension StageTimings {
    static let shape = JSONShape<StageTimings>(
        stages.map { name, path in
            .member(name, .integer(from: 0), "Microseconds") { .number($0[keyPath: path]) }
        }
    )
}
