import TesseraModel
import Testing

@testable import TesseraLinks

@Suite struct TimeTests {
    static let now = Moment(milliseconds: 1_185_000_000_000)

    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (951_782_400_000, "2000-02-29T00:00:00Z"), (-1_000, "1969-12-31T23:59:59Z"),
        (1_184_673_600_000, "2007-07-17T12:00:00Z"), (4_107_542_399_000, "2100-02-28T23:59:59Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00Z"), (-62_135_596_800_000, "0001-01-01T00:00:00Z"),
    ])
    func `Moments as text, and back`(_ milliseconds: Int, _ text: String) {
        #expect(Moment(milliseconds: milliseconds).description == text)
        #expect(Moment(text) == Moment(milliseconds: milliseconds))
    }

    /// Every day of 400 years: each is the one after the day before, and comes back from its text.
    @Test func `Days follow one another`() {
        var day = Moment(milliseconds: 946_684_800_000)
        for _ in 0..<146_097 {
            let (today, tomorrow) = (day.calendar, (day + 86_400_000).calendar)
            let isNext = tomorrow.day == today.day + 1 && tomorrow.month == today.month
            let isFirst = tomorrow.day == 1 && today.day >= 28
            guard isNext || isFirst, tomorrow.weekday == (today.weekday + 1) % 7, Moment(day.description) == day else {
                Issue.record("\(today) is followed by \(tomorrow)")
                return
            }
            day = day + 86_400_000
        }
        #expect(day.description == "2400-01-01T00:00:00Z")
    }

    @Test(arguments: [
        "", "2007-07-17", "2007-02-29T00:00:00Z", "2007-07-17T12:00:00", "2007-07-17T25:00:00Z", "1-2-3-4-5-6",
    ])
    func `What is no moment`(_ text: String) {
        #expect(Moment(text) == nil)
    }

    @Test func `Dates of HTTP`() {
        let moment = Moment("1994-11-06T08:49:37Z")
        #expect(moment.map(HTTPDate.format) == "Sun, 06 Nov 1994 08:49:37 GMT")
        for text in [
            "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        ] {
            #expect(HTTPDate.parse(text, now: Self.now) == moment, "\(text)")
        }
    }

    @Test func `A year of two digits is the nearest one that is not far ahead`() {
        #expect(HTTPDate.parse("Monday, 01-Jan-57 00:00:00 GMT", now: Self.now)?.calendar.year == 2057)
        #expect(HTTPDate.parse("Monday, 01-Jan-58 00:00:00 GMT", now: Self.now)?.calendar.year == 1958)
    }

    @Test(arguments: [
        "", "soon", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 31 Feb 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 8:49 GMT", "Day, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 199 08:49:37 GMT",
        "Sun, +6 Nov 1994 08:49:37 GMT",
    ])
    func `What is no date`(_ text: String) {
        #expect(HTTPDate.parse(text, now: Self.now) == nil)
    }
}
