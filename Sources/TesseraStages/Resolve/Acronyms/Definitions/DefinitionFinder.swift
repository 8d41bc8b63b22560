import TesseraModel

/// An acronym with its expansion, as running text gives it.
struct InlineDefinition {
    /// UTF-8 byte offsets, with a plural ending.
    var acronym: Range<Int>
    /// The acronym without a plural ending.
    var base: Range<Int>
    var expansion: Range<Int>
}

/// Finds definitions in one text: `expansion (ACRONYM)`, `ACRONYM (expansion)`, `“expansion” or ACRONYM`,
/// `ACRONYM = expansion`, and `ACRONYM: expansion` as a line of its own.
///
/// One pass looks for the signs between the two halves; only around a sign are words looked at.
struct DefinitionFinder {
    private let bytes: [UInt8]
    /// What decides where the expansion of a known acronym begins; nil where nothing is known.
    private let known: KnownExpansions?

    init(_ bytes: [UInt8], known: KnownExpansions? = nil) {
        self.bytes = bytes
        self.known = known
    }

    /// The definitions, in the order in which their signs stand.
    func definitions() -> [InlineDefinition] {
        var found: [InlineDefinition] = []
        if let definition = listed(0) { found.append(definition) }
        var offset = nextSign(from: 0)
        while offset < bytes.count {
            let definition: InlineDefinition? =
                switch bytes[offset] {
                case UInt8(ascii: "("), UInt8(ascii: "["): bracketed(offset)
                case UInt8(ascii: "="): equated(offset)
                case UInt8(ascii: "\n"): listed(offset + 1)
                default: quoted(offset)
                }
            if let definition { found.append(definition) }
            offset = nextSign(from: offset + 1)
        }
        return found
    }

