/// Compares expansions as a reader would: letter case, punctuation, articles in front and known equivalents make no
/// difference, words do.
struct ExpansionComparison {
    private let equivalents: [(written: [String], meaning: [String])]

    init(equivalents: [(written: String, meaning: String)]) {
        self.equivalents = equivalents.map {
            (ExpansionComparison.plainWords($0.written), ExpansionComparison.plainWords($0.meaning))
        }
    }

    /// Whether two expansions say the same. With `ignoringPlural`, `Academies` is `Academy`.
    func areSame(_ one: String, _ other: String, ignoringPlural: Bool = false) -> Bool {
        let first = words(of: one)
        let second = words(of: other)
        return first == second || (ignoringPlural && first.map(singular) == second.map(singular))
    }

    /// How alike two expansions are, from 0 to 1: twice the length of the longest common subsequence of words, by
    /// the number of words.
    func likeness(_ one: String, _ other: String) -> Double {
        let first = words(of: one).map(singular)
        let second = words(of: other).map(singular)
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        var row = Array(repeating: 0, count: second.count + 1)
        for word in first {
            var diagonal = 0
            for (index, candidate) in second.enumerated() {
                let above = row[index + 1]
                row[index + 1] = word == candidate ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return 2 * Double(row[second.count]) / Double(first.count + second.count)
    }

    /// The words in lower case, without an article in front, and with equivalents written out.
    func words(of expansion: String) -> [String] {
        var words = ExpansionComparison.plainWords(expansion)
        if let first = words.first, ["the", "a", "an"].contains(first), words.count > 1 { words.removeFirst() }
        for (written, meaning) in equivalents where !written.isEmpty {
            var index = 0
            while index + written.count <= words.count {
                if Array(words[index..<index + written.count]) == written {
                    words.replaceSubrange(index..<index + written.count, with: meaning)
                    index += meaning.count
                } else {
                    index += 1
                }
            }
        }
        return words
    }

    private static func plainWords(_ text: String) -> [String] {
        WordScanner.words(of: text).map { $0.text.lowercased() }
    }

    private func singular(_ word: String) -> String {
        if word.hasSuffix("ies"), word.count > 4 { return String(word.dropLast(3)) + "y" }
        return word.hasSuffix("s") && !word.hasSuffix("ss") && word.count > 3 ? String(word.dropLast()) : word
    }
}
