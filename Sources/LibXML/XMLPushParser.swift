import CLibXML2

/// Parses a document piece by piece and hands its content to a handler; no tree is built.
///
/// Nothing but the bytes given is ever read: no DTD, no entity, no network. Several parsers may work on several
/// threads at once; one parser belongs to one thread at a time.
@safe
public final class XMLPushParser {
    /// The notation of a document.
    public enum Notation: Sendable {
        /// XML with namespaces. A document type declaration is refused, or only what it declares.
        case xml(allowsDoctype: Bool)
        /// HTML as it is found in the world: missing tags are added, mistakes are passed over.
        ///
        /// The bytes must be UTF-8.
        case html
    }

    /// That of the locator, which may live longer than the parser.
    private let core: UnsafeMutablePointer<PushParserCore>
    /// Tells the handler where the parser is.
    public let locator: XMLLocator

    /// Makes a parser at the beginning of a document.
    /// - Parameters:
    ///   - notation: XML or HTML.
    ///   - vocabulary: the names that the handler wants to hear of.
    ///   - limits: how much of the document is accepted.
    /// - Throws: `XMLFailure` where libxml2 has no memory left.
    public init(
        _ notation: Notation,
        _ vocabulary: XMLVocabulary,
        limits: XMLLimits = .standard
    ) throws(XMLFailure) {
        XMLLibrary.prepare()
        locator = XMLLocator(owning: PushParserCore(notation, vocabulary, limits))
        unsafe core = locator.core
        guard unsafe core.pointee.open(core) else {
            throw XMLFailure(kind: .limit, message: "libxml2 could not make a parser: out of memory")
        }
    }

    deinit {
        unsafe core.pointee.close()
    }

    /// Parses the next bytes of the document.
    /// - Parameters:
    ///   - bytes: any number of them, cut anywhere.
    ///   - handler: what to call; the same one for the whole document.
    /// - Throws: `XMLFailure` for the first fault, and the same one again on every later call; `.interrupted` where
    ///   the handler stopped the parser.
    public func parse(_ bytes: borrowing Span<UInt8>, _ handler: any XMLContentHandler) throws(XMLFailure) {
        try unsafe feed(handler) { core in
            unsafe bytes.withUnsafeBufferPointer { bytes in
                var offset = 0
                // libxml2 counts in Int32, and moves what it has not parsed yet to the front with each piece.
                while offset < bytes.count, unsafe core.pointee.isGoing {
                    let count = min(bytes.count - offset, PushParserCore.pieceLength)
                    unsafe core.pointee.push(bytes.baseAddress.map { unsafe $0 + offset }, count: count, isLast: false)
                    offset += count
                }
            }
        }
    }

    /// Ends the document.
    /// - Throws: `XMLFailure` where it is not complete.
    public func finish(_ handler: any XMLContentHandler) throws(XMLFailure) {
        try unsafe feed(handler) { core in unsafe core.pointee.push(nil, count: 0, isLast: true) }
    }

    private func feed(
        _ handler: any XMLContentHandler,
        _ body: (UnsafeMutablePointer<PushParserCore>) -> Void
    ) throws(XMLFailure) {
        unsafe core.pointee.handler = handler
        if unsafe core.pointee.isGoing { unsafe body(core) }
        unsafe core.pointee.handler = nil
        if let failure = unsafe core.pointee.failure { throw failure }
    }
}
