import TesseraModel

/// Acts of the European Union by their numbers: `2003/468/CFSP`, `91/477/EEC`, `Regulation (EC) No 428/2009`.
enum EuropeanAct {
    /// The treaties and domains that numbers end with or follow.
    private static let domains: Set<String> = ["EC", "EEC", "EU", "CFSP", "JHA", "ECSC", "EURATOM"]

    /// `2003/468/CFSP`.
    static func find(at index: Int, in text: TokenizedText) -> FoundDocument? {
        guard !text.isGlued(index) || text.isMark(index - 1, "("), let end = number(at: index, in: text),
            text.isMark(end, "/"), text.isWord(end + 1), text.isGlued(end + 1)
        else { return nil }
        let domain = text.string(text.tokens[end + 1].range)
        guard domains.contains(domain.uppercased()) else { return nil }
        return found(
            from: index,
            to: end + 1,
            text.string(text.tokens[index].start..<text.tokens[end + 1].end),
            in: text
        )
    }

    /// `Regulation (EC) No 428/2009`, `Directive 91/477/EEC`, `Decision (CFSP) 2021/38`.
    static func named(at index: Int, in text: TokenizedText) -> FoundDocument? {
        guard text.tokens[index].isCapitalised else { return nil }
        if let act = find(at: index + 1, in: text) { return found(from: index, to: act.range, act.target, in: text) }
        guard text.isMark(index + 1, "("), text.isWord(index + 2), text.isMark(index + 3, ")") else { return nil }
        let domain = text.string(text.tokens[index + 2].range)
        var next = index + 4
        if text.isWord(next), DocumentWord(text.tokens[next]) == .no { next += text.isMark(next + 1, ".") ? 2 : 1 }
        guard domains.contains(domain), let end = number(at: next, in: text) else { return nil }
        let number = text.string(text.tokens[next].start..<text.tokens[end - 1].end)
        return found(from: index, to: end - 1, "(\(domain)) \(number)", in: text)
    }

    /// The token behind two numbers with a slash, one of which is a year.
    private static func number(at index: Int, in text: TokenizedText) -> Int? {
        guard let first = text.integer(index), text.isMark(index + 1, "/"), text.isGlued(index + 1),
            text.isGlued(index + 2), let second = text.integer(index + 2),
            (1950...2099).contains(first) || (1950...2099).contains(second) || (50...99).contains(first)
        else { return nil }
        return index + 3
    }

    private static func found(from start: Int, to end: Int, _ target: String, in text: TokenizedText) -> FoundDocument {
        found(from: start, to: text.tokens[end].range, target, in: text)
    }

    private static func found(
        from start: Int,
        to end: Range<Int>,
        _ target: String,
        in text: TokenizedText
    ) -> FoundDocument {
        FoundDocument(
            role: .act,
            family: .europeanUnion,
            scheme: "EU",
            target: target,
            range: text.tokens[start].start..<end.upperBound
        )
    }
}
