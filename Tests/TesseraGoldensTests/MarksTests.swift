import Testing

@testable import TesseraGoldens

@Suite("Marks on words") struct MarksTests {
    private func marked(_ old: String?, _ new: String?, isWhole: Bool = true, width: Int? = nil) -> String {
        StyleRule(isColoured: false, width: width).text(WordMarks(old, new).runs(isWhole: isWhole))
    }

    @Test func wordsThatCameAndWent() {
        #expect(marked("one two three", "one 2 three") == "one [-two-]{+2+} three\n")
        #expect(marked("one three", "one two three") == "one {+two+} three\n")
        #expect(marked(nil, "one") == "{+one+}\n")
        #expect(marked("one", nil) == "[-one-]\n")
    }

    /// What words alone do not show: kinds of blanks and quotation marks, and ways to encode a letter.
    @Test(arguments: [
        ("it\u{2019}s", "it's"), ("one\u{A0}two", "one two"), ("e\u{301}", "\u{E9}"), ("a  b", "a b"), ("a", "a "),
    ])
    func everyByteCounts(_ old: String, _ new: String) {
        let text = marked(old, new)
        #expect(text.contains("[-") || text.contains("{+"), "\(text)")
    }

    @Test func nothingThatATerminalObeys() {
        let text = marked("a\u{1B}[2Jb", "a\u{202E}b\u{7}")
        #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" || $0.value == 0x202E })
        #expect(text.contains("[U+001B]"))
    }

    @Test func onlyTheSurroundings() {
        let long = Array(repeating: "word", count: 200).joined(separator: " ")
        let text = marked("\(long) old \(long)", "\(long) new \(long)", isWhole: false)
        #expect(text.count < 200)
        #expect(text.hasPrefix("…") && text.hasSuffix("…\n"))
        #expect(text.contains("[-old-]{+new+}"))
    }

    @Test func coloursTakeThePlaceOfBrackets() {
        let runs = WordMarks("one two", "one 2").runs(isWhole: true)
        let text = StyleRule(isColoured: true).text(runs)
        #expect(text.contains("\u{1B}[31mtwo"))
        #expect(text.contains("\u{1B}[32m2"))
        #expect(!text.contains("[-"))
    }

    @Test(arguments: [20, 31, 40]) func breaksLines(_ width: Int) {
        let long = Array(repeating: "words", count: 30).joined(separator: " ") + String(repeating: "x", count: 90)
        let lines = marked("\(long) old", "\(long) new", width: width).split(separator: "\n")
        #expect(lines.count > 4)
        #expect(lines.allSatisfy { $0.count <= width })
        #expect(lines.joined().filter { $0 != " " }.hasSuffix("[-old-]{+new+}"))
    }
}
