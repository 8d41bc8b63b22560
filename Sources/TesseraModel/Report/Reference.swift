/// A paragraph reference, with what it belongs to.
public struct Reference: Sendable, Equatable {
    public enum Role: String, Sendable {
        /// It names the row.
        case rowLabel = "row-label"
        /// It stands in the text of a cell.
        case mention
    }

    /// `II.7` for a label, `<cell_id>#II.7` for a mention.
    public var id: String
    public var row: String
    /// Nil for a label.
    public var cell: CellAddress?
    public var key: ParagraphKey
    public var role: Role
    public var asWritten: String
    /// The numbering that it follows; nil for that of the report.
    public var scheme: String?

    public init(
        id: String,
        row: String,
        cell: CellAddress?,
        key: ParagraphKey,
        role: Role,
        asWritten: String,
        scheme: String? = nil
    ) {
        self.scheme = scheme
        self.id = id
        self.row = row
        self.cell = cell
        self.key = key
        self.role = role
        self.asWritten = asWritten
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
