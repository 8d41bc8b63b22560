import Testing

@testable import LibXLSXWriter

/// Texts as the cells of a workbook hold them.
@Suite struct XLSXTextTests {
    @Test(arguments: ["", "N/A", "=1+1", "a\n\nb\tc", "_x00", "_x0041", "x0041_", "日本語 𝔄", "_xGHIJ_"])
    func leavesTextAlone(text: String) { #expect(XLSXText.escaped(text) == text) }

    @Test(arguments: [
        ("a\0b", "a_x0000_b"), ("\r", "_x000D_"), ("\u{1F}", "_x001F_"), ("\u{FFFE}", "_xFFFE_"),
        ("_x0041_", "_x005F_x0041_"), ("see _x000a_ here", "see _x005F_x000a_ here"),
        ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
    ])
    func writesNumbersForTheRest(text: String, escaped: String) { #expect(XLSXText.escaped(text) == escaped) }

    private static let limit = XLSXSheet.limits.text

    @Test(arguments: [
        "short", String(repeating: "a", count: limit), String(repeating: "a", count: limit + 1),
        String(repeating: "word ", count: 20_000), String(repeating: "𝔄", count: limit),
        String(repeating: "_x0041_", count: 20_000), String(repeating: "\r", count: limit),
        String(repeating: "e\u{301}", count: limit), String(repeating: "\r\n", count: limit),
        String(repeating: "a", count: limit - 1) + "𝔄", String(repeating: "a", count: limit) + " b",
    ])
    func piecesFitAndJoinToTheText(text: String) {
        let pieces = XLSXText.pieces(of: text)
        // Swift compares texts by their meaning; here their bytes count.
        #expect(Array(pieces.joined().utf8) == Array(text.utf8))
        for piece in pieces {
            #expect(XLSXText.escaped(piece).utf16.count <= Self.limit)
            #expect(!piece.isEmpty || text.isEmpty)
        }
    }

    @Test func takesNoMorePiecesThanNeeded() {
        #expect(XLSXText.pieces(of: String(repeating: "a", count: Self.limit)).count == 1)
        #expect(XLSXText.pieces(of: String(repeating: "a", count: Self.limit + 1)).count == 2)
    }

    @Test func partsBehindWhiteSpace() {
        let pieces = XLSXText.pieces(
            of: String(repeating: "a", count: 30_000) + " " + String(repeating: "b", count: 9_000)
        )
        #expect(pieces.map(\.utf8.count) == [30_001, 9_000])
    }
}
