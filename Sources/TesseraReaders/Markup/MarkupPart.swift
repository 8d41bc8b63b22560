import LibXML
import TesseraModel

/// A content handler that builds a document, and knows why it stopped.
protocol MarkupHandler: XMLContentHandler {
    /// Why it interrupted the parser.
    var failure: Diagnostic? { get }
}

/// A part of a source that is parsed as a stream.
struct MarkupPart {
    /// The part of a container format; empty where the file has only one.
    var name = ""
    var limits: ReadingLimits

    /// Parses a part that is at hand.
    /// - Parameter handler: makes the handler, with what tells it where the parser is.
    /// - Throws: ``TesseraModel/DocumentFailure`` for markup that is damaged, or passes a limit.
    func parse<Handler: MarkupHandler>(
        _ bytes: [UInt8],
        _ notation: XMLPushParser.Notation,
        _ vocabulary: XMLVocabulary,
        _ handler: (XMLLocator) -> Handler
    ) throws(DocumentFailure) -> Handler {
        let feed = try feed(notation, vocabulary, handler)
        try feed.add(bytes.span)
        try feed.finish()
        return feed.handler
    }

    /// Parses a part that comes piece by piece.
    /// - Parameters:
    ///   - handler: makes the handler, with what tells it where the parser is.
    ///   - next: puts the next bytes into the buffer and says how many they are; none at the end.
    /// - Throws: ``TesseraModel/DocumentFailure`` for markup that is damaged, or passes a limit; what `next` throws.
    func parse<Handler: MarkupHandler>(
        _ notation: XMLPushParser.Notation,
        _ vocabulary: XMLVocabulary,
        _ handler: (XMLLocator) -> Handler,
        next: (inout [UInt8]) throws(DocumentFailure) -> Int
    ) throws(DocumentFailure) -> Handler {
        let feed = try feed(notation, vocabulary, handler)
        var buffer: [UInt8] = []
        while true {
            let count = try next(&buffer)
            if count == 0 { break }
            try feed.add(buffer.span.extracting(0..<count))
        }
        try feed.finish()
        return feed.handler
    }

    /// Begins to parse a part whose bytes come when they come.
    func feed<Handler: MarkupHandler>(
        _ notation: XMLPushParser.Notation,
        _ vocabulary: XMLVocabulary,
        _ handler: (XMLLocator) -> Handler
    ) throws(DocumentFailure) -> MarkupFeed<Handler> {
        let parser = try parser(notation, vocabulary)
        return MarkupFeed(part: self, parser: parser, handler: handler(parser.locator))
    }

    private func parser(
        _ notation: XMLPushParser.Notation,
        _ vocabulary: XMLVocabulary
    ) throws(DocumentFailure) -> XMLPushParser {
        do {
            return try XMLPushParser(
                notation,
                vocabulary,
                limits: XMLLimits(limits)
            )
        } catch {
            throw DocumentFailure(diagnostic(error))
        }
    }

    fileprivate func diagnostic(_ failure: XMLFailure) -> Diagnostic {
        let position = Position.line(failure.line ?? 1, column: failure.column ?? 1)
        let place = SourcePlace(part: name, start: position, end: position)
        switch failure.kind {
        case .depth: return .limitExceeded(.depth, failure.message, limits: limits, at: place)
        case .attributes: return .limitExceeded(.attributes, failure.message, limits: limits, at: place)
        case .names: return .limitExceeded(.names, failure.message, limits: limits, at: place)
        case .forbidden: return .forbiddenDeclaration(failure.message, at: place)
        default: return .damagedMarkup(failure.message, at: place)
        }
    }
}

/// A part that is being parsed.
struct MarkupFeed<Handler: MarkupHandler> {
    fileprivate let part: MarkupPart
    fileprivate let parser: XMLPushParser
    let handler: Handler

    /// Parses the next bytes, cut anywhere.
    /// - Throws: ``TesseraModel/DocumentFailure`` for markup that is damaged, or passes a limit.
    func add(_ bytes: borrowing Span<UInt8>) throws(DocumentFailure) {
        do {
            try parser.parse(bytes, handler)
        } catch {
            throw DocumentFailure(handler.failure ?? part.diagnostic(error))
        }
    }

    /// Ends the part.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it is not complete.
    func finish() throws(DocumentFailure) {
        do {
            try parser.finish(handler)
        } catch {
            throw DocumentFailure(handler.failure ?? part.diagnostic(error))
        }
    }
}

extension XMLLimits {
    fileprivate init(_ limits: ReadingLimits) {
        self.init(
            maximumDepth: limits[.depth],
            maximumNames: limits[.names],
            maximumAttributes: limits[.attributes]
        )
    }
}

extension Diagnostic {
    fileprivate static func forbiddenDeclaration(_ message: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "forbidden-declaration",
            .error,
            message,
            at: place,
            suggestion: "remove the declarations, or save the document again with a word processor"
        )
    }

    fileprivate static func damagedMarkup(_ message: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "damaged-markup",
            .error,
            "the markup is damaged: \(message)",
            at: place,
            suggestion: "get the file again from its source, or open and save it with a word processor"
        )
    }
}
