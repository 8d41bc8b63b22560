import LibXML
public import TesseraModel

/// Reads Word documents: `.docx`, and `.docm`, `.dotx` and `.dotm`, which differ in nothing that matters here
/// (ECMA-376 and ISO/IEC 29500, transitional and strict).
public struct WordReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "docx",
        title: "Word",
        mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        extensions: ["docx", "docm", "dotx", "dotm"]
    )

    /// Any zip archive that no reader before this one knows: what it lacks to be a document, reading it will tell.
    public func recognises(_ file: SourceFile) -> Bool { SourceArchive.isArchive(file.bytes) }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let archive = try SourceArchive(file.bytes, limits: limits)
        let package = try WordPackage(archive, limits: limits)
        let handler = try package.read(&log)
        return try handler.document(from: file.origin, try package.metadata(), log: &log)
    }
}

/// The parts of a Word document.
private struct WordPackage {
    private let archive: SourceArchive
    private let limits: ReadingLimits
    private let packageRelationships: WordRelationships
    private let mainPart: String
    private let relationships: WordRelationships
    private let styles: WordStyles

    init(_ archive: SourceArchive, limits: ReadingLimits) throws(DocumentFailure) {
        self.archive = archive
        self.limits = limits
        packageRelationships = try WordRelationships(of: "", in: archive)
        let named = packageRelationships.parts("officeDocument").first
        mainPart = named ?? "word/document.xml"
        guard archive.contains(mainPart) else { throw DocumentFailure(.noWordDocument(mainPart)) }
        relationships = try WordRelationships(of: mainPart, in: archive)
        var styles = WordStyles()
        if let part = relationships.parts("styles").first, archive.contains(part) {
            styles = try archive.parse(part, .xml(allowsDoctype: false), WordElement.vocabulary) { _ in
                WordStylesHandler()
            }.builder.styles
        }
        self.styles = styles
    }

    /// The body, with the notes in it; comments and running heads are left out of the flow.
    func read(_ log: inout DiagnosticLog) throws(DocumentFailure) -> WordContentHandler {
        var surroundings = WordContentHandler.Surroundings(limits: limits, styles: styles)
        surroundings.footnotes = try notes("footnotes", surroundings)
        surroundings.endnotes = try notes("endnotes", surroundings)
        surroundings.relationships = relationships.targets
        surroundings.embedded = try embedded(relationships, &log)
        let body = try content(of: mainPart, surroundings)
        guard body.isDocument else { throw DocumentFailure(.noWordDocument(mainPart)) }
        for (kind, reason) in [
            ("header", Discarded.Reason.runningHead), ("footer", .runningHead), ("comments", .comment),
        ] {
            for part in relationships.parts(kind[...]) where archive.contains(part) {
                let relationships = try WordRelationships(of: part, in: archive)
                surroundings.relationships = relationships.targets
                surroundings.embedded = try embedded(relationships, &log)
                let handler = try content(of: part, surroundings)
                body.builder.omit(handler.builder.finish(), reason)
                body.builder.omit(handler.builder.omissions)
            }
        }
        return body
    }

    func metadata() throws(DocumentFailure) -> DocumentMetadata {
        var metadata = DocumentMetadata(language: styles.language)
        guard let part = packageRelationships.parts("core-properties").first, archive.contains(part) else {
            return metadata
        }
        let values = try archive.parse(part, .xml(allowsDoctype: false), CoreProperty.vocabulary) { _ in
            ValuesHandler()
        }.values
        metadata.title = values[CoreProperty.title.rawValue]
        metadata.author = values[CoreProperty.creator.rawValue]
        metadata.created = values[CoreProperty.created.rawValue]
        metadata.modified = values[CoreProperty.modified.rawValue]
        metadata.language = values[CoreProperty.language.rawValue] ?? metadata.language
        return metadata
    }

    private func notes(
        _ kind: Substring,
        _ surroundings: WordContentHandler.Surroundings
    ) throws(DocumentFailure) -> [String: [Block]] {
        var notes: [String: [Block]] = [:]
        for part in relationships.parts(kind) where archive.contains(part) {
            var surroundings = surroundings
            surroundings.relationships = try WordRelationships(of: part, in: archive).targets
            notes.merge(try content(of: part, surroundings).notes) { first, _ in first }
        }
        return notes
    }

    /// The text that stands in parts of its own: charts, diagrams, and HTML that is embedded as a whole.
    private func embedded(
        _ relationships: WordRelationships,
        _ log: inout DiagnosticLog
    ) throws(DocumentFailure) -> [String: [Block]] {
        var blocks: [String: [Block]] = [:]
        for (id, relationship) in relationships.all where !relationship.isExternal {
            let part = relationship.target
            guard archive.contains(part) else { continue }
            switch relationship.kind {
            case "chart", "diagramData":
                let handler = try archive.parse(part, .xml(allowsDoctype: false), WordDrawingHandler.vocabulary) {
                    WordDrawingHandler(part: part, locator: $0, limits: limits)
                }
                blocks[id] = handler.builder.finish()
            case "aFChunk":
                let origin = Origin(path: part, mediaType: "", sha256: "", bytes: 0)
                let file = SourceFile(bytes: try archive.contents(of: part), origin: origin)
                let reader = HTMLReader(limits: limits)
                if reader.recognises(file) {
                    blocks[id] = try reader.content(of: file, part: part, log: &log).handler.finish()
                }
            default: break
            }
        }
        return blocks
    }

    private func content(
        of part: String,
        _ surroundings: WordContentHandler.Surroundings
    ) throws(DocumentFailure) -> WordContentHandler {
        try archive.parse(part, .xml(allowsDoctype: false), WordElement.vocabulary) { locator in
            WordContentHandler(part: part, locator: locator, surroundings)
        }
    }
}

/// What a package says about itself (ECMA-376 part 2, 11).
private enum CoreProperty: Int {
    case title, creator, created, modified, language

    static let vocabulary: XMLVocabulary = {
        let elements = "http://purl.org/dc/elements/1.1/"
        let terms = "http://purl.org/dc/terms/"
        return XMLVocabulary([
            XMLName("title", in: elements): CoreProperty.title.rawValue,
            XMLName("creator", in: elements): CoreProperty.creator.rawValue,
            XMLName("language", in: elements): CoreProperty.language.rawValue,
            XMLName("created", in: terms): CoreProperty.created.rawValue,
            XMLName("modified", in: terms): CoreProperty.modified.rawValue,
        ])
    }()
}

extension Diagnostic {
    fileprivate static func noWordDocument(_ part: String) -> Diagnostic {
        Diagnostic(
            "unsupported-format",
            .error,
            "the archive holds no Word document: it has no part '\(part)' with a body",
            suggestion: "save the document as .docx, or list the formats with 'tessera formats'"
        )
    }
}
