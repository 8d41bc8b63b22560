import TesseraModel
import Testing

/// The notation of positions in `provenance.csv` and in the XML form of a document.
@Suite struct PositionTests {
    private static let positions: [(Position, String)] = [
        (.line(12, column: 3), "12:3"),
        (.line(1, column: 1), "1:1"),
        (.node(path: "/document/table[2]", line: 17), "/document/table[2]@17"),
        (.node(path: "/w:document/w:body/w:p[@id='7']", line: 4), "/w:document/w:body/w:p[@id='7']@4"),
        (.page(4, x: 72, y: 96), "p4@72,96"),
        (.page(1, x: 72.25, y: -0.5), "p1@72.25,-0.5"),
        (.character(0), "c0"),
        (.character(123), "c123"),
    ]

    @Test(arguments: positions)
    func isWrittenAndReadBack(position: Position, notation: String) {
        #expect(position.description == notation)
        #expect(Position(notation) == position)
        #expect(Position("[\(notation)]".dropFirst().dropLast()) == position, "a piece of a text will do")
    }

    @Test(arguments: [
        "", "12", "12:", ":3", "12::3", ":12:3", "12:3:4", "twelve:3", "12:3 ", "0:3", "12:0", "-1:3",
        "/document", "/document@", "/document@x", "/document@0",
        "p4", "p4@", "p4@72", "p4@72,", "p4@72,,96", "p4@72,96,1", "p@72,96", "p0@72,96", "p4@nan,96", "p4@72,inf",
        "c", "c-1", "c1:2", "c1.5", "d1", "c99999999999",
    ])
    func isNotReadFromAnythingElse(notation: String) {
        #expect(Position(notation) == nil)
    }

    /// A column near the end of the number range would make every later sum with it overflow.
    @Test func refusesNumbersThatNoFileReaches() {
        #expect(Position("1:9223372036854775807") == nil)
        #expect(Position("9223372036854775807:1") == nil)
        #expect(Position("99999999999999999999:1") == nil)
    }
}
