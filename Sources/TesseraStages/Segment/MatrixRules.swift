public import TesseraModel
public import TesseraPatterns

/// What a pipeline file says about the shape of a report.
public struct MatrixRules: Sendable {
    /// A column of the matrix and the headings it goes by.
    public struct ColumnRule: Sendable {
        public var id: String
        public var role: Column.Role
        public var headings: [Pattern]

        public init(id: String, role: Column.Role, headings: [Pattern]) {
            self.id = id
            self.role = role
            self.headings = headings
        }
    }

    /// Text to leave out, and why.
    public struct DiscardRule: Sendable {
        public var reason: Discarded.Reason
        public var patterns: [Pattern]

        public init(reason: Discarded.Reason, patterns: [Pattern]) {
            self.reason = reason
            self.patterns = patterns
        }
    }

    /// What the report id is made of, besides the pipeline's id.
    public enum Naming: String, Sendable, CaseIterable {
        /// The revision date, or the source's name where the report has none.
        case revision
        /// The source's name.
        case source
    }

    public var pipeline: String
    public var title: String
    public var language: String?
    /// Name of the numbering that the labels follow.
    public var scheme: String
    public var naming: Naming = .revision
    public var columns: [ColumnRule]
    /// Captures `section` (optional) and `paragraph`.
    public var labels: [Pattern]
    /// Lines that head the rows below them. May capture the `section` of these rows, and `point`.
    public var groups: [Pattern] = []
    /// What stands in the place of a label where a row has no number.
    public var unnumbered: [Pattern] = []
    /// Captures `revised`.
    public var revision: [Pattern] = []
    public var documentCode: [Pattern] = []
    public var glossaryHeadings: [Pattern] = []
    public var resourcesHeadings: [Pattern] = []
    public var organisations: [Pattern] = []
    public var discards: [DiscardRule] = []
    /// Texts that fill a cell by themselves: `N/A`.
    public var wholeCells: [Pattern] = []

    public init(
        pipeline: String,
        title: String,
        language: String? = nil,
        scheme: String,
        columns: [ColumnRule],
        labels: [Pattern]
    ) {
        self.pipeline = pipeline
        self.title = title
        self.language = language
        self.scheme = scheme
        self.columns = columns
        self.labels = labels
    }

    var contentColumns: [ColumnRule] { columns.filter { $0.role == .content } }

    /// The column whose heading a text is; nil for none.
    func column(headed text: String) throws(DocumentFailure) -> Int? {
        for (index, column) in columns.enumerated() where try column.headings.matches(text) { return index }
        return nil
    }

    /// The section of the back matter that a line opens; nil for none.
    func section(headed text: String) throws(DocumentFailure) -> Section? {
        if try glossaryHeadings.matches(text) { return .glossary }
        return try resourcesHeadings.matches(text) ? .resources : nil
    }

    /// Why a line is left out; nil where it is not.
    func discardReason(for text: String) throws(DocumentFailure) -> Discarded.Reason? {
        for rule in discards where try rule.patterns.matches(text) { return rule.reason }
        return nil
    }

    enum Section {
        case glossary, resources
    }
}
