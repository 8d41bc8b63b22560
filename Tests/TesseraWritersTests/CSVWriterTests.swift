import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// CSV after RFC 4180: quoted where it must be, nowhere else.
@Suite struct CSVWriterTests {
    /// The titles of a row as `rows.csv` has them; the field stands last.
    private func field(titles: [String]) throws -> String {
        var report = SampleReport.report
        report.rows = [
            Row(
                id: "1",
                position: 1,
                labels: [SampleReport.passage("II.6")],
                titles: titles.map { SampleReport.passage($0) },
                references: [],
                provenance: []
            )
        ]
        report.cells = []
        let text = try Dataset(CheckedReport(report, diagnostics: [])).text("rows.csv")
        let lead = "row_id,position,labels,titles\n1,1,II.6,"
        try #require(text.hasPrefix(lead) && text.hasSuffix("\n"))
        return String(text.dropFirst(lead.count).dropLast())
    }

    @Test(arguments: [
        ("manufacture, transfer", "\"manufacture, transfer\""), ("the \"Matrix\"", "\"the \"\"Matrix\"\"\""),
        ("\"", "\"\"\"\""), ("one\ntwo", "\"one\ntwo\""), ("one\rtwo", "\"one\rtwo\""),
        ("one\r\ntwo", "\"one\r\ntwo\""), (",", "\",\""),
    ])
    func quotesWhatNeedsIt(title: String, field: String) throws {
        #expect(try Array(self.field(titles: [title]).utf8) == Array(field.utf8))
    }

    @Test(arguments: [
        "Marking of SA/LW", " blanks around ", "one;two", "tab\there", "States’ “laws”", "'", "N/A", "0.5", "=1+1",
        "日本語",
        "a | b", "\\",
    ])
    func leavesTheRestAlone(title: String) throws {
        #expect(try field(titles: [title]) == title)
    }

    @Test func nullIsAnEmptyField() throws {
        #expect(try field(titles: []) == "")
        #expect(try field(titles: [""]) == "")
    }

    @Test func severalTextsAreJoined() throws {
        #expect(try field(titles: ["Marking", "Tracing, too", "Exchange"]) == "\"Marking | Tracing, too | Exchange\"")
    }

    @Test func writesCells() throws {
        #expect(
            try Dataset(SampleReport.checked).text("cells.csv") == """
                cell_id,row_id,column_id,status,text,words,confidence
                II.6/laws,II.6,laws,text,"The ATF licenses, and inspects.

                See www.example.org, ""ATF"".",8,1
                II.6/assistance,II.6,assistance,not-applicable,N/A,1,1
                II.6/activity,II.6,activity,see-elsewhere,See throughout this matrix.,4,1
                II.7+II.8/laws,II.7+II.8,laws,text,As in PoA II.6,4,0.85
                II.7+II.8/assistance,II.7+II.8,assistance,empty,,0,1
                II.7+II.8/activity,II.7+II.8,activity,missing,,0,1

                """
        )
    }

    @Test(arguments: [
        ("rows.csv", "II.7+II.8,2,\"Section II, para 7 | Section II, para 8\",Marking of SA/LW | “Unmarked” arms"),
        ("columns.csv", "commitment,1,row-heading,UN Programme of Action"),
        ("columns.csv", "activity,4,content,U.S. Global/Regional Activity"),
        ("provenance.csv", "II.6/laws,,12:2,12:7"), ("provenance.csv", "II.6/laws,,30:2,30:7"),
        ("references.csv", "II.6,II.6,,PoA,II,6,row-label,\"Section II, para 6\",,,"),
        ("entities.csv", "II.6/laws@0,count,\"over 1,000 arms\",1000,at-least,arms,II.6/laws,0,15"),
        ("references.csv", "II.7+II.8/laws#II.6,II.6,II.7+II.8/laws,PoA,II,6,mention,PoA II.6,,6,14"),
        ("acronyms.csv", "ATF,ATF,\"Bureau of Alcohol, Tobacco, Firearms and Explosives\",DOJ,glossary,2,,"),
        ("acronyms.csv", "DDTC,DDTC,,,none,0,DDTC / DTC,"),
        ("acronym_mentions.csv", "II.6/laws@4,ATF,II.6/laws,ATF,4,7,"),
        (
            "links.csv",
            "II.6/laws@37,url,www.example.org,http://www.example.org/,www.example.org,"
                + "added-scheme added-path,II.6/laws,cell,37,52,http://www.example.com/"
        ),
        (
            "links.csv",
            "resources/R1@0,url,http://example.org/list,http://example.org/list,example.org,,,resources/R1,0,23,"
        ),
        ("resources.csv", "R1,Example Organisation,A list | of laws,http://example.org/list"),
        ("resources.csv", "R2,Example Organisation,Example Organisation,"),
        (
            "matrix.csv",
            "II.7+II.8,\"Section II, para 7 | Section II, para 8\",Marking of SA/LW | “Unmarked” arms,As in PoA II.6,,"
        ),
    ])
    func writesEveryTable(file: String, line: String) throws {
        let lines = try Dataset(SampleReport.checked).text(file).split(separator: "\n")
        #expect(lines.contains(Substring(line)), "\(lines)")
    }
}
