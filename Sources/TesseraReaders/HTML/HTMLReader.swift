import LibXML
public import TesseraModel

/// Reads HTML as it is found in the world, and XHTML.
///
/// Nothing is loaded, run or styled: the text is what stands in the file. Text that the markup itself hides is kept
/// and flagged; text that `del` marks as deleted is left out and counted.
///
/// A cell covers as many rows and columns as it claims, up to the limit `span`, beyond which the document is refused;
/// browsers make 1,000 columns of a larger number without a word. Rows end with their group, as in browsers.
public struct HTMLReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "html",
        title: "HTML",
        mediaType: "text/html",
        extensions: ["html", "htm", "xhtml", "xht"]
    )

    public func recognises(_ file: SourceFile) -> Bool {
        HTMLSignature(file.bytes).isHTML(hasHTMLName: format.extensions.contains(file.fileExtension))
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let (handler, encoding) = try content(of: file, part: "", log: &log)
        let blocks = handler.finish()
        if let failure = handler.failure { throw DocumentFailure(failure) }
        guard !blocks.isEmpty else { throw DocumentFailure(.emptyDocument) }
        var origin = file.origin
        origin.mediaType = format.mediaType
        return SourceDocument(
            origin: origin,
            metadata: handler.metadata.finished(encoding: encoding),
            blocks: blocks,
            omissions: handler.builder.omissions
        )
    }

    /// Parses a file, or a part of another document.
    /// - Parameter part: the part's name; empty for a file of its own.
    func content(
        of file: SourceFile,
        part: String,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> (handler: HTMLContentHandler, encoding: String) {
        let decoding = try HTMLDecoding(file.bytes, log: &log)
        let isXML = HTMLSignature(file.bytes).isXML || file.fileExtension.hasPrefix("xht")
        var filter = HTMLFilter(decoding.text, isXML: isXML)
        var parserLimits = limits
        // The handler counts what is nested, since libxml2 nests what it should not.
        parserLimits[.depth] = .max
        let handler = try MarkupPart(name: part, limits: parserLimits).parse(.html, HTMLName.vocabulary) { locator in
            HTMLContentHandler(part: part, locator: locator, limits: limits)
        } next: { buffer throws(DocumentFailure) in
            filter.next(&buffer)
        }
        if let place = filter.firstControlPlace { log.append(.controlCharacters(filter.controlCount, at: place)) }
        return (handler, decoding.encoding)
    }
}

extension HTMLFilter {
    /// Where the first control character stands.
    fileprivate var firstControlPlace: SourcePlace? {
        guard let firstControl, let line = TextLines(source).first(where: { $0.range.upperBound >= firstControl })
        else { return nil }
        let position = Position.line(line.number, column: firstControl - line.origin + 1)
        return SourcePlace(start: position, end: position)
    }
}
