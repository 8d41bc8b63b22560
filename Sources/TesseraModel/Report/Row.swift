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
    /// The line that heads the row and those beside it; nil for none.
    public var group: String?
    /// How sure it is that labels and titles are parted as the source means it, from 0 to 1.
    public var confidence = 1.0
    /// Why it is not 1, in alphabetical order; empty where it is.
    public var uncertainties: [Uncertainty.Reason] = []

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
