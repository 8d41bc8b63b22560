import TesseraModel
import Testing

/// What tells lines that are numbered from other lines.
@Suite struct PageNumberingTests {
    @Test(arguments: [
        ("Page 12 of 30", "Page # of #"), ("2007-07-17", "#-#-#"), ("no figures", "no figures"), ("", ""),
        ("página 7é", "página #é"), ("1️⃣ and 23", "1️⃣ and #"),
    ])
    func runsOfDigitsAreOneSign(text: String, expected: String) {
        #expect(text.withoutFigures == expected)
    }

    @Test(arguments: ["#", "- # -", "Page # of #", "PÁGINA #", "p. #"])
    func pagesAreCountedSo(shape: String) {
        #expect(shape.isPageNumberShape)
    }

    @Test(arguments: ["", "Page", "Table #", "# laws and rules", "page of"])
    func otherLinesAreNot(shape: String) {
        #expect(!shape.isPageNumberShape)
    }
}
