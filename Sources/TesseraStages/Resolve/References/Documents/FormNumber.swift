import TesseraModel

/// Forms of authorities of the United States: `DSP-83`, `Form 4473`, `ATF Form 6`, `Form I-9`.
enum FormNumber {
    static func find(at index: Int, _ word: DocumentWord, in text: TokenizedText) -> FoundDocument? {
        let token = text.tokens[index]
        switch word {
        case .form, .forms:
            guard token.isCapitalised, let number = number(at: index + 1, in: text) else { return nil }
            let name = text.string(number).replacingDashes
            // A name with a series of its own needs no `Form`: `Form DSP-83` is `DSP-83`.
            if ["DSP-", "DS-", "SF-", "BIS-"].contains(where: name.hasPrefix) {
                return found(name, token.start..<number.upperBound)
            }
            guard index > 0, let authority = authority(index - 1, in: text) else {
                return found("Form \(name)", token.start..<number.upperBound)
            }
            return found("\(text.string(authority)) Form \(name)", authority.lowerBound..<number.upperBound)
        default:
            guard token.isAllCapitals, !text.isGlued(index) || text.isMark(index - 1, "("), text.isMark(index + 1, "-"),
                text.isGlued(index + 1), text.isNumber(index + 2), text.isGlued(index + 2)
            else { return nil }
            let end = endOfNumber(index + 2, in: text)
            return found(text.string(token.start..<end).replacingDashes, token.start..<end)
        }
    }

    /// The bytes of `4473`, `5320.20`, `6A`, `I-9`, `DSP-83`.
    private static func number(at index: Int, in text: TokenizedText) -> Range<Int>? {
        guard index < text.tokens.count else { return nil }
        let token = text.tokens[index]
        if token.kind == .number { return token.start..<endOfNumber(index, in: text) }
        guard token.kind == .word, token.isAllCapitals, text.isMark(index + 1, "-"), text.isGlued(index + 1),
            text.isNumber(index + 2), text.isGlued(index + 2)
        else { return nil }
        return token.start..<endOfNumber(index + 2, in: text)
    }

    /// The end of a number, with capitals that follow at once.
    private static func endOfNumber(_ index: Int, in text: TokenizedText) -> Int {
        guard text.isWord(index + 1), text.isGlued(index + 1), text.tokens[index + 1].isAllCapitals,
            text.tokens[index + 1].end - text.tokens[index + 1].start <= 2
        else { return text.tokens[index].end }
        return text.tokens[index + 1].end
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
