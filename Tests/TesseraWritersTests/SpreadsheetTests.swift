import LibZip
import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// `dataset.xlsx`, as the XML in it shows; the interoperability tests open it with other programs.
@Suite struct SpreadsheetTests {
    private func part(_ name: String, _ report: Report = SampleReport.report) throws -> String {
        let dataset = try Dataset(CheckedReport(report, diagnostics: []), formats: ["xlsx"])
        let limits = ZipLimits(compressionRatio: 10_000)
        let archive = try ZipArchive(try dataset.bytes("dataset.xlsx"), limits: limits)
        return String(decoding: try archive.contents(of: name), as: UTF8.self)
    }

    @Test func thereIsASheetForEachTable() throws {
        let names = try part("xl/workbook.xml").matches(of: /<sheet name="([^"]*)"/).map { String($0.1) }
        #expect(names == DataTable.all(of: SampleReport.report).map(\.name))
    }

    @Test func numbersAreNumbersAndTextsAreTexts() throws {
        // cells: the words and the confidence of the first cell, and its five texts.
        let page = try part("xl/worksheets/sheet4.xml")
        let row = try #require(page.firstMatch(of: /<row r="2".*?<\/row>/)).0
        #expect(row.matches(of: /t="s"/).count == 5)
        #expect(row.contains("<v>8</v>") && row.contains("<v>1</v>"))
    }

    @Test func rowsAreHighEnoughAndTheDateIsTheReports() throws {
        var report = SampleReport.report
        report.cells[1].paragraphs = [SampleReport.passage(String(repeating: "word ", count: 60))]
        report.identity.revised = PartialDate(year: 2024, month: 2, day: 29)
        #expect(try part("xl/worksheets/sheet4.xml", report).contains("ht=\"75\" customHeight=\"1\""))
        let properties = try part("docProps/core.xml", report)
        #expect(
            properties.contains("<dcterms:created xsi:type=\"dcterms:W3CDTF\">2024-02-29T00:00:00Z<"),
            "\(properties)"
        )
        report.identity.revised = nil
        #expect(try part("docProps/core.xml", report).contains("1980-01-01T00:00:00Z"))
    }

    @Test func aTextThatIsTooLongGoesOnInAColumnOfItsOwn() throws {
        var report = SampleReport.report
        // Different words, for the workbook holds equal texts once.
        let long = "word " + (1...13_000).map { "\($0) " }.joined() + "end"
        report.cells[1].paragraphs = [SampleReport.passage(long)]
        let strings = try part("xl/sharedStrings.xml", report)
        let texts = strings.matches(of: /<t[^>]*>([^<]*)<\/t>/).map { String($0.1) }
        #expect(texts.contains("text (2)") && texts.contains("text (3)") && !texts.contains("text (4)"))
        let pieces = texts.filter { $0.utf8.count > 1_000 }
        // In cells and in the matrix the same pieces, each of which the workbook holds once.
        #expect(pieces.joined() == long)
        let page = try part("xl/worksheets/sheet4.xml", report)
        #expect(page.contains("<autoFilter ref=\"A1:I7\"/>"))
    }
}
