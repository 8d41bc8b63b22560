import TesseraModel

/// Places in the codes of the United States: `22 U.S.C. 2778`, `22 CFR Parts 120-130`, `Title 18, United States Code,
/// Section 922(g)`.
enum CodeOfLaw {
    /// The title's number begins at `index`.
    static func find(at index: Int, in text: TokenizedText) -> FoundDocument? {
        guard let title = text.integer(index), (1...60).contains(title),
            !text.isGlued(index) || text.isMark(index - 1, "("),
            index + 1 < text.tokens.count
        else { return nil }
        let code: String
        switch DocumentWord(text.tokens[index + 1]) {
        case .usc, .uscBare: code = "USC"
        case .cfr, .cfrBare: code = "CFR"
        default: return nil
        }
        return found(title, code, from: index, place: place(at: index + 2, in: text), last: index + 1, in: text)
    }

    /// `Title 18, United States Code, Section 922`.
    static func spelledOut(at index: Int, in text: TokenizedText) -> FoundDocument? {
        guard let title = text.integer(index + 1), (1...60).contains(title) else { return nil }
        var next = index + 2
        func word() -> DocumentWord? { next < text.tokens.count ? DocumentWord(text.tokens[next]) : nil }
        if text.isMark(next, ",") { next += 1 }
        if word() == .of { next += 1 }
        if word() == .the { next += 1 }
        if word() == .unitedWord { next += 1 }
        guard word() == .us || word() == .states else { return nil }
        next += 1
        guard word() == .code else { return nil }
        let behind = text.isMark(next + 1, ",") ? next + 2 : next + 1
        // A number without the word belongs to the sentence.
        let isNamed = behind < text.tokens.count && text.isWord(behind)
        return found(
            title,
            "USC",
            from: index,
            place: isNamed ? place(at: behind, in: text) : nil,
            last: next,
            in: text
        )
    }

    private static func found(
        _ title: Int,
        _ code: String,
        from index: Int,
        place: Range<Int>?,
        last: Int,
        in text: TokenizedText
    ) -> FoundDocument {
        FoundDocument(
            role: .act,
            family: .unitedStates,
            scheme: code,
            target: "\(title) \(code)" + (place.map { " \(text.string($0).replacingDashes)" } ?? ""),
            range: text.tokens[index].start..<(place?.upperBound ?? text.tokens[last].end)
        )
    }

    /// The bytes of a section or part: `2778`, `478.11`, `922(g)(1)`, `120-130`, behind `§` or a word for it.
    static func place(at index: Int, in text: TokenizedText) -> Range<Int>? {
        var next = index
        while next < text.tokens.count {
            if text.tokens[next].isMark("§") || (text.isMark(next, ".") && next > index) {
                next += 1
                continue
            }
            switch DocumentWord(text.tokens[next]) {
            case .part, .parts, .pt, .section, .sections, .sec: next += 1
            default: break
            }
            break
        }
        if text.isMark(next, ".") { next += 1 }
        guard text.isNumber(next) else { return nil }
        let start = text.tokens[next].start
        var end = text.tokens[next].end
        next += 1
        while next < text.tokens.count, text.isGlued(next) {
            let token = text.tokens[next]
            if token.kind == .word, token.end - token.start <= 2 {
                end = token.end
                next += 1
            } else if token.isMark("("), next + 2 < text.tokens.count, text.isMark(next + 2, ")"),
                text.tokens[next + 1].end - text.tokens[next + 1].start <= 4
            {
                end = text.tokens[next + 2].end
                next += 3
            } else if token.isMark("-"), text.isNumber(next + 1), text.isGlued(next + 1) {
                end = text.tokens[next + 1].end
                next += 2
            } else {
                break
            }
        }
        return start..<end
    }
}

extension String {
    /// All dashes as hyphens.
    var replacingDashes: String {
        String(map { ("\u{2010}"..."\u{2015}").contains($0) ? "-" : $0 })
    }
}
