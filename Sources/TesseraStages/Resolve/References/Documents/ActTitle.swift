import TesseraModel

/// Titles of acts: `Arms Export Control Act`, `Gun Control Act of 1968`, `Section 38 of the Arms Export Control Act`.
///
/// A title is read backwards from the word `Act`: words with a capital, and the small words between them. A comma
/// belongs to it only in a list that ends with `and`: `Victims of Landmines, Civil Strife and Warfare Assistance Act`.
enum ActTitle {
    private static let most = 24

    /// - Parameters:
    ///   - index: the word `Act`.
    ///   - text: the text.
    ///   - end: titles begin no earlier than at this byte.
    static func find(at index: Int, in text: TokenizedText, after end: Int) -> [FoundDocument] {
        guard text.tokens[index].isCapitalised, !text.isGlued(index),
            !goesOn(index + 1, in: text), let first = first(of: index, in: text, after: end), first < index
        else { return [] }
        var title = text.string(text.tokens[first].start..<text.tokens[index].end)
        let (last, year) = self.year(behind: index, in: text)
        if let year { title += " of \(year)" }
        let whole = text.tokens[first].start..<text.tokens[last].end
        guard let (start, sections) = sections(before: first, in: text), start >= end else {
            return [found(title, whole)]
        }
        // Of several sections, the first has the word before it, and the last the title behind it.
        return sections.enumerated().map { position, section in
            let first = position == 0 ? start : section.range.lowerBound
            let last = position == sections.count - 1 ? whole.upperBound : section.range.upperBound
            return found("\(title), Section \(section.name)", first..<last)
        }
    }

    private static func found(_ target: String, _ range: Range<Int>) -> FoundDocument {
        FoundDocument(role: .act, family: .acts, scheme: "", target: target, range: range)
    }

    /// The first word of a title.
    private static func first(of act: Int, in text: TokenizedText, after end: Int) -> Int? {
        var first = act
        var index = act - 1
        var hasAnd = false
        loop: while index >= 0, act - index <= most, text.tokens[index].start >= end {
            let token = text.tokens[index]
            switch token.kind {
            case .number, .paragraphBreak: break loop
            case .mark:
                if token.isMark("-"), text.isGlued(index + 1) || text.isGlued(index) { break }
                if token.isMark("&") {
                    hasAnd = true
                    break
                }
                // A comma counts if what it parts is a list of capitalised words.
                guard token.isMark(","), hasAnd, index > 0, text.tokens[index - 1].isCapitalised,
                    text.tokens[index + 1].isCapitalised
                else { break loop }
            case .word:
                switch DocumentWord(token) {
                case .and where !token.isCapitalised:
                    hasAnd = true
                case .of, .for, .on, .to, .in, .against, .with, .by, .or:
                    if token.isCapitalised { break loop }
                case .the, .a, .an, .under, .this, .that, .these, .those, .see, .since, .as, .both, .its,
                    .their, .our, .they, .we, .it, .he, .she, .you:
                    break loop
                default:
                    guard token.isCapitalised else { break loop }
                    // A possessive ends what stands before the title: `Canada's Firearms Act`.
                    if isPossessive(index, in: text) { break loop }
                    first = index
                }
            }
            index -= 1
        }
        return first < act ? first : nil
    }

    /// Whether a capitalised word follows the word `Act`, so that it is a part of another name: `Firearms Act Bureau`.
    private static func goesOn(_ index: Int, in text: TokenizedText) -> Bool {
        guard text.isWord(index), text.tokens[index].isCapitalised else { return false }
        return DocumentWord(text.tokens[index]) != .section
    }

    private static func isPossessive(_ index: Int, in text: TokenizedText) -> Bool {
        text.isMark(index + 1, "'") || (text.isMark(index - 1, "'") && text.isGlued(index))
    }

    /// The year behind a title: `Act of 1968`, `Act 1996`, `Act, 1996`.
    private static func year(behind act: Int, in text: TokenizedText) -> (last: Int, year: Int?) {
        if let year = text.year(act + 1) { return (act + 1, year) }
        if text.isMark(act + 1, ","), let year = text.year(act + 2) { return (act + 2, year) }
        if act + 1 < text.tokens.count, DocumentWord(text.tokens[act + 1]) == .of, let year = text.year(act + 2) {
            return (act + 2, year)
        }
        return (act, nil)
    }

    /// Where `Section 38 of the` begins before a title, and its numbers: `sections 38 and 39 of the`.
    private static func sections(
        before first: Int,
        in text: TokenizedText
    ) -> (start: Int, sections: [NumberSeries.Member])? {
        var index = first - 1
        guard index >= 3 else { return nil }
        if DocumentWord(text.tokens[index]) == .the { index -= 1 }
        guard DocumentWord(text.tokens[index]) == .of else { return nil }
        for start in stride(from: index - 2, through: max(index - most, 0), by: -1) {
            switch DocumentWord(text.tokens[start]) {
            case .section, .sections, .sec:
                let sections = CodeOfLaw.places(at: start, in: text)
                return sections.last?.next == index ? (text.tokens[start].start, sections) : nil
            default: continue
            }
        }
        return nil
    }
}
