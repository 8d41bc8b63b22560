import TesseraModel
import TesseraPages
import Testing

@Suite("The page that leads to others") struct IndexPageTests {
    private func page(_ revisions: [String?], titles: [String] = []) -> String {
        let entries = revisions.enumerated().map { number, revised in
            let title = number < titles.count ? titles[number] : "Report"
            return IndexPage.Entry(
                SampleReports.report([["a b", "N/A"]], title: title, revised: revised),
                file: "\(number).html"
            )
        }
        return String(decoding: IndexPage(entries).html, as: UTF8.self)
    }

    /// The files that the list leads to, in its order.
    private func order(_ page: String) throws -> [String] {
        let list = try #require(page.split(separator: "class=\"reports\"").last)
        return list.matches(of: try Regex("href=\"(\\d).html\"", as: (Substring, Substring).self)).map {
            String($0.output.1)
        }
    }

    @Test func reportsStandInTheOrderOfTheirDates() throws {
        let page = page(["2007-07-17", nil, "2003", "2005-06"])
        #expect(try Tags(page).faults == [])
        #expect(try order(page) == ["2", "3", "0", "1"])
        #expect(page.contains("<h1>4 reports</h1>"))
        #expect(page.contains("Revised 2003 to 2007-07-17"))
    }

    @Test func thePointsOfATimelineAreInTheOrderOfTheDates() throws {
        let page = page(["2003-01-01", "2005-01-01", "2006-01-01"], titles: ["Rivers", "Rivers", "Lakes"])
        let places = page.matches(
            of: try Regex("cx=\"(\\d+)\" cy=\"(\\d+)\"", as: (Substring, Substring, Substring).self)
        )
        let points = places.compactMap { place in
            Int(place.output.1).flatMap { x in Int(place.output.2).map { (x, $0) } }
        }
        try #require(points.count == 3)
        #expect(points[0].0 < points[1].0 && points[1].0 < points[2].0)
        #expect(points[0].1 == points[1].1, "editions of one report stand on one line")
        #expect(points[1].1 < points[2].1)
        #expect(page.contains("aria-label=\"Rivers, revised 2005-01-01\""))
    }

    @Test func editionsOfOneTitleHaveLinksOfTheirOwn() throws {
        let page = page(["2003", "2005-06"])
        let links = page.matches(
            of: try Regex("(?s)<a href=\"\\d.html\"><span.*?</a>", as: Substring.self)
        )
        .map { String($0.output) }
        try #require(links.count == 2)
        #expect(links[0].contains(" revised 2003 <code>matrix-2003</code>"))
        #expect(links[1].contains(" revised 2005-06 <code>matrix-2005-06</code>"))
    }

    @Test func noYearRunsThroughATitle() throws {
        let page = page(["2003", "2004", "2006"], titles: ["Rivers", "Lakes", "Rivers"])
        let titles = page.matches(
            of: try Regex("class=\"title\" x=\"\\d+\" y=\"(\\d+)\"", as: (Substring, Substring).self)
        )
        .compactMap { Int($0.output.1) }
        let years = page.matches(
            of: try Regex("y1=\"(\\d+)\" y2=\"(\\d+)\"", as: (Substring, Substring, Substring).self)
        )
        .compactMap { line in Int(line.output.1).flatMap { top in Int(line.output.2).map { (top, $0) } } }
        #expect(titles.count == 2 && years.count > 4)
        for title in titles {
            // A letter is fourteen units high, and a part of it hangs below the line.
            let isFree = years.allSatisfy { top, bottom in bottom < title - 11 || top > title + 3 }
            #expect(isFree, "\(title)")
        }
    }

    @Test func oneDateMakesNoTimeline() {
        #expect(!page(["2003", nil]).contains("<circle"))
    }

    @Test func itRunsNoScript() {
        #expect(page(["2003", "2004"]).contains("script-src 'none'"))
    }
}
