import TesseraModel

/// What `report.json` looks like: the one declaration of its members and of their schema.
enum ReportJSON {
    /// Name of the schema that the file follows, with its version.
    static let schemaName = "urn:tessera:schema:report:1"
    /// A new member raises the second number; a change that breaks readers raises the first, and the schema's name.
    static let version = "1.0.0"

    /// The JSON Schema of the file.
    static var schema: JSONValue {
        file.schema.document(id: schemaName, title: "A matrix report as data", definitions: definitions)
    }

    private static var definitions: [(name: String, schema: JSONSchema)] {
        [
            ("acronym", acronym.schema), ("cell", cell.schema), ("diagnostic", Diagnostic.shape.schema),
            ("entity", entity.schema), ("link", link.schema), ("matter", matter.schema),
            ("offset", JSONSchema.integer(from: 0).described("UTF-8 bytes")),
            ("origin", Origin.shape.schema), ("provenance", provenance.schema), ("reference", reference.schema),
            ("row", row.schema),
            ("uncertainties", .array(of: .text, minItems: 1, uniqueItems: true)),
        ]
    }

    static let file = JSONShape<IndexedReport>([
        .member("schema", .constant(.string(schemaName)), "Name of the schema that this file follows") { _ in
            .string(schemaName)
        },
        .member("version", .string(pattern: "1[.][0-9]+[.][0-9]+"), "Version of the schema") { _ in
            .string(version)
        },
        .member("report", identity.schema, "What the report is and what it was read from") { identity.json($0.report) },
        .list("columns", .array(of: column.schema), "Columns of the matrix, from left to right", of: column) {
            $0.report.columns
        },
        .list("rows", .array(of: .reference("row")), "Rows of the matrix with their cells, from top to bottom", of: row)
        {
            $0.report.rows.map($0.part)
        },
        .list("glossary", .array(of: glossaryEntry.schema), "The report's own list of acronyms", of: glossaryEntry) {
            $0.report.glossary.map(PlacedEntry.init)
        },
        .list("acronyms", .array(of: .reference("acronym")), "Meanings of acronyms", of: acronym) {
            $0.report.acronyms.map($0.part)
        },
        .list("links", .array(of: .reference("link")), "URLs and e-mail addresses", of: link) { $0.report.links },
        .list(
            "entities",
            .array(of: .reference("entity")),
            "Dates, amounts of money, counts, countries, regions and organisations in cells",
            of: entity
        ) {
            $0.report.entities
        },
        .optionalList(
            "repairs",
            .array(of: repair.schema, minItems: 1),
            "Blanks that a converter had lost or put in, and that were mended; absent where there are none",
            of: repair
        ) {
            $0.report.repairs
        },
        .optionalList(
            "other_links",
            .array(of: otherLink.schema, minItems: 1),
            "Hyperlinks whose target is no address on the network; absent where there are none",
            of: otherLink
        ) {
            $0.report.otherLinks
        },
        .list("resources", .array(of: resource.schema), "Online resources that the report lists", of: resource) {
            $0.report.resources.map($0.part)
        },
        .list("front_matter", .array(of: .reference("matter")), "What stands before the matrix", of: matter) {
            $0.report.frontMatter
        },
        .list("back_matter", .array(of: .reference("matter")), "What stands behind the matrix", of: matter) {
            $0.report.backMatter
        },
        .list(
            "discarded",
            .array(of: discarded.schema),
            "What is left out of the dataset, each with the reason",
            of: discarded
        ) {
            $0.report.discarded
        },
        .list(
            "diagnostics",
            .array(of: .reference("diagnostic")),
            "What there is to say about the document",
            of: Diagnostic.shape
        ) {
            $0.diagnostics
        },
    ])

    private static let identity = JSONShape<Report>([
        .member("id", .string(pattern: ValuePattern.reportID), "Id of the report: that of its pipeline, and its date") {
            .string($0.identity.id)
        },
        .member("title", .text, "Title of the report") { .string($0.identity.title) },
        .member(
            "revised",
            .string(pattern: ValuePattern.partialDate).nullable,
            "When the report was revised: a day, a month or a year; null where it does not say"
        ) {
            .optional($0.identity.revised?.description)
        },
        .member("document_code", .string().nullable, "Number under which the report was published") {
            .optional($0.identity.documentCode)
        },
        .member("language", .string().nullable, "Language of the report, a tag of BCP 47") {
            .optional($0.identity.language)
        },
        .member("source", .reference("origin"), "The file that was read") { Origin.shape.json($0.source) },
        .optional(
            "extracted_from",
            .reference("origin"),
            "The file from which another program took the text that was read; absent where there is none"
        ) {
            $0.extractedFrom.map(Origin.shape.json)
        },
    ])

    private static let column = JSONShape<Column>(
        [
            .member("id", .string(pattern: ValuePattern.slug), "Id of the column") { .string($0.id) },
            .member("role", .words(Column.Role.self), "Whether it holds headings of rows or content") {
                .string($0.role.rawValue)
            },
            .member("heading", .string(), "The heading as printed first; empty where the document has none") {
                .string($0.heading.text)
            },
        ] + SourcePlace.shape.members(ofOptional: { $0.heading.place })
    )

    private static let matter = JSONShape<Matter>(
        [
            .member("role", .words(Matter.Role.self), "What the text is") { .string($0.role.rawValue) },
            .member("text", .string(), "The text") { .string($0.passage.text) },
        ] + SourcePlace.shape.members(ofOptional: { $0.passage.place })
    )

    private static let discarded = JSONShape<Discarded>(
        [
            .member("reason", .string(pattern: ValuePattern.slug), "Why it is left out") {
                .string($0.reason.rawValue)
            },
            .member("text", .string(), "The text") { .string($0.passage.text) },
        ] + SourcePlace.shape.members(ofOptional: { $0.passage.place })
    )
}
