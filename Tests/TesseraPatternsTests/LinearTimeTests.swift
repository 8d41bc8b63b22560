import TesseraPatterns
import Testing

/// Patterns and texts on which backtracking would take longer than anyone waits: the tests pass by ending.
@Suite struct LinearTimeTests {
    private static let texts = [
        String(repeating: "a", count: 20_000),
        String(repeating: "a ", count: 10_000),
        String(repeating: "SA/LW, ", count: 2_857),
        String(repeating: "é\u{A0}", count: 10_000),
    ]

    @Test(arguments: texts, [Pattern.Extent.whole, .prefix, .anywhere])
    func lazyTextFindsNothing(text: String, extent: Pattern.Extent) throws {
        #expect(try Pattern("{a:text}b{c:text}b{d:text}b").match(text, extent) == nil)
    }

    @Test(arguments: texts)
    func manyTextsInARowFindNothing(text: String) throws {
        let pattern = try Pattern("{a:text}{b:text?}{c:text?}{d:word?}{e:text}!")
        #expect(try pattern.match(text, .anywhere) == nil)
    }

    @Test func manyOptionalTextsMatch() throws {
        let pattern = try Pattern(String(repeating: "{a?}", count: 40) + String(repeating: "a", count: 40))
        #expect(try pattern.matches(String(repeating: "a", count: 40)))
        #expect(try pattern.matches(String(repeating: "a", count: 80)))
        #expect(try !pattern.matches(String(repeating: "a", count: 81)))
    }

    @Test func lazyTextFindsTheLastPossiblePlace() throws {
        let text = String(repeating: "a", count: 20_000) + "bab" + "cb"
        let match = try #require(try Pattern("{a:text}b{c:text}b{d:text}b").match(text, .whole))
        #expect(match.captures.map(\.range) == [0..<20_000, 20_001..<20_002, 20_003..<20_004])
    }

    @Test func aLongListIsOneCapture() throws {
        let list = Array(repeating: "7", count: 1_000).joined(separator: ", ")
        let match = try Pattern("para {p:numbers}").match("para \(list)", .whole)
        #expect(match?["p"] == .numbers(Array(repeating: 7, count: 1_000)))
        // A longer one names no paragraphs that anybody would count.
        #expect(try Pattern("para {p:numbers}").match("para \(list), 7", .whole) == nil)
    }
}
