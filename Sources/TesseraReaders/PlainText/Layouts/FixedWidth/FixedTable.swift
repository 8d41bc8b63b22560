/// Lines of a text that are a table in columns of fixed places.
struct FixedTable {
    /// Indices of printed lines.
    var lines: Range<Int>
    var runs: [ColumnRun]
    var columnCount: Int

    init(_ lines: Range<Int>, _ runs: ArraySlice<ColumnRun>) {
        self.lines = lines
        let own = runs.compactMap { run in
            let own = run.lines.clamped(to: lines)
            return own.isEmpty ? nil : ColumnRun(lines: own, starts: run.starts)
        }
        let most = own.map(\.starts.count).max() ?? 0
        self.runs = own
        columnCount =
            (0...most).last { count in
                own.reduce(0) { $1.starts.count >= count ? $0 + $1.lines.count : $0 } > 1
            } ?? most
    }
}

/// Finds where tables begin and end.
///
/// A table is made of lines with text in several columns, and of lines between them whose text fits into the first
/// one. What is wider, or stands before the first and behind the last of these lines, is text around tables.
struct FixedTableFinder {
    let printed: PrintedText
    let runs: [ColumnRun]
    /// For each printed line, the index of its run.
    private let runOfLine: [Int]

    /// More lines than this with nothing but a first column are no part of a table.
    private static let gapLimit = 60
    /// How far a column may begin to the left of where it begins near by.
    private static let shift = 8

    init(_ printed: PrintedText) {
        self.printed = printed
        let finder = ColumnRunFinder(columnLimit: printed.columnCount)
        let runs = printed.pages.flatMap { finder.runs(of: printed.lines, in: $0) }
        self.runs = runs
        runOfLine = runs.indices.flatMap { Array(repeating: $0, count: runs[$0].lines.count) }
    }

    func tables() -> [FixedTable] {
        var tables: [FixedTable] = []
        var open: (start: Int, last: Int, count: Int)?
        func close() {
            // A single line with a gap is no table.
            guard let table = open, table.count > 1 else { return }
            let lines = table.start..<endOfTable(from: table.start, behind: table.last)
            guard let first = runOfLine[lines].first, let last = runOfLine[lines].last else { return }
            tables.append(FixedTable(lines, runs[first...last]))
        }
        for index in printed.lines.indices where hasColumns(index) {
            if let table = open, belongsTogether(table.last, index) {
                open = (table.start, index, table.count + 1)
            } else {
                close()
                open = (index, index, 1)
            }
        }
        close()
        return tables
    }

    private func starts(at line: Int) -> [Int] { runs[runOfLine[line]].starts }

    /// Whether a line has text behind the first column.
    private func hasColumns(_ line: Int) -> Bool {
        let starts = starts(at: line)
        return starts.count > 1 && printed.lines[line].end > starts[1]
    }

    /// Where the second column begins at a line; nil where a single one is seen.
    private func secondColumn(at line: Int) -> Int? { starts(at: line).dropFirst().first }

    /// Whether all text of a line stands in the first column, or behind it.
    private func fits(_ line: Int, _ columns: [Int]) -> Bool {
        guard let widest = columns.max() else { return false }
        return printed.lines[line].end < widest || isBehindFirst(line, columns)
    }

    /// Whether a line begins behind the first column.
    private func isBehindFirst(_ line: Int, _ columns: [Int]) -> Bool {
        guard let narrowest = columns.min() else { return false }
        return printed.lines[line].words[0].columns.lowerBound + Self.shift >= narrowest
    }

    /// Whether what stands between two lines with columns is part of the table.
    private func belongsTogether(_ last: Int, _ next: Int) -> Bool {
        let gap = last + 1..<next
        guard !gap.isEmpty else { return true }
        let columns = [secondColumn(at: last), secondColumn(at: next)].compactMap(\.self)
        guard gap.count <= Self.gapLimit, gap.allSatisfy({ fits($0, columns) }) else { return false }
        let isOnePage = printed.pageNumbers[last] == printed.pageNumbers[next]
        let standsAlone = printed.isParted(last + 1) && printed.isParted(next)
        return !(isOnePage && standsAlone && starts(at: last) != starts(at: next))
    }

    /// The lines of single columns that follow without a blank line are the end of the last row, and so is all that
    /// stands behind the first column.
    private func endOfTable(from start: Int, behind last: Int) -> Int {
        let columns = [secondColumn(at: last)].compactMap(\.self)
        let allColumns = (start...last).compactMap { secondColumn(at: $0) }
        var end = last + 1
        while end < printed.lines.count, !hasColumns(end),
            isBehindFirst(end, allColumns) || (!printed.isParted(end) && fits(end, columns))
        {
            end += 1
        }
        return end
    }
}
