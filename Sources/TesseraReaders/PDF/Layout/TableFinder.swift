/// Finds the tables of a page.
struct TableFinder {
    let page: PageSurface

    init(_ page: PageSurface) { self.page = page }

    /// The tables from top to bottom; no word is in two of them.
    func tables() -> [PageTable] {
        var tables: [PageTable] = []
        var taken: Set<Int> = []
        func take(_ table: PageTable?) {
            guard let table else { return }
            tables.append(table)
            taken.formUnion(table.words.map(\.number))
        }
        var open: [PageRule] = []
        // The outermost first: what stands in a cell of a table is no table of the page.
        let components = RuleNetwork(page.rules).components().map { ($0, $0.box) }
        for (component, box) in components.sorted(by: { $0.1.area > $1.1.area }) {
            if component.down.isEmpty {
                open += component.across
            } else {
                take(table(across: component.across, down: component.down, box: box, besides: taken))
            }
        }
        for group in openGroups(open) {
            let box = RuleNetwork.Component(across: group, down: []).box
            guard !tables.contains(where: { $0.box.top < box.bottom && $0.box.bottom > box.top }) else { continue }
            take(table(across: group, down: [], box: box, besides: taken))
        }
        for table in unruledTables(among: page.words.filter { !taken.contains($0.number) }, besides: tables) {
            take(table)
        }
        tables += proseTables(among: page.words.filter { !taken.contains($0.number) })
        return tables.sorted { ($0.box.top, $0.box.left) < ($1.box.top, $1.box.left) }
    }

    private func table(
        across: [PageRule],
        down: [PageRule],
        box: PageBox,
        besides taken: Set<Int>
    ) -> PageTable? {
        let words = page.words.filter { box.holdsCenter(of: $0.box) && !taken.contains($0.number) }
        guard !words.isEmpty,
            var table = PageTable(across: across, down: down, box: box, words: words, page: page.number)
        else { return nil }
        table.splitColumns()
        table.splitRows()
        table.dropEmpty()
        return isSound(table) ? table : nil
    }

    /// Lines across that have one width, and lines of a table between them.
    private func openGroups(_ rules: [PageRule]) -> [[PageRule]] {
        // With each line across, whether it ends rows of cells; if not, a row over all columns.
        var groups: [[(rule: PageRule, endsCells: Bool)]] = []
        for rule in rules.sorted(by: { $0.position < $1.position }) where rule.length > 40 {
            var band = Band.text
            let index = groups.firstIndex { group in
                guard let last = group.last?.rule, abs(last.start - rule.start) <= 6, abs(last.end - rule.end) <= 6
                else { return false }
                band = self.band(between: last, and: rule)
                return band != .text
            }
            if let index { groups[index].append((rule, band == .cells)) } else { groups.append([(rule, true)]) }
        }
        return groups.map { group in
            // A line of text above or below all cells is a title or a remark.
            var group = group[...]
            while group.count > 1, !group[group.startIndex + 1].endsCells { group.removeFirst() }
            while let last = group.last, !last.endsCells { group.removeLast() }
            return group.map(\.rule)
        }.filter { $0.count >= 2 }
    }

    /// What stands between two lines across.
    private enum Band { case cells, singleLine, text }

    private func band(between above: PageRule, and below: PageRule) -> Band {
        let box = PageBox(
            left: min(above.start, below.start),
            top: above.position,
            right: max(above.end, below.end),
            bottom: below.position
        )
        let lines = LayoutLine.lines(of: page.words.filter { box.holdsCenter(of: $0.box) })
        guard !lines.isEmpty else { return below.position - above.position < 10 ? .cells : .text }
        let cut = lines.count { $0.chunks.count >= 2 }
        if cut * 2 >= lines.count || lines[0].isHead(of: lines.dropFirst()) { return .cells }
        return lines.count == 1 ? .singleLine : .text
    }

