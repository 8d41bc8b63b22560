import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// The cells of a Word table dumped as text: a leading tab opens each.
@Suite struct CellStreamTests {
    private func outline(_ text: String) throws -> [String] { try ReadText(text).document.outline }

    @Test func beginAtTabsAndRunToTheNext() throws {
        let text = """
            REVISED AND UPDATED July 17, 2007

            \tSection II, para 2

            Section II, para 3


            Marking of  all SA/LW\t(at import)
            \tU.S. law requires a licence.\u{20}
            \tN/A
            """
        #expect(
            try outline(text) == [
                "paragraph: REVISED AND UPDATED July 17, 2007",
                "cell", "  paragraph: Section II, para 2", "  paragraph: Section II, para 3",
                "  paragraph: Marking of  all SA/LW\t(at import)",
                "cell", "  paragraph: U.S. law requires a licence.",
                "cell", "  paragraph: N/A",
            ]
        )
    }

    @Test(arguments: ["\t", " \t", "   \t", "\t ", "\u{A0}\t\u{A0}", " \u{A0} \t"])
    func beginBehindBlanksToo(mark: String) throws {
        #expect(try outline("\(mark)N/A\n") == ["cell", "  paragraph: N/A"])
    }

    @Test(arguments: ["\t\n\tN/A", "\t  \n\n\tN/A", " \t\u{A0}\n \n\tN/A"])
    func mayBeEmpty(text: String) throws {
        #expect(try outline(text) == ["cell", "cell", "  paragraph: N/A"])
    }

    /// A second tab on the line is white space of the same cell: no dump puts two cells on one line.
    @Test func openOncePerLine() throws {
        #expect(try outline("\t\tN/A\n") == ["cell", "  paragraph: N/A"])
    }

    @Test func areNoneInATextWithoutTabs() throws {
        #expect(
            try outline("Section II, para 2\n\n Title \u{A0}\nprose\twith a tab\n")
                == ["paragraph: Section II, para 2", "paragraph: Title", "paragraph: prose\twith a tab"]
        )
    }

    @Test func keepTheCharactersOfTheirText() throws {
        #expect(
            try outline("\tthe\u{A0}States’  “la\u{200B}ws”\u{2003}\u{200B}") == [
                "cell", "  paragraph: the\u{A0}States’  “la\u{200B}ws”",
            ]
        )
    }

    @Test func haveThePlacesOfTheirCharacters() throws {
        let marked = MarkedText(
            "1️⃣é front2️⃣ \r\n\r\n \u{A0}3️⃣\t 4️⃣Größe5️⃣\u{A0}\r\n6️⃣“N/A”7️⃣\n8️⃣\t\n"
        )
        func position(_ mark: String) throws -> Position {
            let place = try #require(marked.places[mark])
            return .line(place.line, column: place.column)
        }
        let document = try ReadText(marked.text).document
        #expect(
            try document.paragraphs.map(\.place) == [
                SourcePlace(start: position("1️⃣"), end: position("2️⃣")),
                SourcePlace(start: position("4️⃣"), end: position("5️⃣")),
                SourcePlace(start: position("6️⃣"), end: position("7️⃣")),
            ]
        )
        guard case .table(let table) = document.blocks.last else {
            Issue.record("the last block is the table")
            return
        }
        #expect(
            try table.cells.map(\.place) == [
                SourcePlace(start: position("3️⃣"), end: position("7️⃣")),
                SourcePlace(start: position("8️⃣"), end: position("8️⃣")),
            ]
        )
        #expect(try table.place == SourcePlace(start: position("3️⃣"), end: position("8️⃣")))
    }

    /// Nothing is lost: every character that is not white space arrives, in order.
    @Test(arguments: 0..<40)
    func holdEveryCharacter(seed: Int) throws {
        var numbers = SeededGenerator(seed: seed)
        let pieces = ["\t", " \t", "\n", "\r\n", "\r", "\u{C}", " ", "\u{A0}", "N/A", "é", "Section II, para 2", "’"]
        let text = "x" + (0..<60).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &numbers)] }.joined()
        let read = try ReadText(text)
        let delivered = read.texts.joined().filter { !$0.isWhitespace }
        #expect(delivered == text.filter { !$0.isWhitespace })
        #expect(read.texts.allSatisfy { !$0.isEmpty })
    }
}
