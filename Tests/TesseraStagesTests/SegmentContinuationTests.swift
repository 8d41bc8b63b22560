import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

/// Rows and paragraphs that go on behind a page break.
@Suite struct SegmentContinuationTests {
    private static let first: [[TableCell]] = [Grid.head, ["Section II, para 2\nTitle", "Laws.", "Help.", "Talks."]]

    @Test func aTableWithoutHeadingsHasTheColumnsOfTheOneBefore() throws {
        let head = [Grid.head[3], Grid.head[0], Grid.head[2], Grid.head[1]]
        let made = try Grid.segment([
            [head, ["c", "Section II, para 2", "b", "a"]], [["f", "Section II, para 3", "e", "d"]],
        ])
        #expect(made.cells("II.2") == ["a", "b", "c"])
        #expect(made.cells("II.3") == ["d", "e", "f"])
        #expect(made.ids == [])
    }

    @Test(arguments: [[], [Grid.head]])
    func aRowGoesOnInTheNextTable(head: [[TableCell]]) throws {
        let rest: [[TableCell]] = [["", "More laws.", "", "More talks.\nAnd more."]]
        let made = try Grid.segment([Self.first, head + rest + [["Section II, para 3", "d", "e", "f"]]])
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3"])
        #expect(made.cells("II.2") == ["Laws.\n\nMore laws.", "Help.", "Talks.\n\nMore talks.\n\nAnd more."])
        #expect(made.places("II.2/laws") == ["/0.1.1", "/1.\(head.count).1"])
        #expect(made.places("II.2/assistance") == ["/0.1.2"])
        #expect(made.ids == ["rejoined-row"])
        #expect(made.diagnostics.first?.severity == .note)
    }

    @Test func aRowGoesOnInsideATableWithAWarning() throws {
        let made = try Grid.segment([Self.first + [["", "", "More help.", ""], ["", "Yet more laws.", "", ""]]])
        #expect(made.cells("II.2") == ["Laws.\n\nYet more laws.", "Help.\n\nMore help.", "Talks."])
        #expect(made.ids == ["rejoined-row", "rejoined-row"])
        #expect(made.diagnostics.allSatisfy { $0.severity == .warning && $0.suggestion != nil })
    }

    @Test(arguments: ["Section II, para 2", "Section II, para 2\nTitle", "Section  II , para 2\n Title "])
    func aRowGoesOnBelowItsLabel(label: String) throws {
        let made = try Grid.segment([Self.first, [[.init(label), "More.", "", "and talks"]]])
        #expect(made.report.rows.map(\.id) == ["II.2"])
        #expect(made.report.rows.first?.titles.map(\.text) == ["Title"])
        #expect(made.report.rows.first?.provenance.count == 2)
        #expect(made.cells("II.2") == ["Laws.\n\nMore.", "Help.", "Talks.\n\nand talks"])
        #expect(Set(made.report.discarded.map(\.reason)) == [.repeatedRowLabel])
        #expect(made.ids == ["rejoined-row"])
    }

    @Test(arguments: ["Section II, para 2\nOther title", "Section II, paras 2, 3"])
    func anotherRowIsAnotherRow(label: String) throws {
        let rules = try Matrix.rules {
            $0.labels = [try Pattern("Section {section:roman}, para{s?} {paragraph:numbers}")]
        }
        let tables = [Self.first, [[TableCell(label), "d", "e", "f"]]]
        let made = try Segmented(Grid.document(tables), rules)
        #expect(made.report.rows.count == 2)
    }

    @Test func onlyTheFirstRowOfATableRepeatsALabel() throws {
        let made = try Grid.segment([Self.first + [["Section II, para 2", "d", "e", "f"]]])
        #expect(made.report.rows.map(\.id) == ["II.2", "II.2~2"])
        #expect(made.ids == ["duplicate-row-label"])
    }

    // MARK: What is no continuation

    @Test(
        arguments: [
            // A table of another width is another table.
            ([["", "a note", "and more"]], "cell-outside-row"),
            // Behind a row that belongs nowhere, nothing is sure.
            ([["Ships", "d", "e", "f"], ["", "g", "h", ""]], "cell-outside-row"),
        ] as [([[TableCell]], String)]
    )
    func aRowThatBelongsNowhereIsSaidToBe(rows: [[TableCell]], id: String) throws {
        let made = try Grid.segment([Self.first, rows])
        #expect(made.cells("II.2") == ["Laws.", "Help.", "Talks."])
        #expect(made.ids == [id])
    }

