public import TesseraModel

/// Reads plain text: a stream of cells where tabs mark them (a Word table dumped as text), paragraphs otherwise.
///
/// Every line that is not blank is a paragraph of its own; a reader never guesses which lines belong together.
public struct PlainTextReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "text",
        title: "plain text",
        mediaType: "text/plain",
        extensions: ["txt", "text"]
    )

    public func recognises(_ file: SourceFile) -> Bool {
        TextEncoding.detect(file.bytes) != nil
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        guard let encoding = TextEncoding.detect(file.bytes) else { throw DocumentFailure(.binaryDocument) }
        let text = try encoding.decode(file.bytes, log: &log)
        let lines = TextLines(text)
        if let long = lines.first(where: { $0.range.count > limits[.lineLength] }) {
            throw DocumentFailure(.lineTooLong(long, limits))
        }
        var builder = CellStreamBuilder(text: text)
        for line in lines { builder.append(line) }
        let blocks = builder.finish()
        guard !blocks.isEmpty else { throw DocumentFailure(.emptyDocument) }
        var origin = file.origin
        origin.mediaType = format.mediaType
        return SourceDocument(
            origin: origin,
            metadata: DocumentMetadata(encoding: encoding.rawValue),
            blocks: blocks
        )
    }
}

extension Diagnostic {
    fileprivate static let binaryDocument = Diagnostic(
        "binary-document",
        .error,
        "the file is binary, not text",
        suggestion: "save the document as text, or list the formats with 'tessera formats'"
    )

    fileprivate static func lineTooLong(_ line: TextLine, _ limits: ReadingLimits) -> Diagnostic {
        let start = Position.line(line.number, column: 1)
        return .limitExceeded(
            .lineLength,
            "the line has \(line.range.count) bytes",
            limits: limits,
            at: SourcePlace(start: start, end: start)
        )
    }
}
