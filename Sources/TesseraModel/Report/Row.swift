/// A column of the matrix.
public struct Column: Sendable, Equatable {
    public enum Role: String, Sendable {
        /// Holds the labels and titles of the rows.
        case rowHeading = "row-heading"
        case content
    }

    /// `column_id`
    public var id: String
    public var role: Role
    /// The heading as the source prints it first.
    public var heading: Passage

    public init(id: String, role: Role, heading: Passage) {
        self.id = id
        self.role = role
        self.heading = heading
    }
}

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

/// A paragraph reference as a pattern found it.
public struct RowReference: Sendable, Equatable {
    public var key: ParagraphKey
    /// The label that names it.
    public var asWritten: String

    public init(key: ParagraphKey, asWritten: String) {
        self.key = key
        self.asWritten = asWritten
    }
}

/// The paragraph of a text that a reference names: section `II`, paragraph `7`.
public struct ParagraphKey: Sendable, Hashable, CustomStringConvertible {
    /// Empty where the numbering scheme knows no sections.
    public var section: String
    public var paragraph: String

    public init(section: String, paragraph: String) {
        self.section = section
        self.paragraph = paragraph
    }

    /// `II.7`, or the paragraph alone where there is no section.
    public var description: String { section.isEmpty ? paragraph : "\(section).\(paragraph)" }
}
