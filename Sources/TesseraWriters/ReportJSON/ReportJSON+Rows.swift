import TesseraModel

/// Rows and cells.
extension ReportJSON {
    static let row = JSONShape<IndexedReport.Part<Row>>([
        .member("id", .string(pattern: ValuePattern.rowID), "The row's references joined by '+'") {
            .string($0.value.id)
        },
        .member("position", .integer(from: 1), "Number of the row, from 1") { .number($0.value.position) },
        .member("labels", .array(of: .string()), "The references as printed") {
            .array($0.value.labels.map { .string($0.text) })
        },
        .member("titles", .array(of: .string()), "What the row is called") {
            .array($0.value.titles.map { .string($0.text) })
        },
        .member("evidence", .words(Row.Evidence.self), "What shows where the row and its cells begin and end") {
            .string($0.value.evidence.rawValue)
        },
        .optional("group", .string(), "The line that heads the row and those beside it; absent where there is none") {
            $0.value.group.map(JSONValue.string)
        },
        .member(
            "confidence",
            .number(from: 0, to: 1),
            "How sure it is that labels, titles and, where nothing marks them, cells are parted as the source means it"
        ) {
            .number($0.value.confidence)
        },
        .optional("uncertainties", .reference("uncertainties"), "Why the confidence is below 1; absent where it is not")
        {
            uncertainties($0.value.uncertainties)
        },
        .list(
            "provenance",
            .array(of: .reference("provenance")),
            "Places in the source that the row came from",
            of: provenance
        ) {
            $0.value.provenance
        },
        .list("references", .array(of: .reference("reference")), "What the row's labels refer to", of: reference) {
            ($0.index.labels[$0.value.id] ?? []).map($0.index.part)
        },
        .list("cells", .array(of: .reference("cell")), "The row's content cells, one a content column", of: cell) {
            ($0.index.cells[$0.value.id] ?? []).map($0.index.part)
        },
    ])

    static let cell = JSONShape<IndexedReport.Part<Cell>>([
        .member("id", .string(pattern: ValuePattern.cellID), "row_id/column_id") {
            .string($0.value.address.description)
        },
        .member("column", .string(pattern: ValuePattern.slug), "Id of the cell's column") {
            .string($0.value.address.column)
        },
        .member(
            "status",
            .string(pattern: ValuePattern.slug),
            "What the cell says, in one word: \(CellStatus.usual.map(\.rawValue).joined(separator: ", ")), "
                + "or one that the pipeline file names"
        ) {
            .string($0.value.status.rawValue)
        },
        .member("text", .string(), "The cell's paragraphs, joined by a blank line") { .string($0.value.text) },
        .member("words", .integer(from: 0), "Number of words") { .number($0.value.wordCount) },
        .member("confidence", .number(from: 0, to: 1), "How sure it is that the text is whole and the cell's own") {
            .number($0.value.confidence)
        },
        .optional("uncertainties", .reference("uncertainties"), "Why the confidence is below 1; absent where it is not")
        {
            uncertainties($0.value.uncertainties)
        },
        .list(
            "provenance",
            .array(of: .reference("provenance")),
            "Places in the source that the cell came from",
            of: provenance
        ) {
            $0.value.provenance
        },
        .list("references", .array(of: .reference("reference")), "References in the text", of: reference) {
            ($0.index.references[$0.value.address] ?? []).map($0.index.part)
        },
        .list("acronyms", .array(of: mention.schema), "Mentions of acronyms in the text", of: mention) {
            $0.index.mentions[$0.value.address] ?? []
        },
        .optionalList(
            "spans",
            .array(of: span.schema, minItems: 1),
            "Which of the text is that of another cell, because one cell of the source covers both; "
                + "absent where all is the cell's own",
            of: span
        ) { cell in
            cell.value.spans.map { SpanRange($0.origin, cell.value.range(of: $0)) }
        },
    ])

    static let provenance = JSONShape<Provenance>(
        SourcePlace.shape.members(from: { $0.place }) + [
            .member("stage", .text, "The stage of the conversion that took the text from there") { .string($0.stage) }
        ]
    )

    static let reference = JSONShape<IndexedReport.Part<Reference>>([
        .member("id", .text, "The paragraph for a label, cell_id#paragraph or cell_id#target in a cell") {
            .string($0.value.id)
        },
        .member("scheme", .string(), "The numbering that it follows; empty for the title of an act") {
            .string($0.value.scheme ?? $0.index.report.identity.scheme)
        },
        .member("section", .string(), "Section of the text referred to; may be empty") {
            .string($0.value.key?.section ?? "")
        },
        .member("paragraph", .string(), "Paragraph of the text referred to; empty where it is none") {
            .string($0.value.key?.paragraph ?? "")
        },
        .member("role", .words(Reference.Role.self), "Whether it names the row, or what kind of thing it points to") {
            .string($0.value.role.rawValue)
        },
        .member("as_written", .string(), "As printed") { .string($0.value.asWritten) },
        .member("row", .string(pattern: ValuePattern.rowID).nullable, "Id of the row that it points to, if it is one") {
            .optional($0.value.row)
        },
        .member(
            "target",
            .string().nullable,
            "Symbol or name of a document, form or act, normalised; or a cell; null for a paragraph"
        ) {
            .optional($0.value.target)
        },
        .optional("start", .reference("offset"), "Offset into the cell's text; absent for a label") {
            $0.value.range.map { .number($0.lowerBound) }
        },
        .optional("end", .reference("offset"), "Offset behind the last character; absent for a label") {
            $0.value.range.map { .number($0.upperBound) }
        },
    ])

    private static let mention = JSONShape<AcronymMention>([
        .member("acronym", .text, "Id of the meaning") { .string($0.acronym) },
        .member("as_written", .text, "As printed, with a plural or possessive ending") { .string($0.asWritten) },
        .member("start", .reference("offset"), "Offset into the cell's text") { .number($0.range.lowerBound) },
        .member("end", .reference("offset"), "Offset behind the last character") { .number($0.range.upperBound) },
        .optional(
            "alternatives",
            .array(of: .text, minItems: 1),
            "Other meanings that the text does not rule out; absent where there are none"
        ) {
            $0.alternatives.isEmpty ? nil : .array($0.alternatives.map(JSONValue.string))
        },
    ])

    private struct SpanRange {
        var origin: CellAddress
        /// UTF-8 bytes of the cell's text.
        var range: Range<Int>

        init(_ origin: CellAddress, _ range: Range<Int>) {
            self.origin = origin
            self.range = range
        }
    }

    private static let span = JSONShape<SpanRange>([
        .member("origin", .string(pattern: ValuePattern.cellID), "The cell whose text it is") {
            .string($0.origin.description)
        },
        .member("start", .reference("offset"), "Offset into the cell's text") { .number($0.range.lowerBound) },
        .member("end", .reference("offset"), "Offset behind the last character") { .number($0.range.upperBound) },
    ])

    private static func uncertainties(_ reasons: [Uncertainty.Reason]) -> JSONValue? {
        reasons.isEmpty ? nil : .array(reasons.map { .string($0.rawValue) })
    }
}
