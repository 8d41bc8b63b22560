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

    @Test func oneDateMakesNoTimeline() {
        #expect(!page(["2003", nil]).contains("<circle"))
    }

    @Test func itRunsNoScript() {
        #expect(page(["2003", "2004"]).contains("script-src 'none'"))
    }
}
