import TesseraModel

/// Forms of authorities of the United States: `DSP-83`, `Form 4473`, `ATF Form 6`, `Form I-9`,
/// `Forms 4473 and 4474`.
enum FormNumber {
    static func find(at index: Int, _ word: DocumentWord, in text: TokenizedText) -> [FoundDocument] {
        let token = text.tokens[index]
        switch word {
        case .form, .forms:
            guard token.isCapitalised else { return [] }
            let numbers = NumberSeries.read(at: index + 1, isPlural: word == .forms, in: text) {
                number(at: $0, in: text)
            }
            let authority = index > 0 ? authority(index - 1, in: text) : nil
            return numbers.enumerated().map { position, number in
                // A name with a series of its own needs no `Form`: `Form DSP-83` is `DSP-83`.
                let hasSeries = ["DSP-", "DS-", "SF-", "BIS-"].contains(where: number.name.hasPrefix)
                let start = hasSeries ? token.start : authority?.lowerBound ?? token.start
                let issuer = authority.map { "\(text.string($0)) " } ?? ""
                return found(
                    hasSeries ? number.name : "\(issuer)Form \(number.name)",
                    position == 0 ? start..<number.range.upperBound : number.range
                )
            }
        default:
            guard token.isAllCapitals, !text.isGlued(index) || text.isMark(index - 1, "("), text.isMark(index + 1, "-"),
                text.isGlued(index + 1), text.isNumber(index + 2), text.isGlued(index + 2)
            else { return [] }
            let end = endOfNumber(index + 2, in: text).end
            return [found(text.string(token.start..<end).replacingDashes, token.start..<end)]
        }
    }

    /// `4473`, `5320.20`, `6A`, `I-9`, `DSP-83`.
    private static func number(at index: Int, in text: TokenizedText) -> NumberSeries.Member? {
        guard index < text.tokens.count else { return nil }
        let token = text.tokens[index]
        let last: (end: Int, next: Int)
        if token.kind == .number {
            last = endOfNumber(index, in: text)
        } else {
            guard token.kind == .word, token.isAllCapitals, text.isMark(index + 1, "-"), text.isGlued(index + 1),
                text.isNumber(index + 2), text.isGlued(index + 2)
            else { return nil }
            last = endOfNumber(index + 2, in: text)
        }
        return NumberSeries.Member(
            name: text.string(token.start..<last.end).replacingDashes,
            value: text.integer(index),
            range: token.start..<last.end,
            next: last.next
        )
    }

    /// The end of a number, with capitals that follow at once, and the token behind it.
    private static func endOfNumber(_ index: Int, in text: TokenizedText) -> (end: Int, next: Int) {
        guard text.isWord(index + 1), text.isGlued(index + 1), text.tokens[index + 1].isAllCapitals,
            text.tokens[index + 1].end - text.tokens[index + 1].start <= 2
        else { return (text.tokens[index].end, index + 1) }
        return (text.tokens[index + 1].end, index + 2)
    }

    /// An authority's acronym before the word.
    private static func authority(_ index: Int, in text: TokenizedText) -> Range<Int>? {
        let token = text.tokens[index]
        guard token.kind == .word, token.isAllCapitals, (2...5).contains(token.end - token.start), !text.isGlued(index)
        else { return nil }
        return token.range
    }

    private static func found(_ target: String, _ range: Range<Int>) -> FoundDocument {
        FoundDocument(role: .form, family: .unitedStates, scheme: "form", target: target, range: range)
    }
}
