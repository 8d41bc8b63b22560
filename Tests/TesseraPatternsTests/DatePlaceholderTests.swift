import TesseraModel
import TesseraPatterns
import Testing

/// The notations of dates in English-language reports.
@Suite struct DatePlaceholderTests {
    private func date(_ text: String) throws -> [String]? {
        try Pattern("REVISED AND UPDATED {revised:date}").match("Revised and updated \(text)", .whole)?["revised"]?
            .items
    }

    @Test(arguments: [
        ("July 17, 2007", "2007-07-17"), ("July 17,2007", "2007-07-17"), ("July17,2007", "2007-07-17"),
        ("July 8 2005", "2005-07-08"), ("June 2006", "2006-06"), ("June, 2006", "2006-06"),
        ("17 July 2007", "2007-07-17"), ("17 July, 2007", "2007-07-17"), ("2007-07-17", "2007-07-17"),
        ("2007–07–17", "2007-07-17"), ("JULY 17, 2007", "2007-07-17"), ("july 17 , 2007", "2007-07-17"),
        ("July\u{A0}17,\u{A0}2007", "2007-07-17"), ("Jul 17, 2007", "2007-07-17"), ("Aug. 3, 2012", "2012-08-03"),
        ("August 3rd, 2012", "2012-08-03"), ("1st August 2012", "2012-08-01"), ("2nd December 2005", "2005-12-02"),
        ("22nd of", nil), ("February 29, 2008", "2008-02-29"),
    ])
    func isReadInEveryNotation(written: String, date: String?) throws {
        #expect(try self.date(written) == date.map { [$0] })
    }

    @Test(
        arguments: zip(
            [
                "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
                "November", "December",
            ],
            1...12
        )
    )
    func knowsEveryMonth(name: String, number: Int) throws {
        let month = number < 10 ? "0\(number)" : "\(number)"
        #expect(try date("\(name) 9, 2008") == ["2008-\(month)-09"])
        #expect(try date("9 \(name.prefix(3)). 2008") == ["2008-\(month)-09"])
        #expect(try date("3rd \(name) 2008") == ["2008-\(month)-03"])
    }

    @Test(arguments: [
        "June 31, 2007", "February 29, 2007", "July 0, 2007", "31 November 2007", "July 17", "2007", "7/8/2005",
        "2007-13-01", "2007-7-17", "Juli 17, 2007", "July 17, 07", "July 172007", "July 17, 20071", "July 1 7, 2007",
        "17 2007", "",
    ])
    func isRefusedOtherwise(text: String) throws {
        #expect(try date(text) == nil)
    }

    @Test func carriesItsPrecision() throws {
        let match = try #require(try Pattern("{d:date}").match("Last Revised and Updated June 2006.", .anywhere))
        #expect(match["d"] == .date(try #require(PartialDate(year: 2006, month: 6))))
        #expect(match.range == 25..<34)
    }
}
