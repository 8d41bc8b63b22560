import TesseraModel

/// The words before a number that say how exact it is: `at least`, `more than`, `approximately`.
enum QualifierReading {
    private static let phrases: [(roles: [EntityWord.Role], meaning: Entity.Qualifier)] = [
        ([.not, .fewer, .than], .atLeast), ([.no, .fewer, .than], .atLeast), ([.not, .more, .than], .atMost),
        ([.no, .more, .than], .atMost), ([.more, .than], .atLeast), ([.fewer, .than], .atMost),
        ([.at, .least], .atLeast),
        ([.at, .most], .atMost), ([.up, .to], .atMost), ([.up, .of], .atLeast), ([.in, .excess, .of], .atLeast),
        ([.over], .atLeast), ([.under], .atMost), ([.about], .approximately), ([.estimated], .approximately),
    ]

    /// The qualifier that ends before a token.
    /// - Returns: the first token of its words, and what they say; nil where there are none.
    static func before(_ index: Int, in text: TokenizedText) -> (start: Int, meaning: Entity.Qualifier)? {
        for phrase in phrases {
            let start = index - phrase.roles.count
            guard start >= 0 else { continue }
            let isFit = phrase.roles.indices.allSatisfy { text.has(start + $0, phrase.roles[$0]) }
            if isFit { return (start, phrase.meaning) }
        }
        return nil
    }

    /// `or more`, `or fewer` and `+` behind a number.
    static func behind(_ index: Int, in text: TokenizedText) -> (next: Int, meaning: Entity.Qualifier)? {
        if text.isMark(index, "+"), text.isGlued(index) { return (index + 1, .atLeast) }
        guard text.has(index, .or) else { return nil }
        if text.has(index + 1, .more) { return (index + 2, .atLeast) }
        return text.has(index + 1, .fewer) ? (index + 2, .atMost) : nil
    }
}
