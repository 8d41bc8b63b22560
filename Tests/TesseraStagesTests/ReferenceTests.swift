import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

@Suite struct ReferenceTests {
    private func resolved(_ texts: [String], _ notations: [String]) throws -> Report {
        var report = Report.made(texts)
        _ = try report.apply(
            ReferenceResolution(ReferenceRules(mentions: try notations.map { try Pattern($0) }, documents: []))
        )
        return report
    }

    private func mentions(_ report: Report) -> [String] {
        report.references.filter { $0.role == .mention }.map { "\($0.meaning) \($0.asWritten)" }
    }

    private static let long = "Section {section:roman}, para {paragraph:numbers}"

    @Test(arguments: [
        (
            "As Section II, para 17, 29 says, stocks are safe.",
            ["II.17 Section II, para 17, 29", "II.29 Section II, para 17, 29"]
        ),
        (
            "(see section iii , para 1-3)",
            ["III.1 section iii , para 1-3", "III.2 section iii , para 1-3", "III.3 section iii , para 1-3"]
        ),
        ("Section II, para 4 and Section III, para 7.", ["II.4 Section II, para 4", "III.7 Section III, para 7"]),
        ("Section II, para 4; again Section II, para 4", ["II.4 Section II, para 4", "II.4 Section II, para 4"]),
        ("Subsection II, para 4", []),
        ("Section II, para 4a", []),
        ("Section 2 of the Act", []),
        ("ÄÖÜ: Section II, para 9", ["II.9 Section II, para 9"]),
    ])
    func findsMentionsInCells(text: String, expected: [String]) throws {
        #expect(mentions(try resolved([text], [Self.long])) == expected)
    }

    @Test func takesTheLeftmostOfSeveralPatterns() throws {
        let report = try resolved(
            ["PoA II.5, 24 and Section III, para 6 and (IV.1); PoA II.7"],
            [Self.long, "PoA {section:roman}.{paragraph:numbers}", "({section:roman}.{paragraph:number})"]
        )
        #expect(
            mentions(report) == [
                "II.5 PoA II.5, 24", "II.24 PoA II.5, 24", "III.6 Section III, para 6", "IV.1 (IV.1)", "II.7 PoA II.7",
            ]
        )
    }

    @Test(arguments: [
        ("OP {paragraph:number} {point:points}", "as OP 8 (a), (b) says", ["8a", "8b"]),
        ("{section:word}-{paragraph:number}{point:points?}", "see AC-2(1)", ["AC.2(1)"]),
        ("Article {paragraph:numbers}, {point:points}", "Article 3 and 4, (a)", ["3a", "4a"]),
        (
            "Article {section:number}({paragraph:number}), point{s?} {point:points}", "Article 3(1), points (a) to (c)",
            ["3.1a", "3.1b", "3.1c"]
        ),
    ])
    func takesPoints(notation: String, text: String, expected: [String]) throws {
        let keys = try resolved([text], [notation]).references
            .filter { $0.role == .mention }.compactMap(\.key?.description)
        #expect(keys == expected)
    }

    @Test func mentionsMayFollowAnotherNumbering() throws {
        var report = Report.made(["See Article 3."])
        _ = try report.apply(
            ReferenceResolution(ReferenceRules(mentions: [try Pattern("Article {paragraph:number}")], scheme: "act"))
        )
        #expect(report.references.map(\.scheme) == report.references.map { $0.role == .mention ? "act" : nil })
        #expect(report.references.contains { $0.role == .mention })
    }

    @Test func worksWithoutSections() throws {
        let report = try resolved(["Articles 3, 4 and 8 apply."], ["Articles {paragraph:numbers}"])
        #expect(report.references.filter { $0.role == .mention }.compactMap(\.key?.description) == ["3", "4", "8"])
        #expect(report.references.last?.id == "II.2/c1#8")
    }

    @Test func givesEachReferenceANameOfItsOwn() throws {
        let cell = "Section II, para 2, then Section II, para 2.\nSection II, para 2"
        let report = try resolved([cell, "Section II, para 2"], [Self.long])
        let ids = report.references.map(\.id)
        #expect(ids == ["II.2", "II.2/c1#II.2", "II.2/c1#II.2~2", "II.2/c1#II.2~3", "II.2/c2#II.2"])
        #expect(report.references.map(\.role) == [.rowLabel, .mention, .mention, .mention, .mention])
        #expect(report.references.map(\.cell?.column) == [nil, "c1", "c1", "c1", "c2"])
        #expect(report.references.allSatisfy { $0.row == "II.2" })
    }

    @Test func looksOnlyIntoCellsThatSaySomething() throws {
        var report = Report.made(["Section II, para 4", "Section II, para 5", "Section II, para 6"])
        report.cells[1].status = .notApplicable
        report.cells[2].status = .seeElsewhere
        _ = try report.apply(ReferenceResolution(ReferenceRules(mentions: [try Pattern(Self.long)])))
        #expect(mentions(report) == ["II.4 Section II, para 4", "II.6 Section II, para 6"])
    }

    @Test func findsNothingWithoutPatterns() throws {
        #expect(try resolved(["Section II, para 4"], []).references.map(\.id) == ["II.2"])
    }
}
