import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Whatever a text looks like, and whatever layout it is read in, no character is lost.
@Suite struct LayoutConservationTests {
    /// The marks of each layout, as far as they are not blank.
    private static let marks: [String: String] = [
        "tabs": "", "inline-tabs": "", "pipes": "|", "slashes": "/", "fixed-width": "", "wrapped": "",
        "pages": "", "paragraphs": "",
    ]

    /// What is never a mark in tables and paragraphs that are marked up.
    private static let letters: Set<Character> = Set("acdefgé“”")

    @Test(arguments: PlainTextReader.layoutNames) func keepsCharacters(layout: String) throws {
        var generator = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let text = LayoutConservationTests.text(&generator)
            let reading = try LayoutReading(text, layout: layout)
            let found = reading.document.paragraphs.map(\.text).joined()
            if let marks = Self.marks[layout] {
                let kept = { (text: String) in text.filter { !$0.isWhitespace && !marks.contains($0) } }
                #expect(kept(found) == kept(text), "\(layout): \(text.debugDescription)")
            } else {
                let kept = { (text: String) in text.filter { Self.letters.contains($0) }.sorted() }
                #expect(kept(found) == kept(text), "\(layout): \(text.debugDescription)")
            }
        }
    }

    /// Lines of words with marks of all layouts among them.
    private static func text(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "a", "cd", "éf", "“gé”", "e.", "|", "/", " / ", "\t", "-", "---", "+", "+---+---+", "=", "*", "**", "_",
            "\\", "`", "#", " ", "   ", "        ", "\u{C}", "| a | c |", "|---|---|", "--- ---", "N/A", "1. ", "> ",
        ]
        var text = "a"
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
            for _ in 0..<Int.random(in: 0...8, using: &generator) {
                text += pieces.randomElement(using: &generator) ?? ""
                if Bool.random(using: &generator) { text += " " }
            }
            text += "\n"
        }
        return text
    }

    @Test(arguments: PlainTextReader.layoutNames) func readsWhatItWouldNotChoose(layout: String) throws {
        #expect(try LayoutReading("one line", layout: layout).shape == ["one line"])
    }
}
