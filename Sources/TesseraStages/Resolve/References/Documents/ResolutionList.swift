import TesseraModel

/// Resolutions by their numbers: `UNSCR 1540 (2004)`, `General Assembly resolutions 60/68 and 61/66`,
/// `OAS Resolutions 1888 (2002), 1968 (2003)`.
///
/// The body is named before the word, or the notation shows it: only the General Assembly numbers by sessions
/// (`60/68`, `2625 (XXV)`), only the Security Council by a number with its year.
enum ResolutionList {
    private enum Body {
        case securityCouncil, generalAssembly, humanRightsCouncil, economicAndSocialCouncil, americanStates, unnamed
    }

    static func find(at index: Int, _ word: DocumentWord, in text: TokenizedText) -> [FoundDocument] {
        guard let (body, start) = body(at: index, word, in: text) else { return [] }
        var found: [FoundDocument] = []
        var position = index + 1
        if word == .res { while text.isMark(position, ".") { position += 1 } }
        var first = start
        while let (document, next) = member(at: position, from: first, body, word, in: text) {
            found.append(document)
            guard let behind = separator(at: next, in: text) else { break }
            position = behind
            first = text.tokens[behind].start
        }
        return found
    }

    /// The body that is named before a word, and where the reference begins; nil for a body whose numbers are unknown.
    private static func body(at index: Int, _ word: DocumentWord, in text: TokenizedText) -> (Body, Int)? {
        let start = text.tokens[index].start
        switch word {
        case .unscr, .unscrs, .unsc: return (.securityCouncil, start)
        // `Res` without a full stop is an ordinary syllable.
        case .res where !text.isMark(index + 1, "."): return nil
        default: break
        }
        func before(_ distance: Int) -> DocumentWord? {
            index >= distance ? DocumentWord(text.tokens[index - distance]) : nil
        }
        func begin(_ distance: Int) -> Int { text.tokens[index - distance].start }
        switch before(1) {
        case .council where before(2) == .security: return (.securityCouncil, begin(2))
        case .council where before(2) == .rights: return (.humanRightsCouncil, begin(3))
        case .council where before(2) == .social: return (.economicAndSocialCouncil, begin(4))
        case .assembly where before(2) == .general:
            let isAmerican =
                before(3) == .oas || before(3) == .states
                || (text.isMark(index - 3, ")") && before(4) == .oas)
            return (isAmerican ? .americanStates : .generalAssembly, begin(2))
        case .unsc: return (.securityCouncil, begin(1))
        case .unga, .ga: return (.generalAssembly, begin(1))
        case .hrc: return (.humanRightsCouncil, begin(1))
        case .ecosoc: return (.economicAndSocialCouncil, begin(1))
        case .oas, .oasga: return (.americanStates, begin(1))
        case .council, .assembly, .commission, .committee, .board, .conference, .parliament, .senate, .congress,
            .house, .agency, .union, .joint:
            return nil
        default: return (.unnamed, start)
        }
    }

    /// One number of a list, with its year or session.
    private static func member(
        at index: Int,
        from start: Int,
        _ body: Body,
        _ word: DocumentWord,
        in text: TokenizedText
    ) -> (FoundDocument, next: Int)? {
        guard text.integer(index) != nil, !text.isGlued(index) || text.isMark(index - 1, ".") else { return nil }
        let number = text.string(text.tokens[index].range)
        var next = index + 1
        var target: String?
        var isAmerican = false
        if text.isMark(next, "/"), text.isGlued(next), let second = text.integer(next + 1) {
            next += 2
            // A resolution in parts: `56/24V`.
            var part = ""
            if text.isWord(next), text.isGlued(next), text.tokens[next].isAllCapitals,
                text.tokens[next].end - text.tokens[next].start <= 2
            {
                part = text.string(text.tokens[next].range)
                next += 1
            }
            // The General Assembly has numbered so since its session of 1976; others begin again with 1, or with a year.
            let isSession = (31...199).contains(text.integer(index) ?? 0)
            target = body == .unnamed && !isSession ? nil : prefix(of: body).map { "\($0)/\(number)/\(second)\(part)" }
        } else if let (inside, behind) = bracket(at: next, in: text) {
            next = behind
            if inside.count == 4, inside.utf8.allSatisfy({ $0 &- 0x30 < 10 }) {
                isAmerican = body == .americanStates
                target =
                    isAmerican
                    ? "AG/RES.\(number)"
                    : [.securityCouncil, .unnamed].contains(body)
                        ? "S/RES/\(number)" : nil
            } else if inside.contains("-O/") || inside.contains("-E/") {
                isAmerican = true
                target = "AG/RES.\(number)"
            } else if inside.utf8.allSatisfy({ "IVXLCDM-S".utf8.contains($0) }) {
                target = [.generalAssembly, .unnamed].contains(body) ? "A/RES/\(number)(\(inside))" : nil
            }
        } else if word != .unsc, !hasTail(index, in: text) {
            isAmerican = body == .americanStates
            target = isAmerican ? "AG/RES.\(number)" : body == .securityCouncil ? "S/RES/\(number)" : nil
        }
        guard let target else { return nil }
        let found = FoundDocument(
            role: .document,
            family: isAmerican ? .americanStates : .unitedNations,
            scheme: isAmerican ? "OAS" : "UN",
            target: target,
            range: start..<text.tokens[next - 1].end
        )
        return (found, next)
    }

    /// What symbols of a body's resolutions begin with, where these have a session and a number.
    private static func prefix(of body: Body) -> String? {
        switch body {
        case .generalAssembly, .unnamed: "A/RES"
        case .humanRightsCouncil: "A/HRC/RES"
        case .economicAndSocialCouncil: "E/RES"
        case .securityCouncil, .americanStates: nil
        }
    }

    /// Whether letters or a hyphen follow a number at once, so that it is part of something else.
    private static func hasTail(_ index: Int, in text: TokenizedText) -> Bool {
        guard text.isGlued(index + 1) else { return false }
        return text.isWord(index + 1) || text.isMark(index + 1, "-") || text.isMark(index + 1, "/")
    }

    /// What stands in a bracket that follows, also behind a comma, and the token behind it.
    private static func bracket(at index: Int, in text: TokenizedText) -> (String, next: Int)? {
        let open = text.isMark(index, ",") ? index + 1 : index
        guard text.isMark(open, "(") else { return nil }
        for close in open + 1..<min(open + 8, text.tokens.count) where text.isMark(close, ")") {
            guard close > open + 1 else { return nil }
            return (text.string(text.tokens[open + 1].start..<text.tokens[close - 1].end), close + 1)
        }
        return nil
    }

    /// The token behind a comma, a semicolon or `and`, and the border of a paragraph after it.
    private static func separator(at index: Int, in text: TokenizedText) -> Int? {
        var next = index
        if text.isMark(next, ",") || text.isMark(next, ";") { next += 1 }
        if text.tokens.indices.contains(next), DocumentWord(text.tokens[next]) == .and { next += 1 }
        if next > index, text.tokens.indices.contains(next), text.tokens[next].kind == .paragraphBreak { next += 1 }
        return next > index && text.isNumber(next) ? next : nil
    }
}
