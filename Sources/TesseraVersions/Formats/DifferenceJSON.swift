public import TesseraModel

extension ReportDifference {
    /// The difference as programs read it.
    public var json: JSONValue { ReportDifference.shape.json(self) }

    /// JSON Schema of ``json``.
    public static var schema: JSONValue {
        shape.schema.document(
            id: "urn:tessera:schema:diff:1",
            title: "What changed between two versions of a report, as tessera diff prints it",
            definitions: [("origin", Origin.shape.schema), ("side", Change.Side.shape.schema)]
        )
    }

    private static let shape = JSONShape<ReportDifference>([
        .member("schema", .constant("diff:1"), "Version of this form") { _ in "diff:1" },
        .member("old", Edition.shape.schema, "The earlier version") { Edition.shape.json($0.old) },
        .member("new", Edition.shape.schema, "The later version") { Edition.shape.json($0.new) },
        .member("differs", .boolean, "Whether anything of substance has changed") { .bool($0.isOfSubstance) },
        .member("counts", .map(to: .integer(from: 1)), "How many changes there are of each kind") {
            .object(JSONObject($0.counts.map { (key: $0.kind.rawValue, value: .number($0.count)) }))
        },
        .list("columns", .array(of: ColumnPair.shape.schema), "Content columns of both versions", of: ColumnPair.shape)
        {
            $0.columns
        },
        .list("rows", .array(of: RowPair.shape.schema), "Rows of both versions", of: RowPair.shape) { $0.rows },
        .list("changes", .array(of: Change.shape.schema), "What has changed, in reading order", of: Change.shape) {
            $0.changes
        },
    ])
}

extension ReportDifference.Edition {
    static let shape = JSONShape<ReportDifference.Edition>([
        .member("id", .text, "Id of the report") { .string($0.id) },
        .member("title", .string(), "Title of the report") { .string($0.title) },
        .optional("revised", .text, "Date of the version; absent where none is known") {
            $0.revised.map { .string($0.description) }
        },
        .member("source", .reference("origin"), "The document that it was read from") { Origin.shape.json($0.source) },
    ])
}

extension ReportDifference.ColumnPair {
    fileprivate static let shape = JSONShape<ReportDifference.ColumnPair>([
        .member("old", JSONSchema.text.nullable, "Id of the column in the earlier version; null where it was added") {
            .optional($0.old)
        },
        .member("new", JSONSchema.text.nullable, "Id of the column in the later version; null where it was removed") {
            .optional($0.new)
        },
    ])
}

extension ReportDifference.RowPair {
    fileprivate static let shape = JSONShape<ReportDifference.RowPair>([
        .member("old", .array(of: .text), "Ids of the rows in the earlier version") {
            .array($0.old.map(JSONValue.string))
        },
        .member("new", .array(of: .text), "Ids of the rows in the later version") {
            .array($0.new.map(JSONValue.string))
        },
        .member("relation", .words(Relation.self), "What became of them") { .string($0.relation.rawValue) },
    ])
}

extension Change {
    static let shape = JSONShape<Change>([
        .member("number", .integer(from: 1), "Place in the list") { .number($0.number) },
        .member("kind", .words(Kind.self), "What kind of change it is") { .string($0.kind.rawValue) },
        .member("subject", .words(Subject.self), "What has changed") { .string($0.subject.rawValue) },
        .optional("old", .reference("side"), "What stood in the earlier version; absent where there was nothing") {
            $0.old.map(Side.shape.json)
        },
        .optional("new", .reference("side"), "What stands in the later version; absent where there is nothing") {
            $0.new.map(Side.shape.json)
        },
        .optionalList(
            "edits",
            .array(of: Edit.shape.schema, minItems: 1),
            "The words that were exchanged for others",
            of: Edit.shape
        ) { $0.edits },
        .optionalList(
            "parts",
            .array(of: WordDifference.Part.shape.schema, minItems: 1),
            "All words of both sides, aligned",
            of: WordDifference.Part.shape
        ) { $0.parts },
        .optional("note", .text, "What else is to know") { $0.note.map(JSONValue.string) },
    ])
}

extension Change.Side {
    static let shape = JSONShape<Change.Side>([
        .optional("row", .text, "Id of the row; absent outside of the matrix") { $0.row.map(JSONValue.string) },
        .optional("column", .text, "Id of the column; absent where no cell is meant") {
            $0.column.map(JSONValue.string)
        },
        .optional("start", .integer(from: 0), "Where it begins in the text of the cell, in UTF-8 bytes") {
            $0.range.map { .number($0.lowerBound) }
        },
        .optional("end", .integer(from: 0), "Where it ends, in UTF-8 bytes") {
            $0.range.map { .number($0.upperBound) }
        },
        .member("text", .string(), "What it says") { .string($0.text) },
    ])
}

extension Change.Edit {
    fileprivate static let shape = JSONShape<Change.Edit>([
        .member("old", .string(), "The words that went; empty where words were added") { .string($0.old) },
        .member("new", .string(), "The words that came; empty where words were removed") { .string($0.new) },
    ])
}

extension WordDifference.Part {
    fileprivate static let shape = JSONShape<WordDifference.Part>([
        .member("kind", .words(["same", "removed", "added"]), "Which version has the words") {
            .string($0.kind.rawValue)
        },
        .member("text", .string(), "The words with the blanks behind them") { .string($0.text) },
    ])
}
