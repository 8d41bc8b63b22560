import LibXML
public import TesseraModel

/// Reads the XML that Word 2003 saves ("WordprocessingML 2003"): one file with everything in it.
public struct WordXMLReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "word-xml",
        title: "Word 2003 XML",
        mediaType: "application/vnd.ms-wordml",
        extensions: ["xml"]
    )

    /// Told by the namespace, which stands in the first tag.
    public func recognises(_ file: SourceFile) -> Bool {
        let head = String(decoding: file.bytes.prefix(4096), as: UTF8.self)
        return head.first { !$0.isWhitespace && $0 != "\u{FEFF}" } == "<" && head.contains(WordElement.namespace2003)
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let part = MarkupPart(limits: limits)
        let handler = try part.parse(file.bytes, .xml(allowsDoctype: false), WordElement.vocabulary) { locator in
            WordContentHandler(part: "", locator: locator, .init(limits: limits))
        }
        var metadata = handler.metadata
        metadata.language = handler.styles.language
        return try handler.document(from: file.origin, metadata, log: &log)
    }
}
