import TesseraModel

/// A document whose pages have to say what its text is.
enum PrintedContent {
    /// Which share of a page pictures cover that stand for its text.
    private static let scannedShare = 0.3

    /// - Parameter document: where the lines and the pictures are; nil where they are lost.
    /// - Throws: ``TesseraModel/DocumentFailure`` for pages without text, a program that fails or is not there, or a
    ///   limit that is passed.
    static func read(
        _ bytes: [UInt8],
        _ document: PDFDocument?,
        limits: ReadingLimits,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> PDFContent {
        let poppler = try PopplerText(bytes, limits: limits)
        var pages: [DocumentLayout.Page] = []
        var scanned: [Int] = []
        var hasPictures = false
        // Poppler finds the words of the next pages in the meantime.
        try poppler.read { (words) throws(DocumentFailure) in
            var surface = words
            if let document, surface.number <= document.pageCount {
                let graphics = PageGraphics(try document.page(surface.number - 1))
                surface.add(graphics)
                hasPictures = hasPictures || graphics.imageCoverage > 0
                if words.words.isEmpty, graphics.imageCoverage > scannedShare { scanned.append(surface.number) }
            }
            pages.append(DocumentLayout.Page(surface))
        }
        if pages.allSatisfy(\.surface.words.isEmpty) {
            throw DocumentFailure(hasPictures ? .scannedDocument : .emptyDocument)
        }
        if let first = scanned.first { log.append(.scannedPages(count: scanned.count, of: pages.count, first: first)) }
        let layout = DocumentLayout(pages)
        return PDFContent(blocks: layout.blocks, omissions: layout.omissions)
    }
}

extension Diagnostic {
    private static let recognition =
        "recognise the text first, for instance with 'ocrmypdf INPUT.pdf OUTPUT.pdf', and read the result"

    fileprivate static let scannedDocument = Diagnostic(
        "scanned-document",
        .error,
        "the pages are pictures without any text",
        suggestion: recognition
    )

    fileprivate static func scannedPages(count: Int, of all: Int, first: Int) -> Diagnostic {
        Diagnostic(
            "scanned-pages",
            .warning,
            "\(count) of \(all) pages are pictures without any text, and nothing of them is read; the first is page \(first)",
            at: SourcePlace(topOf: first),
            suggestion: recognition
        )
    }
}
