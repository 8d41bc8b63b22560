public import TesseraModel

/// A matrix in plain text that has lost the headings of its columns, and is told by the labels of its rows.
public struct HeadlessMatrix: Sendable {
    /// How many labels were found.
    public let labels: Int

    /// The least number of labels that make a matrix.
    private static let leastLabels = 3

    /// Nil where the document is no plain text, has all headings that the rules name, or too few labels. A table counts
    /// where it has as many columns as the rules and none of their headings; text without tables, whatever it has.
    public init?(_ document: SourceDocument, _ rules: MatrixRules) throws(DocumentFailure) {
        guard document.origin.mediaType == "text/plain" else { return nil }
        let tables = document.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        let isFlow = tables.isEmpty
        guard isFlow || tables.contains(where: { $0.columnCount == rules.columns.count }) else { return nil }
        var headed: Set<Int> = []
        var labels = 0
        let parser = LabelParser(rules.labels, unnumbered: [])
        for paragraph in document.paragraphs {
            if let run = try HeadingRun(paragraph.text, rules.columns) {
                headed.formUnion(run.headings.map(\.column))
            } else if let label = try parser.parse(paragraph.text, allowsGluedTitle: !isFlow),
                // A bare number may be that of a page, or of anything else.
                paragraph.text.utf8Slice(label.range).count(where: \.isLetter) > 1
            {
                labels += 1
            }
        }
        let isComplete = rules.columns.indices.allSatisfy {
            rules.columns[$0].role == .rowHeading || headed.contains($0)
        }
        guard !isComplete, isFlow || headed.isEmpty, labels >= HeadlessMatrix.leastLabels else { return nil }
        self.labels = labels
    }
}

extension Table {
    /// How many columns most of its rows or lines have; 0 where only cells are marked.
    fileprivate var columnCount: Int {
        switch content {
        case .grid(let rows): GridLayout(rows).columnCount
        case .lines(let lines): lines.lazy.map(\.cells.count).max() ?? 0
        case .stream: 0
        }
    }
}
