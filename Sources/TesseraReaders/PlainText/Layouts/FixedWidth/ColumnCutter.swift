/// Cuts printed lines into the texts of their columns.
///
/// Where a line is blank before the start of a column, it is cut there. Converters set two columns with a single
/// blank between them where the text of the left one fills its line; then the next column may begin further left, or
/// look like a part of the same text. The printed width tells how much of the text the left column holds.
struct ColumnCutter {
    let text: LinedText
    let limits: ColumnLimits
    let columnCount: Int

    /// Where a start of a column is crossed and widths are unknown, the next word within this distance begins it.
    private static let reach = 6

    /// The column of each word of a line.
    func columns(of line: PrintedLine, in run: ColumnRun) -> [Int] {
        guard !run.columns.isEmpty else { return Array(repeating: 0, count: line.words.count) }
        var cut = CutLine(line: line, run: run)
        for (number, first) in line.segmentStarts.enumerated() {
            let end = number + 1 < line.segmentStarts.count ? line.segmentStarts[number + 1] : line.words.count
            cutSegment(first..<end, of: &cut)
        }
        return cut.columns
    }

    private func cutSegment(_ segment: Range<Int>, of cut: inout CutLine) {
        let run = cut.run
        var first = segment.lowerBound
        let start = cut.line.words[first].columns.lowerBound
        var place = run.starts.lastIndex { $0 <= start } ?? 0
        var column = max(run.columns[place], cut.columns.last ?? 0)
        if column == cut.columns.last, start != run.starts[place], column + 1 < run.reference.count,
            abs(run.reference[column + 1] - start) <= 4
        {
            column += 1
        }
        let reach = cut.line.words[segment.upperBound - 1].columns.upperBound
        while place + 1 < run.starts.count, reach > run.starts[place + 1] {
            let next = max(run.columns[place + 1], column)
            // What is left of the text may begin behind the start of the next column already.
            if cut.line.words[first].columns.lowerBound >= run.starts[place + 1] {
                column = next
                place += 1
                continue
            }
            guard let end = border(in: first..<segment.upperBound, of: cut, place + 1, column, next) else { break }
            if end.isAtStart {
                assign(first..<end.word, to: column, below: next, in: &cut)
                column = next
                place += 1
            } else {
                cut.assign(end.word - first, to: column)
                column = min(column + 1, columnCount - 1)
                if column >= next { place += 1 }
            }
            first = end.word
        }
        let bound = place + 1 < run.columns.count ? run.columns[place + 1] : columnCount
        assign(first..<segment.upperBound, to: column, below: bound, in: &cut)
    }

    /// The first word of the text that follows in a segment that reaches over the start of a column.
    private func border(
        in words: Range<Int>,
        of cut: CutLine,
        _ place: Int,
        _ column: Int,
        _ next: Int
    ) -> (word: Int, isAtStart: Bool)? {
        let line = cut.line
        let start = cut.run.starts[place]
        let limit = limits[column]
        if line.canBegin(at: start) {
            let word = line.word(endingBehind: start)
            let width = text.printedWidth(line.words[words.lowerBound..<word])
            if next > column + 1 || limit.map({ width <= $0 }) ?? true { return (word, true) }
        }
        guard let limit else {
            let near = words.dropFirst().min { abs(distance($0, start, line)) < abs(distance($1, start, line)) }
            return near.flatMap { abs(distance($0, start, line)) <= Self.reach ? ($0, false) : nil }
        }
        guard text.printedWidth(line.words[words]) > limit else { return nil }
        return bestBorder(in: words, of: line, column, below: max(next, column + 2)).map { ($0, false) }
    }

    private func distance(_ word: Int, _ start: Int, _ line: PrintedLine) -> Int {
        line.words[word].columns.lowerBound - start
    }

    /// Gives words to a column, and those that it cannot hold to the next ones.
    private func assign(_ words: Range<Int>, to column: Int, below bound: Int, in cut: inout CutLine) {
        let line = cut.line
        var column = column
        var words = words
        while column + 1 < bound, column + 1 < cut.run.reference.count, words.count > 1,
            line.words[words.upperBound - 1].columns.upperBound > cut.run.reference[column + 1],
            limits.exceeds(column, text.printedWidth(line.words[words])),
            let border = bestBorder(in: words, of: line, column, below: bound)
        {
            cut.assign(border - words.lowerBound, to: column)
            words = border..<words.upperBound
            column += 1
        }
        cut.assign(words.count, to: column)
    }

    /// The word where the next column begins most likely: the last one with which neither column holds too much.
    /// - Parameter bound: the first column that none of the words can belong to.
    private func bestBorder(in words: Range<Int>, of line: PrintedLine, _ column: Int, below bound: Int) -> Int? {
        guard let limit = limits[column] else { return nil }
        var best: (word: Int, excess: Int)?
        for word in words.dropFirst() {
            let left = text.printedWidth(line.words[words.lowerBound..<word])
            let right = text.printedWidth(line.words[word..<words.upperBound])
            var excess = max(0, left - limit)
            // What is much wider than the next column goes on into the one behind it, if there is one.
            if let next = limits[column + 1], column + 2 >= bound || right < next * 13 / 10 {
                excess += max(0, right - next)
            }
            if excess <= best?.excess ?? .max { best = (word, excess) }
        }
        return best?.word
    }
}

/// A line with the columns of its words, as far as they are known.
private struct CutLine {
    let line: PrintedLine
    let run: ColumnRun
    var columns: [Int] = []

    mutating func assign(_ count: Int, to column: Int) {
        columns += Array(repeating: column, count: max(count, 0))
    }
}
