import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

/// Headings typed again at page breaks, running heads, page numbers: what is between rows and belongs to none.
@Suite struct SegmentFurnitureTests {
    private static let first = Matrix.row("Section II, para 2", "a", "b", "c")
    private static let second = Matrix.row("Section II, para 3", "d", "e", "f")

    @Test(arguments: [
        ("whole", Matrix.head, 4),
        ("twice over", Matrix.head + Matrix.head, 8),
        ("cut down to one", "\tUN Programme of Action\n", 1),
        ("behind a space", " \tUN Programme of Action\n \tNational Laws\n", 2),
        ("other spelling", "\tUN PROGRAM of\u{A0}Action\n", 1),
        ("over two lines", "\tUN Programme\nof Action\n\tNational Laws\n", 3),
        ("with blank lines", "\n\n\tNational Laws\n\n\tAssistance Given\n\n\n", 2),
        ("inside the last cell", "UN Programme of Action\nNational Laws\n", 2),
    ])
    func discardsRepeatedHeadings(name: String, headings: String, lines: Int) throws {
        let made = try Segmented(Matrix.head + Self.first + headings + Self.second)
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3"])
        #expect(made.cells("II.2") == ["a", "b", "c"])
        #expect(made.cells("II.3") == ["d", "e", "f"])
        #expect(made.report.discarded.map(\.reason) == Array(repeating: .repeatedColumnHeading, count: lines))
        #expect(made.ids == [])
    }

    @Test func takesTheFirstHeadingsEvenOverTwoLines() throws {
        let head = "\tUN Programme of\n\nAction\n\tNational\nLaws\n\tAssistance Given\n\tRegional Activity\n"
        let made = try Segmented(head + Self.first)
        #expect(made.report.columns.map(\.heading.text).prefix(2) == ["UN Programme of Action", "National Laws"])
        #expect(made.report.columns.map(\.heading.source.count) == [2, 2, 1, 1])
        #expect(made.report.discarded == [])
    }

    @Test func keepsTextThatOnlyMentionsAHeading() throws {
        let text = "National Laws are listed below."
        let made = try Segmented(Matrix.head + Matrix.row("Section II, para 2", text, "b", "c"))
        #expect(made.cells("II.2").first == text)
        #expect(made.report.discarded == [])
    }

    @Test func discardsFurnitureWithTheReasonThatThePipelineNames() throws {
        let rules = try Matrix.rules { rules in
            rules.discards = [
                .init(
                    reason: Discarded.Reason(rawValue: "page-number"),
                    patterns: [try Pattern("- {page:number} -"), try Pattern("{n:number}/{of:number}")]
                ),
                .init(
                    reason: Discarded.Reason(rawValue: "running-head"),
                    patterns: [try Pattern("Matrix of the Ministry")]
                ),
                .init(reason: Discarded.Reason(rawValue: "site-wrapper"), patterns: [try Pattern("Embed Size (px)")]),
            ]
        }
        let text =
            "Embed Size (px)\nA report\n" + Matrix.head + Matrix.row("Section II, para 2", "a\n- 1 -\n\nb", "2/30", "c")
            + "\td\n- 2 -\nMatrix of the Ministry\n" + Self.second
        let made = try Segmented(text, rules)
        #expect(
            made.report.discarded.map { "\($0.reason.rawValue): \($0.passage.text)" } == [
                "site-wrapper: Embed Size (px)", "page-number: - 1 -", "page-number: 2/30", "page-number: - 2 -",
                "running-head: Matrix of the Ministry",
            ]
        )
        #expect(made.cells("II.2") == ["a\n\nb", "c", "d"])
        #expect(made.report.frontMatter.map(\.passage.text) == ["A report"])
        #expect(made.ids == [])
    }
}
