/// Lines one below the other whose columns begin at the same places.
struct ColumnRun {
    /// Indices of printed lines.
    var lines: Range<Int>
    /// Where columns begin, from left to right.
    var starts: [Int]
    /// Which columns of the table they are; empty as long as that is unknown.
    var columns: [Int] = []
    /// Where all columns of the table begin near by.
    var reference: [Int] = []
}

/// Finds the runs of a page that explain its gaps best.
///
/// A converter that prints a page sets each row of a table at places of its own, so lines are cut into runs: the cut
/// with the least cost is found by dynamic programming, as in the segmented least squares of Bellman (1961). A run
/// costs something, so does each of its columns, each word behind a gap that begins no column, and each line that
/// has text across the start of a column.
struct ColumnRunFinder {
    /// The most columns that a run may have.
    var columnLimit: Int

    private static let runCost = 0.7
    private static let columnCost = 0.3
    private static let strayCost = 2.0
    private static let crossingCost = 1.5
    /// A run with more than this cost is none, and a longer one would cost more.
    private static let costLimit = 40.0
    /// Longer runs are several with the same columns, so that the work is linear in the number of lines.
    private static let lineLimit = 120

    /// A place where a column may begin.
    private struct Candidate {
        var start: Int
        var support = 0
        var crossings = 0

        var gain: Double {
            strayCost * Double(support) - columnCost - crossingCost * Double(crossings)
        }
    }

    /// The best cut of the lines before one: what it costs, and its last run.
    private struct Cut {
        var cost: Double
        var first = 0
        var starts: [Int] = []
    }

    func runs(of lines: [PrintedLine], in page: Range<Int>) -> [ColumnRun] {
        guard !page.isEmpty else { return [] }
        var cuts = [Cut(cost: 0)]
        for end in page {
            cuts.append(bestCut(before: end + 1, of: lines, in: page, cuts))
        }
        var runs: [ColumnRun] = []
        var end = page.upperBound
        while end > page.lowerBound {
            let cut = cuts[end - page.lowerBound]
            runs.append(ColumnRun(lines: cut.first..<end, starts: cut.starts))
            end = cut.first
        }
        return runs.reversed()
    }

    private func bestCut(before end: Int, of lines: [PrintedLine], in page: Range<Int>, _ cuts: [Cut]) -> Cut {
        var best = Cut(cost: .infinity)
        var candidates: [Candidate] = []
        var words = 0
        for first in (max(page.lowerBound, end - Self.lineLimit)..<end).reversed() {
            let line = lines[first]
            for index in candidates.indices where !line.canBegin(at: candidates[index].start) {
                candidates[index].crossings += 1
            }
            for start in line.starts {
                words += 1
                if let known = candidates.firstIndex(where: { $0.start == start }) {
                    candidates[known].support += 1
                } else {
                    let crossings = lines[first..<end].count { !$0.canBegin(at: start) }
                    candidates.append(Candidate(start: start, support: 1, crossings: crossings))
                }
            }
            let kept = candidates.filter { $0.gain > 0 }
                .sorted { $0.gain == $1.gain ? $0.start > $1.start : $0.gain > $1.gain }
                .prefix(columnLimit)
            let loss = Self.strayCost * Double(words) - kept.reduce(0) { $0 + $1.gain }
            let cost = cuts[first - page.lowerBound].cost + Self.runCost + loss
            if cost < best.cost { best = Cut(cost: cost, first: first, starts: kept.map(\.start).sorted()) }
            if loss > Self.costLimit { break }
        }
        return best
    }
}
