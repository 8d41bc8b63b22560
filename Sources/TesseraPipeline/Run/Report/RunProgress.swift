public import TesseraModel

/// What happens in a run, as programs are told: a JSON object for each event.
public struct RunProgress: Sendable {
    enum Kind: String, CaseIterable {
        case began, finished, ended
    }

    private var kind: Kind
    private var total: Int
    private var index: Int?
    private var source: String?
    private var outcome: RunOutcome?
    private var tally: RunTally?
    private var seconds: Double?

    /// An event as programs are told of it.
    /// - Parameters:
    ///   - event: what happens.
    ///   - total: number of documents of the run.
    /// - Returns: nil for what programs are not told.
    public init?(_ event: RunEvent, total: Int) {
        self.total = total
        switch event {
        case .began(let index, let source):
            kind = .began
            self.index = index
            self.source = source.label
        case .finished(let index, let outcome):
            kind = .finished
            self.index = index
            self.outcome = outcome
            source = outcome.conversion.source.label
        case .ended, .tick: return nil
        }
    }

    /// The end of a run.
    public init(_ tally: RunTally, seconds: Double, total: Int) {
        kind = .ended
        self.total = total
        self.tally = tally
        self.seconds = seconds
    }

    public var json: JSONValue { RunProgress.shape.json(self) }

    /// The JSON Schema (draft-07) of an event.
    public static var schema: JSONValue {
        shape.schema.document(
            id: "urn:tessera:schema:progress:1",
            title: "What happens in a run: a line of standard error with --progress json",
            definitions: [("diagnostic", Diagnostic.shape.schema), ("document", RunReport.document.schema)]
        )
    }

    private static let shape = JSONShape<RunProgress>([
        .member(
            "event",
            .words(Kind.self),
            "Work on a document has begun; it is known what became of it; the run has ended"
        ) {
            .string($0.kind.rawValue)
        },
        .member("total", .integer(from: 0), "Documents of the run") { .number($0.total) },
        .optional("index", .integer(from: 0), "Number of the document in the order of the run, from 0") {
            $0.index.map(JSONValue.number)
        },
        .optional("source", .text, "Path of the document, from the project's folder") {
            $0.source.map(JSONValue.string)
        },
        .optional("document", .reference("document"), "What became of the document, as in run.json") {
            $0.outcome.map(RunReport.document.json)
        },
        .optional("summary", RunReport.summary.schema, "Number of documents, by what became of them") {
            $0.tally.map { RunReport.summary.json($0.statuses) }
        },
        .optional("seconds", .number(from: 0), "How long the run took") { $0.seconds.map(JSONValue.number) },
    ])
}
