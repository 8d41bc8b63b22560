public import TesseraModel

/// Reads plain text, in the layout that it most likely has, or in the one that is asked for.
public struct PlainTextReader: Reader {
    private let limits: ReadingLimits
    private let layout: String?

    /// - Parameters:
    ///   - limits: how much of a document is accepted.
    ///   - layout: one of ``layoutNames``; nil for the most likely one.
    public init(limits: ReadingLimits = .standard, layout: String? = nil) {
        self.limits = limits
        self.layout = layout
    }

    /// The names of the layouts that are known.
    public static let layoutNames = TextLayouts.all.map(\.name)

    public let format = SourceFormat(
        name: "text",
        title: "plain text",
        mediaType: "text/plain",
        extensions: ["txt", "text"]
    )

    public func recognises(_ file: SourceFile) -> Bool {
        TextEncoding.isText(file.bytes)
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        guard let encoding = TextEncoding.detect(file.bytes) else { throw DocumentFailure(.binaryDocument) }
        let text = LinedText(try encoding.decode(file.bytes, log: &log))
        let longest = limits[.lineLength]
        if let long = text.lines.first(where: { $0.range.count > longest }) {
            throw DocumentFailure(.lineTooLong(long, limits))
        }
        guard text.lines.contains(where: { !text.isBlank($0) }) else { throw DocumentFailure(.emptyDocument) }
        let (layout, choice) = TextLayouts.choose(for: text, fixed: layout)
        let blocks = layout.blocks(of: text)
        var origin = file.origin
        origin.mediaType = format.mediaType
        return SourceDocument(
            origin: origin,
            metadata: DocumentMetadata(encoding: encoding.rawValue, layout: choice),
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
