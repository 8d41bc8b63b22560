import TesseraModel

/// Finds mentions of acronyms in text: plain, plural (`ILEAs`), possessive (`ATF’s`), and joined by a slash
/// (`DOS/DDTC`).
struct MentionFinder {
    /// A mention of an acronym, defined or not.
    struct Found {
        var acronym: String
        /// UTF-8 byte offsets, with a plural or possessive ending.
        var range: Range<Int>
    }

    private let known: Set<String>
    private let ignored: Set<String>
    /// Keys of several words, longest first, by their first word.
    private let phrases: [String: [[String]]]
    /// Keys of several words by their spelling without spaces: `UNPOA` is `UN POA`.
    private let squeezed: [String: String]

    init(known: Set<String>, ignored: Set<String>) {
        self.known = known
        self.ignored = ignored
        // Sorted, because a set has no order that lasts.
        let several = known.sorted().map { $0.split(separator: " ").map(String.init) }.filter { $0.count > 1 }
        phrases = Dictionary(grouping: several) { $0[0] }.mapValues { $0.sorted { $0.count > $1.count } }
        squeezed = Dictionary(several.map { ($0.joined(), $0.joined(separator: " ")) }) { first, _ in first }
    }

    /// - Parameters:
    ///   - links: byte ranges of links, in which no acronym is looked for.
    func mentions(in text: String, outside links: [Range<Int>]) -> [Found] {
        let words = WordScanner.words(of: text)
        var found: [Found] = []
        var index = 0
        while index < words.count {
            if links.contains(where: { $0.overlaps(words[index].range) }) {
                index += 1
            } else if let phrase = phrase(at: index, in: words) {
                found.append(phrase.found)
                index += phrase.length
            } else {
                let group = slashGroup(at: index, in: words)
                found += mentions(in: words, group)
                index = group.upperBound
            }
        }
        return found.filter { !ignored.contains($0.acronym) }
    }

    /// A key of several words that begins at a word.
    private func phrase(at index: Int, in words: [Word]) -> (found: Found, length: Int)? {
        guard !words[index].beginsSmall else { return nil }
        for key in phrases[words[index].text] ?? [] where index + key.count <= words.count {
            let run = words[index..<index + key.count]
            guard run.map(\.text) == key, run.dropFirst().allSatisfy({ $0.gap == " " }) else { continue }
            let range = words[index].range.lowerBound..<words[index + key.count - 1].range.upperBound
            return (Found(acronym: key.joined(separator: " "), range: range), key.count)
        }
        return nil
    }

    /// The words from one on that are joined by slashes.
    private func slashGroup(at index: Int, in words: [Word]) -> Range<Int> {
        var end = index + 1
        while end < words.count, words[end].gap == "/" { end += 1 }
        return index..<end
    }

    private func mentions(in words: [Word], _ group: Range<Int>) -> [Found] {
        let whole = words[group].map(\.text).joined(separator: "/")
        let wholeRange = words[group.lowerBound].range.lowerBound..<words[group.upperBound - 1].range.upperBound
        if group.count > 1 {
            if known.contains(whole) { return [Found(acronym: whole, range: wholeRange)] }
            // Nothing in it is known by itself: `SA/LW` is one acronym, not two.
            let isCompound = group.allSatisfy {
                AcronymShape.isCandidate(words[$0].text) && key(of: words[$0].text) == nil
            }
            if isCompound { return [Found(acronym: whole, range: wholeRange)] }
        }
        return group.compactMap { mention(words, $0) }
    }

    private func mention(_ words: [Word], _ index: Int) -> Found? {
        let word = words[index]
        // No acronym begins with a small letter, and most words do.
        guard !word.beginsSmall else { return nil }
        guard let acronym = key(of: word.text) ?? undefined(words, index) else { return nil }
        // A possessive ending belongs to the mention.
        if index + 1 < words.count, words[index + 1].text == "s", ["’", "'"].contains(words[index + 1].gap) {
            return Found(acronym: acronym, range: word.range.lowerBound..<words[index + 1].range.upperBound)
        }
        return Found(acronym: acronym, range: word.range)
    }

    /// The known acronym that a word is.
    private func key(of word: String) -> String? {
        let base = AcronymShape.base(of: word)
        return known.contains(word) ? word : known.contains(base) ? base : squeezed[word]
    }

    /// The acronym that a word would be, if it looks like one.
    private func undefined(_ words: [Word], _ index: Int) -> String? {
        guard AcronymShape.isCandidate(words[index].text) else { return nil }
        // `DSP-83`, `SA-3`: a designation, not an acronym.
        if index + 1 < words.count, words[index + 1].gap == "-", words[index + 1].text.first?.isNumber == true {
            return nil
        }
        if isShouted(words, index) { return nil }
        return AcronymShape.base(of: words[index].text)
    }

    /// Whether a word stands in a run of three or more words in capitals: emphasis, not acronyms.
    private func isShouted(_ words: [Word], _ index: Int) -> Bool {
        guard words[index].isAllCapitals else { return false }
        var first = index
        while first > 0, words[first].gap == " ", words[first - 1].isAllCapitals, index - first < 2 { first -= 1 }
        var last = index
        while last + 1 < words.count, words[last + 1].gap == " ", words[last + 1].isAllCapitals, last - first < 2 {
            last += 1
        }
        return last - first >= 2
    }
}
