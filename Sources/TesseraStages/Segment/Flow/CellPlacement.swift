import Glibc

/// Puts the paragraphs of a row into its columns, where the source does not mark all borders.
///
/// Column 0 is the row's heading, 1 to `columnCount` are the content columns. The paragraphs fill them from left to
/// right, and each content column holds at least one. What follows from that alone is certain. For the rest, the
/// weights say what is likely: the best way is found by Viterbi's algorithm, and how sure it is by forward and backward
/// sums over all ways (L. R. Rabiner, "A tutorial on hidden Markov models", 1989).
struct CellPlacement {
    /// The column of each item on the best way.
    private(set) var columns: [Int] = []
    /// By column: whether no other way gives it other items.
    private(set) var isCertain: [Bool] = []
    /// By column: how likely it is that it begins and ends where it does, from 0 to 1.
    private(set) var confidence: [Double] = []
    /// Whether the items can fill the columns at all; where not, no column is certain.
    private(set) var isPossible: Bool

    /// What is known of the items of a row.
    struct Evidence {
        var columnCount: Int
        var items: [Item]
        /// How many items must be titles, and how many can be.
        var titles: ClosedRange<Int>
    }

    struct Item {
        var isMarked: Bool
        var isWholeCell: Bool
        /// Logarithms: how well the item suits each column, from 0.
        var weights: [Double]
        /// The same for a border before it, where none is marked.
        var borderWeight: Double
    }

    /// What a way pays for each thing that cannot be, where no way is possible without.
    private static let penalty = -12.0

    init(_ evidence: Evidence) {
        let strict = Ways(evidence, isStrict: true)
        isPossible = strict.total > -.infinity
        let ways = isPossible ? strict : Ways(evidence, isStrict: false)
        columns = ways.best()
        let possible = isPossible ? strict.possibleColumns() : []
        for column in 0...evidence.columnCount {
            isCertain.append(isPossible && possible.allSatisfy { !$0.contains(column) || $0.count == 1 })
            confidence.append(ways.confidence(of: column, on: columns))
        }
    }

    /// All ways to put the items into columns, with their weights.
    private struct Ways {
        let evidence: Evidence
        let isStrict: Bool
        private var forward: [[Double]] = []
        private var backward: [[Double]] = []
        let total: Double

        init(_ evidence: Evidence, isStrict: Bool) {
            self.evidence = evidence
            self.isStrict = isStrict
            let count = evidence.items.count
            let columns = 0...evidence.columnCount
            guard count > 0 else {
                total = isStrict ? -.infinity : 0
                return
            }
            var forward = [columns.map { Ways.start($0, evidence, isStrict) }]
            for item in 1..<max(1, count) {
                forward.append(
                    columns.map { column in
                        Ways.sum(
                            columns.map {
                                forward[item - 1][$0] + Ways.step(item, $0, column, evidence, isStrict)
                            }
                        )
                    }
                )
            }
            var backward = [columns.map { Ways.end($0, evidence, isStrict) }]
            for item in (1..<max(1, count)).reversed() {
                let next = backward[backward.count - 1]
                backward.append(
                    columns.map { column in
                        Ways.sum(columns.map { next[$0] + Ways.step(item, column, $0, evidence, isStrict) })
                    }
                )
            }
            backward.reverse()
            self.forward = forward
            self.backward = backward
            total = Ways.sum(columns.map { forward[count - 1][$0] + backward[count - 1][$0] })
        }

        // MARK: Weights

        private static func weight(_ item: Int, _ column: Int, _ evidence: Evidence, _ isStrict: Bool) -> Double {
            let known = evidence.items[item]
            var weight = known.weights[column]
            if column == 0, known.isWholeCell || item >= evidence.titles.upperBound { return -.infinity }
            if column > 0, item < evidence.titles.lowerBound { weight += isStrict ? -.infinity : penalty }
            return weight
        }

        private static func start(_ column: Int, _ evidence: Evidence, _ isStrict: Bool) -> Double {
            let weight = weight(0, column, evidence, isStrict)
            if column == 0 { return evidence.items[0].isMarked ? weight + (isStrict ? -.infinity : penalty) : weight }
            return column == 1 ? weight : isStrict ? -.infinity : weight + penalty * Double(column - 1)
        }

        private static func end(_ column: Int, _ evidence: Evidence, _ isStrict: Bool) -> Double {
            if column == evidence.columnCount { return 0 }
            return isStrict ? -.infinity : penalty * Double(evidence.columnCount - column)
        }

        private static func step(
            _ item: Int,
            _ from: Int,
            _ column: Int,
            _ evidence: Evidence,
            _ isStrict: Bool
        ) -> Double {
            guard column >= from else { return -.infinity }
            let known = evidence.items[item]
            var weight = weight(item, column, evidence, isStrict)
            let isForced = known.isMarked || known.isWholeCell || evidence.items[item - 1].isWholeCell
            if column == from, isForced { weight += isStrict ? -.infinity : penalty }
            if column > from, !known.isMarked { weight += known.borderWeight }
            if column > from + 1 { weight += isStrict ? -.infinity : penalty * Double(column - from - 1) }
            return weight
        }

        private static func sum(_ logarithms: [Double]) -> Double {
            let most = logarithms.max() ?? -.infinity
            guard most > -.infinity else { return most }
            return most + log(logarithms.reduce(0) { $0 + exp($1 - most) })
        }

        // MARK: What the ways say

        /// The columns that each item has on any way.
        func possibleColumns() -> [Set<Int>] {
            forward.indices.map { item in
                Set(forward[item].indices.filter { forward[item][$0] + backward[item][$0] > -.infinity })
            }
        }

        /// The best way.
        func best() -> [Int] {
            let count = evidence.items.count
            let columns = Array(0...evidence.columnCount)
            guard count > 0 else { return [] }
            var scores = columns.map { Ways.start($0, evidence, isStrict) }
            var from: [[Int]] = []
            for item in 1..<max(1, count) {
                var next: [Double] = []
                var origins: [Int] = []
                for column in columns {
                    let steps = columns.map { scores[$0] + Ways.step(item, $0, column, evidence, isStrict) }
                    let best = columns.max { steps[$0] < steps[$1] } ?? 0
                    next.append(steps[best])
                    origins.append(best)
                }
                scores = next
                from.append(origins)
            }
            let ends = columns.map { scores[$0] + Ways.end($0, evidence, isStrict) }
            var way = [columns.max { ends[$0] < ends[$1] } ?? 0]
            for origins in from.reversed() { way.append(origins[way[way.count - 1]]) }
            return way.reversed()
        }

        /// How likely it is that a column begins and ends where it does on a way.
        func confidence(of column: Int, on way: [Int]) -> Double {
            guard let first = way.firstIndex(of: column), let last = way.lastIndex(of: column), total > -.infinity
            else {
                // An empty column: as sure as the items beside it are elsewhere.
                let place = way.firstIndex { $0 > column } ?? way.count
                return border(before: place, on: way)
            }
            return border(before: first, on: way) * border(before: last + 1, on: way)
        }

        /// How likely the step to an item is that a way takes.
        private func border(before item: Int, on way: [Int]) -> Double {
            guard !way.isEmpty, total > -.infinity else { return 0 }
            if item == 0 { return exp(forward[0][way[0]] + backward[0][way[0]] - total) }
            if item == way.count {
                return exp(forward[item - 1][way[item - 1]] + backward[item - 1][way[item - 1]] - total)
            }
            let step = Ways.step(item, way[item - 1], way[item], evidence, isStrict)
            return exp(forward[item - 1][way[item - 1]] + step + backward[item][way[item]] - total)
        }
    }
}
