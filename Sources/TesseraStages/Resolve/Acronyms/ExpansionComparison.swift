/// Compares expansions as a reader would.
///
/// Letter case, punctuation, articles in front and known equivalents make no difference, words do.
struct ExpansionComparison {
    private struct Equivalent {
        var written: [String]
        var meaning: [String]
    }

    /// By the first word as written.
    private let equivalents: [String: [Equivalent]]

    init(equivalents: [(written: String, meaning: String)]) {
        let all = equivalents.map {
            Equivalent(written: Self.plainWords($0.written), meaning: Self.plainWords($0.meaning))
        }
        self.equivalents = Dictionary(grouping: all.filter { !$0.written.isEmpty }) { $0.written[0] }
    }

    /// Whether two expansions say the same. With `ignoringPlural`, `Academies` is `Academy`.
    func areSame(_ one: String, _ other: String, ignoringPlural: Bool = false) -> Bool {
        let first = words(Self.plainWords(one))
        let second = words(Self.plainWords(other))
        return first == second || (ignoringPlural && first.map(singular) == second.map(singular))
    }

    /// How alike two expansions are, from 0 to 1: twice the length of the longest common subsequence of words, by
    /// the number of words.
    func likeness(_ one: StemmedWords, _ other: StemmedWords) -> Double {
        guard !one.words.isEmpty, !other.words.isEmpty else { return 0 }
        var row = Array(repeating: 0, count: other.words.count + 1)
        for word in one.words {
            var diagonal = 0
            for (index, candidate) in other.words.enumerated() {
                let above = row[index + 1]
                row[index + 1] = word == candidate ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return 2 * Double(row[other.words.count]) / Double(one.words.count + other.words.count)
    }

    /// An expansion in the form in which likeness is measured.
    struct StemmedWords {
        fileprivate var words: [String]

        var count: Int { words.count }
    }

    func stemmed(_ expansion: String) -> StemmedWords {
        StemmedWords(words: words(Self.plainWords(expansion)).map(singular))
    }

    func stemmed(_ expansion: ArraySlice<Word>) -> StemmedWords {
        StemmedWords(words: words(expansion.map { $0.text.lowercased() }).map(singular))
    }

    /// The words without an article in front, and with equivalents written out.
    private func words(_ plain: [String]) -> [String] {
        var words: [String] = []
        var index = plain.count > 1 && ["the", "a", "an"].contains(plain[0]) ? 1 : 0
        while index < plain.count {
            let equivalent = equivalents[plain[index]]?.first { plain[index...].starts(with: $0.written) }
            words += equivalent?.meaning ?? [plain[index]]
            index += equivalent?.written.count ?? 1
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
