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
        left.count == right.count && zip(left, right).allSatisfy { abs($0.position - $1.position) <= slack }
    }

    /// Adds the piece on the next page.
    mutating func append(_ table: PageTable) {
        pieces.append((table.page, table.box))
        var more = StitchedTable.rows(of: table, joining)[...]
        var number = 0
        while number < rows.count, let first = more.first, first.saysTheSame(as: rows[number]),
            more.count > 1 || number == 0
        {
            rows[number].isHeader = true
            repeatedHeadings += first.cells.flatMap(\.paragraphs)
            more.removeFirst()
            number += 1
        }
        if let first = more.first, let last = rows.indices.last, first.isRest(of: rows[last]) {
            rows[last].append(first, joining: joining.words)
            more.removeFirst()
        }
        rows += more
    }

    private static func rows(of table: PageTable, _ joining: ParagraphJoining) -> [Row] {
        let limits = table.limits
        var rows = Array(repeating: Row(), count: table.rowCount)
        for cell in table.cells {
            let right = limits.right[cell.columns.upperBound - 1]
            let paragraphs = joining.paragraphs(
                of: cell.lines,
                LineBreak(right: right, leading: limits.leading),
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

extension StitchedTable.Row {
    private var texts: [[UInt8]] { cells.map { Array($0.paragraphs.map(\.text).joined(separator: [0x20])) } }

    fileprivate func saysTheSame(as other: Self) -> Bool {
        cells.count == other.cells.count && texts == other.texts && texts.contains { !$0.isEmpty }
    }

    /// Whether the row, the first on its page, has no heading of its own, and text that goes on from the row above.
    fileprivate func isRest(of above: Self) -> Bool {
        guard cells.count == above.cells.count, cells.count > 1, goesOnInHeading(of: above),
            zip(cells, above.cells).allSatisfy({ $0.column == $1.column && $0.columnSpan == $1.columnSpan })
        else { return false }
        let filled = zip(above.cells, cells).filter { !$1.paragraphs.isEmpty }
        return filled.contains { above, below in
            guard let last = above.paragraphs.last, let first = below.paragraphs.first else { return false }
            return last.isOpen || !last.lastLine.endsSentence || !first.beginsSentence
        }
    }

    /// Whether the row's first cell is empty, or begins inside a sentence of the cell above.
    private func goesOnInHeading(of above: Self) -> Bool {
        guard let first = cells[0].paragraphs.first else { return true }
        return above.cells[0].paragraphs.last.map { !$0.lastLine.endsSentence && !first.beginsSentence } ?? false
    }

    /// Adds the rest of a row that goes on over a page.
    fileprivate mutating func append(_ rest: Self, joining: WordJoining) {
        for (number, cell) in rest.cells.enumerated() {
            cells[number].pieces += cell.pieces
            var more = cell.paragraphs[...]
            if let first = more.first, let last = cells[number].paragraphs.last {
                let index = cells[number].paragraphs.count - 1
                let goesOn = last.goesOn(in: first)
                // A full line ends a sentence: the page does not tell whether it ends the paragraph.
                if last.lastLine.endsSentence, last.isOpen || goesOn { cells[number].paragraphs[index].doubtBorder() }
                if goesOn {
                    cells[number].paragraphs[index].append(first, joining: joining)
                    more.removeFirst()
                }
            }
            cells[number].paragraphs += more
        }
    }
}

extension PageTable {
    /// How far the lines of each column run, and how far apart they stand.
    fileprivate var limits: (right: [Double], leading: Double) {
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
        return (right, distances.isEmpty ? usual : distances[(distances.count - 1) / 2])
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
