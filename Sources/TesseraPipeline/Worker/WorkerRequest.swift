public import TesseraModel
import TesseraWriters

/// What `tessera worker` is asked to do: one document.
public struct WorkerRequest: Sendable, Equatable {
    /// A document that comes with the request.
    public struct Content: Sendable, Equatable {
        /// Name of the file, with the extension that tells its format.
        public var name: String
        /// The document, where it is text in UTF-8.
        public var text: String?
        /// The document in Base64 (RFC 4648, section 4).
        public var base64: String?

        public init(name: String, text: String? = nil, base64: String? = nil) {
            self.name = name
            self.text = text
            self.base64 = base64
        }
    }

    /// Version of the messages.
    public static let protocolVersion = 1

    /// What the result is called by.
    public var id: String
    /// Path of the document, where it does not come with the request.
    public var path: String?
    public var content: Content?
    /// Id of the pipeline; nil for the one that fits.
    public var pipeline: String?
    /// A pipeline file of its own, YAML.
    public var pipelineText: String?
    /// Names of formats; nil for those of the pipeline file.
    public var write: [String]?
    /// The folder to write the dataset to; nil for the result alone.
    public var output: String?

    public init(id: String, path: String? = nil, content: Content? = nil) {
        self.id = id
        self.path = path
        self.content = content
    }

    /// Reads a request.
    /// - Throws: ``WorkerRefusal`` with all that is wrong.
    init(_ json: JSONValue) throws(WorkerRefusal) {
        self.init(id: "")
        var mistakes = WorkerRequest.coding.read(json, into: &self)
        if path == nil, content == nil, mistakes.isEmpty { mistakes.append(.missingDocument) }
        if path != nil, content != nil { mistakes.append(JSONMistake(["content"], "excludes 'path'")) }
        if pipeline != nil, pipelineText != nil {
            mistakes.append(JSONMistake(["pipeline_text"], "excludes 'pipeline'"))
        }
        if let content, mistakes.isEmpty, (content.text == nil) == (content.base64 == nil) {
            mistakes.append(JSONMistake(["content"], "must have 'text' or 'base64', and not both"))
        }
        guard mistakes.isEmpty else {
            throw WorkerRefusal(id: id.isEmpty ? nil : id, mistakes.map(Diagnostic.invalidRequest))
        }
    }

    /// The request as JSON.
    public var json: JSONValue { WorkerRequest.coding.shape.json(self) }

    /// The JSON Schema (draft-07) of a request.
    public static var schema: JSONValue {
        coding.shape.schema.withOne(of: ["path", "content"]).withoutAll(of: ["pipeline", "pipeline_text"])
            .document(
                id: "urn:tessera:schema:worker-request:\(protocolVersion)",
                title: "What a worker is asked to do: a line of its standard input"
            )
    }

    private static let coding = JSONCoding<WorkerRequest>([
        .constant("protocol", protocolVersion, "Version of the messages"),
        .text("id", "What the result is called by", \.id),
        .optionalText("path", "Path of the document; without it, the document comes in 'content'", \.path),
        .optionalObject(
            "content",
            contentCoding,
            schema: contentCoding.shape.schema.withOne(of: ["text", "base64"]),
            from: Content(name: ""),
            "The document itself, where it is no file",
            \.content
        ),
        .optionalText("pipeline", "Id of the pipeline; absent for the one that fits", \.pipeline),
        .optionalText("pipeline_text", "A pipeline file of its own, YAML", \.pipelineText),
        .optionalWords(
            "write",
            Writers.formats.map(\.name) + [FormatChoice.every],
            "Formats of the dataset; absent for those that the pipeline file names",
            \.write
        ),
        .optionalText(
            "output",
            "The folder to write the dataset to; absent where nothing is to be written",
            \.output
        ),
    ])

    private static let contentCoding = JSONCoding<Content>([
        .text("name", "Name of the file, with its extension", \.name),
        .optionalText("text", "The document, where it is text", mayBeEmpty: true, \.text),
        .optionalText("base64", "The document in Base64 (RFC 4648)", mayBeEmpty: true, \.base64),
    ])
}

/// Why a request is not carried out.
struct WorkerRefusal: Error {
    /// The request's id, where it could be read.
    var id: String?
    var diagnostics: [Diagnostic]

    init(id: String?, _ diagnostics: [Diagnostic]) {
        self.id = id
        self.diagnostics = diagnostics
    }
}

extension JSONMistake {
    fileprivate static let missingDocument = JSONMistake(["path"], "is missing, and so is 'content'")
}

extension Diagnostic {
    fileprivate static func invalidRequest(_ mistake: JSONMistake) -> Diagnostic {
        let what = mistake.path.isEmpty ? "the request" : "the member '\(mistake.path.joined(separator: "."))'"
        return .invalidRequest("\(what) \(mistake.message)")
    }

    /// - Parameter message: what is wrong, with the name of the member.
    static func invalidRequest(_ message: String) -> Diagnostic {
        Diagnostic(
            "invalid-request",
            .error,
            message,
            suggestion: "compare it with the schema that 'tessera schema worker-request' prints"
        )
    }
}
