import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Where lines and pages of a text end.
@Suite struct LineEndTests {
    private let lines = ["REVISED AND UPDATED July 17, 2007", "", "\tUN Programme of Action", "\t N/A", "last"]

    @Test(arguments: ["\n", "\r\n", "\r"])
    func areTheSameForEveryConvention(end: String) throws {
        let read = try ReadText(lines.joined(separator: end) + end)
        #expect(try read.document.blocks == ReadText(lines.joined(separator: "\n")).document.blocks)
        #expect(read.texts == ["REVISED AND UPDATED July 17, 2007", "UN Programme of Action", "N/A", "last"])
    }

    @Test func mayBeMixed() throws {
        let read = try ReadText("one\r\ntwo\rthree\n\r\rsix\r\r\n\neight?")
        #expect(read.texts == ["one", "two", "three", "six", "eight?"])
        let lines = read.document.paragraphs.map(\.place.start)
        #expect(lines == [1, 2, 3, 6, 9].map { Position.line($0, column: 1) })
    }

    /// Other characters that some programs take for line ends stay in the text.
    @Test(arguments: ["\u{85}", "\u{2028}", "\u{2029}"])
    func areNothingElse(character: String) throws {
        #expect(try ReadText("one\(character)two").texts == ["one\(character)two"])
    }

    @Test func formFeedBreaksThePage() throws {
        let marked = MarkedText("\tLaws1️⃣\u{C}2️⃣Assistance\n\u{C}3️⃣Activity\n\n4️⃣\u{C}\n\tN/A\n")
        let read = try ReadText(marked.text)
        #expect(
            read.document.outline == [
                "cell", "  paragraph: Laws", "  page break", "  paragraph: Assistance", "  page break",
                "  paragraph: Activity", "  page break", "cell", "  paragraph: N/A",
            ]
        )
    }

    /// A form feed ends no line: what follows has the columns behind it, and no two texts share a place.
    @Test func formFeedIsACharacterOfItsLine() throws {
        let marked = MarkedText("1️⃣Laws 2️⃣\u{C}3️⃣Assistance\n\u{C}4️⃣Activity\n5️⃣end")
        let starts = try ReadText(marked.text).document.blocks.map { block in
            if case .pageBreak(let place) = block { place.start } else { block.paragraphs.first?.place.start }
        }
        let expected = ["1️⃣", "2️⃣", "3️⃣", nil, "4️⃣", "5️⃣"].map { mark in
            mark.flatMap { marked.places[$0] }.map { Position.line($0.line, column: $0.column) }
                ?? .line(2, column: 1)
        }
        #expect(starts == expected)
    }

    @Test func tabBehindAFormFeedOpensACell() throws {
        let read = try ReadText("front\n\u{C}\tLaws\n")
        #expect(read.document.outline == ["paragraph: front", "page break", "cell", "  paragraph: Laws"])
        #expect(read.document.paragraphs.last?.place.start == .line(2, column: 3))
    }
}
