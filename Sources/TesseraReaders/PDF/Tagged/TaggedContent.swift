import TesseraModel

/// A document whose structure tree says what its text is.
struct TaggedContent {
    private let tree: PDFStructureTree
    private let limits: ReadingLimits
    private var text = PDFMarkedText()
    /// Text that is marked as no part of the document's own: running heads, page numbers.
    private var artifacts: [TaggedArtifact] = []

    /// Which share of the text a structure must reach to be trusted.
    private static let leastShare = 0.98

    /// - Returns: nil for a document without structure, or with one that does not tell enough: then its pages have to.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    init?(_ document: PDFDocument, limits: ReadingLimits) throws(DocumentFailure) {
        // A structure without a table may have lost it; the lines on the page have not.
        guard let tree = try document.structure(), tree.elements.contains(where: { $0.type == "Table" }) else {
            return nil
        }
        self.tree = tree
        self.limits = limits
        for index in 0..<document.pageCount {
            let page = try document.page(index)
            text.add(page)
            artifacts += TaggedArtifact.lines(of: page)
        }
        let reach = text.reach(of: tree)
        guard reach.isDecoded, reach.share >= TaggedContent.leastShare else { return nil }
    }

    func content() throws(DocumentFailure) -> PDFContent {
        var flow = TaggedFlow(tree, text, limits: limits)
        let blocks = try flow.blocks()
        let headings = TaggedHeadings(blocks)
        return PDFContent(blocks: blocks, omissions: flow.flow.omissions + artifacts.map { $0.omission(headings) })
    }
}
