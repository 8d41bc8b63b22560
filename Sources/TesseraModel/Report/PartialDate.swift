/// A calendar date, or as much of one as a text gives: a year, a month, or a day.
public struct PartialDate: Sendable, Hashable, CustomStringConvertible {
    public var year: Int
    /// 1 to 12.
    public var month: Int?
    /// 1 to 31, and no more than the month has.
    public var day: Int?

    /// Nil for a date that the Gregorian calendar does not know.
    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day { guard (1...PartialDate.days(in: month, of: year)).contains(day) else { return nil } }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads what ``description`` writes; nil for anything else.
    public init?(_ notation: String) {
        let parts = notation.split(separator: "-", omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        guard numbers.count == parts.count, (1...3).contains(parts.count) else { return nil }
        self.init(year: numbers[0], month: numbers.dropFirst().first, day: numbers.dropFirst(2).first)
        guard description == notation else { return nil }
    }

    /// ISO 8601 with the precision that is known: `2007-07-17`, `2006-06`, `2005`.
    public var description: String {
        [Optional(year), month, day].compactMap(\.self).enumerated()
            .map { index, number in
                let digits = String(number)
                return String(repeating: "0", count: max(0, (index == 0 ? 4 : 2) - digits.count)) + digits
            }
            .joined(separator: "-")
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 4, 6, 9, 11: 30
        case 2: year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400)) ? 29 : 28
        default: 31
        }
    }
}
