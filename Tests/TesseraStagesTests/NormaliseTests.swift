import TesseraModel
import TesseraPatterns
import TesseraStages
import Testing

@Suite struct NormaliseTests {
    @Test(arguments: [
        ("  two  spaces\tand a tab ", "two spaces and a tab"),
        ("no\u{A0}break\u{A0}\u{A0}spaces", "no break spaces"),
        ("soft\u{AD}hyphen", "softhyphen"),
        ("zero\u{200B}width and word\u{2060}joiner\u{FEFF}", "zerowidth and wordjoiner"),
        ("line\r\nends\nof every\u{2028}kind", "line ends of every kind"),
        ("thin\u{2009}and\u{3000}wide", "thin and wide"),
        ("“quotes” – and ‘dashes’ — stay…", "“quotes” – and ‘dashes’ — stay…"),
        ("e\u{301}t\u{E9}", "e\u{301}t\u{E9}"),
        ("\u{AD} \u{A0}", ""),
        ("", ""),
        ("a \u{AD} b", "a b"),
    ])
    func makesSpacesSingle(text: String, expected: String) {
        let normalised = WhiteSpaceNormalisation.normalised(text)
        #expect(Array(normalised.unicodeScalars) == Array(expected.unicodeScalars))
        #expect(WhiteSpaceNormalisation.normalised(normalised) == normalised)
    }

    @Test func normalisesEveryTextOfTheReport() throws {
        let text =
            "Revised  and updated\u{A0}June 2006\n"
            + Matrix.head
            + Matrix.row("Section  II , para 2\n\nA  title", "a\u{A0}b", "c\u{AD}d", " ")
            + "Acronyms\nUN\u{A0} POA\nUnited  Nations\nOnline resources:\nMinistry  of Trade\nLicences  x\nwww.a.example \n"
        var made = try Segmented(text)
        #expect(try made.report.apply(WhiteSpaceNormalisation()) == [])
        let texts = made.report.passages().map(\.passage.text)
        #expect(texts.filter { $0.contains("  ") || $0.contains("\u{A0}") || $0.contains("\u{AD}") } == [])
        #expect(texts.contains("UN POA") && texts.contains("Ministry of Trade") && texts.contains("cd"))
        #expect(made.report.rows.first?.references.map(\.asWritten) == ["Section II , para 2"])
        var log = DiagnosticLog()
        ConservationCheck().check(made.report, of: made.document, log: &log)
        #expect(log.diagnostics == [])
    }

    /// Links stay on their text; the blanks at their ends do not belong to it.
    @Test(arguments: [
        ("a  b  c", 3..<4, 2..<3), ("  a", 2..<3, 0..<1), ("a  b  c", 1..<6, 2..<3), ("a\u{AD}b", 0..<4, 0..<2),
        ("a   ", 1..<4, 1..<1), ("a b", 0..<3, 0..<3), ("Ü  Ö", 4..<6, 3..<5), ("\u{AD}a", 0..<2, 0..<0),
        ("a  b", 3..<4, 2..<3), ("x", 0..<1, 0..<1),
    ])
    func movesHyperlinks(text: String, before: Range<Int>, after: Range<Int>) throws {
        var report = Report.made(["x"])
        let link = Hyperlink(range: before, target: "#x")
        report.cells[0].paragraphs = [Passage(text: text, source: [], hyperlinks: [link])]
        _ = try report.apply(WhiteSpaceNormalisation())
        let passage = try #require(report.cells.first?.paragraphs.first)
        #expect(passage.hyperlinks == [Hyperlink(range: after, target: "#x")])
        #expect(passage.text == WhiteSpaceNormalisation.normalised(text))
    }

    @Test func movesSeveralHyperlinks() throws {
        var report = Report.made(["x"])
        let links = [1..<3, 3..<5, 5..<5, 8..<10].map { Hyperlink(range: $0, target: "#x") }
        report.cells[0].paragraphs = [Passage(text: " ab cd   ef ", source: [], hyperlinks: links)]
        _ = try report.apply(WhiteSpaceNormalisation())
        let passage = try #require(report.cells.first?.paragraphs.first)
        #expect(passage.text == "ab cd ef")
        #expect(passage.hyperlinks.map { String(passage.text.utf8Slice($0.range)) } == ["ab", "c", "", "e"])
    }

    private func rule() throws -> CellStatusRule {
        CellStatusRule(
            notApplicable: [try Pattern("N/A"), try Pattern("Not applicable (N/A)"), try Pattern("[No response]")],
            seeElsewhere: [try Pattern("See throughout this matrix."), try Pattern("See {where:text} above.")]
        )
    }

    @Test(arguments: [
        ("N/A", CellStatus.notApplicable),
        ("n/a", .notApplicable),
        (" N / A ", .notApplicable),
        ("NOT APPLICABLE (N/A)", .notApplicable),
        ("[No response]", .notApplicable),
        ("N/A.", .text),
        ("N/A for small craft", .text),
        ("N/A\nbut see below", .text),
        ("See throughout this matrix.", .seeElsewhere),
        ("see throughout\u{A0}this matrix.", .seeElsewhere),
        ("See the laws above.", .seeElsewhere),
        ("See throughout this matrix. Dealers are licensed.", .text),
        ("Dealers are licensed.", .text),
        ("", .empty),
    ])
    func tellsTheStatusOfACell(text: String, status: CellStatus) throws {
        var report = Report.made([text])
        _ = try report.apply(try rule())
        #expect(report.cells.map(\.status) == [status])
        #expect(report.cells.first?.paragraphs.map(\.text) == Report.made([text]).cells.first?.paragraphs.map(\.text))
    }

    /// What a pipeline file names comes first.
    @Test(arguments: [
        ("X", "yes"), (" x ", "yes"), ("?", "unclear"), ("X?", "text"), ("NA", "no-answer"), ("N/A", "not-applicable"),
        ("X since 2004", "yes"), ("Xylophones are licensed", "text"), ("", "empty"),
    ])
    func tellsNamedStatuses(text: String, status: String) throws {
        var report = Report.made([text])
        let named = [
            NamedStatus(CellStatus(rawValue: "yes"), [try Pattern("X"), try Pattern(regex: #"X\s[\s\S]*"#)]),
            NamedStatus(CellStatus(rawValue: "unclear"), [try Pattern("?")]),
            NamedStatus(CellStatus(rawValue: "no-answer"), [try Pattern("NA")]),
        ]
        _ = try report.apply(
            CellStatusRule(notApplicable: [try Pattern("N/A"), try Pattern("NA")], seeElsewhere: [], named: named)
        )
        #expect(report.cells.map(\.status.rawValue) == [status])
    }

    @Test func leavesAMissingCellMissing() throws {
        var report = Report.made(["N/A"])
        report.cells[0].status = .missing
        _ = try report.apply(try rule())
        #expect(report.cells.map(\.status) == [.missing])
    }
}
