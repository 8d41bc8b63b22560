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
    /// Whether lines draw all borders of a grid of several columns, so that they alone tell which cells there are.
    let hasAllBorders: Bool

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
    static let slack = 4.0

    /// More units than this are no table but a drawing; so are lines that need more rounds to become rectangles.
    private static let most = (units: 20_000, rounds: 32)

    /// The grid that lines draw; where they leave a side open, the table ends with the lines across or down.
    /// - Parameters:
    ///   - words: those whose middle lies in the box.
    /// - Returns: nil for lines that are no grid.
    init?(across: [PageRule], down: [PageRule], box: PageBox, words: [PageWord], page: Int) {
        self.page = page
        self.box = box
        columnEdges = PageTable.edges(down, from: box.left, to: box.right)
        rowEdges = PageTable.edges(across, from: box.top, to: box.bottom)
        let (rows, columns) = (rowEdges.count - 1, columnEdges.count - 1)
        guard rows * columns <= PageTable.most.units else { return nil }
        let borders = DrawnGrid(
            down: DrawnBorders(down, at: columnEdges, between: rowEdges),
            across: DrawnBorders(across, at: rowEdges, between: columnEdges),
            rows: rows,
            columns: columns
        )
        var sets = borders.open()
        guard let rectangles = PageTable.rectangles(&sets, rows: rows, columns: columns) else { return nil }
        cells = rectangles
        hasAllBorders = columns >= 2 && borders.surround(rectangles)
        place(words)
    }

    private static func edges(_ rules: [PageRule], from start: Double, to end: Double) -> [Edge] {
        var marks = rules.map(\.position).sorted().map { Edge(position: $0, isRuled: true) }
        if marks.first.map({ $0.position > start + slack }) ?? true {
            marks.insert(Edge(position: start, isRuled: false), at: 0)
        }
        if marks.last.map({ $0.position < end - slack }) ?? true { marks.append(Edge(position: end, isRuled: false)) }
        var edges: [Edge] = []
        for mark in marks {
            if let last = edges.last, mark.position - last.position <= slack {
                if mark.isRuled { edges[edges.count - 1].isRuled = true }
            } else {
                edges.append(mark)
            }
        }
        if edges.count == 1 { edges.append(Edge(position: end, isRuled: false)) }
        return edges
    }

    /// Makes rectangles of units that belong together: what is none grows until it is one.
    private static func rectangles(_ sets: inout DisjointSets, rows: Int, columns: Int) -> [Cell]? {
        for _ in 0..<most.rounds {
            var cells: [Int: Cell] = [:]
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
            guard isDone else { continue }
            return cells.values.sorted {
                ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
            }
        }
        return nil
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
