import TesseraModel

/// The columns of a table that is open: CALS names them, and its cells may jump over some.
struct DocBookTable {
    let place: SourcePlace
    /// Whether the flow has a table for it: it gets one with the first row, so that a title stands before it.
    var isOpen = false
    /// Whether the rows are headings of the columns.
    var isHead = false
    /// Whether the first column holds headings of the rows.
    var hasRowHeadings = false

    /// Numbers of columns, from 0.
    private var columns: [String: Int] = [:]
    private var lastColumn = -1
    /// Columns that a head or a foot names anew.
    private var groupColumns: [String: Int]?
    private var isInGroup = false
    /// First and last column of the spans that have a name.
    private var spans: [String: (first: String, last: String)] = [:]

    /// How many columns have been passed over because a cell from above covers them.
    private(set) var coveredCount = 0
    private var row = 0
    private var column = 0
    /// By column: the row, counted from 0, from which it is free again.
    private var freeFrom: [Int] = []

    init(at place: SourcePlace) { self.place = place }

    /// Forgets the columns: a table may have several parts, each with columns of its own.
    mutating func beginPart() {
        let part = DocBookTable(at: place)
        let hasRowHeadings = hasRowHeadings
        self = part
        self.hasRowHeadings = hasRowHeadings
    }

    // MARK: Columns

    /// - Parameter number: from 1; nil for the next one.
    mutating func addColumn(name: String?, number: Int?, limit: Int) {
        // More than the limit is as bad as any number, and quicker to count up to.
        lastColumn = number.map { min(max($0, 1), limit + 2) - 1 } ?? lastColumn + 1
        guard let name else { return }
        if isInGroup {
            groupColumns = groupColumns ?? [:]
            groupColumns?[name] = lastColumn
        } else {
            columns[name] = lastColumn
        }
    }

    mutating func addSpan(name: String, first: String, last: String) { spans[name] = (first, last) }

    private func column(_ name: String?) -> Int? { name.flatMap { (groupColumns ?? columns)[$0] } }

    /// Begins a group of rows. Nothing of the rows above hangs into it.
    mutating func beginGroup(isHead: Bool) {
        self.isHead = isHead
        isInGroup = true
        groupColumns = nil
        lastColumn = -1
        row = 0
        freeFrom = []
    }

    mutating func endGroup() {
        isHead = false
        isInGroup = false
        groupColumns = nil
    }

    // MARK: Cells

    mutating func beginRow() { column = 0 }

    mutating func endRow() { row += 1 }

    /// Finds the place of the next cell from what it says of its columns.
    /// - Returns: how many free columns it jumps over, in which column it stands, and how many it covers.
    mutating func position(
        column name: String?,
        first: String?,
        last: String?,
        span spanName: String?
    ) -> (gap: Int, column: Int, span: Int) {
        let named = spanName.flatMap { spans[$0] }
        let wanted = column(named?.first ?? first) ?? column(name)
        let end = column(named?.last ?? last)
        var gap = 0
        var column = self.column
        while isCovered(column) || column < wanted ?? 0 {
            if isCovered(column) { coveredCount += 1 } else { gap += 1 }
            column += 1
        }
        // A span that says where it begins ends where it says, wherever it had to go.
        let span = wanted == nil ? 1 : (end ?? column) - column + 1
        return (gap, column, max(1, span))
    }

    private func isCovered(_ column: Int) -> Bool { column < freeFrom.count && freeFrom[column] > row }

    mutating func occupy(_ column: Int, columns: Int, rows: Int) {
        self.column = column + columns
        guard rows > 1 else { return }
        while freeFrom.count < column + columns { freeFrom.append(0) }
        for covered in column..<column + columns { freeFrom[covered] = row + rows }
    }
}
