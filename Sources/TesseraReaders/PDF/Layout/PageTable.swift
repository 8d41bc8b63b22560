/// A table on one page: where its columns and rows part, and what stands in its cells.
struct PageTable {
    /// A cell, or several that no line parts.
    struct Cell {
        var rows: Range<Int>
        var columns: Range<Int>
        var words: [PageWord] = []

        /// The words in printed lines.
        var lines: [LayoutLine] { LayoutLine.lines(of: words) }
    }

    /// A border between two columns, or between two rows.
    struct Edge {
        /// x of a border between columns, y of one between rows; points.
        var position: Double
        /// Whether a line marks it; if not, nothing but white space does.
        var isRuled: Bool
    }

    var page: Int
    var box: PageBox
    /// From left to right; one more than there are columns.
    var columnEdges: [Edge]
    /// From top to bottom; one more than there are rows.
    var rowEdges: [Edge]
    /// In the order of rows, then columns; together they cover the whole grid.
    var cells: [Cell]

    /// All words, cell by cell.
    var words: [PageWord] { cells.flatMap(\.words) }

    var columnCount: Int { columnEdges.count - 1 }
    var rowCount: Int { rowEdges.count - 1 }

    /// Which unit of a grid a position lies in; the nearest for one outside.
    static func unit(of position: Double, in edges: [Edge]) -> Int {
        min(max(edges.firstIndexOfSorted { $0.position > position } - 1, 0), edges.count - 2)
    }
}

extension PageTable {
    /// How far a line may stand from the border that it marks, in points.
    private static let slack = 4.0

    /// The grid that lines draw; where they leave a side open, the table ends with the lines across or down.
    /// - Parameters:
    ///   - words: those whose middle lies in the box.
    init(across: [PageRule], down: [PageRule], box: PageBox, words: [PageWord], page: Int) {
        self.page = page
        self.box = box
        columnEdges = PageTable.edges(down, from: box.left, to: box.right)
        rowEdges = PageTable.edges(across, from: box.top, to: box.bottom)
        let (rows, columns) = (rowEdges.count - 1, columnEdges.count - 1)
        var sets = DisjointSets(count: rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let height = rowEdges[row].position...rowEdges[row + 1].position
                let width = columnEdges[column].position...columnEdges[column + 1].position
                if column + 1 < columns,
                    !PageTable.isDrawn(down, at: columnEdges[column + 1].position, over: height)
                {
                    sets.join(row * columns + column, row * columns + column + 1)
                }
                if row + 1 < rows, !PageTable.isDrawn(across, at: rowEdges[row + 1].position, over: width) {
                    sets.join(row * columns + column, (row + 1) * columns + column)
                }
            }
        }
        cells = PageTable.rectangles(&sets, rows: rows, columns: columns)
        place(words)
    }

    private static func edges(_ rules: [PageRule], from start: Double, to end: Double) -> [Edge] {
        var positions = rules.map(\.position).sorted()
        if positions.first.map({ $0 > start + slack }) ?? true { positions.insert(start, at: 0) }
        if positions.last.map({ $0 < end - slack }) ?? true { positions.append(end) }
        var edges: [Edge] = []
        for position in positions {
            if let last = edges.last, position - last.position <= slack { continue }
            edges.append(Edge(position: position, isRuled: rules.contains { abs($0.position - position) <= slack }))
        }
        if edges.count == 1 { edges.append(Edge(position: end, isRuled: false)) }
        return edges
    }

    private static func isDrawn(_ rules: [PageRule], at position: Double, over range: ClosedRange<Double>) -> Bool {
        var covered = 0.0
        for rule in rules where abs(rule.position - position) <= slack { covered += rule.coverage(of: range) }
        return covered >= 0.5
    }

    /// Makes rectangles of units that belong together: what is none grows until it is one.
    private static func rectangles(_ sets: inout DisjointSets, rows: Int, columns: Int) -> [Cell] {
        var cells: [Int: Cell] = [:]
        while true {
            cells = [:]
            for row in 0..<rows {
                for column in 0..<columns {
                    let root = sets.root(row * columns + column)
                    if let cell = cells[root] {
                        cells[root]?.rows = min(cell.rows.lowerBound, row)..<max(cell.rows.upperBound, row + 1)
                        cells[root]?.columns =
                            min(cell.columns.lowerBound, column)..<max(cell.columns.upperBound, column + 1)
                    } else {
                        cells[root] = Cell(rows: row..<row + 1, columns: column..<column + 1)
                    }
                }
            }
            var isDone = true
            for (root, cell) in cells.sorted(by: { $0.key < $1.key }) {
                for row in cell.rows {
                    for column in cell.columns where sets.root(row * columns + column) != sets.root(root) {
                        sets.join(root, row * columns + column)
                        isDone = false
                    }
                }
            }
            if isDone { break }
        }
        return cells.values.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
    }

    /// Puts words into the cells in which their middle lies.
    private mutating func place(_ words: [PageWord]) {
        var owners = Array(repeating: 0, count: rowCount * columnCount)
        for (number, cell) in cells.enumerated() {
            for row in cell.rows { for column in cell.columns { owners[row * columnCount + column] = number } }
        }
        for word in words {
            let row = PageTable.unit(of: word.box.centerY, in: rowEdges)
            let column = PageTable.unit(of: word.box.centerX, in: columnEdges)
            cells[owners[row * columnCount + column]].words.append(word)
        }
    }
}
