import TesseraModel

/// Numbers that share what stands before them: `921, 922 and 923`, `§§ 120.1 and 121.1`, `120 to 130`.
///
/// A number behind a comma or `and` may as well count something: `22 U.S.C. 2778, and 2000 weapons`. So it belongs to a
/// series only where a plural, a sign of its own, or what follows it says so.
enum NumberSeries {
    /// One number, or one range of numbers.
    struct Member {
        /// The number as its target has it; of a range, both ends with a hyphen between them.
        var name: String
        /// The digits that it begins with; of `922(g)`, 922. Nil where it begins with letters.
        var value: Int?
        /// Whether a sign such as `§` stands before it.
        var isSigned = false
        /// Whether it is a range, so that a plural needs no second member.
        var isRange = false
        /// UTF-8 byte offsets, with the sign.
        var range: Range<Int>
        /// The token behind it.
        var next: Int
    }

    /// The members of a series, from front to back; none where no number stands at `index`.
    /// - Parameters:
    ///   - index: where the first number begins.
    ///   - isPlural: whether the word or sign before says that there are several.
    ///   - text: the text.
    ///   - member: reads one number at a token.
    static func read(
        at index: Int,
        isPlural: Bool,
        in text: TokenizedText,
        _ member: (Int) -> Member?
    ) -> [Member] {
        guard let first = member(index) else { return [] }
        var members = [ranged(first, isPlural, in: text, member)]
        // How many members are certain; those behind commas alone become so by an `and` at the end.
        var certain = 1
        while let last = members.last, let (next, isFinal) = separator(behind: last.next, in: text),
            let number = member(next), !isTitle(number, in: text)
        {
            let further = ranged(number, isPlural, in: text, member)
            let isFree = !counts(further.next, in: text)
            // `Form 6 and 6A`, but not `2778 and 2006`.
            let rises = (further.value ?? 0) >= (last.value ?? 0) && further.name != last.name
            let isSecond = isPlural && isFinal && members.count == 1 && !last.isRange
            let mayFollow = further.isSigned || isSecond || (isFree && (isPlural || rises))
            guard mayFollow else { break }
            members.append(further)
            if isFinal || isPlural || further.isSigned { certain = members.count }
            if isFinal, !further.isSigned { break }
        }
        return Array(members.prefix(certain))
    }

    /// A number with the end of a range behind it: `120 to 130`, `120 through 130`.
    private static func ranged(
        _ first: Member,
        _ isPlural: Bool,
        in text: TokenizedText,
        _ member: (Int) -> Member?
    ) -> Member {
        guard first.next < text.tokens.count, [.to, .through].contains(DocumentWord(text.tokens[first.next])),
            let second = member(first.next + 1), !isTitle(second, in: text), let low = first.value,
            let high = second.value, high > low, isPlural || !counts(second.next, in: text)
        else { return first }
        var whole = first
        whole.name += "-\(second.name)"
        whole.value = high
        whole.isRange = true
        whole.range = first.range.lowerBound..<second.range.upperBound
        whole.next = second.next
        return whole
    }

    /// The token behind a comma, `and`, `or` or `&`, and whether a word says that the last member follows.
    static func separator(behind index: Int, in text: TokenizedText) -> (next: Int, isFinal: Bool)? {
        let next = text.isMark(index, ",") || text.isMark(index, ";") ? index + 1 : index
        guard next < text.tokens.count else { return nil }
        if text.isMark(next, "&") || [.and, .or].contains(DocumentWord(text.tokens[next])) { return (next + 1, true) }
        return next > index && !text.isGlued(next) ? (next, false) : nil
    }

    /// Whether a number is the title of another place in a code: the 27 of `22 CFR 120 and 27 CFR 447`.
    private static func isTitle(_ number: Member, in text: TokenizedText) -> Bool {
        guard number.next < text.tokens.count, let word = DocumentWord(text.tokens[number.next]) else { return false }
        return [.usc, .uscBare, .cfr, .cfrBare].contains(word)
    }

    /// Whether the number before a token counts or dates something: a word follows that is none of grammar, or a sign.
    static func counts(_ index: Int, in text: TokenizedText) -> Bool {
        guard index < text.tokens.count else { return false }
        switch text.tokens[index].kind {
        case .number: return true
        case .paragraphBreak: return false
        case .mark: return text.isMark(index, "%") || (text.isGlued(index) && text.isMark(index, "/"))
        case .word: return DocumentWord(text.tokens[index])?.followsNumbers != true
        }
    }
}
