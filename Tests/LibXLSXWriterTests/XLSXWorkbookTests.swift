import LibZip
import Testing

@testable import LibXLSXWriter

/// Workbooks, as the XML in them shows.
@Suite struct XLSXWorkbookTests {
    private func sheet(_ rows: [[XLSXSheet.Value]], name: String = "cells") -> XLSXSheet {
        XLSXSheet(name: name, columns: [.init("cell_id", width: 20), .init("text", width: 60)], rows: rows)
    }

    private func part(_ name: String, of workbook: [UInt8]) throws -> String {
        // A text of one letter again and again packs better than any that a person writes.
        let limits = ZipLimits(compressionRatio: 10_000)
        return String(decoding: try ZipArchive(workbook, limits: limits).contents(of: name), as: UTF8.self)
    }

    @Test func holdsTextsAsTexts() throws {
        let texts = [
            "=1+1", "+41 22", "@here", "http://example.org/", "mailto:a@example.org", "007", "a\n\nb", " & <b>",
        ]
        let workbook = try XLSXWorkbook.serialise(
            [sheet(texts.map { [.text($0), .number(0.85)] } + [[.empty, .number(-3)]])],
            XLSXProperties(title: "The Matrix")
        )
        let page = try part("xl/worksheets/sheet1.xml", of: workbook)
        #expect(!page.contains("<f>") && !page.contains("<hyperlink"))
        // Two headings and eight texts are strings of the shared table.
        #expect(page.components(of: "t=\"s\"") == 10)
        #expect(page.contains("<v>0.85</v>") && page.contains("<v>-3</v>"))
        let strings = try part("xl/sharedStrings.xml", of: workbook)
        for text in texts.dropLast() { #expect(strings.contains(">\(text)<"), "\(text)") }
        #expect(strings.contains("> &amp; &lt;b&gt;<"))
    }

    @Test func keepsItsHeaderInView() throws {
        let page = try part(
            "xl/worksheets/sheet1.xml",
            of: try XLSXWorkbook.serialise([sheet([[.text("a"), .text("b")]])], XLSXProperties(title: ""))
        )
        #expect(page.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
        #expect(page.contains("<autoFilter ref=\"A1:B2\"/>"))
        #expect(page.contains("<col min=\"2\" max=\"2\" width=\"60."))
    }

    /// LibreOffice shows a row without a height as one line, and what is wrapped in it as one line over the other.
    @Test func rowsAreAsHighAsTheirTexts() throws {
        let prose = String(repeating: "word ", count: 60)
        let rows: [[XLSXSheet.Value]] = [
            [.text("a"), .text("short")], [.text("b"), .text(prose)], [.text("a\nb\nc"), .empty],
            [.text(String(repeating: "w", count: 6_000)), .number(1)],
        ]
        let page = try part(
            "xl/worksheets/sheet1.xml",
            of: try XLSXWorkbook.serialise([sheet(rows)], XLSXProperties(title: ""))
        )
        // 12 words of a line that is 60 wide, so 5 lines; 3 lines; more than the format has.
        for (row, height) in [(3, 75), (4, 45), (5, 409)] {
            #expect(page.contains("<row r=\"\(row)\" spans=\"1:2\" ht=\"\(height)\" customHeight=\"1\">"), "\(page)")
        }
        #expect(page.contains("<row r=\"2\" spans=\"1:2\">"))
    }

    @Test(
        "lines",
        arguments: [
            ("", 1), ("one two", 1), ("one two three", 2), ("a\n\nb", 3), ("12345678901234567890", 3),
            ("\u{E4}\u{F6}\u{FC}\u{E4}\u{F6}\u{FC} \u{E4}\u{F6}", 1), ("\u{6F22}\u{5B57}\u{6F22}\u{5B57}\u{6F22}", 2),
        ]
    )
    func countsLines(text: String, lines: Int) {
        #expect(XLSXSheet.lines(of: text, width: 10) == lines)
    }

    @Test func fitsOnPaper() throws {
        let workbook = try XLSXWorkbook.serialise(
            [sheet([[.text("a"), .text("b")]])],
            XLSXProperties(title: "", comments: "Made by <hand>", created: 1_184_630_400)
        )
        let page = try part("xl/worksheets/sheet1.xml", of: workbook)
        #expect(page.contains("<pageSetUpPr fitToPage=\"1\"/>"))
        #expect(page.contains("orientation=\"landscape\"") && page.contains("fitToHeight=\"0\""))
        #expect(try part("xl/workbook.xml", of: workbook).contains("cells!$1:$1"))
        let properties = try part("docProps/core.xml", of: workbook)
        #expect(properties.contains("2007-07-17T00:00:00Z") && properties.contains("Made by &lt;hand&gt;"))
    }

    @Test func styles() throws {
        let styles = try part(
            "xl/styles.xml",
            of: try XLSXWorkbook.serialise([sheet([[.text("a"), .number(1)]])], XLSXProperties(title: ""))
        )
        #expect(styles.contains("<b/>"))
        #expect(styles.components(of: "wrapText=\"1\"") == 2)
    }

    @Test func theSameSheetsGiveTheSameBytes() throws {
        let rows = (0..<500).map { [XLSXSheet.Value.text("cell \($0)"), .number(Double($0))] }
        let sheets = [sheet(rows), sheet([], name: "rows")]
        let first = try XLSXWorkbook.serialise(sheets, XLSXProperties(title: "The Matrix"))
        #expect(try XLSXWorkbook.serialise(sheets, XLSXProperties(title: "The Matrix")) == first)
        let properties = try part("docProps/core.xml", of: first)
        #expect(properties.contains("1980-01-01T00:00:00Z") && properties.contains("<dc:title>The Matrix</dc:title>"))
    }

    @Test func aTextOfTheGreatestLengthFits() throws {
        let longest = String(repeating: "a", count: XLSXSheet.limits.text)
        let strings = try part(
            "xl/sharedStrings.xml",
            of: try XLSXWorkbook.serialise([sheet([[.text(longest), .empty]])], XLSXProperties(title: ""))
        )
        #expect(strings.contains(longest))
        #expect(throws: XLSXFailure.self) {
            _ = try XLSXWorkbook.serialise([sheet([[.text(longest + "a"), .empty]])], XLSXProperties(title: ""))
        }
    }

    @Test(arguments: [String(repeating: "n", count: 32), "a/b", "a[1]", ""])
    func refusesNamesThatNoSheetMayHave(name: String) {
        #expect(throws: XLSXFailure.self) {
            _ = try XLSXWorkbook.serialise([sheet([], name: name)], XLSXProperties(title: ""))
        }
    }

    @Test func refusesTwoSheetsOfOneName() {
        #expect(throws: XLSXFailure.self) {
            _ = try XLSXWorkbook.serialise([sheet([]), sheet([])], XLSXProperties(title: ""))
        }
    }

    @Test func refusesARowThatIsTooShort() {
        #expect(throws: XLSXFailure.self) {
            _ = try XLSXWorkbook.serialise([sheet([[.empty]])], XLSXProperties(title: ""))
        }
    }

    @Test func saysWhichLibraryIsMissing() {
        do {
            _ = try XLSXLibrary("libnowhere.so.4")
            Issue.record("nothing was thrown")
        } catch {
            #expect("\(error)".contains("libnowhere.so.4"), "\(error)")
        }
    }
}

extension String {
    /// How often another text occurs.
    fileprivate func components(of other: String) -> Int { ranges(of: other).count }
}
