import TesseraModel
import TesseraPages
import TesseraVersions
import TestSupport
import Testing

@Suite("Two versions side by side") struct DiffPageTests {
    private func page(_ old: [[String]], _ new: [[String]], formatting: Bool = false) -> String {
        let old = SampleReports.report(old, revised: "2005-06")
        let new = SampleReports.report(new)
        let page = DiffPage(ReportDifference(old: old, new: new), old: old, new: new, showsFormatting: formatting)
        return String(decoding: page.html, as: UTF8.self)
    }

    @Test func wordsAreMarkedOnBothSides() throws {
        let page = page(
            [["The law sets a fine of 613 dollars in 2006. It stands.", "N/A"]],
            [["The law sets a fine of 705 dollars in 2007. It stands.", "N/A"]]
        )
        #expect(try Tags(page).faults == [])
        let old = try #require(
            page.firstMatch(of: /<div class="old"><p class="text" (.*?)<\/div>/.dotMatchesNewlines())
        )
        #expect(old.output.1.contains("<del>613 </del>") || old.output.1.contains("<del>613</del>"))
        #expect(!old.output.1.contains("<ins>"))
        #expect(old.output.1.contains(" It stands."))
        let new = try #require(
            page.firstMatch(of: /<div class="new"><p class="text" (.*?)<\/div>/.dotMatchesNewlines())
        )
        #expect(new.output.1.contains("<ins>705"))
        #expect(!new.output.1.contains("<del>"))
        #expect(page.contains("data-kind=\"number-updated\""))
    }

    @Test func eachChangeOfTheListHasItsLine() throws {
        let page = page(
            [["The law sets fines.", "N/A"], ["Permits are needed.", "Otters were counted."]],
            [["The law sets high fines.", "Work has begun."], ["Permits are needed.", "Otters were counted."]]
        )
        let entries = page.matches(of: /<a href="#(c\d+)"/).map { String($0.output.1) }
        #expect(entries.count == 2)
        for entry in entries { #expect(page.matches(of: try Regex("id=\"\(entry)\"")).count == 1) }
        #expect(page.contains("data-kind=\"n/a-to-text\""))
        #expect(page.contains("Section II, para 2<span class=\"soft\"> unchanged</span>"))
    }

    /// A row in front of two others, which get the next numbers.
    @Test func renumberedRowsTellTheirOldNames() throws {
        let army = ["The army counts its rifles every year. Depots are locked.", "N/A"]
        let brokers = [
            "Brokers must register with the ministry before they trade.", "Two workshops were held for officials.",
        ]
        var old = SampleReports.report([army, brokers], revised: "2005-06")
        var new = SampleReports.report([["Makers stamp a number on each receiver.", "N/A"], army, brokers])
        let titles = ["Marks are stamped", "Stockpiles are kept safe", "Brokers need a licence"]
        for (index, title) in titles.enumerated() { new.rows[index].titles[0].text = title }
        for (index, title) in titles.dropFirst().enumerated() { old.rows[index].titles[0].text = title }
        let page = String(
            decoding: DiffPage(ReportDifference(old: old, new: new), old: old, new: new).html,
            as: UTF8.self
        )
        #expect(try Tags(page).faults == [])
        let names = "Section II, para 1 → Section II, para 2"
        #expect(page.contains("<span class=\"place\"> row II.1 → II.2</span>"))
        #expect(page.contains("<span class=\"excerpt\" dir=\"auto\"> \(names)</span>"))
        #expect(
            page.contains(
                "<del dir=\"auto\">Section II, para 1</del> → <ins dir=\"auto\">Section II, para 2</ins>"
            )
        )
        #expect(page.contains(/<del>1\s*<\/del>/), "the word that is another is marked")
        #expect(page.contains(/<ins>2\s*<\/ins>/))
    }

    @Test func movesNameBothPlaces() throws {
        let page = page(
            [["The army counts its rifles every year. Depots are locked.", "N/A"]],
            [["Depots are locked.", "The army counts its rifles every year."]]
        )
        #expect(try Tags(page).faults == [])
        #expect(page.contains("<span class=\"place\"> II.1/laws → II.1/work</span>"))
        #expect(page.contains("<a class=\"chip way\" dir=\"ltr\" href=\"#c1\">moved to II.1/work</a>"))
        #expect(page.contains("<span class=\"chip way\" dir=\"ltr\">moved from II.1/laws</span>"))
    }

    @Test func placesOutsideTheMatrixAreWords() {
        var old = SampleReports.report([["a", "b"]], revised: "2005-06")
        var new = SampleReports.report([["a", "b"]])
        old.backMatter = [Matter(Passage("Otters live in the river.", line: 30))]
        new.backMatter = [Matter(Passage("Otters live in the clean river.", line: 30))]
        let page = DiffPage(ReportDifference(old: old, new: new), old: old, new: new).html
        #expect(String(decoding: page, as: UTF8.self).contains("<span class=\"place\"> text around the matrix</span>"))
    }

    @Test func whatIsTheSameSaysSo() throws {
        let page = page([["a", "b"]], [["a", "b"]])
        #expect(page.contains("The two versions say the same."))
        #expect(try Tags(page).faults == [])
    }

    @Test func formattingIsShownWhereItIsAskedFor() {
        let old = [["The “law” sets fines.", "b"]]
        let new = [["The \"law\" sets fines.", "b"]]
        #expect(!page(old, new).contains("data-kind=\"formatting-only\""))
        #expect(page(old, new, formatting: true).contains("data-kind=\"formatting-only\""))
    }

    @Test func addedAndRemovedRowsHaveOneSide() throws {
        let page = page(
            [["Otters live in the river.", "b"]],
            [["Otters live in the river.", "b"], ["Herons nest here now.", "d"]]
        )
        #expect(try Tags(page).faults == [])
        #expect(page.contains("data-kind=\"added\""))
        #expect(page.contains("Herons nest here now."))
    }
}
