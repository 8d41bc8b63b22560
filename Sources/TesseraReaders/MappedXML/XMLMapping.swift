/// What the elements of some kind of XML document are: which is a table, a row, a cell, a heading.
///
/// Names are local names, without a prefix. They count in any namespace.
public struct XMLMapping: Sendable, Equatable {
    /// Elements that lead somewhere.
    public struct Link: Sendable, Equatable {
        public var elements: [String]
        /// The attribute that holds the target.
        public var target: String

        public init(elements: [String], target: String) {
            self.elements = elements
            self.target = target
        }
    }

    /// The root elements of the documents that the mapping is for.
    public var roots: [String]
    /// The namespace of the root element; nil for any.
    public var namespace: String?
    public var tables: [String]
    public var rows: [String]
    /// Rows whose cells are headings of the columns.
    public var headerRows: [String] = []
    public var cells: [String]
    /// The first name is a heading of level 1, the second of level 2, and so on.
    public var headings: [String] = []
    /// Elements that are a paragraph each. Inside them, and in cells where there are any, other elements are
    /// pieces of a line.
    public var paragraphs: [String] = []
    public var lineBreaks: [String] = []
    public var link: Link?
    /// The attribute of a cell that says how many rows it covers.
    public var rowSpan: String?
    /// The attribute of a cell that says how many columns it covers.
    public var columnSpan: String?
    /// Elements whose text is left out, and kept as an omission.
    public var ignored: [String] = []

    public init(roots: [String], tables: [String], rows: [String], cells: [String]) {
        self.roots = roots
        self.tables = tables
        self.rows = rows
        self.cells = cells
    }
}
