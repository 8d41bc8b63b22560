import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

/// Which rows references point to.
@Suite struct ReferenceTargetTests {
    /// A report of one column; rows are named by their paragraphs: `II.7+II.8`.
    private func report(_ rows: [(paragraphs: [String], text: String)]) -> Report {
        var report = Report.made([""])
        report.rows = rows.enumerated().map { number, row in
            Row(
                id: row.paragraphs.joined(separator: "+") + (number == 3 ? "~2" : ""),
                position: number + 1,
                labels: [],
                titles: [],
                references: row.paragraphs.map { name in
                    let parts = name.split(separator: ".").map(String.init)
                    return RowReference(key: ParagraphKey(section: parts[0], paragraph: parts[1]), asWritten: name)
                },
                provenance: []
            )
        }
        report.cells = zip(report.rows, rows).map { row, source in
            Cell(
                address: CellAddress(row: row.id, column: "c1"),
                status: source.text.isEmpty ? .empty : source.text == "N/A" ? .notApplicable : .text,
                paragraphs: [Passage(text: source.text, source: [])],
                provenance: []
            )
        }
        return report
    }

    private func resolve(_ report: inout Report, scheme: String? = nil) throws -> [Diagnostic] {
        let rules = ReferenceRules(
            mentions: [try Pattern("Section {section:roman}, para{graph?}{s?} {paragraph:numbers}")],
            further: [
                try Pattern("{section:roman}, para{graph?}{s?} {paragraph:numbers}"),
                try Pattern("para{graph?}{s?} {paragraph:numbers}"),
            ],
            previous: [try Pattern(regex: ReferenceRules.usualPrevious)],
            scheme: scheme
        )
        return try report.apply(ReferenceResolution(rules))
    }

    private func found(_ report: Report) -> [String] {
        report.references.filter { $0.role != .rowLabel }.map {
            "\($0.meaning) > \($0.row ?? "-")"
        }
    }

    @Test(arguments: [
        ("Section II, paras 3-5", ["II.3 > -", "II.4 > II.4", "II.5 > -"]),
        ("Section II, paragraphs 7 to 8", ["II.7 > II.7+II.8", "II.8 > II.7+II.8"]),
        ("Section II, paras 3 through 5", ["II.3 > -", "II.4 > II.4", "II.5 > -"]),
        (
            "Section II, paras 4 and 7 and Section III, para 6",
            ["II.4 > II.4", "II.7 > II.7+II.8", "III.6 > III.6"]
        ),
        ("Section II, para 4; III, para 6", ["II.4 > II.4", "III.6 > III.6"]),
        ("Section II, para 4 and para 7, or paragraph 8", ["II.4 > II.4", "II.7 > II.7+II.8", "II.8 > II.7+II.8"]),
        ("Section II, para 4. Para 7 is another matter", ["II.4 > II.4"]),
        ("Section III, para 6 is this row", ["III.6 > III.6"]),
    ])
    func findsTheRowsOfLists(text: String, expected: [String]) throws {
        var report = report([(["II.4"], "Some."), (["II.7", "II.8"], "More."), (["III.6"], text)])
        _ = try resolve(&report)
        #expect(found(report) == expected)
    }

    @Test func reportsMentionsOfParagraphsThatNoRowHolds() throws {
        var report = report([(["II.4"], "As in Section II, para 9.")])
        let diagnostics = try resolve(&report)
        #expect(diagnostics.map(\.id) == ["dangling-reference"])
        #expect(diagnostics.first?.cell?.description == "II.4/c1")
        #expect(report.references.last?.row == nil)
    }

    @Test func namesEveryRowThatHoldsAParagraph() throws {
        var report = report([
            (["II.4"], "a"), (["II.5"], "Section II, para 4"), (["II.6"], "b"), (["II.4"], "c"),
        ])
        let diagnostics = try resolve(&report)
        #expect(diagnostics.map(\.id) == ["repeated-reference", "ambiguous-reference"])
        let mentions = report.references.filter { $0.role == .mention }
        #expect(mentions.map(\.row) == ["II.4", "II.4~2"])
        #expect(mentions.map(\.id) == ["II.5/c1#II.4", "II.5/c1#II.4~2"])
        #expect(mentions.map(\.range) == [0..<18, 0..<18])
    }

    @Test func anotherNumberingHasNoRows() throws {
        var report = report([(["II.4"], "Section II, para 4")])
        #expect(try resolve(&report, scheme: "other") == [])
        #expect(found(report) == ["II.4 > -"])
        report.identity.scheme = "other"
        _ = try resolve(&report, scheme: "other")
        #expect(found(report) == ["II.4 > II.4"])
    }

    @Test(arguments: [
        "Stocks are safe (see previous).", "See above.", "see previous", "As noted above, stocks are safe.", "Ibid.",
        "Same as above", "See previous comment.", "It is as outlined above.", "Refer to the preceding row",
        "U.S. stocks are safe (see previous)",
    ])
    func phrasesMeanTheRowBefore(text: String) throws {
        var report = report([(["II.4"], "Some."), (["II.5"], text)])
        #expect(try resolve(&report) == [])
        #expect(found(report) == ["II.4/c1 > II.4"])
        #expect(report.references.last?.role == .previous)
        #expect(report.references.last?.id == "II.5/c1#previous")
    }

    @Test(arguments: [
        "See above-ground stores.", "the above", "see previous administrations", "a previous comment", "seen above all",
        "Possibid", "overseen above", "see above 30 of them",
    ])
    func otherWordsAreNoPhrases(text: String) throws {
        var report = report([(["II.4"], "Some."), (["II.5"], text)])
        #expect(try resolve(&report) == [])
        #expect(found(report) == [])
    }

    @Test(arguments: [
        [(["II.4"], "See above.")],
        [(["II.4"], "N/A"), (["II.5"], "See above.")],
        [(["II.4"], ""), (["II.5"], "See above.")],
        [(["II.4"], "Some."), (["II.5"], "Stocks are safe. See above.")],
    ])
    func whatIsNotClearNamesNoRow(rows: [([String], String)]) throws {
        var report = report(rows.map { (paragraphs: $0.0, text: $0.1) })
        #expect(try resolve(&report).map(\.id) == ["unclear-reference"])
        #expect(found(report) == ["unclear > -"])
    }

    @Test func aPhraseThatLeadsToAMentionIsAPartOfIt() throws {
        var report = report([
            (["II.4"], "a"), (["II.5"], "b"), (["II.6"], "Reference previous comment on Section II, para 4."),
        ])
        #expect(try resolve(&report) == [])
        #expect(found(report) == ["II.4 > II.4"])
    }
}
