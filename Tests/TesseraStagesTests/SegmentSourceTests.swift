import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

/// What formats know of a text besides its characters: notes, hidden text, comments, tables inside cells.
@Suite struct SegmentSourceTests {
    private func omission(_ text: String, _ reason: Discarded.Reason) -> Omission {
        Omission(Paragraph(text, at: Grid.place("omitted")), reason: reason)
    }

    @Test func whatAReaderLeavesOutIsDiscardedWithItsReason() throws {
        let document = Grid.document(
            [[Grid.head, ["Section II, para 2", "a", "b", "c"]]],
            omissions: [
                omission("Is this so?", .comment), omission("No longer.", .trackedDeletion),
                omission(" ", .runningHead), omission("Page head", .runningHead),
            ]
        )
        let made = try Segmented(document, try Matrix.rules())
        #expect(
            made.report.discarded.map { "\($0.reason.rawValue): \($0.passage.text)" } == [
                "comment: Is this so?", "tracked-deletion: No longer.", "running-head: Page head",
            ]
        )
        #expect(made.faults() == [])
    }

    @Test func hiddenTextIsKeptAndSaid() throws {
        let shown = Paragraph("Seen.", at: Grid.place("p"))
        let hidden = Paragraph("Seen, unseen. ", at: Grid.place("hidden"), hidden: [4..<5, 6..<13, 13..<14])
        let document = Grid.document([
            [Grid.head, ["Section II, para 2", TableCell(blocks: [.paragraph(shown), .paragraph(hidden)]), "b", "c"]]
        ])
        let made = try Segmented(document, try Matrix.rules())
        #expect(made.cells("II.2").first == "Seen.\n\nSeen, unseen. ")
        let warning = try #require(made.diagnostics.first)
        #expect(made.ids == ["hidden-text"])
        #expect(warning.severity == .warning)
        #expect(warning.place?.start.description == "/hidden@1")
        #expect(warning.message.hasSuffix("in 2 pieces, the first ','"))
    }

    /// What is left out is not in the dataset, hidden or not.
    @Test func hiddenTextThatIsLeftOutIsNotSaid() throws {
        let comment = Paragraph("Unseen", at: Grid.place("p"), hidden: [0..<6])
        let document = Grid.document(
            [[Grid.head, ["Section II, para 2", "a", "b", "c"]]],
            omissions: [Omission(comment, reason: .comment)]
        )
        #expect(try Segmented(document, try Matrix.rules()).ids == [])
    }

    @Test func aNoteBelongsToItsCell() throws {
        let cell = TableCell(blocks: [.text("Licences.1"), .note("Since 1968."), .text("Permits.")])
        let made = try Grid.segment([[Grid.head, ["Section II, para 2", cell, "b", "c"]]])
        #expect(made.cells("II.2").first == "Licences.1\n\nSince 1968.\n\nPermits.")
    }

    @Test func aNoteOutsideTheTableIsMatter() throws {
        let table = Grid.document([[Grid.head, ["Section II, para 2", "a", "b", "c"]]]).blocks
        let document = SourceDocument(
            origin: Origin(path: "Input/grid.docx", mediaType: "", sha256: "", bytes: 0),
            blocks: [.text("Title"), .note("By hand.")] + table + [.text("End"), .note("At last.")]
        )
        let made = try Segmented(document, try Matrix.rules())
        #expect(made.report.frontMatter.map(\.passage.text) == ["Title", "By hand."])
        #expect(made.report.backMatter.map(\.passage.text) == ["End", "At last."])
    }

    @Test func aTableInsideACellIsPartOfItsText() throws {
        let rows = [["Year", "Sum"], ["2006", "$5"]].map { TableRow($0.map { TableCell($0) }) }
        let inner = Block.table(Table(.grid(rows), at: Grid.place("inner")))
        let cell = TableCell(blocks: [.text("Grants:"), inner, .text("No others.")])
        let made = try Grid.segment([[Grid.head, ["Section II, para 2", "a", cell, "c"]]])
        #expect(made.cells("II.2")[1] == "Grants:\n\nYear\n\nSum\n\n2006\n\n$5\n\nNo others.")
        #expect(made.ids == [])
    }
}
