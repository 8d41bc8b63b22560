import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

@Suite struct SegmentRowsTests {
    @Test(arguments: [
        ("Section II, para 7, 8", "II.7+II.8"),
        ("Section II, para 20, 40, and 41", "II.20+II.40+II.41"),
        ("Section III, para 1-3, 6", "III.1+III.2+III.3+III.6"),
        ("Section II, para 21, 30, 34; Section III, para 16", "II.21+II.30+II.34+III.16"),
        ("Section II, para 21, 30, 34 Section III, para 16", "II.21+II.30+II.34+III.16"),
        ("Section II , para 6", "II.6"),
        ("Section II, para 22   ", "II.22"),
        ("section ii,  PARA 22", "II.22"),
        ("Section\u{A0}II, para\u{A0}9", "II.9"),
        ("Section IV, para 1", "IV.1"),
        ("Section II, para 1–3", "II.1+II.2+II.3"),
    ])
    func readsEveryFormOfLabel(label: String, id: String) throws {
        let made = try Segmented(Matrix.head + Matrix.row(label, "a", "b", "c"))
        #expect(made.report.rows.map(\.id) == [id])
        #expect(made.report.rows.first?.titles == [])
        #expect(made.report.rows.first?.references.map(\.key.description).joined(separator: "+") == id)
        #expect(made.ids == [])
    }

    @Test func separatesATitleBehindAColonFromItsLabel() throws {
        let made = try Segmented(Matrix.head + Matrix.row("Section II, para 12: End-user certification", "a", "b", "c"))
        let row = try #require(made.report.rows.first)
        #expect(row.id == "II.12")
        #expect(row.titles.map { WhiteSpaceNormalisation.normalised($0.text) } == ["End-user certification"])
        #expect(row.labels.first?.text.hasPrefix("Section II, para 12") == true)
        #expect(row.labels.first?.text.contains("End-user") == false)
    }

    @Test func keepsSeveralLabelsAndTitlesOfARowInOrder() throws {
        let label = """
            Section II, para 7, 8

            Section III, para 12

            Marking of all rifles at time of manufacture
            Measures against unmarked rifles

            Exchange on marking practices
            """
        let made = try Segmented(Matrix.head + Matrix.row(label, "Marks are stamped.", "N/A", "N/A"))
        let row = try #require(made.report.rows.first)
        #expect(row.id == "II.7+II.8+III.12")
        #expect(row.position == 1)
        #expect(row.labels.map(\.text) == ["Section II, para 7, 8", "Section III, para 12"])
        #expect(
            row.titles.map(\.text) == [
                "Marking of all rifles at time of manufacture", "Measures against unmarked rifles",
                "Exchange on marking practices",
            ]
        )
        #expect(
            row.references.map(\.asWritten) == [
                "Section II, para 7, 8", "Section II, para 7, 8", "Section III, para 12",
            ]
        )
    }

    @Test(arguments: [
        "Section 2 of the Firearms Act", "Section II, para", "See Section II, para 4", "Section II, para 4 is amended",
        "Section IIII, para 4", "Section II, paragraphs 4",
    ])
    func takesOrdinaryTextForNoLabel(text: String) throws {
        let made = try Segmented(Matrix.head + Matrix.row("Section II, para 2", text, "b", "c"))
        #expect(made.report.rows.map(\.id) == ["II.2"])
        #expect(made.cells("II.2") == [text, "b", "c"])
    }

    @Test func keepsParagraphsOfACellApartAndBlankLinesOut() throws {
        let cell = "Dealers are licensed.\n\nRecords are kept for ten years.\n \nInspections are yearly."
        let made = try Segmented(Matrix.head + Matrix.row("Section II, para 9", cell, "N/A", "N/A"))
        let first = try #require(made.report.cells.first)
        #expect(first.address.description == "II.9/laws")
        #expect(
            first.paragraphs.map(\.text) == [
                "Dealers are licensed.", "Records are kept for ten years.", "Inspections are yearly.",
            ]
        )
        #expect(first.confidence == 1)
    }

    @Test func acceptsSpacesBeforeATabAndKeepsTabsInsideALine() throws {
        let text = Matrix.head + " \tSection II, para 2\n \tlaws\twith a tab\n\tb\n  \tc\n"
        #expect(try Segmented(text).cells("II.2") == ["laws\twith a tab", "b", "c"])
    }

    @Test func keepsAnEmptyCell() throws {
        let made = try Segmented(Matrix.head + "\tSection II, para 2\n\ta\n\t\n\tc\n\tSection II, para 3\n\t\n\t\n\t\n")
        #expect(made.cells("II.2") == ["a", "", "c"])
        #expect(made.report.cells.map(\.status) == [.text, .empty, .text, .empty, .empty, .empty])
        #expect(made.ids == [])
    }

    /// White space at the end of a label comes in every shape where a format does not trim its lines.
    @Test(arguments: ["\u{A0}", " \u{A0} ", "\t", "\u{2003}", ";\u{A0}Section III, para 16", ","])
    func readsLabelsWithUnusualBlanks(ending: String) throws {
        let place = SourcePlace(start: .line(1, column: 1), end: .line(1, column: 1))
        func cell(_ text: String) -> TableCell { TableCell([.paragraph(Paragraph(text, at: place))], at: place) }
        let head = ["UN Programme of Action", "National Laws", "Assistance Given", "Regional Activity"].map(cell)
        let row = ["Section II, para 22" + ending, "a", "b", "c"].map(cell)
        let document = SourceDocument(
            origin: Origin(path: "a.xml", mediaType: "", sha256: "", bytes: 0),
            blocks: [.table(Table(.grid([TableRow(head), TableRow(row)]), at: place))]
        )
        let made = try Segmented(document, try Matrix.rules())
        #expect(made.report.rows.map(\.id) == [ending.contains("16") ? "II.22+III.16" : "II.22"])
    }
}
