public import TesseraModel

/// What became of a request to `tessera worker`.
public struct WorkerResult: Sendable {
    public enum Status: String, Sendable, CaseIterable {
        case converted
        /// The document could not be converted, or not without errors.
        case failed
        /// The request itself is wrong; no document was looked at.
        case refused
    }

    /// The request's id; nil where it could not be read.
    public var id: String?
    public var status: Status
    /// Id of the pipeline, where one was found.
    public var pipeline: String?
    /// The report's id, where the document got that far.
    public var report: String?
    public var size: ReportSize?
    public var diagnostics: [Diagnostic]
    /// The dataset; empty where it was written to a folder.
    public var files: [OutputFile] = []
    /// The dataset's folder, where it was written.
    public var dataset: String?

    init(_ conversion: Conversion, id: String) {
        self.id = id
        status = conversion.isSound() ? .converted : .failed
        pipeline = conversion.pipeline
        report = conversion.reportID
        size = conversion.size
        diagnostics = conversion.diagnostics
        files = conversion.files
    }

    init(_ refusal: WorkerRefusal) {
        id = refusal.id
        status = .refused
        diagnostics = refusal.diagnostics
    }

    /// The result as JSON.
    public var json: JSONValue { WorkerResult.shape.json(self) }

    /// The JSON Schema (draft-07) of a result.
    public static var schema: JSONValue {
        shape.schema.document(
            id: "urn:tessera:schema:worker-result:\(WorkerRequest.protocolVersion)",
            title: "What became of a request: a line of a worker's standard output",
            definitions: [("diagnostic", Diagnostic.shape.schema)]
        )
    }

    private static let shape = JSONShape<WorkerResult>([
        .member("protocol", .constant(.number(WorkerRequest.protocolVersion)), "Version of the messages") { _ in
            .number(WorkerRequest.protocolVersion)
        },
        .member("id", JSONSchema.text.nullable, "Id of the request; null where it could not be read") {
            .optional($0.id)
        },
        .member("status", .words(Status.self), "What became of it") { .string($0.status.rawValue) },
        .member("pipeline", .string(pattern: ValuePattern.slug).nullable, "Id of the pipeline; null where none fits") {
            .optional($0.pipeline)
        },
        .member(
            "report",
            .string(pattern: ValuePattern.reportID).nullable,
            "Id of the report; null where the document did not get that far"
        ) {
            .optional($0.report)
        },
        .optional(
            "counts",
            ReportSize.shape.schema,
            "How much the report holds; absent where the document did not get that far"
        ) {
            $0.size.map(ReportSize.shape.json)
        },
        .member("diagnostics", .array(of: .reference("diagnostic")), "What there is to say about it") {
            Diagnostic.shape.json($0.diagnostics)
        },
        .member(
            "files",
            .array(of: fileShape.schema.withOne(of: ["text", "base64"])),
            "The files of the dataset; none where it failed, or was written to a folder"
        ) {
            fileShape.json($0.files)
        },
        .optional("dataset", .text, "The dataset's folder, where it was written") { $0.dataset.map(JSONValue.string) },
    ])

    private static let fileShape = JSONShape<OutputFile>([
        .member("name", .text, "Name of the file") { .string($0.name) },
        .optional("text", .string(), "What it holds, where that is text in UTF-8") {
            $0.text.map(JSONValue.string)
        },
        .optional("base64", .string(), "What it holds, in Base64 (RFC 4648), where it is no text") {
            $0.text == nil ? .string(Base64.encode($0.bytes)) : nil
        },
    ])
}

extension OutputFile {
    fileprivate var text: String? { String(validating: bytes, as: UTF8.self) }
}
