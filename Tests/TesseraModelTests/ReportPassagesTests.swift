import TesseraModel
import TestSupport
import Testing

/// That no passage of a report is forgotten: conservation and normalisation rest on it.
@Suite struct ReportPassagesTests {
    /// The names of all passages of ``report``, with where they stand, in the order of the report.
    private let expected: [(Report.Destination, String)] = [
        (.columnHeading, "heading 1"), (.columnHeading, "heading 2"),
        (.rowHeading, "label 1"), (.rowHeading, "label 2"), (.rowHeading, "title"),
        (.cell, "paragraph 1"), (.cell, "paragraph 2"), (.cell, "N/A"), (.coveredCell, "N/A"),
        (.glossary, "ATF"), (.glossary, "Bureau"), (.glossary, "DDA"),
        (.resources, "organisation"), (.resources, "entry"), (.resources, "www.example.org"),
        (.frontMatter, "revised"), (.backMatter, "end"), (.discarded, "- 1 -"),
    ]

    private func passage(_ text: String) -> Passage { Passage(text, line: 1) }

    /// A report that holds a passage wherever one can be.
    private var report: Report {
        var report = Report(
            identity: Report.Identity(id: "matrix", title: "Matrix", language: "en", scheme: "PoA"),
            source: Origin(path: "a.txt", mediaType: "text/plain", sha256: "", bytes: 0)
        )
        report.columns = [
            Column(id: "commitment", role: .rowHeading, heading: passage("heading 1")),
            Column(id: "laws", role: .content, heading: passage("heading 2")),
        ]
        report.rows = [
            Row(
                id: "II.7+II.8",
                position: 1,
                labels: [passage("label 1"), passage("label 2")],
                titles: [passage("title")],
                references: [],
                provenance: []
            )
        ]
        report.cells = [["paragraph 1", "paragraph 2"], [], ["N/A"]].enumerated().map { index, texts in
            Cell(
                address: CellAddress(row: "II.7+II.8", column: "column \(index)"),
                status: .text,
                paragraphs: texts.map(passage),
                provenance: []
            )
        }
        // The third cell covers the address of the fourth as well.
        let third = report.cells[2]
        var fourth = third
        fourth.address.column = "column 3"
        fourth.spans = [CellSpan(origin: third.address, paragraphs: 0..<1)]
        report.cells.append(fourth)
        report.glossary = [
            GlossaryEntry(key: passage("ATF"), expansion: passage("Bureau")),
            GlossaryEntry(key: passage("DDA"), expansion: nil),
        ]
        report.organisations = [passage("organisation")]
        report.resources = [
            ResourceEntry(id: "R1", organisation: 0, titles: [passage("entry")], target: passage("www.example.org")),
            ResourceEntry(id: "R2", organisation: nil, titles: [], target: nil),
        ]
        report.frontMatter = [Matter(passage("revised"), role: .revision)]
        report.backMatter = [Matter(passage("end"))]
        report.discarded = [Discarded(passage("- 1 -"), reason: Discarded.Reason(rawValue: "page-number"))]
        return report
    }

    @Test func visitsEveryPassageOnce() {
        let visited = report.passages()
        #expect(visited.map(\.passage.text) == expected.map(\.1))
        #expect(visited.map(\.destination) == expected.map(\.0))
    }

    @Test func leadsToEveryDestination() {
        #expect(Set(report.passages().map(\.destination)) == Set(Report.Destination.allCases))
    }

    @Test func changesEveryPassageInPlace() {
        var report = report
        report.updatePassages { $1.text += "!" }
        #expect(report.passages().map(\.passage.text) == expected.map { $0.1 + "!" })
        report.updatePassages { $1.text.removeLast() }
        #expect(report == self.report)
    }

    @Test func givesTheTextsThatCanHoldLinks() {
        let texts = report.texts()
        #expect(
            texts.map(\.address.description) == [
                "front-matter/1", "column-heading/commitment", "column-heading/laws", "row-heading/II.7+II.8",
                "II.7+II.8/column 0", "II.7+II.8/column 1", "II.7+II.8/column 2", "II.7+II.8/column 3",
                "glossary-key/1", "glossary/1",
                "glossary-key/2", "organisation/1", "resource-title/R1", "resources/R1", "back-matter/1",
            ]
        )
        #expect(texts.map(\.text).contains("label 1\n\nlabel 2\n\ntitle"))
        #expect(texts.map(\.text).contains("paragraph 1\n\nparagraph 2"))
    }
}
