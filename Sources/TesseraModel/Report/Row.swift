/// A row of the matrix: a commitment and what it is called.
public struct Row: Sendable, Equatable {
    /// `row_id`: the references of the labels joined by `+`.
    public var id: String
    /// Number of the row in the source, from 1.
    public var position: Int
    /// The lines that name paragraphs: `Section II, para 7, 8`.
    public var labels: [Passage]
    public var titles: [Passage]
    /// The paragraphs that the labels name, in source order.
    public var references: [RowReference]
    public var provenance: [Provenance]
    /// What shows where the row and its cells begin and end.
    public var evidence = Evidence.markedRows
    /// The line that heads the row and those beside it; nil for none.
    public var group: String?
    /// How sure it is that labels and titles are parted as the source means it, from 0 to 1; where the source does not
    /// mark all borders of cells, also that the cells are.
    public var confidence = 1.0
    /// Why it is not 1, in alphabetical order; empty where it is.
    public var uncertainties: [Uncertainty.Reason] = []

    /// What shows where a row and its cells begin and end.
    public enum Evidence: String, Sendable, CaseIterable {
        /// The source marks rows and cells.
        case markedRows = "marked-rows"
        /// The source marks cells; the label shows where the row begins.
        case markedCells = "marked-cells"
        /// The source marks columns; labels show which printed lines belong together.
        case printedLines = "printed-lines"
        /// The source marks nothing; there is only one way to put the paragraphs into the cells.
        case countedCells = "counted-cells"
        /// The source marks nothing; an earlier version of the report shows where its texts stand.
        case referenceDataset = "reference-dataset"
        /// The source marks nothing; the shape of titles and the words of the columns show what is likely.
        case wording
        /// The order of the text is broken, so that no cell can be told.
        case brokenOrder = "broken-order"
        /// The source has lost the row's label.
        case noLabel = "missing-label"
    }

    public init(
        id: String,
        position: Int,
        labels: [Passage],
        titles: [Passage],
        references: [RowReference],
        provenance: [Provenance]
    ) {
        self.id = id
        self.position = position
        self.labels = labels
        self.titles = titles
        self.references = references
        self.provenance = provenance
    }
}