    /// Where the next byte stands that can be between the two halves of a definition.
    private func nextSign(from start: Int) -> Int {
        let bytes = bytes.span
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            // Most bytes are small letters, and no sign.
            if byte <= UInt8(ascii: "[") {
                switch byte {
                case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "="), UInt8(ascii: "\""), UInt8(ascii: "\n"):
                    return offset
                default: break
                }
            } else if byte == Self.endOfClosingQuote {
                return offset
            }
            offset += 1
        }
        return offset
    }

    /// The last byte of U+201D.
    private static let endOfClosingQuote: UInt8 = 0x9D

    // MARK: Brackets

    /// Looked into are brackets up to this length.
    private static let longestBracket = 300
    private static let longestOpenBracket = 200

    private func bracketed(_ open: Int) -> InlineDefinition? {
        let close = closing(of: open) ?? min(bytes.count, open + Self.longestOpenBracket)
        let inside = bytes.unquoted(open + 1..<close)
        guard !inside.isEmpty else { return nil }
        for candidate in shortForms(in: inside) {
            guard let acronym = ShortForm(bytes, candidate) else { continue }
            if let definition = expanded(acronym, before: open) { return definition }
        }
        guard let acronym = shortForm(before: open) else { return nil }
        return spelt(acronym, in: inside, limit: 45)
    }

    /// What stands in brackets; what stands there in front of a comma or semicolon: `(NTC, since 1988)`; what is left
    /// without an introduction: `(the NTC)`, `(hereinafter referred to as “NTC”)`.
    private func shortForms(in inside: Range<Int>) -> [Range<Int>] {
        var forms: [Range<Int>] = []
        let introduced = bytes[inside].lastIndex(of: UInt8(ascii: " ")).map { $0 + 1..<inside.upperBound }
        if let introduced, isIntroduction(inside.lowerBound..<introduced.lowerBound) {
            forms.append(bytes.unquoted(introduced))
        }
        forms.append(inside)
        if let cut = bytes[inside].firstIndex(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") }) {
            forms.append(bytes.unquoted(inside.lowerBound..<cut))
        }
        return forms
    }

    /// Words that say that an acronym follows.
    private static let introductions: Set<String> = [
        "the", "or", "abbreviated", "abbreviated as", "hereafter", "hereafter the", "hereinafter", "hereinafter the",
        "hereinafter referred to as", "hereinafter referred to as the", "hereafter referred to as",
        "hereafter referred to as the", "known as", "known as the", "referred to as", "referred to as the",
    ]

    private func isIntroduction(_ range: Range<Int>) -> Bool {
        guard range.count <= 34, range.count > 1 else { return false }
        let words = bytes[range].split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ":") }
        let text = words.map { String(decoding: $0, as: UTF8.self).lowercased() }.joined(separator: " ")
        return Self.introductions.contains(text)
    }

    private func closing(of open: Int) -> Int? {
        let closer = bytes[open] == UInt8(ascii: "(") ? UInt8(ascii: ")") : UInt8(ascii: "]")
        var depth = 0
        for at in open..<min(bytes.count, open + Self.longestBracket) {
            if bytes[at] == bytes[open] { depth += 1 }
            if bytes[at] == closer { depth -= 1 }
            if depth == 0 { return at }
        }
        return nil
    }

    // MARK: expansion (ACRONYM)

    private func expanded(_ acronym: ShortForm, before offset: Int) -> InlineDefinition? {
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

    // MARK: ACRONYM (expansion), ACRONYM = expansion

    /// The acronym that ends in front of an offset.
    private func shortForm(before offset: Int) -> ShortForm? {
        let end = bytes.unquoted(max(0, offset - 24)..<offset).upperBound
        var start = end
        while start > 0, bytes.isWordByte(at: start - 1) || isJoint(start - 1) { start -= 1 }
        while start < end, isJoint(start) { start += 1 }
        return ShortForm(bytes, start..<end)
    }

    private func isJoint(_ offset: Int) -> Bool {
        switch bytes[offset] {
        case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "."), UInt8(ascii: "'"),
            UInt8(ascii: "+"):
            true
        default: false
        }
    }

    /// The expansion that some text spells, all of it.
    private func spelt(_ acronym: ShortForm, in range: Range<Int>, limit: Int) -> InlineDefinition? {
        spelt(acronym, in: range, .whole, limit: limit)
    }

    private func spelt(
        _ acronym: ShortForm,
        in range: Range<Int>,
        _ extent: ExpansionAlignment.Extent,
        limit: Int
    ) -> InlineDefinition? {
        guard var words = words(in: range) else { return nil }
        let count = acronym.letters.count
        let highest = acronym.capitals == 0 ? 10 : count <= 2 ? 90 : limit * count
        guard let fit = ExpansionAlignment.best(acronym.letters, in: &words, extent, limit: highest),
            fit.start > 0 || count > 2 || extent != .whole
        else { return nil }
        let farthest = words.words.count - 1
        // An article in front is not part of the name.
        let start = farthest - fit.start == 1 && words.words[farthest].isSmallWord ? fit.start : farthest
        let end = lastWord(fit.last, of: words)
        let expansion = words.words[start].range.lowerBound..<words.words[end].bare.upperBound
        return definition(acronym, expansion)
    }

    /// One word more than the letters say belongs to the name where it is written as the word before it is:
    /// `RR = rolling resistance force`, but `UNV = United Nations Volunteers programme`.
    private func lastWord(_ last: Int, of words: WordsBefore) -> Int {
        guard last == 1 else { return last }
        let (end, before) = (words.words[0], words.words[1])
        return !end.isNumber && end.letters.count > 2 && end.isCapitalised == before.isCapitalised ? 0 : 1
    }

    private func words(in range: Range<Int>) -> WordsBefore? {
        var words = WordsBefore(in: bytes, before: range.upperBound)
        words.read(backTo: range.lowerBound)
        guard let farthest = words.words.firstIndex(where: { $0.range.lowerBound <= range.lowerBound }),
            words.words[farthest].range.lowerBound == range.lowerBound
        else { return nil }
        words.keep(farthest + 1)
        return words
    }

    private func equated(_ sign: Int) -> InlineDefinition? {
        guard let acronym = shortForm(before: sign) else { return nil }
        let start = bytes.unquoted(sign + 1..<bytes.count).lowerBound
        let ends = self.ends(from: start)
        for end in ends {
            if let found = spelt(acronym, in: start..<end, .beginsFarthest, limit: 60) { return found }
        }
        guard let words = words(in: start..<ends[0]), NamedExpansion.isLikely(acronym, for: words) else { return nil }
        return definition(acronym, words.words[words.words.count - 1].range.lowerBound..<words.words[0].bare.upperBound)
    }

    // MARK: “expansion” or ACRONYM

    private func quoted(_ quote: Int) -> InlineDefinition? {
        let isForeign = bytes[quote] == Self.endOfClosingQuote
        guard !isForeign || (quote >= 2 && bytes.isQuotationMark(at: quote - 2)) else { return nil }
        let start = quote + 1
        guard bytes.indices.contains(start + 5), bytes[start..<start + 4].elementsEqual(" or ".utf8) else { return nil }
        let begin = bytes.unquoted(start + 4..<bytes.count).lowerBound
        var end = begin
        while end < bytes.count, bytes.isWordByte(at: end) || isJoint(end) { end += 1 }
        while end > begin, isJoint(end - 1) { end -= 1 }
        guard let acronym = ShortForm(bytes, begin..<end), acronym.capitals >= 2 else { return nil }
        return expanded(acronym, before: isForeign ? quote - 2 : quote)
    }

    // MARK: A list of acronyms

    /// `ACRONYM: expansion` or `ACRONYM – expansion`, where a line begins so and says no more.
    private func listed(_ start: Int) -> InlineDefinition? {
        // An acronym begins with a capital or a digit, and most lines with a word.
        guard start + 1 < bytes.count, ByteKind.of(bytes[start]) != .small, ByteKind.of(bytes[start]) != .other else {
            return nil
        }
        var end = start
        while end < bytes.count, end - start <= 24, bytes.isWordByte(at: end) || isJoint(end) { end += 1 }
        guard end - start >= 2, let next = separatorEnd(end), let acronym = ShortForm(bytes, start..<end),
            acronym.capitals >= 2
        else { return nil }
        let lineEnd = bytes[next...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        guard lineEnd - next <= Self.longestExpansion else { return nil }
        let line = bytes.unquoted(next..<lineEnd)
        let stop = line.upperBound > line.lowerBound && bytes[line.upperBound - 1] == UInt8(ascii: ".") ? 1 : 0
        return spelt(acronym, in: line.lowerBound..<line.upperBound - stop, limit: 45)
    }

    /// The end of a colon, or of a dash between blanks, at an offset.
    private func separatorEnd(_ offset: Int) -> Int? {
        guard offset + 2 < bytes.count else { return nil }
        // Nearly always it is a blank before a word.
        let sign = bytes[offset] == UInt8(ascii: " ") ? bytes[offset + 1] : bytes[offset]
        guard sign == UInt8(ascii: ":") || sign == UInt8(ascii: "-") || sign == 0xE2 else { return nil }
        let rest = bytes[offset..<min(bytes.count, offset + 6)]
        let separator = [": ", " : ", " - ", " – ", " — "].first { rest.starts(with: $0.utf8) }
        return separator.map { offset + $0.utf8.count }
    }

    private static let longestExpansion = 200

    /// Where an expansion that begins at an offset can end: at punctuation, or in front of the next `ACRONYM =`.
    private func ends(from start: Int) -> [Int] {
        var ends: [Int] = []
        let limit = min(bytes.count, start + Self.longestExpansion)
        for offset in start..<max(start, limit) {
            switch bytes[offset] {
            case UInt8(ascii: ";"), UInt8(ascii: "."), UInt8(ascii: ":"), UInt8(ascii: "("), UInt8(ascii: "\n"):
                return ends + [offset]
            case UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): ends.append(offset)
            case UInt8(ascii: "="):
                var end = bytes.unquoted(start..<offset).upperBound
                while end > start, bytes[end - 1] != UInt8(ascii: " ") { end -= 1 }
                return ends + [end]
            default: break
            }
        }
        return ends + [limit]
    }

    /// - Returns: nil where the expansion is no longer than the acronym: nothing stands for itself.
    private func definition(_ acronym: ShortForm, _ expansion: Range<Int>) -> InlineDefinition? {
        guard expansion.count > acronym.range.count else { return nil }
        return InlineDefinition(acronym: acronym.range, base: acronym.base, expansion: expansion)
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
