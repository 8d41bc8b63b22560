import Glibc

/// Which words stand in which column: naive Bayes, learned from cells whose column is known.
struct ColumnVocabulary {
    private var counts: [[String: Int]]
    private var totals: [Int]

    init(columnCount: Int) {
        counts = Array(repeating: [:], count: columnCount)
        totals = Array(repeating: 0, count: columnCount)
    }

    /// - Parameter column: from 0.
    mutating func learn(_ text: String, column: Int) {
        for word in Set(WordBag.words(of: text)) {
            counts[column][word, default: 0] += 1
            totals[column] += 1
        }
    }

    /// The most that words can say for or against a column.
    private static let most = 3.0

    /// Logarithms: how well the words of a text suit each column, the best 0.
    func weights(of text: String) -> [Double] {
        let words = Set(WordBag.words(of: text)).sorted()
        guard !words.isEmpty, totals.allSatisfy({ $0 > 0 }) else { return totals.map { _ in 0 } }
        let size = Double(Set(counts.flatMap(\.keys)).count)
        let sums = counts.indices.map { column in
            words.reduce(0.0) {
                $0 + log((Double(counts[column][$1] ?? 0) + 0.5) / (Double(totals[column]) + size / 2))
            }
        }
        let best = sums.max() ?? 0
        // Words are not independent of each other, so a long text says less than their number.
        let scale = 1 / Double(words.count).squareRoot()
        return sums.map { max(-ColumnVocabulary.most, ($0 - best) * scale) }
    }
}
