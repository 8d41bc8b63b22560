/// One meaning of an acronym.
public struct Acronym: Sendable, Equatable {
    public enum Source: String, Sendable, CaseIterable {
        case glossary, inline, gazetteer
        /// Used, and defined nowhere.
        case none
    }

    /// The acronym itself; with a suffix `~2` for a second meaning.
    public var id: String
    /// As the definition prints it, without a plural ending.
    public var acronym: String
    /// Nil where nobody defines it.
    public var expansion: String?
    /// What the glossary adds in brackets, usually the parent organisation: `DOJ`; the scope of a gazetteer's entry.
    public var qualifier: String?
    public var source: Source
    /// Whom a gazetteer names for the meaning.
    public var authority: String?
    /// What disagrees with what, nil where nothing does.
    public var conflict: String?

    public init(
        id: String,
        acronym: String,
        expansion: String?,
        qualifier: String? = nil,
        source: Source,
        authority: String? = nil,
        conflict: String? = nil
    ) {
        self.id = id
        self.acronym = acronym
        self.expansion = expansion
        self.qualifier = qualifier
        self.source = source
        self.authority = authority
        self.conflict = conflict
    }
}

/// A mention of an acronym in the text of a cell.
public struct AcronymMention: Sendable, Equatable {
    public var acronym: String
    public var cell: CellAddress
    /// As it stands in the text, with a plural or possessive ending.
    public var asWritten: String
    /// UTF-8 byte offsets into the cell's text.
    public var range: Range<Int>
    /// Other meanings that the text does not rule out.
    public var alternatives: [String]

    public init(
        acronym: String,
        cell: CellAddress,
        asWritten: String,
        range: Range<Int>,
        alternatives: [String] = []
    ) {
        self.acronym = acronym
        self.cell = cell
        self.asWritten = asWritten
        self.range = range
        self.alternatives = alternatives
    }

    /// `mention_id`
    public var id: String { cell.place(at: range.lowerBound) }
}