    /// Whether what looks like a table is one: it has rows and columns, and most of them say something.
    func isSound(_ table: PageTable) -> Bool {
        guard table.columnCount >= 2 else { return false }
        if table.hasAllBorders, table.isWritten { return true }
        if table.rowCount == 1 {
            // The rest of a row, alone on its page, in a frame of its own.
            return table.columnEdges.allSatisfy(\.isRuled) && table.rowEdges.allSatisfy(\.isRuled)
        }
        let filled = table.cells.filter { !$0.words.isEmpty }
        guard filled.count >= 4, filled.count * 4 >= table.cells.count else { return false }
        // A grid with nothing but figures is a chart.
        guard filled.contains(where: { $0.words.contains(where: \.hasLetters) }) else { return false }
        let columns = Set(filled.flatMap { Array($0.columns) })
        let rows = Set(filled.flatMap { Array($0.rows) })
        return columns.count >= 2 && rows.count >= 2
    }
}

extension LayoutLine {
    /// Whether a wide gap in the line goes on through all lines below, as where one cell has more text than others.
    fileprivate func isHead(of lines: some Sequence<LayoutLine>) -> Bool {
        zip(chunks, chunks.dropFirst()).contains { left, right in
            !lines.contains { line in
                line.words.contains { $0.box.left < right.box.left - 1 && $0.box.right > left.box.right + 1 }
                    && line.chunks.contains { $0.box.left < left.box.right && $0.box.right > right.box.left }
            }
        }
    }
}

extension PageTable {
    /// Whether words stand in the cells of the grid as in a table, and not as in a chart: some are more than figures,
    /// no border cuts one, and if most cells are empty, all headings of rows and columns are there.
    fileprivate var isWritten: Bool {
        let filled = cells.count { !$0.words.isEmpty }
        guard words.contains(where: \.hasLetters), !cells.contains(where: { $0.isCut(in: self) }) else { return false }
        return filled * 4 >= cells.count || hasAllHeadings
    }

    /// Whether the first row and the first column are filled; the corner between them may be empty.
    private var hasAllHeadings: Bool {
        cells.allSatisfy { cell in
            let (row, column) = (cell.rows.lowerBound, cell.columns.lowerBound)
            return !cell.words.isEmpty || (row > 0) == (column > 0)
        }
    }

    /// What is narrower, or lower, and empty is the gap of a double line or a spacer; points.
    private static let spacer = (width: 15.0, height: 6.0)

    /// Drops rows and columns that hold no word and are none: the gap of a double line, or a margin that no line ends.
    mutating func dropEmpty() {
        func isOne(_ unit: Int, of edges: [Edge], _ least: Double) -> Bool {
            let (start, end) = (edges[unit], edges[unit + 1])
            return start.isRuled && end.isRuled && end.position - start.position > least
        }
        for column in (0..<columnCount).reversed()
        where columnCount > 1 && !isOne(column, of: columnEdges, PageTable.spacer.width) {
            let own = cells.filter { $0.columns.contains(column) }
            guard own.allSatisfy({ $0.words.isEmpty || $0.columns.count > 1 }) else { continue }
            columnEdges.remove(at: column == 0 ? 0 : column == columnCount - 1 ? column + 1 : column)
            cells = cells.compactMap { $0.without(column, along: \.columns) }
        }
        for row in (0..<rowCount).reversed() where rowCount > 1 && !isOne(row, of: rowEdges, PageTable.spacer.height) {
            let own = cells.filter { $0.rows.contains(row) }
            guard own.allSatisfy({ $0.words.isEmpty || $0.rows.count > 1 }) else { continue }
            rowEdges.remove(at: row == 0 ? 0 : row == rowCount - 1 ? row + 1 : row)
            cells = cells.compactMap { $0.without(row, along: \.rows) }
        }
    }
}

extension PageTable.Cell {
    /// Whether a border of the cell runs through one of its words, and not just along it.
    fileprivate func isCut(in table: PageTable) -> Bool {
        let left = table.columnEdges[columns.lowerBound].position - PageTable.slack
        let right = table.columnEdges[columns.upperBound].position + PageTable.slack
        return words.contains { $0.box.left < left || $0.box.right > right }
    }

    /// The cell in a grid that has lost a unit; nil where nothing is left of it.
    fileprivate func without(_ unit: Int, along axis: WritableKeyPath<Self, Range<Int>>) -> Self? {
        let range = self[keyPath: axis]
        var cell = self
        if range.contains(unit) {
            guard range.count > 1 else { return nil }
            cell[keyPath: axis] = range.lowerBound..<range.upperBound - 1
        } else if range.lowerBound > unit {
            cell[keyPath: axis] = range.lowerBound - 1..<range.upperBound - 1
        }
        return cell
    }
}
