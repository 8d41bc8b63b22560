import TesseraModel
import TesseraPatterns

/// A paragraph that a text mentions.
struct FoundMention {
    var key: ParagraphKey
    /// UTF-8 byte offsets into the text; the paragraphs of a list have them in common.
    var range: Range<Int>
}

/// Finds the paragraphs that texts mention, by patterns.
struct CellMentions: Sendable {
    private let patterns: [Pattern]
    private let further: [Pattern]

    /// - Parameters:
    ///   - patterns: mentions.
    ///   - further: what names more paragraphs right behind a mention.
    init(_ patterns: [Pattern], further: [Pattern]) {
        self.patterns = patterns
        self.further = further
    }

    /// The mentions of a text, from front to back.
    func mentions(in text: String) throws(DocumentFailure) -> [FoundMention] {
        var found: [FoundMention] = []
        // The next match of each pattern, looked for again only when it lies behind: else the text would be searched
        // once a match for patterns that never match.
        var next: [PatternMatch?] = []
        for pattern in patterns { next.append(try pattern.match(text, .anywhere)) }
        while let match = next.compactMap(\.self).min(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            found += ParagraphKey.keys(of: match).map { FoundMention(key: $0, range: match.range) }
            var end = match.range.upperBound
            while let more = try more(behind: end, next, in: text) {
                let section = found.last?.key.section ?? ""
                found += ParagraphKey.keys(of: more).map { key in
                    FoundMention(
                        key: key.section.isEmpty ? ParagraphKey(section: section, paragraph: key.paragraph) : key,
                        range: more.range
                    )
                }
                end = more.range.upperBound
            }
            for (index, pattern) in patterns.enumerated() {
                guard let candidate = next[index], candidate.range.lowerBound < end else { continue }
                next[index] = try pattern.match(text, .anywhere, from: end)
            }
        }
        return found
    }

    /// What follows a mention behind a comma, a semicolon, `and` or `or`; nil where a mention of its own begins there.
    private func more(
        behind end: Int,
        _ next: [PatternMatch?],
        in text: String
    ) throws(DocumentFailure) -> PatternMatch? {
        guard !further.isEmpty, let start = CellMentions.endOfSeparator(text.utf8.dropFirst(end), at: end),
            !next.contains(where: { $0?.range.lowerBound == start })
        else { return nil }
        for pattern in further {
            if let match = try pattern.match(text, .prefix, from: start) { return match }
        }
        return nil
    }

    /// Where the text goes on behind a separator; nil where none stands.
    private static func endOfSeparator(_ rest: Substring.UTF8View, at offset: Int) -> Int? {
        var position = rest.startIndex
        func skip(_ word: String) -> Bool {
            guard rest[position...].starts(with: word.utf8) else { return false }
            position = rest.index(position, offsetBy: word.utf8.count)
            return true
        }
        func skipBlanks() { while skip(" ") || skip("\n") {} }
        skipBlanks()
        var isSeparated = skip(",") || skip(";")
        skipBlanks()
        if skip("and ") || skip("or ") || skip("& ") { isSeparated = true }
        skipBlanks()
        return isSeparated ? offset + rest.distance(from: rest.startIndex, to: position) : nil
    }
}
