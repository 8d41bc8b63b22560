import LibXML
public import TesseraModel

/// Reads any XML that a pipeline file describes by a mapping.
public struct MappedXMLReader: Reader {
    private let mappings: [XMLMapping]
    private let limits: ReadingLimits

    /// - Parameters:
    ///   - mappings: those of all pipeline files; of several that fit a document, the first counts, those that name
    ///     a namespace before the others.
    ///   - limits: how much of a document is accepted.
    public init(mappings: [XMLMapping], limits: ReadingLimits = .standard) {
        self.mappings = mappings.filter { $0.namespace != nil } + mappings.filter { $0.namespace == nil }
        self.limits = limits
    }

    public let format = SourceFormat(
        name: "mapped-xml",
        title: "XML that a pipeline file describes",
        mediaType: "application/xml",
        extensions: ["xml"]
    )

    /// Told by the root element.
    public func recognises(_ file: SourceFile) -> Bool { mapping(for: file) != nil }

    private func mapping(for file: SourceFile) -> XMLMapping? {
        guard !mappings.isEmpty, let root = XMLRoot(file)?.name else { return nil }
        return mappings.first { mapping in
            mapping.roots.contains(root.localName) && (mapping.namespace ?? root.namespace) == root.namespace
        }
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        guard let mapping = mapping(for: file) else { throw DocumentFailure(.unknownXML(XMLRoot(file)?.name)) }
        let vocabulary = MappedVocabulary(mapping)
        let hasParagraphs = !mapping.paragraphs.isEmpty
        let part = MarkupPart(limits: limits)
        let (document, handler) = try part.document(file, vocabulary.xml) { locator in
            MappedXMLHandler(vocabulary, hasParagraphs: hasParagraphs, limits, locator)
        }
        if let stray = handler.stray { log.append(.textOutsideCells(stray.count, stray.name, at: stray.first)) }
        return document
    }
}

extension Diagnostic {
    fileprivate static func textOutsideCells(_ count: Int, _ name: String, at place: SourcePlace) -> Diagnostic {
        Diagnostic(
            "text-outside-cells",
            .warning,
            "a row has text in no cell, here in '\(name)'" + (count > 1 ? ", and in \(count - 1) more places" : ""),
            at: place,
            suggestion: "list the element under 'cell:', 'ignore:' or another key of 'xml:' in the pipeline file"
        )
    }
}
