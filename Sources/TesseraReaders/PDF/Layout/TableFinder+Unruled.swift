/// Tables without a line: words alone show the columns.
extension TableFinder {
    /// How many printed lines make a table: two may be a heading with something beside it.
    private static let fewestLines = 3

    /// Tables among words that stand in none that lines draw.
    ///
    /// Printed lines that follow each other, nearly all cut by wide gaps at the same places, are the rows of a table,
    /// unless the text runs on from line to line: then they are columns of running text.
    func unruledTables(among words: [PageWord], besides ruled: [PageTable]) -> [PageTable] {
        var tables: [PageTable] = []
        var run: [LayoutLine] = []
        for line in LayoutLine.lines(of: words) {
            let isCut = line.chunks.count >= 2
            if let last = run.last,
                !line.follows(last, isCut: isCut) || ruled.contains(where: { $0.stands(between: last, and: line) })
            {
                tables += unruledTable(run)
                run = []
            }
            if isCut || !run.isEmpty { run.append(line) }
        }
        return tables + unruledTable(run)
    }

    /// The table that a run of lines is; none for lines that are none.
    private func unruledTable(_ lines: [LayoutLine]) -> [PageTable] {
        var lines = lines
        // Text before and behind it is none of the table.
        while let last = lines.last, last.chunks.count < 2 { lines.removeLast() }
        guard lines.count >= TableFinder.fewestLines, let box = lines.map(\.box).union else { return [] }
        let cut = lines.count { $0.chunks.count >= 2 }
        guard cut * 3 >= lines.count * 2 else { return [] }
        let words = lines.flatMap(\.words)
        // As wide as the words; a hair more, so that each lies inside.
        let frame = PageBox(left: box.left - 1, top: box.top - 1, right: box.right + 1, bottom: box.bottom + 1)
        guard var table = PageTable(across: [], down: [], box: frame, words: words, page: page.number) else {
            return []
        }
        table.splitColumns()
        guard table.columnCount >= 2, !table.isRunningText, !table.isList else { return [] }
        table.splitRows()
        table.dropEmpty()
        return table.rowCount >= TableFinder.fewestLines && isSound(table) && table.isDense ? [table] : []
    }
}

extension LayoutLine {
    /// How many words a line may have that is not cut and stands among those that are: a row over all columns.
    private static let mostWords = 6

    /// Whether the line can belong to the table of the line above.
    fileprivate func follows(_ above: LayoutLine, isCut: Bool) -> Bool {
        guard isCut || words.count <= LayoutLine.mostWords else { return false }
        return box.top - above.box.bottom < max(letterHeight, above.letterHeight) * 3
    }
}

extension PageTable {
    fileprivate func stands(between above: LayoutLine, and below: LayoutLine) -> Bool {
        box.centerY > above.box.centerY && box.centerY < below.box.centerY
    }

    /// Whether most cells hold something.
    fileprivate var isDense: Bool {
        let filled = cells.count { !$0.words.isEmpty }
        return filled * 3 >= cells.count * 2
    }

    /// Whether the first of two columns holds nothing but the numbers or bullets of a list.
    fileprivate var isList: Bool {
        guard columnCount == 2 else { return false }
        let lines = cells.filter { $0.columns == 0..<1 }.flatMap(\.lines)
        return lines.count { $0.words.count == 1 && $0.text.count <= 4 } * 3 >= lines.count * 2
    }

    /// Whether the text of a column runs on from line to line, in most of its lines.
    fileprivate var isRunningText: Bool {
        (0..<columnCount).contains { column in
            let lines = cells.filter { $0.columns == column..<column + 1 }.flatMap(\.lines)
            let pairs = zip(lines, lines.dropFirst()).filter { $0.isProse && $1.isProse && $0.words.count >= 3 }
            let limits = LineBreak(right: lines.map(\.box.right).max() ?? 0, leading: .infinity)
            return pairs.count >= 3 && pairs.count { limits.isForced(from: $0, to: $1) } * 2 > pairs.count
        }
    }
}
