import TesseraModel

/// A day, a month, a year or another named span of time, with its value after ISO 8601-2 (EDTF).
struct DatePoint {
    var value: String
    var qualifier: Entity.Qualifier?
    /// The token behind it.
    var next: Int
    /// Whether it is a year alone, which only its surroundings tell from another number.
    var isBareYear = false

    /// The date that begins at a token; nil for none.
    static func find(at index: Int, in text: TokenizedText) -> DatePoint? {
        guard index < text.tokens.count else { return nil }
        if text.isNumber(index) {
            return day(at: index, in: text) ?? isoDay(at: index, in: text) ?? yearOrDecade(at: index, in: text)
                ?? century(at: index, in: text)
        }
        guard let word = text.meaning(index) else { return quarterLetter(at: index, in: text) }
        switch word.role {
        case .month where text.tokens[index].isCapitalised: return month(at: index, word.value, in: text)
        case .early, .mid, .late: return part(at: index, word.role, in: text)
        case .fy, .fiscal: return fiscalYear(at: index, word.role, in: text)
        case .ordinal: return quarter(at: index, word.value, in: text)
        case .season:
            let next = text.has(index + 1, .of) ? index + 2 : index + 1
            return text.year(next).map { DatePoint(value: "\($0)-\(word.value)", next: next + 1) }
        default: return nil
        }
    }

    // MARK: Days and months

    /// `17 July 2007`, `9-20 July 2001`, `26 June to 7 July 2006`.
    private static func day(at index: Int, in text: TokenizedText) -> DatePoint? {
        guard let (first, behind) = dayNumber(at: index, in: text) else { return nil }
        if let (month, next) = monthName(at: behind, in: text) {
            if let (year, end) = year(at: next, in: text) {
                return date(year, month, first).map { DatePoint(value: $0, next: end) }
            }
            guard isRangeMark(next, in: text), let (second, afterSecond) = dayNumber(at: next + 1, in: text),
                let (last, afterMonth) = monthName(at: afterSecond, in: text),
                let (year, end) = year(at: afterMonth, in: text)
            else { return nil }
            return range(date(year, month, first), date(year, last, second), next: end)
        }
        guard isRangeMark(behind, in: text) || text.has(behind, .and),
            let (second, afterSecond) = dayNumber(at: behind + 1, in: text), second > first,
            let (month, afterMonth) = monthName(at: afterSecond, in: text),
            let (year, end) = year(at: afterMonth, in: text)
        else { return nil }
        return range(date(year, month, first), date(year, month, second), next: end)
    }

    /// `July 17, 2007`, `April 11-13, 2005`, `June 26 to July 7, 2006`, `July 2007`, `June-July 2007`, each month of
    /// `May and June 2005`; on a day without a year: `on May 9`.
    private static func month(at index: Int, _ month: Int, in text: TokenizedText) -> DatePoint? {
        let isShort = text.tokens[index].end - text.tokens[index].start <= 4
        let next = isShort && text.isMark(index + 1, ".") ? index + 2 : index + 1
        if let (year, end) = year(at: next, in: text) {
            // Of a day that no calendar has nothing is left: `31 June 2007`.
            if let day = dayBefore(index, in: text), date(year, month, day) == nil { return nil }
            return date(year, month, nil).map { DatePoint(value: $0, next: end) }
        }
        if let year = yearOfList(behind: month, at: next, in: text) {
            return date(year, month, nil).map { DatePoint(value: $0, next: next) }
        }
        if isRangeMark(next, in: text), let (last, after) = monthName(at: next + 1, in: text), last > month,
            let (year, end) = year(at: after, in: text)
        {
            return range(date(year, month, nil), date(year, last, nil), next: end)
        }
        guard let (first, behind) = dayNumber(at: next, in: text) else { return nil }
        if let (year, end) = year(at: behind, in: text) {
            return date(year, month, first).map { DatePoint(value: $0, next: end) }
        }
        if isRangeMark(behind, in: text) {
            if let (second, after) = dayNumber(at: behind + 1, in: text), second > first,
                let (year, end) = year(at: after, in: text)
            {
                return range(date(year, month, first), date(year, month, second), next: end)
            }
            if let (last, after) = monthName(at: behind + 1, in: text),
                let (second, end) = dayNumber(at: after, in: text),
                let (year, end) = year(at: end, in: text)
            {
                return range(date(year, month, first), date(year, last, second), next: end)
            }
        }
        guard index > 0, text.string(text.tokens[index - 1].range).lowercased() == "on",
            PartialDate(year: 2000, month: month, day: first) != nil
        else { return nil }
        return DatePoint(value: "XXXX-\(twoDigits(month))-\(twoDigits(first))", next: behind)
    }

    /// The year that months of a list have in common: `May and June 2005`, `May, June and July 2005`.
    private static func yearOfList(behind first: Int, at index: Int, in text: TokenizedText) -> Int? {
        var last = first
        var next = index
        while true {
            if text.isMark(next, ",") { next += 1 }
            let isFinal = text.has(next, .and) || text.has(next, .or) || text.isMark(next, "&")
            if isFinal { next += 1 }
            // Months that do not rise belong to two years.
            guard next > index, let (month, behind) = monthName(at: next, in: text), month > last else { return nil }
            if isFinal { return year(at: behind, in: text)?.0 }
            last = month
            next = behind
        }
    }

