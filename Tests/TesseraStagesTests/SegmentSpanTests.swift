import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

/// Cells, labels and headings that cover several rows or columns.
@Suite struct SegmentSpanTests {
    @Test func aCellOverRowsCountsInEach() throws {
        let made = try Grid.segment([
            [
                Grid.head, ["Section II, para 2", .init("shared\nlaw", rows: 3), "b", "c"],
                ["Section II, para 3", "d", "e"], ["Section II, para 4", "f", "g"],
                ["Section II, para 5", "h", "i", "j"],
            ]
        ])
        #expect(made.cells("II.3") == ["shared\n\nlaw", "d", "e"])
        #expect(made.cells("II.4") == ["shared\n\nlaw", "f", "g"])
        #expect(made.cells("II.5") == ["h", "i", "j"])
        #expect(made.spans == ["II.3/laws < II.2/laws 0..<2", "II.4/laws < II.2/laws 0..<2"])
        #expect(made.places("II.4/laws") == ["/0.1.1"])
        #expect(made.ids == ["spanning-cell"])
        let note = try #require(made.diagnostics.first)
        #expect(note.severity == .note && note.cell?.description == "II.2/laws")
        #expect(note.message.contains("covers 3 cells"))
        #expect(note.notes.last == "it covers 'II.4/laws'")
        #expect(made.faults() == [])
    }

    @Test func aCellOverRowsAndColumnsCountsInEach() throws {
        let made = try Grid.segment([
            [
                Grid.head, ["Section II, para 2", "a", .init("N/A", rows: 2, columns: 2)], ["Section II, para 3", "d"],
            ]
        ])
        #expect(made.cells("II.2") == ["a", "N/A", "N/A"])
        #expect(made.cells("II.3") == ["d", "N/A", "N/A"])
        #expect(made.ids == ["spanning-cell"])
        #expect(made.faults() == [])
    }

    @Test func anEmptyCellOverColumnsIsEmptyInEach() throws {
        let made = try Grid.segment([[Grid.head, ["Section II, para 2", "a", .init("", columns: 2)]]])
        #expect(made.report.cells.map(\.status) == [.text, .empty, .empty])
        #expect(made.spans == ["II.2/activity < II.2/assistance 0..<0"])
        #expect(made.ids == [])
    }

    /// What covers a cell and belongs to no row gives it nothing.
    @Test func aSectionRowGivesItsTextToNoCell() throws {
        let made = try Grid.segment([
            [
                Grid.head, [.init("At the border", rows: 2, columns: 3), ""], ["d"],
                ["Section II, para 3", "d", "e", "f"],
            ]
        ])
        #expect(made.report.rows.map(\.id) == ["II.3"])
        #expect(made.report.backMatter.map(\.passage.text).contains("At the border"))
        #expect(made.spans == [])
    }

    @Test(arguments: [
        (TableCell("Section II, para 2", columns: 2), "the row's heading covers it"),
        (TableCell("Section II, para 2"), "the source has none there"),
    ])
    func saysWhyACellIsMissing(label: TableCell, reason: String) throws {
        let made = try Grid.segment([[Grid.head, [label, "b"] + (label.columnSpan == 2 ? ["c"] : ["d"])]])
        #expect(made.ids == ["missing-cell"])
        #expect(made.diagnostics.first?.message.hasSuffix(reason) == true)
        #expect(made.report.cells.count { $0.status == .missing } == 1)
    }

