import TesseraModel

/// Text whose order is broken: columns that were printed side by side and dumped in pieces, or recognised by a machine
/// that read across them. Labels can be told, and nothing else; the text is kept, and no row is made up.
extension MatrixDraft {
    /// How many borders of paragraphs it takes to judge a text.
    private static let leastBorders = 20
    /// The share of borders in mid-sentence above which the order is broken. Even a sound text has a few.
    private static let mostFragments = 0.25
    /// The share of rows whose paragraphs cannot fill their cells, above which it is.
    private static let mostUnfitRows = 0.5

    private static let rowConfidence = 0.3
    private static let cellConfidence = 0.05

    /// Whether the order of the text is broken.
    var hasBrokenOrder: Bool {
        let flow = rows.filter(\.isFlow)
        var borders = 0
        var fragments = 0
        for row in flow {
            for (item, next) in zip(row.items, row.items.dropFirst()) where !item.isWholeCell && !next.isWholeCell {
                borders += 1
                if item.text.breaksOffInSentence, next.text.beginsInSentence { fragments += 1 }
            }
        }
        if borders >= MatrixDraft.leastBorders, Double(fragments) > Double(borders) * MatrixDraft.mostFragments {
            return true
        }
        let unfit = flow.count { $0.items.count < rules.contentColumns.count }
        return flow.count > 3 && Double(unfit) > Double(flow.count) * MatrixDraft.mostUnfitRows
    }

    /// Keeps the text of all rows behind the matrix, and leaves their cells without any.
    mutating func keepUnplaced(log: inout DiagnosticLog) {
        var unplaced: [FoundParagraph] = []
        for number in rows.indices where rows[number].isFlow {
            unplaced += rows[number].items.compactMap(\.paragraph)
            rows[number].items = []
            rows[number].evidence = .brokenOrder
            rows[number].doubts.append(Uncertainty(.brokenOrder, confidence: MatrixDraft.rowConfidence))
            rows[number].cells = rules.contentColumns.map { _ in nil }
            for column in rules.contentColumns.indices {
                rows[number].cellDoubts[column] = Uncertainty(.brokenOrder, confidence: MatrixDraft.cellConfidence)
            }
            // Its cells say so already.
            rows[number].isFlow = false
        }
        rows.removeAll { $0.references.isEmpty && !$0.isUnnumbered }
        backMatter += unplaced.map { Matter($0.passage, role: .unplaced) }
        log.append(.brokenOrder(rows: rows.count, paragraphs: unplaced.count, at: unplaced.first?.place))
    }
}

extension Diagnostic {
    fileprivate static func brokenOrder(rows: Int, paragraphs: Int, at place: SourcePlace?) -> Diagnostic {
        Diagnostic(
            "broken-order",
            .warning,
            "the order of the text is broken: \(rows) labels were found, and \(paragraphs) pieces of text could be put "
                + "into no cell",
            at: place,
            suggestion: "convert the original again to a format that keeps its table; the text stands under back_matter"
        )
    }
}
