import TesseraModel

/// A table over one page or several.
struct StitchedTable {
    struct Row {
        /// By column, the cells that begin there; those of a row that goes on over a page have a piece on each.
        var cells: [Cell] = []
        var isHeader = false
    }

    struct Cell {
        var column: Int
        var columnSpan: Int
        var rowSpan: Int
        var paragraphs: [LayoutParagraph]
        /// Where the piece on each page begins and ends.
        var pieces: [(page: Int, box: PageBox)]
    }

    private(set) var rows: [Row] = []
    private(set) var columnCount: Int
    private(set) var pieces: [(page: Int, box: PageBox)]
    /// Headings that stand there again on a later page.
    private(set) var repeatedHeadings: [LayoutParagraph] = []
    private let columnEdges: [PageTable.Edge]
    private let joining: ParagraphJoining

    /// How far the borders of two pieces may stand apart, in points.
    private static let slack = 6.0

    init(_ table: PageTable, joining: ParagraphJoining) {
        self.joining = joining
        columnEdges = table.columnEdges
        columnCount = table.columnCount
        pieces = [(table.page, table.box)]
        rows = StitchedTable.rows(of: table, joining)
    }

    /// Whether a table on the next page has the same columns.
    func goesOn(in table: PageTable) -> Bool {
        StitchedTable.haveSameColumns(columnEdges, table.columnEdges)
    }

    static func haveSameColumns(_ left: [PageTable.Edge], _ right: [PageTable.Edge]) -> Bool {
        guard left.count == right.count, let lastLeft = left.last, let lastRight = right.last else { return false }
        // Where no line ends the last column, it is as wide as its longest line, which differs from page to page.
        let count = lastLeft.isRuled || lastRight.isRuled ? left.count : left.count - 1
        return zip(left, right).prefix(count).allSatisfy { abs($0.position - $1.position) <= slack }
    }

    /// Adds the piece on the next page.
    mutating func append(_ table: PageTable) {
        pieces.append((table.page, table.box))
        var more = StitchedTable.rows(of: table, joining)[...]
        var number = 0
        // Cells over several rows that go on under a heading from which no line parts them.
        var carried: [Cell] = []
        while number < rows.count, let first = more.first, first.saysTheSame(as: rows[number]),
            more.count > 1 || number == 0
        {
            rows[number].isHeader = true
            repeatedHeadings += first.cells.flatMap(\.paragraphs)
            for (cell, heading) in zip(first.cells, rows[number].cells) where cell.rowSpan > heading.rowSpan {
                carried.append(cell.rest(below: heading.rowSpan))
            }
            more.removeFirst()
            number += 1
        }
        if let last = rows.indices.last, var first = more.popFirst() {
            carried += first.removeCarried(below: rows[last])
            more = [first] + more
        }
        if let first = more.first, let last = rows.indices.last, first.isRest(of: rows[last], under: carried) {
            rows[last].append(first, joining: joining.words)
            more.removeFirst()
            for index in carried.indices { carried[index].rowSpan -= 1 }
        }
        extend(over: carried)
        rows += more
    }

    /// Lets the cells that reach down to the end of the table go on over rows that follow.
    private mutating func extend(over carried: [Cell]) {
        for cell in carried {
            let row = rows.lastIndex { $0.cells.contains { $0.column == cell.column } }
            guard let row, let index = rows[row].cells.firstIndex(where: { $0.column == cell.column }) else { continue }
            rows[row].cells[index].rowSpan = rows.count - row + cell.rowSpan
            rows[row].cells[index].pieces += cell.pieces
        }
    }

    private static func rows(of table: PageTable, _ joining: ParagraphJoining) -> [Row] {
        let limits = table.limits
        var rows = Array(repeating: Row(), count: table.rowCount)
        for cell in table.cells {
            let right = limits.right[cell.columns.upperBound - 1]
            let paragraphs = joining.paragraphs(
                of: cell.lines,
                LineBreak(right: right, leading: limits.leading, isEven: limits.isEven),
                page: table.page
            )
            rows[cell.rows.lowerBound].cells.append(
                Cell(
                    column: cell.columns.lowerBound,
                    columnSpan: cell.columns.count,
                    rowSpan: cell.rows.count,
                    paragraphs: paragraphs,
                    pieces: [(table.page, table.box(of: cell))]
                )
            )
        }
        return rows
    }
}

extension PageTable {
    /// How far the lines of each column run, and how far apart they stand.
    fileprivate var limits: (right: [Double], leading: Double, isEven: Bool) {
        var right: [Double] = []
        for column in 0..<columnCount {
            let own = cells.filter { $0.columns.contains(column) && $0.columns.count == 1 }.flatMap(\.words)
            let widest = own.map(\.box.right).max() ?? columnEdges[column].position
            let padding = own.map(\.box.left).min().map { $0 - columnEdges[column].position } ?? 0
            let edge = columnEdges[column + 1]
            // As much room at the right as at the left; where no line marks the border, what the words show.
            right.append(edge.isRuled ? max(widest, edge.position - max(0, padding)) : widest)
        }
        var distances: [Double] = []
        for cell in cells where cell.columns.count == 1 {
            let lines = cell.lines
            let limits = LineBreak(right: right[cell.columns.lowerBound], leading: .infinity)
            for (line, next) in zip(lines, lines.dropFirst()) where limits.isForced(from: line, to: next) {
                distances.append(next.box.centerY - line.box.centerY)
            }
        }
        distances.sort()
        let heights = cells.flatMap(\.words).map(\.box.height).sorted()
        let usual = heights.isEmpty ? 12 : heights[heights.count / 2] * 1.1
        guard !distances.isEmpty else { return (right, usual, false) }
        let leading = distances[(distances.count - 1) / 2]
        // Three quarters within three hundredths: the others are between paragraphs, or beside a superscript.
        let even = distances.count { abs($0 - leading) < leading * 0.03 }
        return (right, leading, distances.count >= 8 && even * 4 >= distances.count * 3)
    }

    fileprivate func box(of cell: Cell) -> PageBox {
        PageBox(
            left: columnEdges[cell.columns.lowerBound].position,
            top: rowEdges[cell.rows.lowerBound].position,
            right: columnEdges[cell.columns.upperBound].position,
            bottom: rowEdges[cell.rows.upperBound].position
        )
    }
}
