import TesseraModel

/// A conversion as the cache keeps it and as one process tells it to another: all but the source, and without the files.
extension Conversion {
    var record: JSONValue { Conversion.record.json(self) }

    private static let record = JSONShape<Conversion>([
        .optional("origin", Origin.shape.schema, "The source") { $0.origin.map(Origin.shape.json) },
        .optional("pipeline", .text, "Id of the pipeline") { $0.pipeline.map(JSONValue.string) },
        .optional("report", .text, "Id of the report") { $0.reportID.map(JSONValue.string) },
        .optional("counts", ReportSize.shape.schema, "How much the report holds") {
            $0.size.map(ReportSize.shape.json)
        },
        .member("diagnostics", .array(of: Diagnostic.shape.schema), "What there is to say") {
            Diagnostic.shape.json($0.diagnostics)
        },
        .member("notes", .map(to: .integer(from: 1)), "Notes that the dataset has") { conversion in
            .object(JSONObject(conversion.foldedNotes.map { (key: $0.key, value: .number($0.value)) }))
        },
        .member("has_report", .boolean, "Whether the dataset has all diagnostics") { .bool($0.hasReportFile) },
        .member("timings", .array(of: .integer(from: 0)), "Microseconds that each stage took") { conversion in
            .array(StageTimings.stages.map { .number(conversion.timings[keyPath: $0.path]) })
        },
        .optional("unkept", Diagnostic.shape.schema, "Why what was read could not be kept") {
            $0.unkept.map(Diagnostic.shape.json)
        },
        .optional("staged", StagedDataset.shape.schema, "The dataset that lies ready") {
            $0.staged.map(StagedDataset.shape.json)
        },
    ])

    /// Reads a record.
    /// - Throws: ``JSONDecodingFailure`` where it is none.
    init(source: SourcePath, record json: JSONCursor) throws(JSONDecodingFailure) {
        self.init(source: source)
        origin = try json.member("origin")?.origin()
        pipeline = try json.optionalString("pipeline")
        reportID = try json.optionalString("report")
        size = try json.member("counts").map(ReportSize.init)
        diagnostics = try json.items("diagnostics") { item throws(JSONDecodingFailure) in try item.diagnostic() }
        hasReportFile = try json.required("has_report").value == .bool(true)
        if case .object(let notes) = try json.required("notes").value {
            for (id, count) in notes.sorted { if case .number(let count) = count { foldedNotes[id] = Int(count) } }
        }
        let timings = try json.items("timings") { item throws(JSONDecodingFailure) in try item.integer() }
        for (stage, value) in zip(StageTimings.stages, timings) { self.timings[keyPath: stage.path] = value }
        unkept = try json.member("unkept").map { item throws(JSONDecodingFailure) in try item.diagnostic() }
        staged = try json.member("staged").map(StagedDataset.init)
    }
}

extension ReportSize {
    init(_ json: JSONCursor) throws(JSONDecodingFailure) {
        rows = try json.integer("rows")
        cells = try json.integer("cells")
        acronyms = try json.integer("acronyms")
        links = try json.integer("links")
        references = try json.integer("references")
        discarded = try json.integer("discarded")
    }
}

extension StagedDataset {
    fileprivate static let shape = JSONShape<StagedDataset>([
        .member("dataset", .text, "Its path from the output folder") { .string($0.dataset) },
        .optional("name", .text, "The folder in which it lies; absent where nothing has changed") {
            $0.name.map(JSONValue.string)
        },
        .member("stamp", .text, "What tells whether its files were touched") { .string($0.stamp) },
    ])

    fileprivate init(_ json: JSONCursor) throws(JSONDecodingFailure) {
        dataset = try json.string("dataset")
        name = try json.optionalString("name")
        stamp = try json.string("stamp")
    }
}
