import LibXML
public import TesseraModel

/// Reads text documents in flat OpenDocument: one XML file with text, styles and metadata.
public struct FlatOpenDocumentReader: Reader {
    /// How far into a file its first tag ends; LibreOffice declares forty namespaces there.
    private static let headLength = 64 << 10

    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "fodt",
        title: "flat OpenDocument text",
        mediaType: OpenDocumentReader.mediaTypePrefix + "text-flat-xml",
        extensions: ["fodt"]
    )

    /// Told by the name of the root element and the media type that it states.
    public func recognises(_ file: SourceFile) -> Bool {
        let head = Array(file.bytes.prefix(FlatOpenDocumentReader.headLength))
        // Byte order marks aside, a tag or white space before it; all else is no XML, and need not be parsed.
        guard let first = head.first(where: { ![0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0].contains($0) && $0 > 0x20 }),
            first == UInt8(ascii: "<")
        else { return false }
        do {
            let parser = try XMLPushParser(.xml(allowsDoctype: true), OpenDocumentName.vocabulary)
            let root = RootElement(parser.locator)
            do {
                try parser.parse(head.span, root)
            } catch {
                return root.mediaType?.hasPrefix(OpenDocumentReader.mediaTypePrefix) ?? false
            }
            return false
        } catch {
            return false
        }
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let content = try MarkupPart(limits: limits)
            .parse(file.bytes, .xml(allowsDoctype: true), OpenDocumentName.vocabulary) { locator in
                OpenDocumentContent(part: "", styles: OpenDocumentStyles(), limits: limits, locator: locator)
            }
        return try content.document(from: file.origin, mediaType: format.mediaType)
    }
}

/// Looks at the first element of a document, and at nothing behind it.
private final class RootElement: XMLContentHandler {
    private let locator: XMLLocator
    /// What it states where it is the root of an OpenDocument.
    private(set) var mediaType: String?

    init(_ locator: XMLLocator) { self.locator = locator }

    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption) {
        if OpenDocumentName(rawValue: name) == .document, locator.depth == 1 { mediaType = tag[.mediaType] }
        throw XMLInterruption()
    }

    func end(_ name: Int) throws(XMLInterruption) {}

    func text(_ text: borrowing XMLText) throws(XMLInterruption) {}
}
