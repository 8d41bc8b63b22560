/// Which borders of one direction in a grid lines draw, piece by piece.
struct DrawnBorders {
    /// How much of each piece is drawn, from 0 to 1; border by border.
    private var shares: [Double]
    private let pieces: Int

    /// - Parameters:
    ///   - edges: the borders that the lines may draw.
    ///   - sections: what parts each border into pieces.
    init(_ rules: [PageRule], at edges: [PageTable.Edge], between sections: [PageTable.Edge]) {
        pieces = sections.count - 1
        shares = Array(repeating: 0, count: edges.count * pieces)
        for rule in rules {
            var edge = edges.firstIndexOfSorted { $0.position >= rule.position - PageTable.slack }
            while edge < edges.count, edges[edge].position <= rule.position + PageTable.slack {
                var piece = max(0, sections.firstIndexOfSorted { $0.position > rule.start } - 1)
                while piece < pieces, sections[piece].position < rule.end {
                    let range = sections[piece].position...sections[piece + 1].position
                    shares[edge * pieces + piece] += rule.coverage(of: range)
                    piece += 1
                }
                edge += 1
            }
        }
    }

    func isDrawn(_ edge: Int, along piece: Int) -> Bool { shares[edge * pieces + piece] >= 0.5 }
}

/// The borders of a grid, and what lies open between them.
struct DrawnGrid {
    /// Those between columns, each in pieces of a row.
    let down: DrawnBorders
    /// Those between rows, each in pieces of a column.
    let across: DrawnBorders
    let rows: Int
    let columns: Int

    /// The units of the grid, row by row, with those joined that no line parts.
    func open() -> DisjointSets {
        var sets = DisjointSets(count: rows * columns)
        for row in 0..<rows {
            for column in 0..<columns {
                let unit = row * columns + column
                if column + 1 < columns, !down.isDrawn(column + 1, along: row) { sets.join(unit, unit + 1) }
                if row + 1 < rows, !across.isDrawn(row + 1, along: column) { sets.join(unit, unit + columns) }
            }
        }
        return sets
    }

    /// Whether lines run all around each of the cells, and none ends inside one.
    /// - Parameter cells: cover the whole grid.
    func surround(_ cells: [PageTable.Cell]) -> Bool {
        cells.allSatisfy { cell in
            cell.rows.allSatisfy { row in
                (cell.columns.lowerBound...cell.columns.upperBound).allSatisfy { edge in
                    down.isDrawn(edge, along: row)
                        == (edge == cell.columns.lowerBound || edge == cell.columns.upperBound)
                }
            }
                && cell.columns.allSatisfy { column in
                    (cell.rows.lowerBound...cell.rows.upperBound).allSatisfy { edge in
                        across.isDrawn(edge, along: column)
                            == (edge == cell.rows.lowerBound || edge == cell.rows.upperBound)
                    }
                }
        }
    }
}
