import TesseraModel

/// What tells whether the name of a country or region is one where it stands.
enum PlaceRules {
    /// Words behind a name that make another name of it: `Mexico City`, `Jordan River`.
    private static let successors: Set<String> = [
        "City", "River", "Street", "Avenue", "Ave", "Road", "Boulevard", "Blvd", "Drive", "Lane",
    ]
    private static let titles: Set<String> = [
        "Mr", "Mrs", "Ms", "Dr", "Gen", "Col", "Sen", "Prof", "President", "Minister",
    ]

    /// - Parameters:
    ///   - range: the tokens of the name.
    ///   - entry: what it means.
    ///   - text: the text.
    ///   - isPlace: whether a place was found that ends with a token.
    static func isPlace(
        _ range: Range<Int>,
        _ entry: NameLexicon.Entry,
        in text: TokenizedText,
        after isPlace: (Int) -> Bool
    ) -> Bool {
        if text.isWord(range.upperBound), !text.isGlued(range.upperBound),
            successors.contains(text.string(text.tokens[range.upperBound].range))
        {
            return false
        }
        let name = text.string(text.tokens[range.lowerBound].start..<text.tokens[range.upperBound - 1].end)
        guard let towns = EntityNames.ambiguous[name] else { return true }
        return !isPerson(range, in: text, isPlace) && isOutsideStates(range, towns, in: text, isPlace)
    }

    /// Whether a name is one of a person: `Michael Jordan`, `Mr. Jordan`, `Jordan Smith`.
    private static func isPerson(_ range: Range<Int>, in text: TokenizedText, _ isPlace: (Int) -> Bool) -> Bool {
        let before = range.lowerBound - 1
        if before >= 0 {
            let token = text.tokens[before]
            if token.kind == .word, token.isCapitalised, !token.isAllCapitals, EntityWord(token) == nil,
                !isParticiple(before, in: text), !isPlace(before)
            {
                return true
            }
            if token.isMark("."), text.isWord(before - 1), titles.contains(text.string(text.tokens[before - 1].range)) {
                return true
            }
        }
        let behind = range.upperBound
        guard text.isWord(behind), !text.isGlued(behind) else { return false }
        let token = text.tokens[behind]
        return token.isCapitalised && !token.isAllCapitals && EntityWord(token) == nil
    }

    /// `Visiting` begins a sentence, and is no given name.
    private static func isParticiple(_ index: Int, in text: TokenizedText) -> Bool {
        guard index == 0 || text.isMark(index - 1, ".") || text.tokens[index - 1].kind == .paragraphBreak else {
            return false
        }
        return text.bytes[text.tokens[index].range].suffix(3).elementsEqual("ing".utf8)
    }

    /// Whether a name that a state of the United States bears as well is that of the country: not `Atlanta, Georgia`.
    private static func isOutsideStates(
        _ range: Range<Int>,
        _ towns: Set<String>,
        in text: TokenizedText,
        _ isPlace: (Int) -> Bool
    ) -> Bool {
        guard !towns.isEmpty else { return true }
        if text.isMark(range.upperBound, ","), text.isWord(range.upperBound + 1) {
            let next = text.string(text.tokens[range.upperBound + 1].range)
            if ["USA", "US", "U.S.", "U.S.A."].contains(next) { return false }
        }
        let town = range.lowerBound - 2
        guard town >= 0, text.isMark(town + 1, ","), text.isWord(town) else { return true }
        let token = text.tokens[town]
        return !token.isCapitalised || token.isAllCapitals || isPlace(town) || towns.contains(text.string(token.range))
    }
}
