import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

/// Text in which nothing marks cells: labels, titles, `N/A` and the number of paragraphs are all there is.
@Suite struct SegmentFlowTests {
    private static let head = "UN Programme of Action\nNational Laws\nAssistance Given\nRegional Activity\n"

    private static func segmented(
        _ rows: String,
        head: String = head,
        reference: ReferenceDataset? = nil
    ) throws -> Segmented {
        let rules = try Matrix.rules { $0.wholeCells = [try Pattern("N/A"), try Pattern("Not applicable (N/A)")] }
        return try Segmented(try SourceDocument.text(head + rows), rules, reference: reference)
    }

    /// Rows that can be read in one way only.
    static let certain: [(name: String, row: String, titles: [String], cells: [String])] = [
        (
            "as many paragraphs as cells", "Section II, para 2\nA title\nOne.\nTwo.\nThree.\n",
            ["A title"], ["One.", "Two.", "Three."]
        ),
        (
            "N/A shows where a cell ends",
            "Section II, para 2\nA title\nOne.\nMore of one.\nN/A\nThree.\nMore of three.\n",
            ["A title"], ["One.\n\nMore of one.", "N/A", "Three.\n\nMore of three."]
        ),
        (
            "N/A at both ends", "Section II, para 2\nA title\nN/A\nTwo.\nMore of two.\nN/A\n",
            ["A title"], ["N/A", "Two.\n\nMore of two.", "N/A"]
        ),
        (
            "several N/A on a line", "Section II, para 2\nA title\nOne.\nN/A N/A\n",
            ["A title"], ["One.", "N/A", "N/A"]
        ),
        (
            "N/A parted by a slash", "Section II, para 2\nA title\nNot applicable (N/A) / N/A\nThree.\n",
            ["A title"], ["Not applicable (N/A)", "N/A", "Three."]
        ),
        (
            "a title on the line of its label", "Section II, para 2 A title\nOne.\nTwo.\nThree.\n",
            ["A title"], ["One.", "Two.", "Three."]
        ),
        (
            "a title in quotation marks", "Section II, para 2 \"Record keeping\" on transfers\nOne.\nTwo.\nN/A\n",
            ["\"Record keeping\" on transfers"], ["One.", "Two.", "N/A"]
        ),
    ]

    @Test("what can be only one way is certain", arguments: certain.indices)
    func certainRows(index: Int) throws {
        let known = Self.certain[index]
        let made = try Self.segmented(known.row)
        #expect(made.report.rows.map { $0.titles.map(\.text) } == [known.titles], "\(known.name)")
        #expect(made.cells("II.2") == known.cells, "\(known.name)")
        #expect(made.report.cells.allSatisfy { $0.confidence == 1 })
        #expect(made.report.rows.map(\.evidence) == [.countedCells])
    }

    @Test func headingsMayShareALine() throws {
        for separator in [" ", " / ", " | "] {
            let head = ["UN Program of Action", "National Laws", "Assistance Given", "Regional Activity"]
            let row = "Section II, para 2; Section III, para 4\nA title\nOne.\nTwo.\nThree.\n"
            let made = try Self.segmented(row, head: head.joined(separator: separator) + "\n")
            #expect(made.report.columns.map(\.heading.text) == head)
            #expect(made.report.rows.map(\.id) == ["II.2+III.4"])
        }
    }

    @Test func whatTheTextLeavesOpenIsUncertain() throws {
        let made = try Self.segmented("Section II, para 2\nA title\nOne.\nTwo.\nThree.\nFour.\nN/A\n")
        let cells = made.report.cells
        #expect(cells[2].status == .text && cells[2].confidence == 1)
        for cell in cells[..<2] {
            #expect(cell.uncertainties == [.cellBorder])
            #expect((0.01..<1).contains(cell.confidence))
        }
        #expect(made.report.rows[0].confidence < 1)
        #expect(made.report.rows[0].evidence == .wording)
    }

