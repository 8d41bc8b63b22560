import TesseraModel

/// An acronym with its expansion, as running text gives it.
struct InlineDefinition {
    /// As written, with a plural ending: `ILEAs`.
    var written: String
    var expansion: String

    /// Without a plural ending.
    var acronym: String { AcronymShape.base(of: written) }
    var isPlural: Bool { written != acronym }
}

/// Finds `expansion (ACRONYM)` and `ACRONYM (expansion)` in one paragraph.
struct DefinitionFinder {
    private let comparison: ExpansionComparison
    /// Expansions that are known already, by acronym: they show where a name begins.
    private let known: [String: ExpansionComparison.StemmedWords]
    /// Words that a name may have.
    private let longestName = 24

    init(known: [String: ExpansionComparison.StemmedWords], comparison: ExpansionComparison) {
        self.known = known
        self.comparison = comparison
    }

    func definitions(in text: String) -> [InlineDefinition] {
        guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
        let words = WordScanner.words(of: text)
        var found: [InlineDefinition] = []
        // Brackets come in the order of the text, so the words before one are found by going on from the last.
        var next = 0
        for bracket in Bracket.all(in: text) {
            let inside = bracket.content(of: text)
            while next < words.count, words[next].range.upperBound <= bracket.range.lowerBound { next += 1 }
            let before = words[..<next]
            if AcronymShape.isAcronym(inside) {
                if let expansion = expansion(of: inside, before: bracket, before, in: text) {
                    found.append(InlineDefinition(written: inside, expansion: expansion))
                }
            } else if let last = before.last, AcronymShape.isAcronym(last.text), isAdjacent(last, bracket, in: text) {
                let inner = words[next...].prefix { $0.range.upperBound < bracket.range.upperBound }
                if isWhole(inner, of: AcronymShape.base(of: last.text)) {
                    found.append(InlineDefinition(written: last.text, expansion: inside))
                }
            }
        }
        return found
    }

    // MARK: expansion (ACRONYM)

    private func expansion(
        of written: String,
        before bracket: Bracket,
        _ before: ArraySlice<Word>,
        in text: String
    ) -> String? {
        let acronym = AcronymShape.base(of: written)
        let words = phrase(before, bracket, in: text)
        guard let last = words.last else { return nil }
        let knownStart = knownStart(of: acronym, in: words)
        if let knownStart, knownStart.likeness == 1 { return slice(words[knownStart.start], last, text) }
        // What is known under another name is, more often than not, the parent in brackets.
        let isKnownOtherwise = known[acronym] != nil && knownStart == nil
        let spelt = ExpansionAlignment.start(of: acronym, in: words, isExact: isKnownOtherwise)
        // Where wordings differ, the longer reading is the whole name.
        guard let start = [knownStart?.start, spelt].compactMap(\.self).min() else { return nil }
        return slice(words[start], last, text)
    }

    private func slice(_ first: Word, _ last: Word, _ text: String) -> String {
        String(text.utf8Slice(first.range.lowerBound..<last.range.upperBound))
    }

    /// The words that can belong to the expansion: back to the end of a sentence or a bracket.
    private func phrase(_ before: ArraySlice<Word>, _ bracket: Bracket, in text: String) -> ArraySlice<Word> {
        var words = before
        guard let last = words.last else { return [] }
        var tail = text.utf8Slice(last.range.upperBound..<bracket.range.lowerBound)
        // `Department of Justice’s (DOJ)`: the ending is not part of the name.
        if last.text == "s", last.gap == "’" || last.gap == "'" {
            words = words.dropLast()
            tail = ""
        }
        guard tail.allSatisfy({ $0.isWhitespace || "’'\"”,".contains($0) }) else { return [] }
        var start = words.endIndex
        while start > words.startIndex {
            start -= 1
            if start < words.endIndex - 1, isBorder(words[start + 1].gap, after: words[start]) {
                return words[(start + 1)...]
            }
        }
        return words
    }

    /// Whether what stands between two words ends the phrase. The points of `U.S.` do not.
    private func isBorder(_ gap: String, after word: Word) -> Bool {
        if gap.contains(where: { ";:()[]!?".contains($0) }) { return true }
        guard gap.contains(".") else { return false }
        return gap != "." && word.text.count > 1
    }

    /// Where a name that is known already begins: the run of words most like it, if at least half of it is there.
    private func knownStart(of acronym: String, in words: ArraySlice<Word>) -> (start: Int, likeness: Double)? {
        guard let known = known[acronym] else { return nil }
        var best: (start: Int, likeness: Double)?
        // A wording that is half alike has at most three times as many words; small words and equivalents come on top.
        let candidates = words.suffix(min(longestName, 3 * known.count + 3))
        for (start, stems) in zip(candidates.indices, comparison.stemmedSuffixes(of: candidates)).reversed() {
            let likeness = comparison.likeness(stems, known)
            if likeness > best?.likeness ?? 0 { best = (start, likeness) }
        }
        return best.flatMap { $0.likeness >= 0.5 ? $0 : nil }
    }

    // MARK: ACRONYM (expansion)

    private func isAdjacent(_ word: Word, _ bracket: Bracket, in text: String) -> Bool {
        text.utf8Slice(word.range.upperBound..<bracket.range.lowerBound).allSatisfy(\.isWhitespace)
    }

    /// Whether some words, all of them, spell the acronym with their initials.
    private func isWhole(_ words: ArraySlice<Word>, of acronym: String) -> Bool {
        let initials = words.filter { !ExpansionAlignment.smallWords.contains($0.text.lowercased()) }
            .compactMap(\.text.first)
        return initials.count >= 2 && String(initials).lowercased() == acronym.lowercased()
    }
}

/// A pair of round brackets without another pair inside.
private struct Bracket {
    /// UTF-8 byte offsets, the brackets included.
    var range: Range<Int>

    static func all(in text: String) -> [Bracket] {
        var brackets: [Bracket] = []
        var open: Int?
        for (offset, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: "(") {
                open = offset
            } else if byte == UInt8(ascii: ")"), let start = open {
                brackets.append(Bracket(range: start..<offset + 1))
                open = nil
            }
        }
        return brackets
    }

    /// What stands inside, without quotation marks around it.
    func content(of text: String) -> String {
        let inside = text.utf8Slice(range.lowerBound + 1..<range.upperBound - 1)
        var content = WhiteSpaceNormalisation.normalised(String(inside))[...]
        while let first = content.first, "\"'“”‘’".contains(first) { content.removeFirst() }
        while let last = content.last, "\"'“”‘’".contains(last) { content.removeLast() }
        return String(content)
    }
}
