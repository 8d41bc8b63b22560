/// A moment in milliseconds since the beginning of 1970, UTC.
public struct Moment: Sendable, Hashable, Comparable {
    /// Milliseconds since the beginning of 1970, UTC.
    public var milliseconds: Int

    /// Makes a moment.
    ///
    /// - Parameter milliseconds: Milliseconds since the beginning of 1970, UTC.
    public init(milliseconds: Int) { self.milliseconds = milliseconds }

    /// Makes a moment from a date of the Gregorian calendar and a time of day, UTC; nil where there is no such.
    ///
    /// The number of the day is worked out as in H. Hinnant, "chrono-compatible low-level date algorithms".
    package init?(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day), (0...23).contains(hour),
            // A minute may have a leap second (RFC 9110, section 5.6.7).
            (0...59).contains(minute), (0...60).contains(second)
        else { return nil }
        let shifted = month <= 2 ? year - 1 : year
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        let days = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
        milliseconds = ((days * 24 + hour) * 60 + minute) * 60_000 + second * 1_000
        let calendar = Moment(milliseconds: days * 86_400_000).calendar
        guard calendar.month == month, calendar.day == day else { return nil }
    }

    /// The moment without fractions of a second, as it is written down.
    package var inSeconds: Moment { Moment(milliseconds: milliseconds.dividedDown(by: 1_000) * 1_000) }

    /// The moment so many milliseconds later.
    package static func + (moment: Moment, milliseconds: Int) -> Moment {
        Moment(milliseconds: moment.milliseconds + milliseconds)
    }

    /// Milliseconds from one moment to another.
    package static func - (later: Moment, earlier: Moment) -> Int { later.milliseconds - earlier.milliseconds }

    public static func < (one: Moment, other: Moment) -> Bool { one.milliseconds < other.milliseconds }
}

extension Moment {
    package struct Calendar: Equatable {
        package var year: Int
        package var month: Int
        package var day: Int
        package var hour: Int
        package var minute: Int
        package var second: Int
        /// 0 for Sunday.
        package var weekday: Int
    }

    /// Date and time of day, UTC; fractions of a second are left out.
    package var calendar: Calendar {
        let seconds = milliseconds.dividedDown(by: 1_000)
        let days = seconds.dividedDown(by: 86_400)
        let rest = seconds - days * 86_400
        let shifted = days + 719_468
        let era = shifted.dividedDown(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return Calendar(
            year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
            month: month,
            day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1,
            hour: rest / 3_600,
            minute: rest / 60 % 60,
            second: rest % 60,
            weekday: (days + 4) - (days + 4).dividedDown(by: 7) * 7
        )
    }
}

extension Moment: CustomStringConvertible {
    /// ISO 8601 to the second: `2026-11-28T20:52:53Z`.
    public var description: String {
        let date = calendar
        let day = "\(date.year.digits(4))-\(date.month.digits(2))-\(date.day.digits(2))"
        return "\(day)T\(date.hour.digits(2)):\(date.minute.digits(2)):\(date.second.digits(2))Z"
    }

    /// Reads what ``description`` writes; nil for anything else.
    ///
    /// - Parameter notation: The text.
    public init?(_ notation: String) {
        let numbers = notation.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
        guard numbers.count == 6 else { return nil }
        self.init(
            year: numbers[0],
            month: numbers[1],
            day: numbers[2],
            hour: numbers[3],
            minute: numbers[4],
            second: numbers[5]
        )
        guard description == notation else { return nil }
    }
}

extension Int {
    /// Divides and rounds down, also below zero.
    fileprivate func dividedDown(by divisor: Int) -> Int {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }

    /// In decimal, with zeros in front where it has fewer digits.
    package func digits(_ count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.count)) + text
    }
}
