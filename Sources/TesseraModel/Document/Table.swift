/// A table, as much of it as the source marks.
public struct Table: Sendable, Equatable {
    /// What the source says about the table's shape.
    public enum Content: Sendable, Equatable {
        /// Rows with cells, where the format marks both.
        case grid([TableRow])
        /// A flat run of cells, where only the start of each cell is marked and rows are not.
        case stream([TableCell])
        /// Printed lines across columns, where columns are marked and rows are not: a row of the table takes as many
        /// lines as its longest cell. Each line has a cell for each column, with a paragraph at the most: a piece of
        /// text that may go on in the line below.
        case lines([TableRow])
    }

    public var content: Content
    /// Whether marks of a stream may be lost: every mark in the source is a border, but what stands between two marks
    /// may be several cells.
    public var isPartial: Bool
    public var place: SourcePlace

    public init(_ content: Content, isPartial: Bool = false, at place: SourcePlace) {
        self.content = content
        self.isPartial = isPartial
        self.place = place
    }
}

/// A row of a grid.
public struct TableRow: Sendable, Equatable {
    public var cells: [TableCell]
    /// Whether the format marks the row as a heading of the columns.
    public var isHeader: Bool
    /// Columns that the row leaves out before its first cell.
    public var skippedColumns: Int

    public init(_ cells: [TableCell], isHeader: Bool = false, skippedColumns: Int = 0) {
        self.cells = cells
        self.isHeader = isHeader
        self.skippedColumns = skippedColumns
    }
}

/// A cell of a table.
public struct TableCell: Sendable, Equatable {
    public var blocks: [Block]
    /// Rows that the cell covers, at least 1.
    public var rowSpan: Int
    /// Columns that the cell covers, at least 1.
    public var columnSpan: Int
    /// Whether the format marks the cell itself as a heading, of its row or its column.
    public var isHeader: Bool
    public var place: SourcePlace

    public init(
        _ blocks: [Block],
        rowSpan: Int = 1,
        columnSpan: Int = 1,
        isHeader: Bool = false,
        at place: SourcePlace
    ) {
        self.blocks = blocks
        self.rowSpan = rowSpan
        self.columnSpan = columnSpan
        self.isHeader = isHeader
        self.place = place
    }

    /// The cell's paragraphs in reading order, those of nested tables included.
    public var paragraphs: [Paragraph] {
        var all: [Paragraph] = []
        forEachParagraph { all.append($0) }
        return all
    }

    /// Calls a closure with each of the ``paragraphs``, without making a list of them.
    package func forEachParagraph(_ body: (Paragraph) -> Void) {
        for block in blocks { block.forEachParagraph(body) }
    }
}

extension Block {
    /// The paragraphs of the block in reading order; none for a page break.
    public var paragraphs: [Paragraph] {
        var all: [Paragraph] = []
        forEachParagraph { all.append($0) }
        return all
    }

    /// Calls a closure with each of the ``paragraphs``, without making a list of them.
    package func forEachParagraph(_ body: (Paragraph) -> Void) {
        switch self {
        case .heading(let paragraph, _), .paragraph(let paragraph), .listItem(let paragraph, _),
            .preformatted(let paragraph), .note(let paragraph, _):
            body(paragraph)
        case .table(let table):
            for cell in table.cells { cell.forEachParagraph(body) }
        case .pageBreak: break
        }
    }
}

extension Table {
    /// All cells in reading order, whatever the shape.
    public var cells: [TableCell] {
        switch content {
        case .grid(let rows): rows.flatMap(\.cells)
        case .lines(let lines): lines.flatMap(\.cells)
        case .stream(let cells): cells
        }
    }
}
