import TesseraModel

/// The properties of a row (Rich Text Format 1.9.1, "Table Definitions").
struct RichTextRowDefinition {
    struct Cell {
        /// Where the cell ends, in twips from the margin.
        var right: Int
        var merge: TableBuilder.VerticalMerge
    }

    /// Where the first cell begins, in twips from the margin.
    var left = 0
    var isHeader = false
    private(set) var cells: [Cell] = []
    /// How the cell hangs together with others whose end has not come yet.
    private var merge = TableBuilder.VerticalMerge.none

    mutating func setMerge(_ merge: TableBuilder.VerticalMerge) {
        // A cell that belongs to the one on its left goes down with that one.
        if self.merge != .left { self.merge = merge }
    }

    mutating func endCell(at right: Int) {
        cells.append(Cell(right: right, merge: merge))
        merge = .none
    }
}

/// A table that is being read: all its rows, since any of them may have an edge that parts the cells of others.
struct RichTextTable {
    struct Row {
        var cells: [TableCell]
        var left: Int
        var isHeader: Bool
        /// What the properties of the row say of its cells, and of no more than those: a row may hold few of them.
        var edges: [RichTextRowDefinition.Cell]

        /// Where the cells end; those for which the properties say nothing stand behind all others.
        var rights: [Int] {
            cells.indices.map { index in
                if index < edges.count { return edges[index].right }
                return ColumnEdges.unstated + (index - edges.count) * RichTextTable.tolerance * 2
            }
        }
    }

    /// Edges of different rows that lie within a point are one: writers round, and no text stands in such a column.
    static let tolerance = 20

    let place: SourcePlace
    var rows: [Row] = []
    /// The cells of the row that is open.
    var cells: [TableCell] = []
    /// Where the open cell began; nil where none is open.
    var cellPlace: SourcePlace?

    init(at place: SourcePlace) { self.place = place }

    /// Ends the open row; one without cells is none.
    mutating func endRow(_ definition: RichTextRowDefinition) {
        // LibreOffice writes marks of cells behind the last one where a table is nested in the row.
        while !definition.cells.isEmpty, cells.count > definition.cells.count, cells.last?.blocks.isEmpty == true {
            cells.removeLast()
        }
        if !cells.isEmpty {
            let edges = Array(definition.cells.prefix(cells.count))
            rows.append(Row(cells: cells, left: definition.left, isHeader: definition.isHeader, edges: edges))
        }
        cells = []
    }

    /// Makes the table of the rows.
    func build(in builder: inout FlowBuilder) {
        var edges = ColumnEdges(tolerance: RichTextTable.tolerance)
        for row in rows { edges.insert(left: row.left, rights: row.rights) }
        edges.resolve()
        builder.beginTable(at: place)
        var headersMayFollow = true
        for row in rows {
            let layout = edges.layout(left: row.left, rights: row.rights)
            // Only rows from the top on are repeated on every page.
            headersMayFollow = headersMayFollow && row.isHeader
            builder.beginRow(isHeader: headersMayFollow, skippedColumns: layout.skippedColumns)
            for (index, cell) in row.cells.enumerated() {
                let merge = index < row.edges.count ? row.edges[index].merge : .none
                builder.beginCell(TableCell([], columnSpan: layout.spans[index], at: cell.place), merge: merge)
                builder.add(cell.blocks)
                builder.endCell()
            }
            builder.endRow()
            if builder.hasFailed { return }
        }
        builder.endTable()
    }
}
