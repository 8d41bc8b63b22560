import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// Shapes of tables that are not quite the usual: other orders, spans, several things on one line.
struct SegmentShapeTests {
    private static func rules() throws -> MatrixRules {
        var rules = MatrixRules(
            pipeline: "made",
            title: "Made",
            scheme: "M",
            columns: [
                .init(id: "measure", role: .rowHeading, headings: [try Pattern("Measure")]),
                .init(id: "laws", role: .content, headings: [try Pattern("Laws")]),
                .init(id: "work", role: .content, headings: [try Pattern("Work")]),
            ],
            labels: [
                try Pattern("Item {section:number}.{paragraph:number}{x?}({point:letter?})"),
                try Pattern("Item {paragraph:number}"),
            ]
        )
        rules.glossaryHeadings = [try Pattern("Abbreviations")]
        rules.resourcesHeadings = [try Pattern("Links")]
        return rules
    }

    private func segment(_ document: SourceDocument) throws -> CheckedReport {
        var log = DiagnosticLog()
        let report = try MatrixSegmenter(try Self.rules()).segment(document, log: &log)
        return Checker().check(report, of: document, log: log)
    }

    private func texts(_ checked: CheckedReport) -> [String] {
        checked.report.cells.map { "\($0.address) \($0.status.rawValue): \($0.text)" }
    }

    @Test func followsTheOrderOfThePrintedHeadings() throws {
        let checked = try segment(
            try .text(
                "\tMeasure\n\tWork\n\tLaws\n\n\tItem 1\n\tdone\n\tdecreed\n\n\tItem 2\n\tmore done\n\tmore decreed\n"
            )
        )
        #expect(
            texts(checked) == [
                "1/laws text: decreed", "1/work text: done", "2/laws text: more decreed", "2/work text: more done",
            ]
        )
        #expect(checked.diagnostics == [])
    }

    @Test func readsPointsOfParagraphs() throws {
        let checked = try segment(
            try .text("\tMeasure\n\tLaws\n\tWork\n\n\tItem 4.2 (a)\n\tl\n\tw\n\n\tItem 4.2 (b)\n\tl\n\tw\n")
        )
        #expect(checked.report.rows.map(\.id) == ["4.2a", "4.2b"])
    }

    @Test(arguments: ["Item 1: Title", "Item 1 – Title", "Item 1 - Title", "Item 1 — Title"])
    func partsALabelFromItsTitle(line: String) throws {
        let checked = try segment(try .text("\tMeasure\n\tLaws\n\tWork\n\n\t\(line)\n\tl\n\tw\n"))
        let row = try #require(checked.report.rows.first)
        #expect(row.labels.map { WhiteSpaceNormalisation.normalised($0.text) } == ["Item 1"])
        #expect(row.titles.map { WhiteSpaceNormalisation.normalised($0.text) } == ["Title"])
        #expect(checked.report.discarded.map(\.reason) == [.separator])
        #expect(checked.diagnostics == [])
    }

    @Test func readsSectionsWithSeveralThingsOnALine() throws {
        let checked = try segment(
            try .text(
                """
                \tMeasure
                \tLaws
                \tWork

                \tItem 1
                \tl
                \tw

                Abbreviations
                GF – Green Fund
                BF: Blue Fund
                G8
                Group of Eight
                Links
                Ministry of Works: https://works.example/a
                Levy calculator (www.levy.example).
                """
            )
        )
        let report = checked.report
        #expect(report.glossary.map { $0.key.text.trimmed } == ["GF", "BF", "G8"])
        #expect(report.glossary.map { $0.expansion?.text.trimmed } == ["Green Fund", "Blue Fund", "Group of Eight"])
        #expect(
            report.resources.map { $0.titles.map(\.text.trimmed) } == [["Ministry of Works"], ["Levy calculator"]]
        )
        #expect(report.resources.map { $0.target?.text } == ["https://works.example/a", "www.levy.example"])
        #expect(checked.diagnostics == [])
    }

    // MARK: Grids

    private func cell(_ text: String, rows: Int = 1, columns: Int = 1) -> TableCell {
        let place = SourcePlace(start: .line(1, column: 1), end: .line(1, column: 1))
        return TableCell(
            text.isEmpty ? [] : [.paragraph(Paragraph(text, at: place))],
            rowSpan: rows,
            columnSpan: columns,
            at: place
        )
    }

    private func grid(_ rows: [[TableCell]]) -> SourceDocument {
        let place = SourcePlace(start: .line(1, column: 1), end: .line(1, column: 1))
        return SourceDocument(
            origin: Origin(path: "made.xml", mediaType: "", sha256: "", bytes: 0),
            blocks: [.table(Table(.grid(rows.map { TableRow($0) }), at: place))]
        )
    }

    private var head: [TableCell] { [cell("Measure"), cell("Laws"), cell("Work")] }

    @Test func aCellOverTwoRowsDoesNotShiftTheNextRow() throws {
        let checked = try segment(
            grid([head, [cell("Item 1"), cell("shared law", rows: 2), cell("w1")], [cell("Item 2"), cell("w2")]])
        )
        #expect(
            texts(checked) == [
                "1/laws text: shared law", "1/work text: w1", "2/laws text: shared law", "2/work text: w2",
            ]
        )
        #expect(checked.diagnostics.map(\.id) == ["spanning-cell"])
    }

    @Test func aCellOverTwoColumnsCountsInBoth() throws {
        let checked = try segment(grid([head, [cell("Item 1"), cell("both", columns: 2)]]))
        #expect(texts(checked) == ["1/laws text: both", "1/work text: both"])
        #expect(checked.diagnostics.map(\.id) == ["spanning-cell"])
    }

    @Test func aCellTooManyIsAnError() throws {
        let checked = try segment(grid([head, [cell("Item 1"), cell("l"), cell("w"), cell("more")]]))
        #expect(checked.diagnostics.map(\.id) == ["row-with-extra-cells"])
    }

    @Test func aCellThatReadsLikeAHeadingKeepsItsText() throws {
        let checked = try segment(grid([head, [cell("Item 1"), cell("Work"), cell("w")]]))
        #expect(texts(checked) == ["1/laws text: Work", "1/work text: w"])
        #expect(checked.diagnostics == [])
    }

    @Test func theFirstOfTwoColumnsWithOneHeadingHasIt() throws {
        let checked = try segment(
            grid([head + [cell("Work")], [cell("Item 1"), cell("l"), cell("first"), cell("second")]])
        )
        #expect(checked.report.cells.last?.paragraphs.map(\.text) == ["first", "second"])
        #expect(checked.diagnostics.map(\.id) == ["row-with-extra-cells"])
    }
}

extension String {
    fileprivate var trimmed: String { WhiteSpaceNormalisation.normalised(self) }
}
