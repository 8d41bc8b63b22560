import TestSupport
import Testing

@testable import TesseraVersions

@Suite struct TextTests {
    private static func spellings(_ text: String) -> [String] {
        let vocabulary = Vocabulary()
        return Words(text, vocabulary).words.map { vocabulary[$0.id] }
    }

    @Test(arguments: [
        ("over 1,540.5 tons, at 10:30.", ["over", "1,540.5", "tons", ",", "at", "10:30", "."]),
        ("don’t “quote” – ever…", ["don't", "\"", "quote", "\"", "-", "ever", "…"]),
        ("see (http://a.org/b?c=1).", ["see", "(", "http://a.org/b?c=1", ")", "."]),
        ("mail a.b@c.org, or www.c.org!", ["mail", "a.b@c.org", ",", "or", "www.c.org", "!"]),
        ("FY06\u{A0}budget", ["FY06", "budget"]),
        ("第二条。", ["第", "二", "条", "。"]),
        ("", []),
        ("\u{301}\u{200B}", ["\u{301}"]),
    ])
    func words(text: String, expected: [String]) { #expect(Self.spellings(text) == expected) }

    @Test(arguments: [
        ("One here. Two there.", ["One here.", "Two there."]),
        ("The U.S. Government acts. It does.", ["The U.S. Government acts.", "It does."]),
        ("Ms. Pico, para. 7 of it.\nNext", ["Ms. Pico, para. 7 of it.", "Next"]),
        ("He said “no.” She left.", ["He said “no.”", "She left."]),
        ("第一条。第二条。", ["第一条。", "第二条。"]),
        ("(See below.) Then", ["(See below.)", "Then"]),
    ])
    func sentences(text: String, expected: [String]) {
        let vocabulary = Vocabulary()
        let words = Words(text, vocabulary)
        #expect(Sentences.ranges(of: words, vocabulary).map(words.text(of:)) == expected)
    }

    @Test(arguments: [
        ("Telephone: 202-663-0100", ["202-663-0100"]),
        ("call +41 22 917 1234 or (202) 663-0100.", ["+41 22 917 1234", "(202) 663-0100"]),
        ("Fax 030 123 45 67", ["030 123 45 67"]),
        ("between 2001-2005, 1968 (2003), 1997 (2004)", []),
        ("1,540,000 rounds in 12 months", []),
    ])
    func phoneNumbers(text: String, expected: [String]) {
        let found = PhoneNumbers.ranges(in: text).map { String(decoding: Array(text.utf8)[$0], as: UTF8.self) }
        #expect(found == expected)
    }

    /// Pairs are equal, in order, and as many as a longest common subsequence has.
    @Test func alignsAsManyAsThereAre() {
        var generator = SeededGenerator(seed: 8)
        for _ in 0..<300 {
            let old = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                Int32.random(in: 0...5, using: &generator)
            }
            let new = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                Int32.random(in: 0...5, using: &generator)
            }
            let pairs = SequenceAlignment.pairs(old, new)
            #expect(pairs.allSatisfy { old[$0.old] == new[$0.new] })
            #expect(zip(pairs, pairs.dropFirst()).allSatisfy { $0.old < $1.old && $0.new < $1.new })
            #expect(pairs.count == Self.longestCommonSubsequence(old, new))
        }
    }

    private static func longestCommonSubsequence(_ old: [Int32], _ new: [Int32]) -> Int {
        var row = [Int](repeating: 0, count: new.count + 1)
        for element in old {
            var diagonal = 0
            for (index, other) in new.enumerated() {
                let above = row[index + 1]
                row[index + 1] = element == other ? diagonal + 1 : max(above, row[index])
                diagonal = above
            }
        }
        return row[new.count]
    }

    /// Past the limit of the shortest way, what occurs once is still paired.
    @Test func alignsLongSequences() {
        var generator = SeededGenerator(seed: 9)
        let shared = (0..<3_000).map { Int32($0) }
        let old = shared.flatMap { [$0, Int32.random(in: 10_000...20_000, using: &generator)] }
        let new = shared.flatMap { [$0, Int32.random(in: 20_001...30_000, using: &generator)] }
        #expect(SequenceAlignment.pairs(old, new).count == 3_000)
    }

    @Test func marksWords() {
        let parts = WordDifference("It traced 613 guns in 2006.", "It traced 705 guns in 2007.").parts
        #expect(parts.filter { $0.kind != .added }.map(\.text).joined() == "It traced 613 guns in 2006.")
        #expect(parts.filter { $0.kind != .removed }.map(\.text).joined() == "It traced 705 guns in 2007.")
        let line = MarkedText(.brackets) { $0 }.line(parts)
        #expect(line == "It traced [-613-] {+705+} guns in [-2006-]{+2007+}.")
    }

    /// The texts can be put together again from the parts, whatever they are.
    @Test func partsAreWholeTexts() {
        var generator = SeededGenerator(seed: 10)
        let words = ["a ", "b ", "c, ", "d. ", "é ", "第", "\n\n", "(e) ", "7 "]
        for _ in 0..<300 {
            let texts = (0..<2).map { _ in
                (0..<Int.random(in: 0...12, using: &generator)).map { _ in words.randomElement(using: &generator) ?? ""
                }.joined()
            }
            let parts = WordDifference(texts[0], texts[1]).parts
            func squeezed(_ text: String) -> String { text.filter { !$0.isWhitespace } }
            #expect(squeezed(parts.filter { $0.kind != .added }.map(\.text).joined()) == squeezed(texts[0]))
            #expect(squeezed(parts.filter { $0.kind != .removed }.map(\.text).joined()) == squeezed(texts[1]))
        }
    }
}
