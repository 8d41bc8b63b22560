import TesseraModel

/// Dates and periods: `July 17, 2007`, `since 2001`, `between 1994 and 2004`, `2001-2006`, `FY 2007`.
///
/// Values are those of ISO 8601-2 (Extended Date/Time Format): `2001/..`, `2001/2006`, `199X`. Where day and month are
/// both numbers nobody can tell them apart, so such dates are not taken.
enum DateReading {
    /// - Parameters:
    ///   - index: where the date begins, or the word that makes a period of it.
    ///   - text: the text.
    ///   - last: the last date: years in a list follow one another.
    static func find(at index: Int, in text: TokenizedText, after last: FoundEntity?) -> FoundEntity? {
        if let period = period(at: index, in: text) { return period }
        guard !isInside(index, in: text), let first = DatePoint.find(at: index, in: text) else { return nil }
        if first.isBareYear, !isYear(index, in: text, after: last?.range.upperBound) { return nil }
        var whole = ranged(first, at: index, in: text)
        if first.isBareYear, last?.qualifier == .fiscalYear,
            isInList(index - 1, in: text, after: last?.range.upperBound)
        {
            // `fiscal years 2005 and 2006`: the word stands for all years of the list.
            whole.value = whole.value.split(separator: "/").map { "FY\($0)" }.joined(separator: "/")
            whole.qualifier = .fiscalYear
        }
        return found(from: index, whole, in: text)
    }

    /// Whether a token is the later part of something.
    private static func isInside(_ index: Int, in text: TokenizedText) -> Bool {
        guard text.isGlued(index) else { return false }
        let openers: [Unicode.Scalar] = ["(", "[", "\"", "'", "\u{2026}", ";", ":"]
        return !openers.contains { text.isMark(index - 1, $0) }
    }

    /// A date with what follows it in a range: `2001-2006`, `2005/06`, `May 2001 to June 2003`.
    private static func ranged(_ first: DatePoint, at index: Int, in text: TokenizedText) -> DatePoint {
        guard !first.value.contains("/"), first.qualifier == nil else { return first }
        let mark = first.next
        if first.isBareYear, text.isMark(mark, "-") || text.isMark(mark, "/"), text.isGlued(mark),
            text.isGlued(mark + 1),
            let start = text.year(index), let end = secondYear(at: mark + 1, after: start, in: text)
        {
            return DatePoint(value: "\(start)/\(end)", next: mark + 2)
        }
        guard DatePoint.isRangeMark(mark, in: text), let second = DatePoint.find(at: mark + 1, in: text),
            second.isBareYear == first.isBareYear, !second.value.contains("/"), second.value > first.value
        else { return first }
        return DatePoint(value: "\(first.value)/\(second.value)", next: second.next)
    }

    /// A later year, of which two digits may be enough.
    private static func secondYear(at index: Int, after first: Int, in text: TokenizedText) -> Int? {
        guard let number = text.integer(index), !text.isGlued(index + 1) || text.tokens[index + 1].kind == .mark else {
            return nil
        }
        let isShort = text.tokens[index].end - text.tokens[index].start == 2
        let year = isShort ? first / 100 * 100 + number : number
        return year > first && year <= 2099 ? year : nil
    }

    /// `since 2001`, `until June 2003`, `by 2006`, `between 2003 and 2005`, `from 2001 to 2006`.
    private static func period(at index: Int, in text: TokenizedText) -> FoundEntity? {
        guard let word = text.meaning(index) else { return nil }
        let start = text.has(index + 1, .the) ? index + 2 : index + 1
        guard let first = DatePoint.find(at: start, in: text) else { return nil }
        // `by 2000 weapons`, and `since the 2001 conference`, are no periods.
        if first.isBareYear, text.has(start - 1, .the) || isCounted(start, first, in: text) { return nil }
        switch word.role {
        case .between, .from:
            guard !first.value.contains("/"),
                word.role == .between
                    ? text.has(first.next, .and)
                    : text.has(first.next, .to) || text.has(first.next, .until),
                let second = DatePoint.find(at: first.next + 1, in: text), !second.value.contains("/"),
                word.role == .from || second.isBareYear == first.isBareYear
            else { return nil }
            let whole = DatePoint(
                value: "\(first.value)/\(second.value)",
                qualifier: first.qualifier,
                next: second.next
            )
            return found(from: index, whole, in: text)
        case .since, .after, .before, .until, .by:
            var point = first
            guard !point.value.contains("/"), !isRangeStart(point, in: text) else { return nil }
            let isOpenEnd = word.role == .since || word.role == .after
            point.value = isOpenEnd ? "\(point.value)/.." : "../\(point.value)"
            return found(from: index, point, in: text)
        default: return nil
        }
    }

    private static func isRangeStart(_ point: DatePoint, in text: TokenizedText) -> Bool {
        text.isMark(point.next, "-") && text.isGlued(point.next) && text.isNumber(point.next + 1)
    }

    private static func isCounted(_ index: Int, _ point: DatePoint, in text: TokenizedText) -> Bool {
        text.year(index)?.isMultiple(of: 100) == true && CountReading.find(at: index, in: text) != nil
    }

    /// Whether a number that may be a year is one, after the words around it.
    private static func isYear(_ index: Int, in text: TokenizedText, after last: Int?) -> Bool {
        guard index > 0, text.tokens[index - 1].kind != .paragraphBreak else { return beginsSentence(index, in: text) }
        let before = text.tokens[index - 1]
        if before.kind == .mark {
            if before.isMark("(") { return !text.isWord(index + 1) || text.tokens[index + 1].isCapitalised }
            if isInList(index - 1, in: text, after: last) { return true }
            // `, 2006 Berlin Seminar`
            return (before.isMark(",") || before.isMark(".") || before.isMark("\"")) && beginsSentence(index, in: text)
        }
        guard let word = text.meaning(index - 1) else { return isBeforeName(index, in: text) }
        switch word.role {
        case .in, .since, .until, .before, .after, .year, .season, .between, .the: return true
        case .by, .from, .to, .of, .beforeYear, .about:
            return !isCounted(index, DatePoint(value: "", next: 0), in: text)
        case .and, .or: return isInList(index - 1, in: text, after: last)
        case .enumerator, .number, .scale, .currency, .measure: return false
        default: return isBeforeName(index, in: text)
        }
    }

    /// `2006 was`, `2006 Review Conference`: a verb or a name follows, and nothing that could be counted.
    private static func beginsSentence(_ index: Int, in text: TokenizedText) -> Bool {
        text.isWord(index + 1) && (text.tokens[index + 1].isCapitalised || text.has(index + 1, .function))
    }

    /// Whether a date stands before a comma or `and`.
    private static func isInList(_ index: Int, in text: TokenizedText, after last: Int?) -> Bool {
        guard let last, index > 0 else { return false }
        let end = text.tokens[index - 1].end
        return end == last
            || (text.has(index, .and) && text.isMark(index - 1, ",") && text.tokens[index - 2].end == last)
    }

    /// `UN 2006 Review Conference`: between two names.
    private static func isBeforeName(_ index: Int, in text: TokenizedText) -> Bool {
        text.tokens[index - 1].isAllCapitals && text.isWord(index + 1) && text.tokens[index + 1].isCapitalised
    }

    private static func found(from index: Int, _ point: DatePoint, in text: TokenizedText) -> FoundEntity {
        FoundEntity(
            kind: .date,
            value: point.value,
            qualifier: point.qualifier,
            range: text.tokens[index].start..<text.tokens[point.next - 1].end
        )
    }
}
