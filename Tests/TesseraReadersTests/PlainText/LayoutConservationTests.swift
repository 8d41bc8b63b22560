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

    /// Columns that wander, run into each other, and stop.
    @Test func keepsCharactersOfCrowdedColumns() throws {
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<300 {
            var text = ""
            for _ in 0..<Int.random(in: 4...30, using: &generator) {
                for _ in 0..<Int.random(in: 0...4, using: &generator) {
                    let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
                        String(repeating: "m", count: Int.random(in: 1...9, using: &generator))
                    }
                    text += words.joined(separator: " ")
                    text += String(repeating: " ", count: Int.random(in: 1...14, using: &generator))
                }
                text += Int.random(in: 0..<15, using: &generator) == 0 ? "\n\u{C}" : "\n"
            }
            text += "end\n"
            let found = try LayoutReading(text, layout: "fixed-width").document.paragraphs.map(\.text).joined()
            #expect(found.filter { $0 != " " } == text.filter { !$0.isWhitespace }, "\(text.debugDescription)")
        }
    }

    @Test(arguments: PlainTextReader.layoutNames) func readsWhatItWouldNotChoose(layout: String) throws {
        #expect(try LayoutReading("one line", layout: layout).shape == ["one line"])
    }
}
