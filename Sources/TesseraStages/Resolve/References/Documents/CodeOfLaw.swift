import TesseraModel

/// Places in the codes of the United States: `22 U.S.C. 2778`, `22 CFR Parts 120-130`, `Title 18, United States Code,
/// Section 922(g)`, and lists of them: `18 U.S.C. §§ 921, 922 and 923`.
enum CodeOfLaw {
    /// The title's number begins at `index`.
    static func find(at index: Int, in text: TokenizedText) -> [FoundDocument] {
        guard let title = text.integer(index), (1...60).contains(title),
            !text.isGlued(index) || text.isMark(index - 1, "("),
            index + 1 < text.tokens.count
        else { return [] }
        let code: String
        switch DocumentWord(text.tokens[index + 1]) {
        case .usc, .uscBare: code = "USC"
        case .cfr, .cfrBare: code = "CFR"
        default: return []
        }
        return found(title, code, from: index, places: places(at: index + 2, in: text), last: index + 1, in: text)
    }

    /// `Title 18, United States Code, Section 922`.
    static func spelledOut(at index: Int, in text: TokenizedText) -> [FoundDocument] {
        guard let title = text.integer(index + 1), (1...60).contains(title) else { return [] }
        var next = index + 2
        func word() -> DocumentWord? { next < text.tokens.count ? DocumentWord(text.tokens[next]) : nil }
        if text.isMark(next, ",") { next += 1 }
        if word() == .of { next += 1 }
        if word() == .the { next += 1 }
        if word() == .unitedWord { next += 1 }
        guard word() == .us || word() == .states else { return [] }
        next += 1
        guard word() == .code else { return [] }
        let behind = text.isMark(next + 1, ",") ? next + 2 : next + 1
        // A number without the word belongs to the sentence.
        let isNamed = behind < text.tokens.count && text.isWord(behind)
        return found(
            title,
            "USC",
            from: index,
            places: isNamed ? places(at: behind, in: text) : [],
            last: next,
            in: text
        )
    }

    private static func found(
        _ title: Int,
        _ code: String,
        from index: Int,
        places: [NumberSeries.Member],
        last: Int,
        in text: TokenizedText
    ) -> [FoundDocument] {
        func document(_ place: String, _ range: Range<Int>) -> FoundDocument {
            FoundDocument(
                role: .act,
                family: .unitedStates,
                scheme: code,
                target: "\(title) \(code)\(place)",
                range: range
            )
        }
        let start = text.tokens[index].start
        guard let first = places.first else { return [document("", start..<text.tokens[last].end)] }
        return [document(" \(first.name)", start..<first.range.upperBound)]
            + places.dropFirst().map { document(" \($0.name)", $0.range) }
    }

    /// Sections or parts: `2778`, `Parts 120 to 130`, `§§ 921, 922 and 923`.
    static func places(at index: Int, in text: TokenizedText) -> [NumberSeries.Member] {
        var next = index
        var isPlural = false
        while next < text.tokens.count {
            if text.tokens[next].isMark("§") {
                if text.isMark(next - 1, "§") { isPlural = true }
            } else if !text.isMark(next, ".") || (next == index && !text.isNumber(next + 1)) {
                switch DocumentWord(text.tokens[next]) {
                case .part, .pt, .section, .sec: break
                case .parts, .sections: isPlural = true
                default: return NumberSeries.read(at: next, isPlural: isPlural, in: text) { place(at: $0, in: text) }
                }
            }
            next += 1
        }
        return []
    }

    /// One section or part, perhaps behind a sign: `2778`, `478.11`, `922(g)(1)`, `120-130`, `§ 924`.
    private static func place(at index: Int, in text: TokenizedText) -> NumberSeries.Member? {
        var next = index
        while text.isMark(next, "§") { next += 1 }
        guard text.isNumber(next) else { return nil }
        let start = text.tokens[next].start
        let value = text.bytes[text.tokens[next].range].prefix { $0 &- 0x30 < 10 }
        let isSigned = next > index
        var end = text.tokens[next].end
        var isRange = false
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
                isRange = true
                next += 2
            } else {
                break
            }
        }
        return NumberSeries.Member(
            name: text.string(start..<end).replacingDashes,
            value: Int(String(decoding: value, as: UTF8.self)),
            isSigned: isSigned,
            isRange: isRange,
            range: text.tokens[index].start..<end,
            next: next
        )
    }
}

extension String {
    /// All dashes as hyphens.
    var replacingDashes: String {
        String(map { ("\u{2010}"..."\u{2015}").contains($0) ? "-" : $0 })
    }
}
