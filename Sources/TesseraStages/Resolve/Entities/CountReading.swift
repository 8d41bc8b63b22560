import TesseraModel

/// Counts of things: `over 21,000 MANPADS`, `two workshops`, `10 to 15 experts`, `25 percent`.
///
/// A count is a number with a noun phrase behind it that ends with a plural. A number that belongs to something else is
/// none: a paragraph, a room, a telephone, a measure.
enum CountReading {
    /// The most words between a number and its noun.
    private static let longestPhrase = 5

    static func find(at index: Int, in text: TokenizedText) -> FoundEntity? {
        if text.has(index, .magnitude) { return magnitude(at: index, in: text) }
        guard isFree(index, in: text), let first = NumberReading(at: index, in: text),
            first.value.isWhole || first.scale > 0
        else { return nil }
        var next = first.next
        var value = first.value.description
        var start = index
        var qualifier: Entity.Qualifier?
        var isOne = first.value.isOne
        let isBetween = text.has(index - 1, .between)
        if let second = second(behind: next, isBetween, in: text) {
            value = "\(first.low(before: second).description)/\(second.value.description)"
            next = second.next
            isOne = false
            if isBetween || text.has(index - 1, .from) { start -= 1 }
        } else if let behind = QualifierReading.behind(next, in: text) {
            (next, qualifier) = behind
        }
        guard !isOne, let end = noun(at: next, in: text) else { return nil }
        if qualifier == nil, start == index, let before = QualifierReading.before(index, in: text) {
            (start, qualifier) = before
        }
        return FoundEntity(
            kind: .count,
            value: value,
            qualifier: qualifier,
            unit: text.string(text.tokens[next].start..<text.tokens[end - 1].end),
            range: text.tokens[start].start..<text.tokens[end - 1].end
        )
    }

    /// The second number of a range.
    private static func second(behind index: Int, _ isBetween: Bool, in text: TokenizedText) -> NumberReading? {
        let isDash = text.isMark(index, "-") && text.isNumber(index + 1)
        guard isDash || text.has(index, .to) || (isBetween && text.has(index, .and)) else { return nil }
        guard let second = NumberReading(at: index + 1, in: text), !text.isMark(second.next, "-") else { return nil }
        return second
    }

    /// Whether a number stands by itself, and not behind a word such as `Section`.
    private static func isFree(_ index: Int, in text: TokenizedText) -> Bool {
        if text.isGlued(index) {
            let openers: [Unicode.Scalar] = ["(", "[", "\"", "'", "~", "\u{2014}"]
            guard openers.contains(where: { text.isMark(index - 1, $0) }) else { return false }
        }
        // The groups of a telephone number.
        if text.isNumber(index), text.bytes[text.tokens[index].start] == UInt8(ascii: "0") { return false }
        if text.isNumber(index - 1) || (text.isNumber(index) && text.isNumber(index + 1)) { return false }
        // `paragraph(s) 5`, `Room: 5`, `No. 5`
        var before = index - 1
        while before > 0, [".", ")", ":"].contains(where: { text.isMark(before, $0) }) { before -= 1 }
        return !text.has(before, .enumerator) && !(text.has(before, .no) && before < index - 1)
    }

    /// `Hundreds of thousands of weapons`, `dozens of experts`.
    private static func magnitude(at index: Int, in text: TokenizedText) -> FoundEntity? {
        var value = Quantity(1)
        var next = index
        while let word = text.meaning(next), word.role == .magnitude, text.has(next + 1, .of) {
            value = word.value == 12 ? Quantity(12) : value.scaled(word.value)
            next += 2
        }
        guard next > index, let end = noun(at: next, in: text) else { return nil }
        return FoundEntity(
            kind: .count,
            value: value.description,
            qualifier: .magnitude,
            unit: text.string(text.tokens[next].start..<text.tokens[end - 1].end),
            range: text.tokens[index].start..<text.tokens[end - 1].end
        )
    }

    /// The token behind a noun phrase that ends with a plural; nil where none begins here.
    private static func noun(at start: Int, in text: TokenizedText) -> Int? {
        if text.isMark(start, "%") { return start + 1 }
        if text.has(start, .percent) { return start + 1 }
        guard text.isWord(start), !text.isGlued(start) || text.isMark(start - 1, "+") else { return nil }
        if text.string(text.tokens[start].range) == "per", text.isWord(start + 1),
            text.string(text.tokens[start + 1].range) == "cent"
        {
            return start + 2
        }
        var end: Int?
        var index = start
        var words = 0
        while index < text.tokens.count, words < longestPhrase {
            let token = text.tokens[index]
            if token.kind == .mark {
                guard token.isMark("-") || token.isMark("/"), text.isGlued(index), text.isGlued(index + 1),
                    text.isWord(index + 1)
                else { break }
                index += 1
                continue
            }
            guard token.kind == .word else { break }
            let meaning = text.meaning(index)
            if meaning?.role == .measure || meaning?.isGrammatical == true { break }
            let isPlural = isPlural(index, in: text)
            // Behind the noun only nouns go on; anything else is the rest of the sentence.
            if end != nil, !isPlural { break }
            // The first part of a word with a hyphen is no noun yet: `arms-control experts`.
            let isPart = text.isGlued(index + 1) && (text.isMark(index + 1, "-") || text.isMark(index + 1, "/"))
            if isPlural, !isPart { end = index + 1 }
            words += 1
            index += 1
        }
        return end
    }

    private static func isPlural(_ index: Int, in text: TokenizedText) -> Bool {
        let token = text.tokens[index]
        if text.has(index, .plural) { return true }
        let bytes = text.bytes[token.range]
        guard bytes.count >= 4, let last = bytes.last, last | 0x20 == UInt8(ascii: "s") else { return false }
        // Not `access`, `status`, `basis`; a possessive is no plural.
        let before = bytes[bytes.endIndex - 2] | 0x20
        if text.isMark(index + 1, "'"), text.isGlued(index + 1) { return false }
        return ![UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i")].contains(before)
    }
}
