/// A reference: to a paragraph, or from a cell to another row, a document, a form or an act.
public struct Reference: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable {
        /// It names the row.
        case rowLabel = "row-label"
        /// It names a paragraph in the text of a cell.
        case mention
        /// It points to what was said before, without a name: `see previous`.
        case previous
        /// It names a document of an organisation by its symbol: `A/CONF.192/15`.
        case document
        /// It names a form of an authority: `DSP-83`.
        case form
        /// It names an act, a code of law or an order: `22 U.S.C. 2778`.
        case act
    }

    /// `II.7` for a label, `<cell_id>#II.7` for a mention, `<cell_id>#<target>` for a document, form or act.
    public var id: String
    /// The row that it points to, which is the one that a label names; nil where no row of the report is meant.
    public var row: String?
    /// The cell in which it stands; nil for a label.
    public var cell: CellAddress?
    /// The paragraph; nil for what is none.
    public var key: ParagraphKey?
    public var role: Role
    public var asWritten: String
    /// The numbering that it follows; nil for that of the report.
    public var scheme: String?
    /// UTF-8 byte offsets into the text of the cell; nil for a label.
    public var range: Range<Int>?
    /// What it points to, normalised: the symbol of a document, or the cell that `see previous` means; nil for a
    /// paragraph, and for what does not say.
    public var target: String?

    public init(
        id: String,
        row: String?,
        cell: CellAddress?,
        key: ParagraphKey?,
        role: Role,
        asWritten: String,
        scheme: String? = nil,
        range: Range<Int>? = nil,
        target: String? = nil
    ) {
        self.scheme = scheme
        self.id = id
        self.row = row
        self.cell = cell
        self.key = key
        self.role = role
        self.asWritten = asWritten
        self.range = range
        self.target = target
    }

    /// What it points to, in a word: `II.7`, `A/CONF.192/15`; for what does not say, `unclear`.
    public var meaning: String { key?.description ?? target ?? "unclear" }
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
