import TesseraModel

/// Dates as HTTP has them (RFC 9110, section 5.6.7).
enum HTTPDate {
    private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// The one form that may be sent: `Tue, 17 Jul 2007 12:00:00 GMT`.
    static func format(_ moment: Moment) -> String {
        let date = moment.calendar
        let day = "\(weekdays[date.weekday]), \(date.day.digits(2)) \(months[date.month - 1]) \(date.year.digits(4))"
        return "\(day) \(date.hour.digits(2)):\(date.minute.digits(2)):\(date.second.digits(2)) GMT"
    }

    /// Reads the form of today and the two obsolete ones; nil for anything else.
    ///
    /// - Parameters:
    ///   - text: the date.
    ///   - now: by which years of two digits are understood: none lies more than 50 years ahead.
    static func parse(_ text: String, now: Moment) -> Moment? {
        let words = text.split { $0 == " " || $0 == "," || $0 == "-" }.map(String.init)
        switch words.count {
        case 6 where words[5] == "GMT":
            // Tue, 17 Jul 2007 12:00:00 GMT, or Tuesday, 17-Jul-07 12:00:00 GMT
            guard isWeekday(words[0]), let year = year(words[3], now: now) else { return nil }
            return moment(year, words[2], words[1], words[4])
        case 5:
            // Tue Jul 17 12:00:00 2007
            guard isWeekday(words[0]), words[4].count == 4, let year = number(words[4]) else { return nil }
            return moment(year, words[1], words[2], words[3])
        default: return nil
        }
    }

    private static func isWeekday(_ word: String) -> Bool {
        weekdays.contains { word.hasPrefix($0) }
    }

    private static func year(_ word: String, now: Moment) -> Int? {
        guard let number = number(word) else { return nil }
        if word.count == 4 { return number }
        guard word.count == 2 else { return nil }
        let current = now.calendar.year
        let year = current - current % 100 + number
        return year > current + 50 ? year - 100 : year
    }

    private static func moment(_ year: Int, _ month: String, _ day: String, _ time: String) -> Moment? {
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { number(String($0)) }
        guard parts.count == 3, let hour = parts[0], let minute = parts[1], let second = parts[2],
            let month = months.firstIndex(of: month), let day = number(day)
        else { return nil }
        return Moment(year: year, month: month + 1, day: day, hour: hour, minute: minute, second: second)
    }

    /// Without a sign, and small enough for a date.
    private static func number(_ word: String) -> Int? {
        guard (1...4).contains(word.utf8.count), word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
            return nil
        }
        return Int(word)
    }
}
