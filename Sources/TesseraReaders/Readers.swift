public import TesseraModel

/// The formats that Tessera reads.
public struct Readers: Sendable {
    /// The first that recognises a file reads it, so the choosier ones stand first.
    public let all: [any Reader]

    private let limits: ReadingLimits

    /// The readers with the limits for documents of which nothing is known.
    public static let standard = Readers()

    /// - Parameters:
    ///   - limits: how much of a document is accepted.
    ///   - mappings: what the pipeline files say of XML that no other reader knows.
    ///   - textLayout: the layout of plain text, one of ``PlainTextReader/layoutNames``; nil for the most likely one.
    public init(limits: ReadingLimits = .standard, mappings: [XMLMapping] = [], textLayout: String? = nil) {
        self.limits = limits
        // One line a format.
        all = [
            DocumentXMLReader(limits: limits),
            MappedXMLReader(mappings: mappings, limits: limits),
            // Before Word, which takes every other archive.
            OpenDocumentReader(limits: limits),
            FlatOpenDocumentReader(limits: limits),
            WordReader(limits: limits),
            WordXMLReader(limits: limits),
            Word97Reader(limits: limits),
            DocBookReader(limits: limits),
            HTMLReader(limits: limits),
            RichTextReader(limits: limits),
            PDFReader(limits: limits),
            PlainTextReader(limits: limits, layout: textLayout),
        ]
    }

    /// The reader of a file, told by its content.
    /// - Throws: ``TesseraModel/DocumentFailure`` where no reader knows the format.
    public func reader(for file: SourceFile) throws(DocumentFailure) -> any Reader {
        guard !file.bytes.isEmpty else { throw DocumentFailure(.emptyDocument) }
        for reader in all {
            // XML that no reader before it knows is no plain text either.
            if reader is PlainTextReader { try UnknownXML.refuse(file, limits: limits) }
            if reader.recognises(file) { return reader }
        }
        throw DocumentFailure(.unsupportedFormat(fileExtension: file.fileExtension))
    }
}

extension Diagnostic {
    static let emptyDocument = Diagnostic(
        "empty-document",
        .error,
        "the file holds no text",
        suggestion: "check that the download or conversion finished"
    )

    fileprivate static func unsupportedFormat(fileExtension: String) -> Diagnostic {
        let known = Readers.standard.all.map {
            "\($0.format.title) (.\($0.format.extensions.joined(separator: ", .")))"
        }
        return Diagnostic(
            "unsupported-format",
            .error,
            "the file is in no format that can be read" + (fileExtension.isEmpty ? "" : " (.\(fileExtension))"),
            notes: ["formats that can be read: " + known.joined(separator: "; ")],
            suggestion: "save the document as text, or list the formats with 'tessera formats'"
        )
    }
}
