import TesseraModel

/// A document whose structure tree says what its text is.
struct TaggedContent {
    private let tree: PDFStructureTree
    private let limits: ReadingLimits
    private var text = PDFMarkedText()
    /// Text that is marked as no part of the document's own: running heads, page numbers.
    private var artifacts: [TaggedArtifact] = []
    /// Text that the structure does not reach, and that is not marked either.
    private var forgotten: [TaggedArtifact] = []

    /// Which share of the text a structure must reach to be trusted.
    private static let leastShare = 0.98

    /// - Returns: nil for a document without structure, or with one that does not tell enough: then its pages have to.
    /// - Throws: ``TesseraModel/DocumentFailure`` where a limit is passed.
    init?(
        _ document: PDFDocument,
        limits: ReadingLimits,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        // A structure without a table may have lost it; the lines on the page have not.
        guard let tree = try document.structure(), tree.elements.contains(where: { $0.type == "Table" }) else {
            return nil
        }
        self.limits = limits
        let reached = Set(tree.content)
        var borders = CellBorders()
        for index in 0..<document.pageCount {
            let page = try document.page(index)
            text.add(page)
            borders.add(page)
            artifacts += TaggedArtifact.lines(of: page, where: \.isArtifact)
            forgotten += TaggedArtifact.lines(of: page) { run in
                let content = run.markedContent.map { PDFStructureContent(page: index, marked: $0) }
                return !run.isArtifact && !(content.map(reached.contains) ?? false)
            }
        }
        self.tree = CellLists.placed(tree, text, borders)
        let reach = text.reach(of: tree)
        guard reach.isDecoded, reach.share >= TaggedContent.leastShare else {
            log.append(.untrustedStructure(reach))
            return nil
        }
        if let first = forgotten.first { log.append(.outsideStructure(first, count: forgotten.count)) }
    }

    func content() throws(DocumentFailure) -> PDFContent {
        var flow = TaggedFlow(tree, text, limits: limits)
        let blocks = try flow.blocks()
        let headings = TaggedHeadings(blocks)
        return PDFContent(
            blocks: blocks,
            omissions: flow.flow.omissions + artifacts.map { $0.omission(headings) }
                + forgotten.map(\.forgotten)
        )
    }
}

extension Diagnostic {
    fileprivate static func untrustedStructure(_ reach: PDFStructureReach) -> Diagnostic {
        let reason =
            reach.isDecoded
            ? "reach only \(Int(reach.share * 100)) % of its text"
            : "mark text in a font that does not say which letters it has"
        return Diagnostic(
            "untrusted-structure",
            .note,
            "the document has tags, but they \(reason); its pages are read as if it had none"
        )
    }

    fileprivate static func outsideStructure(_ first: TaggedArtifact, count: Int) -> Diagnostic {
        Diagnostic(
            "outside-structure",
            .warning,
            "the tags of the document do not reach \(count) lines of its text, which are left out; the first is '\(first.text)'",
            at: first.place,
            suggestion: "look for them in 'discarded' of report.json, with the reason outside-structure"
        )
    }
}
