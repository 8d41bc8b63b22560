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
    /// The same with all words in the singular.
    private let stemmedEquivalents: [String: [Equivalent]]

    init(equivalents: [(written: String, meaning: String)]) {
        let all = equivalents.map {
            Equivalent(written: Self.plainWords($0.written), meaning: Self.plainWords($0.meaning))
        }.filter { !$0.written.isEmpty }
        let stemmed = all.map {
            Equivalent(written: $0.written.map(Self.singular), meaning: $0.meaning.map(Self.singular))
        }
        self.equivalents = Dictionary(grouping: all) { $0.written[0] }
        stemmedEquivalents = Dictionary(grouping: stemmed) { $0.written[0] }
    }

    /// Whether two expansions say the same. With `ignoringPlural`, `Academies` is `Academy`.
    func areSame(_ one: String, _ other: String, ignoringPlural: Bool = false) -> Bool {
        let plain = (Self.plainWords(one), Self.plainWords(other))
        if words(plain.0, equivalents) == words(plain.1, equivalents) { return true }
        return ignoringPlural && stemmed(one).words == stemmed(other).words
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
        StemmedWords(words: words(Self.plainWords(expansion).map(Self.singular), stemmedEquivalents))
    }

    /// The forms of all runs of words that end where these end, the whole run first.
    func stemmedSuffixes(of phrase: [String]) -> [StemmedWords] {
        let stems = phrase.map { Self.singular($0.lowercased()) }
        return stems.indices.map { StemmedWords(words: words(stems[$0...], stemmedEquivalents)) }
    }

    /// The words without an article in front, and with equivalents written out.
    private func words(
        _ plain: some RandomAccessCollection<String>,
        _ equivalents: [String: [Equivalent]]
    ) -> [String] {
        var words: [String] = []
        var rest = plain[...]
        if rest.count > 1, let first = rest.first, ["the", "a", "an"].contains(first) { rest = rest.dropFirst() }
        while let word = rest.first {
            if let equivalent = equivalents[word]?.first(where: { rest.starts(with: $0.written) }) {
                words += equivalent.meaning
                rest = rest.dropFirst(equivalent.written.count)
            } else {
                words.append(word)
                rest = rest.dropFirst()
            }
        }
        return words
    }

    private static func plainWords(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        var words: [String] = []
        var offset = 0
        while offset < bytes.count {
            let end = bytes.wordEnd(from: offset)
            if end > offset { words.append(String(decoding: bytes[offset..<end], as: UTF8.self).lowercased()) }
            offset = max(end, offset + 1)
        }
        return words
    }

    private static func singular(_ word: String) -> String {
        guard word.utf8.last == UInt8(ascii: "s"), word.utf8.count > 3 else { return word }
        if word.hasSuffix("ies"), word.count > 4 { return String(word.dropLast(3)) + "y" }
        return word.hasSuffix("ss") ? word : String(word.dropLast())
    }
}
