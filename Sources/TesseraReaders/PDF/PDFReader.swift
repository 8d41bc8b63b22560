public import TesseraModel

/// PDF: the table of a tagged document comes from its structure, that of any other one from what its pages show.
public struct PDFReader: Reader {
    private let limits: ReadingLimits

    public init(limits: ReadingLimits = .standard) { self.limits = limits }

    public var format: SourceFormat {
        SourceFormat(name: "pdf", title: "PDF", mediaType: "application/pdf", extensions: ["pdf"])
    }

    /// The header may stand behind other bytes (ISO 32000-1, annex H, implementation note 13).
    public func recognises(_ file: SourceFile) -> Bool {
        file.bytes.prefix(1024).indices.contains { file.bytes[$0...].starts(with: PDFReader.signature) }
    }

    private static let signature = Array("%PDF-".utf8)

    public func read(_ file: SourceFile, log: inout DiagnosticLog) throws(DocumentFailure) -> SourceDocument {
        let document = try PDFDocument(file.bytes, limits: limits)
        let poppler = try PopplerText(file.bytes, limits: limits)
        // While poppler works.
        var graphics: [PageGraphics] = []
        for index in 0..<document.pageCount { graphics.append(PageGraphics(try document.page(index))) }
        var pages = try poppler.pages()
        for index in pages.indices where index < graphics.count { pages[index].add(graphics[index]) }
        let layout = DocumentLayout(pages)
        guard !layout.blocks.allSatisfy(\.paragraphs.isEmpty) else {
            throw DocumentFailure(graphics.contains { $0.imageCoverage > 0.3 } ? .scannedDocument : .emptyDocument)
        }
        return SourceDocument(
            origin: file.origin,
            metadata: DocumentMetadata(),
            blocks: layout.blocks,
            omissions: layout.omissions
        )
    }
}

extension Diagnostic {
    fileprivate static let scannedDocument = Diagnostic(
        "scanned-document",
        .error,
        "the pages are pictures without any text",
        suggestion: "recognise the text first, for instance with 'ocrmypdf INPUT.pdf OUTPUT.pdf', and read the result"
    )
}
