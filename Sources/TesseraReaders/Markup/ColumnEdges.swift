/// The columns of a table whose format says where the cells of each row begin and end, and not which columns they cover.
///
/// Every edge of any row parts two columns of the table, and a cell covers those between its own edges. Lengths are in
/// any unit, the same for all. First insert all rows, then ``resolve()``, then ask for the ``layout(left:rights:)`` of each.
struct ColumnEdges {
    /// Which columns the cells of a row cover.
    struct Layout: Equatable {
        /// Columns that the row leaves out before its first cell.
        var skippedColumns: Int
        /// How many columns each cell covers, at least 1.
        var spans: [Int]
    }

    /// Stands for the right edge of a cell that states none: such cells lie behind all others, each in a column of its own.
    static let unstated = Int(Int32.max) << 8

    /// Edges that lie this near to each other are one, but for those of one row.
    private let tolerance: Int
    /// Edges as keys: the place in the upper bits, below it what keeps the edges of one row apart.
    private var keys: Set<Int> = []
    /// Edges that have another one of the same row just before them.
    private var apart: Set<Int> = []
    private var sorted: [Int] = []
    /// The column that begins at each of the sorted edges.
    private var columns: [Int] = []

    private static let shift = 16

    init(tolerance: Int) { self.tolerance = tolerance }

    /// Makes the edges of a row known.
    /// - Parameters:
    ///   - left: where the first cell begins.
    ///   - rights: where each cell ends; one that ends before it begins covers a column of its own there.
    mutating func insert(left: Int, rights: some Sequence<Int>) {
        var previous = ColumnEdges.key(left)
        keys.insert(previous)
        for right in rights {
            let key = ColumnEdges.key(right, after: previous)
            keys.insert(key)
            if key >> ColumnEdges.shift - previous >> ColumnEdges.shift <= tolerance { apart.insert(key) }
            previous = key
        }
    }

    /// Finds the columns, now that all rows are known.
    mutating func resolve() {
        sorted = keys.sorted()
        columns = []
        columns.reserveCapacity(sorted.count)
        var column = -1
        var start = 0
        for key in sorted {
            if column < 0 || apart.contains(key) || key >> ColumnEdges.shift - start > tolerance {
                column += 1
                start = key >> ColumnEdges.shift
            }
            columns.append(column)
        }
    }

    /// The columns of a row that has been inserted.
    func layout(left: Int, rights: some Sequence<Int>) -> Layout {
        var previous = ColumnEdges.key(left)
        var column = self.column(at: previous)
        var layout = Layout(skippedColumns: column, spans: [])
        for right in rights {
            previous = ColumnEdges.key(right, after: previous)
            let end = self.column(at: previous)
            layout.spans.append(max(1, end - column))
            column = end
        }
        return layout
    }

    private static func key(_ edge: Int) -> Int { max(-unstated, min(edge, unstated)) << shift }

    /// The key of an edge that lies behind another one of its row, whatever it says.
    private static func key(_ edge: Int, after previous: Int) -> Int { max(key(edge), previous + 1) }

    private func column(at key: Int) -> Int {
        let index = sorted.firstIndexOfSorted { $0 >= key }
        return index < columns.count ? columns[index] : 0
    }
}
