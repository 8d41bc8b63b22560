import TesseraModel
import TesseraPages
import TestSupport
import Testing

@Suite("The page of a report") struct ReportPageTests {
    private func page(_ report: Report, states: LinkStates = LinkStates()) -> String {
        String(decoding: ReportPage(report, states: states).html, as: UTF8.self)
    }

    @Test func showsEachCellInTheMapAndInTheMatrix() throws {
        let page = page(SampleReports.report([["Text of one", "N/A"], ["", "Text of two"]]))
        #expect(try Tags(page).faults == [])
        #expect(page.contains("class=\"square text\" href=\"#r1c1\""))
        #expect(page.contains("aria-label=\"II.1, Laws &amp; rules: text, 3 words\""))
        #expect(page.contains("class=\"square na\" href=\"#r1c2\" data-sign=\"–\""))
        #expect(page.contains("class=\"square empty\" href=\"#r2c1\""))
        #expect(page.contains("<section class=\"cell text\" id=\"r2c2\""))
        #expect(page.contains(">Text of two</p>"))
        #expect(page.contains("line 21, columns 1 to 12"), "where the cell stands in the source")
    }

    @Test func aCellThatIsNotThereIsMissing() {
        var report = SampleReports.report([["a", "b"]])
        report.cells.removeLast()
        let page = page(report)
        #expect(page.contains("class=\"square missing\" href=\"#r1c2\" data-sign=\"×\""))
        #expect(page.contains("<section class=\"cell missing\" id=\"r1c2\""))
    }

    @Test func doubtIsShownBySignAndWord() {
        var report = SampleReports.report([["a", "b"]])
        report.cells[0].confidence = 0.5
        report.cells[0].uncertainties = [.cellBorder]
        let page = page(report)
        #expect(page.contains("class=\"square text unsure\" href=\"#r1c1\" data-sign=\"?\""))
        #expect(page.contains("Laws &amp; rules: text, 1 word, uncertain"))
        #expect(page.contains("0.5: uncertain-cell-border"))
        #expect(page.contains("<option value=\"uncertain\">uncertain</option>"))
    }

