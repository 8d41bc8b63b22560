/// Expansions that stand in front of their acronym.
extension DefinitionFinder {
    /// `expansion (ACRONYM)`
    func expanded(_ acronym: ShortForm, before offset: Int) -> InlineDefinition? {
        var words = WordsBefore(in: bytes, before: offset)
        guard words.read(1) else { return nil }
        guard let start = start(of: acronym, in: &words) else { return nil }
        // `the DDR Unit (DDR)` explains nothing.
        guard !words.words[...start].contains(where: { words.letters(of: $0).elementsEqual(acronym.letters) }) else {
            return nil
        }
        return definition(acronym, words.words[start].range.lowerBound..<words.words[0].bare.upperBound)
    }

    private func start(of acronym: ShortForm, in words: inout WordsBefore) -> Int? {
        var limit = Self.limit(acronym)
        var alike: Int?
        switch known?.find(acronym, in: &words, bytes) {
        case .same(let start): return start
        // Where wordings differ, the longer reading is the whole name.
        case .alike(let start): alike = start
        // What is known under another name is, more often than not, the parent in brackets.
        case .other: limit = Self.exact
        case nil: break
        }
        let spelt = speltStart(of: acronym, in: &words, limit: limit)
        if let start = [alike, spelt].compactMap(\.self).max() { return start }
        return limit == Self.exact
            ? nil : NamedExpansion.start(of: acronym, in: &words).map { withHead($0, in: &words) }
    }

    private func speltStart(of acronym: ShortForm, in words: inout WordsBefore, limit: Int) -> Int? {
        guard let fit = ExpansionAlignment.best(acronym.letters, in: &words, limit: limit) else { return nil }
        // Two letters are found in most words.
        guard fit.start > 0 || acronym.letters.count > 2 else { return nil }
        let start = withHead(fit.start, in: &words)
        let tail = words.words[..<fit.last]
        // Where no letter stands for the last word, more often than not another name ends with it; but not where it is
        // a number (`Act of 1968`), the rest of a compound, or the last word of an office.
        let isPartOfName =
            tail.allSatisfy { $0.isNumber || $0.isSmallWord || $0.gap == .hyphen }
            || (start > fit.start && tail.allSatisfy { $0.isCapitalised || $0.isSmallWord })
        return isPartOfName ? start : nil
    }

    /// The word before a name that begins `Office of`, `Bureau of` and the like belongs to it.
    private func withHead(_ start: Int, in words: inout WordsBefore) -> Int {
        guard words.read(start + 3) else { return start }
        let (preposition, head) = (words.words[start + 1], words.words[start + 2])
        guard words.words[start].gap == .space, preposition.gap == .space, preposition.isSmallWord, head.isCapitalised,
            OrganisationHeads.contain(bytes[preposition.range], head: bytes[head.range])
        else { return start }
        return start + 2
    }

    /// The highest cost of an alignment in which every letter begins a word, and every word but small ones has one.
    private static let exact = 25

    /// The highest cost of an alignment, by letters. Two letters are found in any text, so they must nearly fit.
    private static func limit(_ acronym: ShortForm) -> Int {
        if acronym.capitals == 0 { return 20 }
        return acronym.letters.count <= 2 ? 90 : 75 * acronym.letters.count
    }

    /// `“expansion” or ACRONYM`
    func quoted(_ quote: Int) -> InlineDefinition? {
        let isForeign = bytes[quote] == Self.endOfClosingQuote
        guard !isForeign || (quote >= 2 && bytes.isQuotationMark(at: quote - 2)) else { return nil }
        let start = quote + 1
        guard bytes.indices.contains(start + 5), bytes[start..<start + 4].elementsEqual(" or ".utf8) else { return nil }
        let begin = bytes.unquoted(start + 4..<min(bytes.count, start + 64)).lowerBound
        var end = begin
        while end < bytes.count, bytes.isWordByte(at: end) || isJoint(end) { end += 1 }
        while end > begin, isJoint(end - 1) { end -= 1 }
        guard let acronym = ShortForm(bytes, begin..<end), acronym.capitals >= 2 else { return nil }
        return expanded(acronym, before: isForeign ? quote - 2 : quote)
    }
}

/// Nouns that head the name of an organisation even where the acronym passes over them: `Bureau of …`.
private enum OrganisationHeads {
    private static let heads: Set<String> = [
        "Agency", "Bureau", "Center", "Centre", "Commission", "Committee", "Council", "Department", "Directorate",
        "Division", "Institute", "Ministry", "Office", "Secretariat", "Service",
    ]
    private static let prepositions: Set<String> = ["of", "for", "on"]

    static func contain(_ preposition: ArraySlice<UInt8>, head: ArraySlice<UInt8>) -> Bool {
        prepositions.contains(String(decoding: preposition, as: UTF8.self))
            && heads.contains(String(decoding: head, as: UTF8.self))
    }
}
