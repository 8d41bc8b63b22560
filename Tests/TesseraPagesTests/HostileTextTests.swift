import TesseraModel
import TesseraPages
import TesseraVersions
import TestSupport
import Testing

/// A text of a report may be anything: the pages show it, and obey none of it.
@Suite("Hostile texts") struct HostileTextTests {
    private static let hostile =
        "</p><script>alert(1)</script><img src=x onerror=alert(2)>\"' --> ]]> &lt;\u{0}\u{202E}"

    /// A report in which a text stands wherever one may.
    private static func report(_ text: String) -> Report {
        var report = SampleReports.report([[text, text], [text, "b"]], title: text, language: text)
        report.identity.id = text
        report.identity.documentCode = text
        report.source.path = text
        for index in report.columns.indices { report.columns[index].heading.text = text }
        for index in report.rows.indices {
            report.rows[index].labels[0].text = text
            report.rows[index].titles[0].text = text
            report.rows[index].group = text
        }
        let cell = report.cells[0].address
        report.cells[1].status = CellStatus(rawValue: text)
        report.cells[1].confidence = 0.5
        report.cells[1].uncertainties = [Uncertainty.Reason(rawValue: text)]
        report.acronyms = [
            Acronym(
                id: text,
                acronym: text,
                expansion: text,
                qualifier: text,
                source: .glossary,
                authority: text,
                conflict: text
            )
        ]
        report.mentions = [AcronymMention(acronym: text, cell: cell, asWritten: text, range: 0..<3)]
        report.entities = [Entity(kind: .country, text: text, value: "MEX", unit: text, cell: cell, range: 4..<6)]
        report.links = [
            Link(kind: .url, asWritten: text, url: text, host: text, repairs: [], place: .cell(cell), range: 7..<9),
            Link(
                kind: .url,
                asWritten: text,
                url: "javascript:alert(3)",
                host: "",
                repairs: [],
                place: .backMatter(1),
                range: 0..<4
            ),
        ]
        report.references = [
            Reference(
                id: text,
                row: "II.2",
                cell: cell,
                key: nil,
                role: .document,
                asWritten: text,
                range: 10..<12,
                target: text
            )
        ]
        report.frontMatter = [Matter(Passage(text, line: 1))]
        report.backMatter = [Matter(Passage(text, line: 2))]
        report.discarded = [Discarded(Passage(text, line: 3), reason: Discarded.Reason(rawValue: text))]
        report.organisations = [Passage(text, line: 4)]
        report.resources = [
            ResourceEntry(id: text, organisation: 0, titles: [Passage(text, line: 5)], target: Passage(text, line: 6))
        ]
        return report
    }

    private static func diagnostics(_ text: String) -> [Diagnostic] { [Diagnostic(text, .warning, text)] }

    /// What a page holds of elements, whatever its texts are.
    private func tags(_ bytes: [UInt8]) throws -> [String] {
        let page = String(decoding: bytes, as: UTF8.self)
        let tags = try Tags(page)
        #expect(tags.faults == [])
        let markup = page.markupAlone
        for sign in ["<script>", "<img", "href=\"javascript:", "</p><", "\u{0}"] {
            let isThere = markup.contains(sign)
            #expect(!isThere, "\(sign)")
        }
        return tags.opened
    }

    @Test func pagesOfReportsAddNoElement() throws {
        let hostile = ReportPage(Self.report(Self.hostile), diagnostics: Self.diagnostics(Self.hostile)).html
        // As long, so that the same places are inside of it.
        let plain = String(repeating: "x", count: Self.hostile.utf8.count)
        let harmless = ReportPage(Self.report(plain), diagnostics: Self.diagnostics(plain)).html
        #expect(try tags(hostile).count == tags(harmless).count)
    }

    @Test func indexesAddNoElement() throws {
        let pages = [Self.hostile, "plain"].map { text in
            IndexPage([
                IndexPage.Entry(Self.report(text), file: "a.html"), IndexPage.Entry(Self.report(text), file: "b.html"),
            ])
        }
        #expect(try tags(pages[0].html) == tags(pages[1].html))
    }

    @Test func comparisonsAddNoElement() throws {
        let old = Self.report("before \(Self.hostile)")
        let new = Self.report("behind \(Self.hostile)")
        _ = try tags(DiffPage(ReportDifference(old: old, new: new), old: old, new: new).html)
    }

    @Test(arguments: [
        ("../../etc/passwd", "report..-..-etc-passwd.html"), ("a b/c", "a-b-c.html"), ("", "report.html"),
        ("rivers-2024-05-03", "rivers-2024-05-03.html"), ("a:b?c#d%20", "a-b-c-d-20.html"), ("é", "-.html"),
    ])
    func namesOfFilesLeadNowhereElse(id: String, file: String) {
        var names = PageNames()
        #expect(names.name(for: id) == file)
    }

    @Test func namesOfFilesAreNotTakenTwice() {
        var names = PageNames()
        #expect(
            ["index", "a", "A", "a"].map { names.name(for: $0) } == ["index-2.html", "a.html", "A-2.html", "a-3.html"]
        )
    }
}

extension String {
    /// The page without its styles and scripts.
    fileprivate var markupAlone: String {
        var text = self
        for name in ["style", "script"] {
            while let start = text.firstRange(of: "<\(name)>"), let end = text.firstRange(of: "</\(name)>") {
                text.removeSubrange(start.lowerBound..<end.upperBound)
            }
        }
        return text
    }
}