    @Test func marksAcronymsLinksAndReferences() {
        let text = "The ATF (see www.example.org), as in Section II, para 2."
        var report = SampleReports.report([[text, "N/A"], ["b", "c"]])
        let cell = CellAddress(row: "II.1", column: "laws")
        report.acronyms = [Acronym(id: "ATF", acronym: "ATF", expansion: "Bureau of A & T", source: .glossary)]
        report.mentions = [
            AcronymMention(
                acronym: "ATF",
                cell: cell,
                asWritten: "ATF",
                range: SampleReports.range(of: "ATF", in: text)
            )
        ]
        report.links = [
            Link(
                kind: .url,
                asWritten: "www.example.org",
                url: "http://www.example.org/",
                host: "www.example.org",
                repairs: [],
                place: .cell(cell),
                range: SampleReports.range(of: "www.example.org", in: text)
            )
        ]
        report.references = [
            Reference(
                id: "II.1/laws#II.2",
                row: "II.2",
                cell: cell,
                key: ParagraphKey(section: "II", paragraph: "2"),
                role: .mention,
                asWritten: "Section II, para 2",
                range: SampleReports.range(of: "Section II, para 2", in: text)
            )
        ]
        let states = LinkStates(
            csv: Array("url,status,verdict,http_status\nhttp://www.example.org/,not-found,dead,404\n".utf8)
        )
        let page = page(report, states: states)
        #expect(page.contains("<a class=\"acronym\" href=\"#a1\" aria-describedby=\"a1-means\">ATF</a>"))
        #expect(page.contains("id=\"a1-means\" class=\"t\" dir=\"auto\">Bureau of A &amp; T</span>"))
        #expect(
            page.contains("<a class=\"link\" href=\"http://www.example.org/\" rel=\"noreferrer\">www.example.org</a>")
        )
        #expect(page.contains("<span class=\"state dead\">"))
        #expect(page.contains("dead: not-found (404)"))
        #expect(page.contains("<a class=\"ref\" href=\"#r2\">Section II, para 2</a>."))
        #expect(page.contains("data-has=\"a1\""))
    }

    @Test func placesThatTheTextHasNotAreLeftOut() throws {
        var report = SampleReports.report([["é", "b"]])
        let cell = CellAddress(row: "II.1", column: "laws")
        report.acronyms = [Acronym(id: "X", acronym: "X", expansion: nil, source: .none)]
        for range in [0..<1, 1..<2, 5..<9, 0..<99] {
            report.mentions.append(AcronymMention(acronym: "X", cell: cell, asWritten: "X", range: range))
        }
        let page = page(report)
        #expect(page.contains(">é</p>"))
        #expect(try Tags(page).faults == [])
    }

    @Test func filtersAreThoseThatTheReportHas() {
        var report = SampleReports.report([["Mexico and Canada", "N/A"]])
        let cell = CellAddress(row: "II.1", column: "laws")
        report.entities = [
            Entity(kind: .country, text: "Mexico", value: "MEX", cell: cell, range: 0..<6),
            Entity(kind: .country, text: "Canada", value: "CAN", cell: cell, range: 11..<17),
            Entity(kind: .country, text: "Congo", value: "COD/COG", cell: cell, range: 0..<1),
        ]
        let page = page(report)
        #expect(page.contains("<option value=\"CAN\">Canada</option><option value=\"MEX\">Mexico</option>"))
        #expect(page.contains("data-has=\"MEX CAN COD COG\""))
        #expect(page.contains("<option value=\"not-applicable\">not applicable</option>"))
        #expect(page.contains("<option value=\"0\">II</option>"), "the sections that labels name")
        #expect(!page.contains("name=\"acronym\""), "there are none to choose from")
    }

    @Test func whatMeansWhatItSaysIsSaidOnce() {
        var report = SampleReports.report([["DOS and Mexico", "N/A"]])
        let cell = CellAddress(row: "II.1", column: "laws")
        report.entities = [
            Entity(kind: .organisation, text: "DOS", value: "DOS", cell: cell, range: 0..<3),
            Entity(kind: .country, text: "Mexico", value: "MEX", cell: cell, range: 8..<14),
        ]
        #expect(page(report).contains(">DOS; Mexico = MEX</span>"))
    }

    @Test(arguments: [
        ("mailto:otter@example.org", "otter@example.org"),
        ("MAILTO:otter@example.org?subject=fish", "otter@example.org"),
    ])
    func mailboxesAreShownAsPeopleWriteThem(url: String, shown: String) {
        var report = SampleReports.report([["Write to us.", "N/A"]])
        let cell = CellAddress(row: "II.1", column: "laws")
        report.links = [
            Link(kind: .email, asWritten: "us", url: url, host: "", repairs: [], place: .cell(cell), range: 9..<11)
        ]
        let page = page(report)
        #expect(page.contains("<a class=\"link\" href=\"\(url)\" rel=\"noreferrer\">\(shown)</a>"))
        #expect(page.contains("<a href=\"\(url)\" rel=\"noreferrer\">\(shown)</a>"))
    }

    @Test func whatWasLeftOutIsShownOnDemand() {
        var report = SampleReports.report([["a", "b"]])
        report.discarded = [Discarded(Passage("Page 3", line: 9), reason: .pageNumber)]
        let page = page(report)
        #expect(page.contains("<details id=\"discarded\"><summary>What was left out: 1 piece</summary>"))
        #expect(page.contains(">Page 3</td><td class=\"short\">page-number</td><td>line 9, columns 1 to 7</td>"))
    }

    @Test(arguments: [("ar", true), ("he-IL", true), ("en", false), (nil, true)] as [(String?, Bool)])
    func columnsRunAsTheLanguageDoes(language: String?, isRightToLeft: Bool) {
        var report = SampleReports.report([["نص", "נוסח"]], title: "מסמך", language: language)
        for index in report.columns.indices { report.columns[index].heading.text = "عمود" }
        let page = page(report)
        #expect(page.contains("<div class=\"cells\" dir=\"rtl\">") == isRightToLeft)
        #expect(page.contains("dir=\"auto\" lang=\"ar\">نص</p>") == (language == "ar"))
    }

    @Test func plotsAreTablesWithTheirNumbers() {
        let page = page(SampleReports.report([["one two three", "N/A"]]))
        #expect(page.contains("<caption>Words per cell</caption>"))
        #expect(page.contains("<th scope=\"row\" dir=\"auto\">1 to 10</th><td class=\"number\">2</td>"))
        #expect(!page.contains("<caption>Links per column</caption>"), "there are none")
    }
}
