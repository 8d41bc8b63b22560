import TesseraModel
import TestSupport
import Testing

/// Pieces of paragraphs, and the characters of the source that they are tied to.
@Suite struct PassageTests {
    private let label = Paragraph("Section II, para 6", line: 12, column: 2)

    @Test func takesAWholeParagraph() {
        let passage = Passage(label)
        #expect(passage.text == "Section II, para 6")
        #expect(passage.source == [SourceSpan(paragraph: 0, range: 0..<18, place: label.place)])
        #expect(passage.place == label.place)
    }

    @Test func takesAPieceWithItsPlace() {
        let passage = Passage(label, 8..<10)
        #expect(passage.text == "II")
        #expect(passage.place?.start == .line(12, column: 10))
        #expect(passage.place?.end == .line(12, column: 12))
    }

    @Test(arguments: [
        (0..<7, "Größe"), (8..<10, "II"), (2..<4, "ö"), (10..<13, "’"), (5..<5, ""),
    ])
    func slicesByBytes(range: Range<Int>, text: String) {
        let paragraph = Paragraph("Größe II’", line: 3)
        #expect(Passage(paragraph, range).text == text)
        #expect(Passage(paragraph, range).source.map(\.range) == [range])
    }

    @Test func carriesTheNumberOfItsParagraph() throws {
        let document = SourceDocument(
            origin: Origin(path: "a.txt", mediaType: "text/plain", sha256: "", bytes: 0),
            blocks: [.paragraph(Paragraph("one", line: 1)), .paragraph(Paragraph("two", line: 2))]
        )
        #expect(Passage(try #require(document.paragraphs.last)).source.map(\.paragraph) == [1])
    }

    @Test func joinsSeveral() {
        let title = Passage(Paragraph("Marking", line: 14))
        let joined = Passage(joining: [Passage(label), title])
        #expect(joined.text == "Section II, para 6 Marking")
        #expect(joined.source.count == 2)
        #expect(joined.place == SourcePlace(start: .line(12, column: 2), end: .line(14, column: 8)))
    }

    @Test func keepsTheHyperlinksOfItsPiece() {
        var paragraph = label
        paragraph.hyperlinks = [(0..<7, "#a"), (8..<10, "#b"), (12..<18, "#c")].map(Hyperlink.init(range:target:))
        #expect(Passage(paragraph).hyperlinks == paragraph.hyperlinks)
        #expect(
            Passage(paragraph, 4..<14).hyperlinks == [
                Hyperlink(range: 0..<3, target: "#a"), Hyperlink(range: 4..<6, target: "#b"),
                Hyperlink(range: 8..<10, target: "#c"),
            ]
        )
        #expect(Passage(paragraph, 7..<8).hyperlinks == [])
    }

    @Test func movesHyperlinksWhenItJoins() {
        var paragraph = label
        paragraph.hyperlinks = [Hyperlink(range: 8..<10, target: "#b")]
        let joined = Passage(joining: [Passage(paragraph), Passage(paragraph, 8..<18), Passage(label)])
        #expect(joined.hyperlinks.map { String(joined.text.utf8Slice($0.range)) } == ["II", "II"])
        #expect(joined.hyperlinks.map(\.range) == [8..<10, 19..<21])
    }

    @Test func hasNoPlaceWithoutASource() {
        #expect(Passage(text: "made up", source: []).place == nil)
    }
}