    @Test func aHeadingOverTheProseHeadsASection() throws {
        let made = try Grid.segment([Self.first + [["", .init("Part two", columns: 3)]]])
        #expect(made.report.backMatter.map(\.role) == [.sectionRow])
        #expect(made.cells("II.2") == ["Laws.", "Help.", "Talks."])
    }

    @Test func anEmptyRowIsNothing() throws {
        let made = try Grid.segment([Self.first + [["", "", "", ""]], [["", " ", "", ""], ["", "More.", "", ""]]])
        #expect(made.cells("II.2") == ["Laws.\n\nMore.", "Help.", "Talks."])
        #expect(made.ids == ["rejoined-row"])
    }

    // MARK: Sentences

    /// The end above, the start below, and whether they are one paragraph.
    @Test(arguments: [
        ("Exports are", "licensed.", true), ("Exports (of arms)", "are licensed.", true),
        ("Exports are licensed", "Imports are not.", false), ("Exports are licensed.", "imports are not", false),
        ("It says “no.”", "and means it", false), ("These are:", "arms", false), ("Arms;", "ammunition", false),
        ("Who?", "dealers", false), ("And so on…", "more", false), ("Exports are ", " licensed.", true),
        ("Die Ausfuhr", "ändert sich", true), ("", "arms", false), ("The rate is", "5 %", false),
    ])
    func aSentenceGoesOn(above: String, below: String, isOne: Bool) throws {
        let made = try Grid.segment([
            [Grid.head, ["Section II, para 2", .init("First.\n" + above), "b", "c"]], [["", .init(below), "", ""]],
        ])
        let cell = try #require(made.report.cells.first)
        let joined = above + " " + below
        #expect(cell.paragraphs.last?.text == (isOne ? joined : below))
        #expect(cell.paragraphs.last?.source.count == (isOne ? 2 : 1))
        #expect(cell.provenance.count == 2)
    }

    /// Items and notes are whole, and rows beside one label are too.
    @Test func onlyPlainParagraphsGoOn() throws {
        let open = TableCell(blocks: [.item("arms")])
        let note = TableCell(blocks: [.text("an open end"), .note("and a note")])
        let made = try Grid.segment([
            [Grid.head, ["Section II, para 2", open, note, "c"]],
            [["", TableCell(blocks: [.item("ammunition")]), "more", TableCell(blocks: [.note("see above")])]],
        ])
        #expect(
            made.cells("II.2") == [
                "arms\n\nammunition", "an open end\n\nand a note\n\nmore", "c\n\nsee above",
            ]
        )
        let beside = try Grid.segment([
            [Grid.head, [.init("Section II, para 2", rows: 2), "arms", "b", "c"], ["ammunition", "", ""]]
        ])
        #expect(beside.cells("II.2").first == "arms\n\nammunition")
    }

    /// A cell over two columns that is broken as well reads the same in both.
    @Test func aBrokenCellOverColumnsReadsTheSameInEach() throws {
        let made = try Grid.segment([
            [Grid.head, ["Section II, para 2", .init("Exports are", columns: 2), "c"]],
            [["", .init("licensed.", columns: 2), ""]],
        ])
        #expect(made.cells("II.2") == ["Exports are licensed.", "Exports are licensed.", "c"])
        #expect(made.spans == ["II.2/assistance < II.2/laws 0..<1"])
        #expect(made.faults() == [])
    }

    @Test func aCellOverColumnsMayGoOnInOneOfThem() throws {
        let made = try Grid.segment([
            [Grid.head, ["Section II, para 2", .init("Exports are", columns: 2), "c"]],
            [["", "licensed.", "controlled.", ""]],
        ])
        #expect(made.cells("II.2") == ["Exports are licensed.", "Exports are\n\ncontrolled.", "c"])
        #expect(made.spans == ["II.2/assistance < II.2/laws 0..<1"])
        #expect(made.faults() == [])
    }
}
