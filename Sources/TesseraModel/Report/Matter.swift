/// Text before or behind the matrix.
public struct Matter: Sendable, Equatable {
    public enum Role: String, Sendable, CaseIterable {
        case text
        /// The line that carries the revision date.
        case revision
        case documentCode = "document-code"
        case glossaryHeading = "glossary-heading"
        case resourcesHeading = "resources-heading"
        /// A row of the table that spans all columns and heads those below it.
        case sectionRow = "section-row"
        /// A heading above or below a column heading: above several columns, or above a part of one.
        case columnGroup = "column-group"
        /// Text of the matrix that could be put into no cell, because the order of the text is broken.
        case unplaced
    }

    public var role: Role
    public var passage: Passage

    public init(_ passage: Passage, role: Role = .text) {
        self.role = role
        self.passage = passage
    }
}
