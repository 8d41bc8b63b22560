import TesseraModel
import TesseraPages
import TesseraVersions
import TestSupport
import Testing

@Suite("Pages are made the same way each time, and of large reports too") struct SizeTests {
    /// Rows with words in them, always the same.
    private func report(rows: Int) -> Report {
        let words = ["arms", "trade", "law", "export", "permit", "control", "report", "border", "training", "police"]
        var generator = SeededGenerator(seed: 9)
        let texts = (0..<rows).map { _ in
            (0..<2).map { _ in
                (0..<Int.random(in: 1...60, using: &generator))
                    .map { _ in words[Int.random(in: 0..<words.count, using: &generator)] }.joined(separator: " ")
            }
        }
        return SampleReports.report(texts)
    }

    @Test func sameReportSameBytes() {
        let report = report(rows: 20)
        #expect(ReportPage(report).html == ReportPage(report).html)
        var other = report
        other.cells[7].paragraphs[0].text += " more"
        let difference = ReportDifference(old: report, new: other)
        #expect(
            DiffPage(difference, old: report, new: other).html == DiffPage(difference, old: report, new: other).html
        )
    }

    @Test func aThousandRowsAreAllThere() {
        let report = report(rows: 1000)
        let page = String(decoding: ReportPage(report).html, as: UTF8.self)
        #expect(page.components("<article class=\"row\"") == 1000)
        #expect(page.components("<section class=\"cell ") == 2000)
        let texts = report.cells.reduce(0) { $0 + $1.text.utf8.count }
        // What a cell costs besides its text stays small.
        #expect(page.utf8.count < texts + 2000 * 1200)
    }
}

extension String {
    /// How often a piece stands in the text.
    fileprivate func components(_ piece: String) -> Int {
        matches(of: Regex<Substring>(verbatim: piece)).count
    }
}
