/// An entry of the report's acronym list, as printed.
public struct GlossaryEntry: Sendable, Equatable {
    public var key: Passage
    /// Nil where the list gives a key alone.
    public var expansion: Passage?

    public init(key: Passage, expansion: Passage?) {
        self.key = key
        self.expansion = expansion
    }
}

/// An entry of the report's list of online resources.
public struct ResourceEntry: Sendable, Equatable {
    /// `resource_id`: `R1`, `R2`, … in source order.
    public var id: String
    /// The organisation under which the entry stands: the number of a line in ``Report/organisations``, nil for none.
    public var organisation: Int?
    /// The lines between the organisation and the link.
    public var titles: [Passage]
    /// The line that holds the link; nil where the list gives none.
    public var target: Passage?

    public init(id: String, organisation: Int?, titles: [Passage], target: Passage?) {
        self.id = id
        self.organisation = organisation
        self.titles = titles
        self.target = target
    }
}

/// Text before or behind the matrix.
public struct Matter: Sendable, Equatable {
    public enum Role: String, Sendable {
        case text
        /// The line that carries the revision date.
        case revision
        case documentCode = "document-code"
        case glossaryHeading = "glossary-heading"
        case resourcesHeading = "resources-heading"
        /// A row of the table that spans all columns and heads those below it.
        case sectionRow = "section-row"
    }

    public var role: Role
    public var passage: Passage

    public init(_ passage: Passage, role: Role = .text) {
        self.role = role
        self.passage = passage
    }
}

/// Text that is deliberately not part of the dataset's substance.
public struct Discarded: Sendable, Equatable {
    /// Why a piece of text was left out: `repeated-column-heading`, `page-number`, or a reason that the pipeline
    /// file names.
    public struct Reason: RawRepresentable, Sendable, Hashable {
        public var rawValue: String

        public init(rawValue: String) { self.rawValue = rawValue }

        /// A column heading that is typed again, whole or cut down, at the top of a page.
        public static let repeatedColumnHeading = Reason(rawValue: "repeated-column-heading")
    }

    public var reason: Reason
    public var passage: Passage

    public init(_ passage: Passage, reason: Reason) {
        self.reason = reason
        self.passage = passage
    }
}
