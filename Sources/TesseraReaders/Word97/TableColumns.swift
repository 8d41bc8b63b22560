/// The columns of a table whose rows each say for themselves where their cells begin and end.
struct TableColumns {
    /// How far apart two edges may be that are meant to be one, in twips. [MS-DOC] lets cells be merged whose edges
    /// differ by 3; what people drag with the mouse differs by more, and no column is as narrow as that.
    private static let tolerance = 20

    /// The leftmost edge of each border between columns.
    private let borders: [Int]
    private let width: Int

    init(_ rows: [TableRowProperties]) {
        var narrowest = TableColumns.tolerance + 1
        var edges: [Int] = []
        for row in rows {
            edges += row.edges
            for (left, right) in zip(row.edges, row.edges.dropFirst()) where right > left {
                narrowest = min(narrowest, right - left)
            }
        }
        // Two edges of one row are never one.
        width = narrowest - 1
        edges.sort()
        var borders: [Int] = []
        for edge in edges where borders.last.map({ edge - $0 > narrowest - 1 }) ?? true { borders.append(edge) }
        self.borders = borders
    }

    /// The number of the column that begins at an edge, from 0.
    func index(of edge: Int) -> Int {
        var low = 0
        var high = borders.count
        while low < high {
            let middle = (low + high) / 2
            if borders[middle] <= edge { low = middle + 1 } else { high = middle }
        }
        return max(0, low - 1)
    }
}
