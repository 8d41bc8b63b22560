import TesseraModel
import TesseraPatterns
import Testing

/// How much of a text a match must take, and where it may begin and end.
@Suite struct ExtentTests {
    private let label = "Section {section:roman}, para {paragraph:numbers}"

    private func matched(_ pattern: String, _ text: String, _ extent: Pattern.Extent) throws -> String? {
        guard let match = try Pattern(pattern).match(text, extent) else { return nil }
        return String(decoding: Array(text.utf8)[match.range], as: UTF8.self)
    }

    @Test func wholeTakesAllButTheSpaceAround() throws {
        #expect(try matched(label, " Section II, para 22 ", .whole) == "Section II, para 22")
        #expect(try matched(label, "Section II, para 22: Title", .whole) == nil)
        #expect(try matched(label, "See Section II, para 22", .whole) == nil)
    }

    @Test(arguments: [
        ("Section II, para 12: Title", "Section II, para 12"),
        ("Section II, para 24 Designation of a body", "Section II, para 24"),
        ("\tSection II, para 7, 8 Marking", "Section II, para 7, 8"),
        ("Section II, para 7, and the rest", "Section II, para 7"),
        ("Section II, para 1-3, 6; Section III, para 16", "Section II, para 1-3, 6"),
    ])
    func prefixTakesAsMuchAsItCan(text: String, matched: String) throws {
        #expect(try self.matched(label, text, .prefix) == matched)
    }

    @Test(arguments: ["See Section II, para 6", "Section II, para 6th", "Subsection II, para 6"])
    func prefixBeginsAtTheBeginningAndEndsAtABorder(text: String) throws {
        #expect(try matched(label, text, .prefix) == nil)
    }

    @Test func prefixEndsAtAWordsBorder() throws {
        #expect(try matched("Section II", "Section III", .prefix) == nil)
        #expect(try matched("Section II", "Section II-A", .prefix) == "Section II")
        #expect(try matched("para 1", "para 12", .prefix) == nil)
        #expect(try matched("Programme of", "Programme ofAction", .prefix) == nil)
    }

    @Test(arguments: [
        "see Section II, above", "(Section II)", "cross-Section II", "Section II", "“Section II”", "a; Section II.",
        "its Sections and subsections, session\u{301}s: Section II",
    ])
    func anywhereFindsAPiece(text: String) throws {
        #expect(try matched("Section {s:roman}", text, .anywhere) == "Section II")
    }

    @Test(arguments: ["subsection II", "Section IIa", "Section IInd", "the section", "éSection II", "", " \u{A0}"])
    func anywhereBeginsAndEndsAtWordsBorders(text: String) throws {
        #expect(try matched("Section {s:roman}", text, .anywhere) == nil)
    }

    @Test func anywhereFindsTheLeftmost() throws {
        let pattern = try Pattern("para {p:number}")
        let text = "para x, para 6, para 7"
        let first = try #require(try pattern.match(text, .anywhere))
        #expect(first.range == 8..<14)
        let second = try #require(try pattern.match(text, .anywhere, from: first.range.upperBound))
        #expect(second.range == 16..<22)
        #expect(try pattern.match(text, .anywhere, from: second.range.upperBound) == nil)
        #expect(try pattern.match(text, .anywhere, from: text.utf8.count) == nil)
    }

    /// Otherwise one misprint would hide every later mention.
    @Test func anywhereGoesOnBehindAValueThatMakesNoSense() throws {
        let match = try #require(try Pattern("Section {s:roman}").match("Section IIII, Section IV", .anywhere))
        #expect(match["s"] == .roman("IV"))
        #expect(match.range == 14..<24)
        #expect(try matched("{d:date}", "June 31, 2007 or July 1, 2007", .anywhere) == "July 1, 2007")
        #expect(try matched("para {p:numbers}", "para 8-3", .anywhere) == nil)
    }

    @Test func listsOfPatternsTakeTheFirstThatMatches() throws {
        let patterns = [try Pattern("Section {a:roman}"), try Pattern("Section {b:word}")]
        #expect(try patterns.firstMatch("Section IV", .whole)?.captures.map(\.name) == ["a"])
        #expect(try patterns.firstMatch("Section Z", .whole)?.captures.map(\.name) == ["b"])
        #expect(try patterns.matches("Section Z 1") == false)
        #expect(try [Pattern]().firstMatch("Section", .anywhere) == nil)
    }
}