    /// Neither the text of one cell in thousands of others nor a row of thousands of pieces may stall the program.
    @Test func refusesToRepeatALongTextWithoutEnd() throws {
        let long = TableCell(String(repeating: "long ", count: 200_000), rows: 1_000)
        let rows = (2..<1_000).map { [TableCell("Section II, para \($0)")] + ($0 == 2 ? [long] : []) + ["b", "c"] }
        let document = Grid.document([[Grid.head] + rows])
        let rules = try Matrix.rules()
        let failure = #expect(throws: DocumentFailure.self) {
            var log = DiagnosticLog()
            _ = try MatrixSegmenter(rules).segment(document, log: &log)
        }
        #expect(failure?.diagnostic.id == "excessive-spans")
    }

    @Test(.timeLimit(.minutes(1)))
    func aRowOfManyPiecesTakesTimeByItsLength() throws {
        let rest = Array(repeating: ["", "and on", "", "Done."] as [TableCell], count: 10_000)
        let made = try Grid.segment([[Grid.head, ["Section II, para 2", "On", "b", "c"]], rest])
        #expect(made.report.cells.first?.paragraphs.map(\.source.count) == [10_001])
        #expect(made.report.cells.last?.paragraphs.count == 10_001)
    }

    // MARK: Labels

    @Test func aLabelOverRowsMakesOneRow() throws {
        let made = try Grid.segment([
            [
                Grid.head, [.init("Section II, para 2\nTitle", rows: 3), "a1", "b1", "c1"], ["a2", "", "and more"],
                ["a3", "b3", ""], ["Section II, para 3", "d", "e", "f"],
            ]
        ])
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3"])
        #expect(made.cells("II.2") == ["a1\n\na2\n\na3", "b1\n\nb3", "c1\n\nand more"])
        #expect(made.places("II.2/laws") == ["/0.1.1", "/0.2.0", "/0.3.0"])
        #expect(made.ids == ["spanning-label"])
        #expect(made.diagnostics.first?.severity == .note)
    }

    @Test func aLabelAndACellOverTheSameRowsRepeatNothing() throws {
        let made = try Grid.segment([
            [
                Grid.head, [.init("Section II, para 2", rows: 2), .init("a", rows: 3), "b1", .init("c", rows: 2)],
                ["b2"], ["Section II, para 3", "e", "f"],
            ]
        ])
        #expect(made.cells("II.2") == ["a", "b1\n\nb2", "c"])
        #expect(made.cells("II.3") == ["a", "e", "f"])
        #expect(made.faults() == [])
    }

    // MARK: Headings

    private static let groups: [[TableCell]] = [
        [.init("UN Programme of Action", rows: 2), .init("At home", columns: 2), "Abroad"],
        ["National Laws", "Assistance Given", "Regional Activity"],
    ]

    @Test func takesHeadingsOfSeveralColumns() throws {
        let made = try Grid.segment([
            Self.groups + [["Section II, para 2", "a", "b", "c"]],
            Self.groups + [["Section II, para 3", "d", "e", "f"]],
        ])
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3"])
        #expect(made.cells("II.3") == ["d", "e", "f"])
        #expect(
            made.report.frontMatter.map { "\($0.role.rawValue) \($0.passage.text)" } == [
                "column-group At home", "column-group Abroad",
            ]
        )
        #expect(made.report.discarded.map(\.reason) == Array(repeating: .repeatedColumnHeading, count: 6))
        #expect(made.ids == [])
    }

    /// Not every author merges the cell below the heading of the labels.
    @Test func takesGroupsAboveAnEmptyCell() throws {
        let made = try Grid.segment([
            [
                ["UN Programme of Action", .init("Implementation", columns: 3)],
                ["", "National Laws", "Assistance Given", "Regional Activity"], ["Section II, para 2", "a", "b", "c"],
            ]
        ])
        #expect(made.cells("II.2") == ["a", "b", "c"])
        #expect(made.report.frontMatter.map(\.role) == [.columnGroup])
        #expect(made.ids == [])
    }

    @Test func joinsTheCellsBelowAHeadingOfSeveralColumns() throws {
        let made = try Grid.segment([
            [
                [
                    .init("UN Programme of Action", rows: 2), .init("National Laws", columns: 2),
                    .init("Assistance Given", rows: 2), .init("Regional Activity", rows: 2),
                ], ["Statutes", "Policies"], ["Section II, para 2", "a1", "a2", "b", "c"],
                ["Section II, para 3", .init("d", columns: 2), "e", "f"],
            ]
        ])
        #expect(made.cells("II.2") == ["a1\n\na2", "b", "c"])
        #expect(made.cells("II.3") == ["d", "e", "f"])
        #expect(made.report.frontMatter.map(\.passage.text) == ["Statutes", "Policies"])
        #expect(made.spans == [])
        #expect(made.ids == [])
    }

    @Test func aNoteDoesNotHideAHeading() throws {
        var head = Grid.head
        head[1] = TableCell(blocks: [.text("National Laws"), .note("As of May.")])
        let made = try Grid.segment([[head, ["Section II, para 2", "a", "b", "c"]]])
        #expect(made.cells("II.2") == ["a", "b", "c"])
        #expect(made.report.frontMatter.map(\.passage.text) == ["As of May."])
    }

    /// A row of text above a heading row typed again is no row of group headings.
    @Test func aRowAboveARepeatedHeadingKeepsItsText() throws {
        let made = try Grid.segment([
            [
                Grid.head, ["Section II, para 2", "a", "b", "c"], ["", .init("Both", columns: 2), ""], Grid.head,
                ["Section II, para 3", "d", "e", "f"],
            ]
        ])
        #expect(made.cells("II.2") == ["a\n\nBoth", "b\n\nBoth", "c"])
        #expect(made.ids == ["rejoined-row", "spanning-cell"])
        #expect(made.spans == ["II.2/assistance < II.2/laws 1..<2"])
        #expect(made.faults() == [])
    }
}
