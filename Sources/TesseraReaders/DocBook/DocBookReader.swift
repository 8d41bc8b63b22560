import LibXML
public import TesseraModel

/// Reads DocBook 4 and 5: sections, lists, CALS and HTML tables, notes, links.
///
/// Source: N. Walsh, DocBook 5: The Definitive Guide; OASIS Technical Memorandum TR 9901:1999, Exchange Subset of
/// the full CALS Table Model DTD.
public struct DocBookReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public let format = SourceFormat(
        name: "docbook",
        title: "DocBook",
        mediaType: "application/docbook+xml",
        extensions: ["xml", "dbk", "docbook"]
    )

    /// DocBook 5 is told by its namespace, DocBook 4 by the document type or by its first two elements: other kinds
    /// of XML have an `article` or a `book` as well.
    public func recognises(_ file: SourceFile) -> Bool {
        guard let root = XMLRoot(file) else { return false }
        if root.name.namespace == DocBookName.namespace { return true }
        guard root.name.namespace.isEmpty else { return false }
        let documentType = root.documentType ?? ""
        if documentType.lowercased().contains("docbook") { return true }
        return DocBookName.usualRoots.contains(root.name.localName) && !documentType.contains("PUBLIC")
            && root.firstChild.map { DocBookName.isKnown($0.localName) } == true
    }

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        try MarkupPart(limits: limits).document(file, DocBookName.vocabulary) { locator in
            DocBookHandler(limits, locator)
        }.document
    }
}
