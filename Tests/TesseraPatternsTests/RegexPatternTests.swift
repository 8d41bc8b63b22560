import TesseraModel
import TesseraPatterns
import Testing

/// The escape hatch: regular expressions, held to the same rules as heading patterns.
@Suite struct RegexPatternTests {
    private let label = #"Section\s+(?<section>[IVX]+),\s*para\s+(?<paragraph>\d+)"#

    @Test func givesNamedGroupsAsCaptures() throws {
        let pattern = try Pattern(regex: label)
        #expect(pattern.captureNames == ["section", "paragraph"])
        #expect(pattern.regex == label)
        #expect(pattern.source == "regex: \(label)")
        let match = try #require(try pattern.match("Größe: section ii, para 12", .anywhere))
        #expect(match.range == 9..<28)
        #expect(match.captures.map(\.name) == ["section", "paragraph"])
        #expect(match.captures.map(\.range) == [17..<19, 26..<28])
        #expect(match.captures.map(\.value) == [.text("ii"), .text("12")])
    }

    @Test func leavesOutGroupsThatTookNoPart() throws {
        let match = try Pattern(regex: "(?<a>x)|(?<b>y)(z)").match("yz", .whole)
        #expect(match?.captures.map(\.name) == ["b"])
    }

    @Test func isAnchoredByItsExtent() throws {
        let pattern = try Pattern(regex: label)
        let heading = "Section II, para 12"
        #expect(try pattern.match(heading, .whole)?.range == 0..<19)
        #expect(try pattern.match("\(heading): Title", .whole) == nil)
        #expect(try pattern.match("\(heading): Title", .prefix)?.range == 0..<19)
        #expect(try pattern.match("See \(heading)", .prefix) == nil)
        #expect(try pattern.match("See \(heading)", .anywhere)?.range == 4..<23)
        #expect(try pattern.match("See \(heading)", .prefix, from: 4)?.range == 4..<23)
    }

    /// As for heading patterns, the white space around a text makes no difference.
    @Test func ignoresTheSpaceAroundAText() throws {
        let pattern = try Pattern(regex: label)
        #expect(try pattern.match("\u{A0} Section II, para 12 \t", .whole)?.range == 3..<22)
        #expect(try pattern.match(" Section II, para 12: Title", .prefix)?.range == 1..<20)
    }

    /// The first alternative alone takes too little; the second takes all.
    @Test func findsTheAlternativeThatTakesTheWhole() throws {
        #expect(try Pattern(regex: "para|paragraph").match("paragraph", .whole)?.range == 0..<9)
        #expect(try Pattern(regex: "(?<n>.+?)").match("N/A ", .whole)?["n"] == .text("N/A"))
    }

    @Test func takesSomething() throws {
        #expect(try Pattern(regex: "x*").match("abc", .prefix) == nil)
        #expect(try Pattern(regex: "x*").match("", .whole) == nil)
    }

    @Test(arguments: [("Section (", 9), ("[a", 2), ("(?<n>a)(?<n>b)", 12), ("*", 0)])
    func anInvalidExpressionSaysWhere(regex: String, offset: Int) throws {
        let failure = try #require(throws: PatternFailure.self) { try Pattern(regex: regex) }
        #expect(failure.offset == offset)
        #expect(!failure.message.isEmpty)
    }

    @Test(arguments: [Pattern.Extent.whole, .prefix, .anywhere])
    func aRunawayIsAFailureOfTheDocument(extent: Pattern.Extent) throws {
        let pattern = try Pattern(regex: "(a+)+$")
        let text = String(repeating: "a", count: 60) + "!"
        let failure = try #require(throws: DocumentFailure.self) { try pattern.match(text, extent) }
        #expect(failure.diagnostic.id == "pattern-runaway")
        #expect(failure.diagnostic.severity == .error)
        #expect(failure.diagnostic.message.contains("'regex: (a+)+$'"))
        #expect(failure.diagnostic.suggestion != nil)
    }
}
