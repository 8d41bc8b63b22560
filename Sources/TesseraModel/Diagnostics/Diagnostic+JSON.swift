extension Diagnostic {
    /// A diagnostic as programs read it, in run reports, datasets and answers of the worker.
    public static let shape = JSONShape<Diagnostic>([
        .member("id", .string(pattern: ValuePattern.diagnosticID), "Stable name of what was found") { .string($0.id) },
        .member("severity", .words(Severity.self), "How much it matters, by its consequence") {
            .string($0.severity.rawValue)
        },
        .member("message", .text, "One sentence: what was found") { .string($0.message) },
        .optional("place", SourcePlace.shape.schema, "Where in the source; absent where it is nowhere in particular") {
            $0.place.map(SourcePlace.shape.json)
        },
        .optional("cell", .string(pattern: ValuePattern.cellID), "The cell that it is about") {
            $0.cell.map { .string($0.description) }
        },
        .optional("notes", .array(of: .text, minItems: 1), "More facts, one sentence each") {
            $0.notes.isEmpty ? nil : .array($0.notes.map(JSONValue.string))
        },
        .optional("suggestion", .text, "What to do about it") { $0.suggestion.map(JSONValue.string) },
    ])

    /// The diagnostic as programs read it.
    public var json: JSONValue { Diagnostic.shape.json(self) }
}
