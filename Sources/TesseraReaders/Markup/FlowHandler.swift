import LibXML
import TesseraModel

/// A content handler that builds one flow of blocks.
protocol FlowHandler: MarkupHandler {
    var flow: FlowBuilder { get set }
    /// What the document says about itself.
    var metadata: DocumentMetadata { get }
}

extension FlowHandler {
    var failure: Diagnostic? { flow.failure }

    /// Stops the parser where a limit was passed.
    func checkLimits() throws(XMLInterruption) {
        if flow.failure != nil { throw XMLInterruption() }
    }
}

extension MarkupPart {
    /// Reads a document that is one XML file.
    ///
    /// A document type declaration is passed over: it can only name a DTD, which is never read.
    /// - Parameter handler: makes the handler, with what tells it where the parser is.
    /// - Throws: ``TesseraModel/DocumentFailure`` for markup that is damaged, passes a limit, or holds no text.
    func document<Handler: FlowHandler>(
        _ file: SourceFile,
        _ vocabulary: XMLVocabulary,
        _ handler: (XMLLocator) -> Handler
    ) throws(DocumentFailure) -> (document: SourceDocument, handler: Handler) {
        let handler = try parse(file.bytes, .xml(allowsDoctype: true), vocabulary, handler)
        let blocks = handler.flow.finish()
        if let failure = handler.failure { throw DocumentFailure(failure) }
        guard !blocks.isEmpty else { throw DocumentFailure(.emptyDocument) }
        let document = SourceDocument(
            origin: file.origin,
            metadata: handler.metadata,
            blocks: blocks,
            omissions: handler.flow.omissions
        )
        return (document, handler)
    }
}

extension XMLTag {
    /// The value of an attribute that counts something; nil where it is absent or no whole number.
    ///
    /// A number too large for any table is a large one, so that a limit can refuse it.
    func count(_ name: Int) -> Int? {
        guard let digits = value(name)?.filter({ !$0.isWhitespace }), !digits.isEmpty,
            digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return nil }
        return min(Int(digits) ?? .max, Int(Int32.max))
    }
}

extension XMLName {
    /// The language of an element's text.
    static let language = XMLName("lang", in: "http://www.w3.org/XML/1998/namespace")
}
