/// Finds out which columns of a table the columns of its runs are.
///
/// A run that shows all columns tells where they are near by; those of another run are matched with them in order,
/// by the least sum of distances. A page that shows fewer columns everywhere may have lost the first ones, since
/// converters cut off the margin that all its lines have: then what goes on from the page before decides.
struct ColumnNumbering {
    let printed: PrintedText
    let count: Int

    /// Starts of columns on a page are those of one column up to this distance.
    private static let spread = 8
    private static let unlikelyColumn = 40
    private static let brokenText = 8

    func number(_ table: inout FixedTable) {
        let complete = table.runs.indices.filter { table.runs[$0].starts.count >= count }
        guard !complete.isEmpty else { return }
        var nearest = 0
        var before: [Int: Bool] = [:]
        var first = 0
        while first < table.runs.count {
            let page = printed.pageNumbers[table.runs[first].lines.lowerBound]
            var end = first + 1
            while end < table.runs.count, printed.pageNumbers[table.runs[end].lines.lowerBound] == page { end += 1 }
            while nearest + 1 < complete.count, complete[nearest] < first { nearest += 1 }
            let reference = Array(table.runs[complete[nearest]].starts.prefix(count))
            let lost = lostColumns(table.runs[first..<end], reference, before)
            let shifted = reference.map { $0 - reference[lost] }
            number(&table.runs, first..<end, shifted, lost)
            before = columns(of: table.runs[end - 1].lines.upperBound - 1, in: table.runs[end - 1])
            first = end
        }
    }

    private func number(_ runs: inout [ColumnRun], _ page: Range<Int>, _ reference: [Int], _ lost: Int) {
        let complete = page.filter { runs[$0].starts.count >= count }
        var nearest = 0
        for index in page {
            while nearest + 1 < complete.count, abs(complete[nearest + 1] - index) <= abs(complete[nearest] - index) {
                nearest += 1
            }
            var places = reference
            if nearest < complete.count { places = Array(runs[complete[nearest]].starts.prefix(count)) }
            let starts = Array(runs[index].starts.prefix(count))
            let match = match(starts, with: places, from: nearest < complete.count ? 0 : lost)
            runs[index].starts = starts
            runs[index].columns = match.columns
            runs[index].reference = places
        }
    }

    /// How many columns at the left a page does not show.
    private func lostColumns(_ runs: ArraySlice<ColumnRun>, _ reference: [Int], _ before: [Int: Bool]) -> Int {
        let starts = runs.flatMap(\.starts).sorted()
        let shown = zip(starts, starts.dropFirst()).count { $1 - $0 > Self.spread } + 1
        let most = runs.map(\.starts.count).max() ?? 0
        guard shown < count, most < count, !before.isEmpty, let first = runs.first else { return 0 }
        var best = (lost: 0, cost: Int.max)
        for lost in 0...(count - most) {
            let shifted = reference.map { $0 - reference[lost] }
            var cost = runs.reduce(0) { $0 + match($1.starts, with: shifted, from: lost).cost }
            var numbered = first
            numbered.columns = match(first.starts, with: shifted, from: lost).columns
            let shown = columns(of: first.lines.lowerBound, in: numbered)
            cost += shown.keys.count { before[$0] == nil } * Self.unlikelyColumn
            cost += before.count { shown[$0.key] == nil && !$0.value } * Self.brokenText
            if cost < best.cost { best = (lost, cost) }
        }
        return best.lost
    }

    /// The columns that have text on a line, and whether a sentence ends there.
    private func columns(of index: Int, in run: ColumnRun) -> [Int: Bool] {
        guard !run.columns.isEmpty else { return [:] }
        let line = printed.lines[index]
        var columns: [Int: Bool] = [:]
        for (number, word) in line.words.enumerated() {
            let place = run.starts.lastIndex { $0 <= line.words[number].columns.lowerBound } ?? 0
            let last = printed.text.bytes[word.bytes.upperBound - 1]
            columns[run.columns[place]] = ".!?:".utf8.contains(last)
        }
        return columns
    }

    /// Matches starts of columns with places of columns in order, so that the sum of distances is least.
    private func match(_ starts: [Int], with places: [Int], from first: Int) -> (columns: [Int], cost: Int) {
        // costs[number][column]: the least cost of the starts so far, the last of them in that column or before.
        var costs: [[Int]] = [Array(repeating: 0, count: places.count + 1)]
        let never = Int.max / 2
        for (number, start) in starts.enumerated() {
            var row = [never]
            for column in places.indices {
                let here = column < first ? never : costs[number][column] + abs(start - places[column])
                row.append(min(row[column], here))
            }
            costs.append(row)
        }
        var columns: [Int] = []
        var column = places.count
        for number in starts.indices.reversed() {
            while column > 1, costs[number + 1][column - 1] == costs[number + 1][column] { column -= 1 }
            column -= 1
            columns.append(column)
        }
        return (columns.reversed(), costs[starts.count][places.count])
    }
}
