import TesseraModel
import Testing

/// Places in a source: pieces of them, and several as one.
@Suite struct SourcePlaceTests {
    private let label = SourcePlace(start: .line(12, column: 2), end: .line(12, column: 20))

    @Test func isNarrowedOnOneLine() {
        let narrowed = label.narrowed(to: 8..<10)
        #expect(narrowed == SourcePlace(start: .line(12, column: 10), end: .line(12, column: 12)))
        #expect(label.narrowed(to: 0..<18) == label)
        #expect(label.narrowed(to: 4..<4).start == .line(12, column: 6))
    }

    @Test func keepsItsPartWhenNarrowed() {
        let place = SourcePlace(part: "body.txt", start: .line(1, column: 1), end: .line(1, column: 9))
        #expect(place.narrowed(to: 2..<3).part == "body.txt")
    }

    @Test(arguments: [
        SourcePlace(start: .line(12, column: 2), end: .line(13, column: 4)),
        SourcePlace(
            part: "word/document.xml",
            start: .node(path: "/p[1]", line: 3),
            end: .node(path: "/p[1]", line: 3)
        ),
        SourcePlace(start: .page(2, x: 72, y: 90), end: .page(2, x: 300, y: 102)),
    ])
    func staysWholeWhereColumnsMeanNothing(place: SourcePlace) {
        #expect(place.narrowed(to: 1..<2) == place)
    }

    @Test func joinsWithAPlaceInTheSamePart() {
        let title = SourcePlace(start: .line(14, column: 1), end: .line(14, column: 30))
        #expect(label.joined(with: title) == SourcePlace(start: .line(12, column: 2), end: .line(14, column: 30)))
    }

    @Test func staysItselfBesideAPlaceInAnotherPart() {
        let note = SourcePlace(part: "word/footnotes.xml", start: .line(1, column: 1), end: .line(1, column: 5))
        #expect(label.joined(with: note) == label)
    }
}
