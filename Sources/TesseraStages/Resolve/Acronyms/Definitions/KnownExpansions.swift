/// The expansions that are known already, by acronym: they show where a name begins.
struct KnownExpansions {
    /// What the words in front of an acronym say that is known.
    enum Finding {
        /// What is known, beginning with a word. Words are counted from the acronym on.
        case same(Int)
        /// Another wording of it.
        case alike(Int)
        /// Something else.
        case other
    }

    private struct Entry {
        /// The folded letters of each word, the last word first.
        var words: [[UInt32]]
        var stems: ExpansionComparison.StemmedWords
    }

    private var entries: [String: Entry] = [:]
    private let comparison: ExpansionComparison
    /// Words that a name may have.
    private static let longestName = 24

    init(comparison: ExpansionComparison) { self.comparison = comparison }

    /// Notes an expansion; that of an acronym which is noted already is replaced.
    mutating func note(_ acronym: String, _ expansion: String) {
        let bytes = Array(expansion.utf8)
        var words = WordsBefore(in: bytes, before: bytes.count)
        words.read(backTo: 0)
        let folded = words.words.map { Array(words.letters(of: $0)) }
        entries[acronym] = Entry(words: folded, stems: comparison.stemmed(expansion))
    }

    /// Compares the words in front of an acronym with what is known.
    /// - Returns: nil where nothing is.
    func find(_ acronym: ShortForm, in words: inout WordsBefore, _ bytes: [UInt8]) -> Finding? {
        guard let entry = entries[String(decoding: bytes[acronym.base], as: UTF8.self)] else { return nil }
        // Nearly always it is the very wording, which is told without making texts of words.
        let count = entry.words.count
        if count > 0, words.read(count),
            (0..<count).allSatisfy({ words.letters(of: words.words[$0]).elementsEqual(entry.words[$0]) })
        {
            return .same(count - 1)
        }
        guard let best = mostAlike(entry, in: &words, bytes) else { return .other }
        return best.likeness == 1 ? .same(best.start) : .alike(best.start)
    }

    /// The run of words most like what is known, if at least half of it is there.
    private func mostAlike(
        _ known: Entry,
        in words: inout WordsBefore,
        _ bytes: [UInt8]
    ) -> (start: Int, likeness: Double)? {
        // A wording that is half alike has at most three times as many words; small words and equivalents come on top.
        _ = words.read(min(Self.longestName, 3 * known.stems.count + 3))
        let texts = words.words.reversed().map { word in
            String(decoding: bytes[word.range], as: UTF8.self)
        }
        var best: (start: Int, likeness: Double)?
        for (index, stems) in comparison.stemmedSuffixes(of: texts).enumerated().reversed() {
            let likeness = comparison.likeness(stems, known.stems)
            if likeness > best?.likeness ?? 0 { best = (texts.count - 1 - index, likeness) }
        }
        return best.flatMap { $0.likeness >= 0.5 ? $0 : nil }
    }
}