    @Test func anEarlierVersionShowsTheBorder() throws {
        let reference = ReferenceDataset([
            (
                id: "II.2", titles: "A title",
                cells: [
                    "Dealers are licensed. Banks are kept clear.", "Officers of three countries are trained.", "N/A",
                ]
            )
        ])
        let text =
            "Section II, para 2\nA title\nDealers are licensed.\nBanks are now kept clear.\nOfficers of two countries are trained.\nN/A\n"
        let made = try Self.segmented(text, reference: reference)
        #expect(
            made.cells("II.2") == [
                "Dealers are licensed.\n\nBanks are now kept clear.", "Officers of two countries are trained.", "N/A",
            ]
        )
        #expect(made.report.cells[0].uncertainties == [.referenceBorder])
        #expect((0.9...0.99).contains(made.report.cells[0].confidence))
        #expect(made.report.rows[0].evidence == .referenceDataset)
    }

    @Test func tooFewParagraphsFillNoRow() throws {
        let made = try Self.segmented("Section II, para 2\nA title\nOne.\n")
        #expect(made.ids.contains("unfit-row"))
        #expect(made.report.cells.allSatisfy { $0.confidence < 1 })
        #expect(made.report.cells.contains { $0.status == .missing })
    }

    @Test func aLostLabelKeepsItsText() throws {
        let made = try Self.segmented("One.\nTwo.\nThree.\nSection II, para 3\nA title\nFour.\nFive.\nSix.\n")
        #expect(made.report.rows.map(\.id) == ["missing", "II.3"])
        #expect(made.cells("missing") == ["One.", "Two.", "Three."])
        #expect(made.report.rows[0].evidence == .noLabel)
        #expect(made.ids == ["missing-label"])
    }

    @Test func aStreamKeepsTheTextOfALostLabel() throws {
        let text =
            Matrix.head + Matrix.row("Section II, para 2", "a", "b", "c") + Matrix.row("A title alone", "d", "e", "f")
        let made = try Segmented(text)
        #expect(made.report.rows.map(\.id) == ["II.2", "missing"])
        #expect(made.report.rows[1].titles.map(\.text) == ["A title alone"])
        #expect(made.cells("missing") == ["d", "e", "f"])
    }

    @Test func brokenOrderMakesUpNoRow() throws {
        let piece = "The first piece of a line\nand another one of it\nwhich goes on here\nand here\n"
        let rows = (2...9).map { "Section II, para \($0)\n" + piece }.joined()
        let made = try Self.segmented(rows)
        #expect(made.report.rows.map(\.id) == (2...9).map { "II.\($0)" })
        #expect(made.report.cells.allSatisfy { $0.status == .missing && $0.uncertainties == [.brokenOrder] })
        #expect(made.report.backMatter.count { $0.role == .unplaced } == 32)
        #expect(made.ids == ["broken-order"])
    }

    @Test func labelsAloneShowTheMatrix() throws {
        let rows = (2...4).map { "Section II, para \($0)\nA title\nOne.\nTwo.\nThree.\n" }.joined()
        let made = try Self.segmented(rows, head: "UN Programme of Action\n")
        #expect(made.report.rows.map(\.id) == ["II.2", "II.3", "II.4"])
        #expect(made.ids == ["missing-headings"])
    }

    /// Numbers of pages in all their forms, and what is typed at the top of each.
    @Test(arguments: ["#", "- # -", "#/30", "Page # of 30", "p. #"])
    func pageNumbersAreDiscarded(form: String) throws {
        var text = ""
        for (page, title) in zip(1..., ["Licences", "Marking", "Stockpiles", "Records"]) {
            text += "Section II, para \(page)\n\(title)\nOne.\nTwo.\n"
            text += form.replacing("#", with: "\(page + 6)") + "\n• 7/30/2019 A site of its own\nThree.\n"
        }
        let made = try Self.segmented(text)
        #expect(made.report.rows.count == 4)
        for row in made.report.rows { #expect(made.cells(row.id) == ["One.", "Two.", "Three."]) }
        #expect(made.report.discarded.count { $0.reason == .pageNumber } == 4)
        #expect(made.report.discarded.count { $0.reason == .runningHead } == 4)
        #expect(made.report.identity.revised == nil)
    }

    @Test func numbersThatDoNotCountAreText() throws {
        let text = (1...4).map { "Section II, para \($0)\nA title\n\($0 * $0 + 5)\nTwo.\nThree.\n" }.joined()
        let made = try Self.segmented(text)
        #expect(made.report.discarded.filter { $0.reason == .pageNumber } == [])
    }
}
