/// Tables of prose without a line: headings stand above columns of text, and white space parts the rows.
extension TableFinder {
    /// Two columns may be headings beside their text; three that begin together are set as a table.
    private static let fewestColumns = 3
    private static let fewestRows = 3
    /// How much more than the usual distance between lines parts rows.
    private static let widestLeading = 1.3

    /// Tables among words that stand in no other one.
    ///
    /// Running text in columns has no white space through all of them at the same height, again and again, and no
    /// column in it begins anew with each of those.
    func proseTables(among words: [PageWord]) -> [PageTable] {
        var tables: [PageTable] = []
        var run: [LayoutLine] = []
        var columns: [Double] = []
        for line in LayoutLine.lines(of: words) {
            if let last = run.last, line.box.top - last.box.bottom < line.letterHeight * 3, line.keeps(to: columns) {
                run.append(line)
                continue
            }
            tables += proseTable(run, columns)
            let chunks = line.chunks
            columns = chunks.map(\.box.left)
            run = chunks.count >= TableFinder.fewestColumns ? [line] : []
        }
        return tables + proseTable(run, columns)
    }

    /// - Parameters:
    ///   - lines: the first of them begins all columns.
    ///   - columns: where they begin, in points.
    private func proseTable(_ lines: [LayoutLine], _ columns: [Double]) -> [PageTable] {
        let rows = TableFinder.rows(of: lines)
        guard rows.count >= TableFinder.fewestRows, columns.count >= TableFinder.fewestColumns,
            let box = lines.map(\.box).union
        else { return [] }
        // Nearly every row begins the first column and one more in its first line, and some go on below it.
        let begun = rows.count { $0[0].begins(columns).first == true && $0[0].begins(columns).count { $0 } >= 2 }
        let long = rows.count { $0.count > 1 }
        guard begun * 5 >= rows.count * 4, long * 2 >= rows.count else { return [] }
        // Each column is one: most rows begin it where it begins.
        guard
            columns.indices.allSatisfy({ column in rows.count { $0[0].begins(columns)[column] } * 5 >= rows.count * 3 })
        else { return [] }
        let frame = PageBox(left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1)
        guard var table = PageTable(across: [], down: [], box: frame, words: [], page: page.number) else { return [] }
        let middles = zip(rows, rows.dropFirst()).map { above, below in
            ((above.map(\.box.bottom).max() ?? 0) + below[0].box.top) / 2
        }
        table.columnEdges =
            ([frame.left] + columns.dropFirst().map { $0 - 1 } + [frame.right])
            .map { PageTable.Edge(position: $0, isRuled: false) }
        table.rowEdges = ([frame.top] + middles + [frame.bottom]).map { PageTable.Edge(position: $0, isRuled: false) }
        table.cells = rows.enumerated().flatMap { number, lines in
            var cells = columns.indices.map { PageTable.Cell(rows: number..<number + 1, columns: $0..<$0 + 1) }
            for word in lines.flatMap(\.words) {
                cells[PageTable.unit(of: word.box.left, in: table.columnEdges)].words.append(word)
            }
            return cells
        }
        return isSound(table) ? [table] : []
    }

    /// The lines parted where more white space than usual runs through all columns.
    private static func rows(of lines: [LayoutLine]) -> [[LayoutLine]] {
        let distances = zip(lines, lines.dropFirst()).map { $1.box.centerY - $0.box.centerY }.sorted()
        guard !distances.isEmpty else { return [] }
        let leading = distances[(distances.count - 1) / 3]
        var rows: [[LayoutLine]] = []
        for line in lines {
            if let last = rows.last?.last, line.box.centerY - last.box.centerY <= leading * widestLeading {
                rows[rows.count - 1].append(line)
            } else {
                rows.append([line])
            }
        }
        return rows
    }
}

extension LayoutLine {
    /// Whether no word of the line, and no text without a gap, runs from one column into the next.
    fileprivate func keeps(to columns: [Double]) -> Bool {
        guard let first = columns.first, box.left >= first - 1 else { return false }
        return columns.dropFirst().allSatisfy { column in
            !words.contains { $0.box.left < column - 1 && $0.box.right > column - 1 }
                && !zip(words, words.dropFirst()).contains { left, right in
                    // A blank just where a column begins is that of running text if no word begins there.
                    left.box.right <= column - 1 && right.box.left > column + 1
                        && right.box.left - left.box.right < letterHeight * LayoutLine.widestBlank
                }
        }
    }

    /// By column, whether the line has a word where it begins.
    fileprivate func begins(_ columns: [Double]) -> [Bool] {
        columns.map { column in words.contains { abs($0.box.left - column) <= 1 } }
    }
}
