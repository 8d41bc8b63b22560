/// Expansions that stand behind their acronym.
extension DefinitionFinder {
    /// The expansion that some text spells, all of it.
    func spelt(_ acronym: ShortForm, in range: Range<Int>, limit: Int) -> InlineDefinition? {
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

    /// `ACRONYM = expansion`
    func equated(_ sign: Int) -> InlineDefinition? {
        guard let acronym = shortForm(before: sign) else { return nil }
        let start = bytes.unquoted(sign + 1..<min(bytes.count, sign + 1 + Self.longestExpansion)).lowerBound
        let ends = self.ends(from: start)
        for end in ends {
            if let found = spelt(acronym, in: start..<end, .beginsFarthest, limit: 60) { return found }
        }
        guard let words = words(in: start..<ends[0]), NamedExpansion.isLikely(acronym, for: words) else { return nil }
        return definition(acronym, words.words[words.words.count - 1].range.lowerBound..<words.words[0].bare.upperBound)
    }

    /// `ACRONYM: expansion` or `ACRONYM – expansion`, where a line begins so and says no more.
    func listed(_ start: Int) -> InlineDefinition? {
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
}
