import Testing

@testable import TesseraReaders

/// Columns that rows with cells of different widths make together.
@Suite struct ColumnEdgesTests {
    /// The columns of some rows: what each leaves out, and how many each of its cells covers.
    private func layouts(_ rows: [(left: Int, rights: [Int])], tolerance: Int = 10) -> [[Int]] {
        var edges = ColumnEdges(tolerance: tolerance)
        for row in rows { edges.insert(left: row.left, rights: row.rights) }
        edges.resolve()
        return rows.map { row in
            let layout = edges.layout(left: row.left, rights: row.rights)
            return [layout.skippedColumns] + layout.spans
        }
    }

    @Test func everyEdgePartsColumns() {
        #expect(layouts([(0, [100, 300]), (0, [200, 300]), (0, [300])]) == [[0, 1, 2], [0, 2, 1], [0, 3]])
    }

    @Test func aRowMayBeginFurtherRight() {
        #expect(layouts([(0, [100, 200]), (100, [200]), (-50, [200])]) == [[1, 1, 1], [2, 1], [0, 3]])
    }

    @Test func nearEdgesAreOne() {
        #expect(layouts([(0, [100, 200]), (4, [109, 195])]) == [[0, 1, 1], [0, 1, 1]])
        #expect(layouts([(0, [100, 200]), (0, [111, 200])]) == [[0, 1, 2], [0, 2, 1]])
    }

    @Test func edgesOfOneRowAreNeverOne() {
        #expect(layouts([(0, [1, 2, 3]), (0, [3])]) == [[0, 1, 1, 1], [0, 3]])
        #expect(layouts([(0, [5, 5, 2])]) == [[0, 1, 1, 1]])
        #expect(layouts([(0, [0, 0]), (0, [0, 0])]) == [[0, 1, 1], [0, 1, 1]])
    }

    @Test func cellsWithoutAnEdgeStandBehindTheOthers() {
        let unstated = ColumnEdges.unstated
        #expect(layouts([(0, [100, unstated]), (0, [100, 200])]) == [[0, 1, 2], [0, 1, 1]])
    }

    @Test func noNumberIsTooLarge() {
        #expect(layouts([(.min, [.max, .max]), (.max, [.min])]) == [[0, 1, 1], [1, 1]])
    }
}