    /// The day before a month: `31`, `31st`, `31st of`.
    private static func dayBefore(_ index: Int, in text: TokenizedText) -> Int? {
        let end = text.has(index - 1, .of) ? index - 1 : index
        for start in [end - 1, end - 2] where start >= 0 {
            if let (day, next) = dayNumber(at: start, in: text), next == end { return day }
        }
        return nil
    }

    private static func monthName(at index: Int, in text: TokenizedText) -> (Int, next: Int)? {
        let start = text.has(index, .of) ? index + 1 : index
        guard let word = text.meaning(start), word.role == .month, text.tokens[start].isCapitalised else { return nil }
        return (word.value, text.isMark(start + 1, ".") && text.isNumber(start + 2) ? start + 2 : start + 1)
    }

    /// A number from 1 to 31, also as `17th`.
    private static func dayNumber(at index: Int, in text: TokenizedText) -> (Int, next: Int)? {
        guard let day = text.integer(index), (1...31).contains(day),
            text.tokens[index].end - text.tokens[index].start <= 2
        else { return nil }
        guard text.isGlued(index + 1), text.isWord(index + 1) else { return (day, index + 1) }
        let suffix = text.string(text.tokens[index + 1].range).lowercased()
        return ["st", "nd", "rd", "th"].contains(suffix) ? (day, index + 2) : nil
    }

    /// A year, also behind a comma, which no other number follows at once.
    private static func year(at index: Int, in text: TokenizedText) -> (Int, next: Int)? {
        let start = text.isMark(index, ",") || text.has(index, .of) ? index + 1 : index
        guard let year = text.year(start), !isPartOfNumber(start + 1, in: text) else { return nil }
        return (year, start + 1)
    }

    private static func isPartOfNumber(_ index: Int, in text: TokenizedText) -> Bool {
        text.isGlued(index) && (text.isWord(index) || (text.isMark(index, "/") && text.isNumber(index + 1)))
    }

    /// `2007-07-17`.
    private static func isoDay(at index: Int, in text: TokenizedText) -> DatePoint? {
        guard let year = text.year(index), text.isMark(index + 1, "-"), text.isMark(index + 3, "-"),
            (1...4).allSatisfy({ text.isGlued(index + $0) }), let month = text.integer(index + 2),
            let day = text.integer(index + 4), !text.isGlued(index + 5) || !text.isWord(index + 5)
        else { return nil }
        return date(year, month, day).map { DatePoint(value: $0, next: index + 5) }
    }

    // MARK: Longer spans

    /// `2006`, `1990s`.
    private static func yearOrDecade(at index: Int, in text: TokenizedText) -> DatePoint? {
        guard let year = text.year(index) else { return nil }
        if text.isGlued(index + 1), text.isWord(index + 1) {
            guard text.string(text.tokens[index + 1].range) == "s", year.isMultiple(of: 10) else { return nil }
            return DatePoint(value: "\(year / 10)X", next: index + 2)
        }
        return DatePoint(value: "\(year)", next: index + 1, isBareYear: true)
    }

    /// `21st century`.
    private static func century(at index: Int, in text: TokenizedText) -> DatePoint? {
        guard let (number, next) = dayNumber(at: index, in: text), next == index + 2, text.has(next, .decade) else {
            return nil
        }
        return DatePoint(value: "\(twoDigits(number - 1))XX", next: next + 1)
    }

    /// `early 2003`, `mid-2005`, `late 1990s`.
    private static func part(at index: Int, _ role: EntityWord.Role, in text: TokenizedText) -> DatePoint? {
        let next = text.isMark(index + 1, "-") ? index + 2 : index + 1
        let start = text.has(next, .in) ? next + 1 : next
        guard var point = find(at: start, in: text), point.qualifier == nil else { return nil }
        point.qualifier = role == .early ? .early : role == .mid ? .mid : .late
        point.isBareYear = false
        return point
    }

    /// `first quarter of 2007`, `second half of 2006`: quarters are 33 to 36, halves 40 and 41 (ISO 8601-2, 4.8).
    private static func quarter(at index: Int, _ number: Int, in text: TokenizedText) -> DatePoint? {
        guard let word = text.meaning(index + 1), word.role == .quarter, number <= (word.value == 0 ? 4 : 2) else {
            return nil
        }
        let next = text.has(index + 2, .of) ? index + 3 : index + 2
        let code = (word.value == 0 ? 32 : 39) + number
        return text.year(next).map { DatePoint(value: "\($0)-\(code)", next: next + 1) }
    }

    /// `Q1 2007`.
    private static func quarterLetter(at index: Int, in text: TokenizedText) -> DatePoint? {
        guard text.isWord(index), text.string(text.tokens[index].range) == "Q", text.isGlued(index + 1),
            let number = text.integer(index + 1), (1...4).contains(number)
        else { return nil }
        let next = text.has(index + 2, .of) ? index + 3 : index + 2
        return text.year(next).map { DatePoint(value: "\($0)-\(32 + number)", next: next + 1) }
    }

    // MARK: Values

    /// Whether a token parts the ends of a range.
    static func isRangeMark(_ index: Int, in text: TokenizedText) -> Bool {
        text.isMark(index, "-") || text.has(index, .to)
    }

    private static func date(_ year: Int, _ month: Int, _ day: Int?) -> String? {
        PartialDate(year: year, month: month, day: day)?.description
    }

    private static func range(_ first: String?, _ last: String?, next: Int) -> DatePoint? {
        guard let first, let last, first < last else { return nil }
        return DatePoint(value: "\(first)/\(last)", next: next)
    }

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
