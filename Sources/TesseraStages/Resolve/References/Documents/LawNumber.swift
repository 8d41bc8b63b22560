import TesseraModel

/// Laws and orders of the United States by their numbers: `Public Law 104-164`, `Executive Orders 13224 and 13382`.
enum LawNumber {
    static func publicLaw(at index: Int, _ word: DocumentWord, in text: TokenizedText) -> [FoundDocument] {
        var next = index + 1
        if word == .pub {
            // `Pub. L. 104-164`
            guard text.isMark(next, "."), text.isWord(next + 1), text.string(text.tokens[next + 1].range) == "L",
                text.isMark(next + 2, ".")
            else { return [] }
            next += 3
        } else if word == .publicWord {
            guard next < text.tokens.count, [.law, .laws].contains(DocumentWord(text.tokens[next])) else { return [] }
            next += 1
        }
        next = behindNo(next, in: text)
        guard let congress = text.integer(next), text.isMark(next + 1, "-"), text.isGlued(next + 1),
            let number = text.integer(next + 2), text.isGlued(next + 2)
        else { return [] }
        return [
            found("PL", "PL \(congress)-\(number)", text.tokens[index].start..<text.tokens[next + 2].end)
        ]
    }

    static func executiveOrder(at index: Int, _ word: DocumentWord, in text: TokenizedText) -> [FoundDocument] {
        var next = index + 1
        if word == .executive {
            guard next < text.tokens.count, [.order, .orders].contains(DocumentWord(text.tokens[next])) else {
                return []
            }
            next += 1
        } else if !text.tokens[index].isAllCapitals {
            return []
        }
        next = behindNo(next, in: text)
        var found: [FoundDocument] = []
        var start = text.tokens[index].start
        // Orders of today have five digits; four or more keep `executive order 2 of the committee` out.
        while let number = text.integer(next), (1000...99_999).contains(number) {
            found.append(self.found("EO", "EO \(number)", start..<text.tokens[next].end))
            next += 1
            if text.isMark(next, ",") { next += 1 }
            if next < text.tokens.count, DocumentWord(text.tokens[next]) == .and { next += 1 }
            guard text.isNumber(next), text.tokens[next - 1].kind != .number else { break }
            start = text.tokens[next].start
        }
        return found
    }

    /// The token behind `No.`, where it stands.
    private static func behindNo(_ index: Int, in text: TokenizedText) -> Int {
        guard index < text.tokens.count, [.no, .nos].contains(DocumentWord(text.tokens[index])) else { return index }
        return text.isMark(index + 1, ".") ? index + 2 : index + 1
    }

    private static func found(_ scheme: String, _ target: String, _ range: Range<Int>) -> FoundDocument {
        FoundDocument(role: .act, family: .unitedStates, scheme: scheme, target: target, range: range)
    }
}
