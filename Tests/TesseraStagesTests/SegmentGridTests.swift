import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

/// Tables whose rows are marked, as word processors and web pages have them.
@Suite struct SegmentGridTests {
    private static let place = SourcePlace(
        start: .node(path: "/document/table[1]", line: 3),
        end: .node(path: "/document/table[1]", line: 9)
    )
    private static let head = ["UN Programme of Action", "National Laws", "Assistance Given", "Regional Activity"]

    private func paragraph(_ text: String, line: Int = 3) -> Paragraph {
        let position = Position.node(path: "/document/p[\(line)]", line: line)
        return Paragraph(text, at: SourcePlace(start: position, end: position))
    }

    private func row(_ texts: [String], header: Bool = false) -> TableRow {
        TableRow(
            texts.map { text in
                let span = text.hasPrefix("»") ? 3 : 1
                let lines = text.drop { $0 == "»" }.split(separator: "\n")
                return TableCell(
                    lines.map { .paragraph(paragraph(String($0))) },
                    columnSpan: span,
                    at: Self.place
                )
            },
            isHeader: header
        )
    }

    private func segment(_ tables: [[TableRow]], _ rules: MatrixRules? = nil) throws -> Segmented {
        let document = SourceDocument(
            origin: Origin(path: "Input/grid.docx", mediaType: "", sha256: "", bytes: 0),
            blocks: tables.map { .table(Table(.grid($0), at: Self.place)) }
        )
        return try Segmented(document, try rules ?? Matrix.rules())
    }

    @Test func readsRowsBelowTheHeader() throws {
        let made = try segment([
            [
                row(Self.head, header: true), row(["Section II, para 2\nTitle", "a\nmore", "", "c"]),
                row(["Section II, para 3", "d", "e", "f"]),
            ]
        ])
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3"])
        #expect(made.report.rows.first?.titles.map(\.text) == ["Title"])
        #expect(made.cells("II.2") == ["a\n\nmore", "", "c"])
        #expect(made.report.cells.map(\.status) == [.text, .empty, .text, .text, .text, .text])
        #expect(made.ids == [])
    }

    @Test func readsATableThatIsRepeatedOnEachPage() throws {
        let made = try segment([
            [row(Self.head), row(["Section II, para 2", "a", "b", "c"])],
            [row(Self.head), row(["Section II, para 3", "d", "e", "f"])],
            [row([Self.head[0], "", "", ""]), row(["Section II, para 4", "g", "h", "i"])],
        ])
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3", "II.4"])
        #expect(made.cells("II.4") == ["g", "h", "i"])
        #expect(made.report.discarded.map(\.reason) == Array(repeating: .repeatedColumnHeading, count: 5))
    }

    @Test func followsTheOrderOfTheColumnsInTheTable() throws {
        let made = try segment([
            [
                row([Self.head[3], Self.head[0], Self.head[2], Self.head[1]]),
                row(["r", "Section II, para 2", "as", "la"]),
            ]
        ])
        #expect(made.report.columns.map(\.id) == ["commitment", "laws", "assistance", "activity"])
        #expect(made.cells("II.2") == ["la", "as", "r"])
    }

    @Test func keepsARowThatHeadsASection() throws {
        let made = try segment([
            [row(Self.head), row(["Section II, para 2", "a", "b", "c"]), row(["»Measures at the border", ""])]
        ])
        #expect(made.report.rows.count == 1)
        #expect(made.report.backMatter.map(\.role) == [.sectionRow])
        #expect(made.report.backMatter.map(\.passage.text) == ["Measures at the border"])
        #expect(made.ids == [])
    }

    @Test func keepsTheTextOfARowWithoutALabelAndSaysSo() throws {
        let made = try segment([
            [
                row(Self.head), row(["", "stray laws", "stray help", ""]), row(["Section II, para 2", "a", "b", "c"]),
                row(["Ships", "d", "e", "f"]),
            ]
        ])
        #expect(made.report.rows.map(\.id) == ["II.2"])
        #expect(made.ids == ["cell-outside-row", "cell-outside-row"])
        #expect(made.report.backMatter.map(\.passage.text) == ["stray laws", "stray help", "Ships", "d", "e", "f"])
    }

    @Test func marksACellThatTheRowLacks() throws {
        let made = try segment([[row(Self.head), row(["Section II, para 2", "a"])]])
        #expect(made.report.cells.map(\.status) == [.text, .missing, .missing])
    }

    /// A fifth cell stands under no heading: its text must be somewhere, and the reader must hear of it.
    @Test func keepsTheTextOfACellUnderNoHeading() throws {
        let made = try segment([[row(Self.head), row(["Section II, para 2", "a", "b", "c", "surplus"])]])
        #expect(made.report.rows.map(\.id) == ["II.2"])
        #expect(made.ids == ["row-with-extra-cells"])
    }

    /// One `N/A` over all content columns.
    @Test func givesACellThatSpansColumnsInEach() throws {
        let made = try segment([[row(Self.head), row(["Section II, para 2", "»Not applicable"])]])
        #expect(made.report.cells.count == 3)
        #expect(made.cells("II.2") == Array(repeating: "Not applicable", count: 3))
    }

    @Test func takesParagraphsAroundTheTable() throws {
        let document = SourceDocument(
            origin: Origin(path: "Input/grid.docx", mediaType: "", sha256: "", bytes: 0),
            blocks: [
                .heading(paragraph("Matrix of measures"), level: 1), .pageBreak(Self.place),
                .listItem(paragraph("Revised and updated May 2006"), level: 1),
                .table(Table(.grid([row(Self.head), row(["Section II, para 2", "a", "b", "c"])]), at: Self.place)),
                .preformatted(paragraph("National Laws")), .paragraph(paragraph("A closing word")),
            ]
        )
        let made = try Segmented(document, try Matrix.rules())
        #expect(made.report.identity.id == "made-2006-05")
        #expect(made.report.frontMatter.map(\.role) == [.text, .revision])
        #expect(made.report.discarded.map(\.passage.text) == ["National Laws"])
        #expect(made.report.backMatter.map(\.passage.text) == ["A closing word"])
    }
}
