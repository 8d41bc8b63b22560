import TesseraModel
import Testing

/// Dates of which a year, a month or a day is known.
@Suite struct PartialDateTests {
    @Test(arguments: [
        (2007, 7, 17, "2007-07-17"), (2006, 6, nil, "2006-06"), (2005, nil, nil, "2005"), (12, 1, 2, "0012-01-02"),
        (2008, 2, 29, "2008-02-29"), (2000, 2, 29, "2000-02-29"), (9999, 12, 31, "9999-12-31"),
    ])
    func isWrittenWithThePrecisionThatIsKnown(year: Int, month: Int?, day: Int?, written: String) throws {
        #expect(try #require(PartialDate(year: year, month: month, day: day)).description == written)
    }

    @Test(arguments: [
        (2007, 6, 31), (2007, 2, 29), (1900, 2, 29), (2007, 13, 1), (2007, 0, 1), (2007, 7, 0), (2007, 7, 32),
        (2007, 11, 31), (0, 1, 1), (10_000, 1, 1), (2007, nil, 17),
    ])
    func isNoDateOutsideTheCalendar(year: Int, month: Int?, day: Int?) {
        #expect(PartialDate(year: year, month: month, day: day) == nil)
    }

    @Test(arguments: [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].enumerated().map { ($0 + 1, $1) })
    func knowsTheLengthOfEachMonth(month: Int, length: Int) {
        #expect(PartialDate(year: 2007, month: month, day: length) != nil)
        #expect(PartialDate(year: 2007, month: month, day: length + 1) == nil)
    }
}
