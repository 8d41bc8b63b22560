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
            title: "The Matrix"
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
            of: try XLSXWorkbook.serialise([sheet([[.text("a"), .text("b")]])], title: "")
        )
        #expect(page.contains("<pane ySplit=\"1\" topLeftCell=\"A2\""))
        #expect(page.contains("<autoFilter ref=\"A1:B2\"/>"))
        #expect(page.contains("<col min=\"2\" max=\"2\" width=\"60."))
    }

    @Test func styles() throws {
        let styles = try part(
            "xl/styles.xml",
            of: try XLSXWorkbook.serialise([sheet([[.text("a"), .number(1)]])], title: "")
        )
        #expect(styles.contains("<b/>"))
        #expect(styles.components(of: "wrapText=\"1\"") == 2)
    }

    @Test func theSameSheetsGiveTheSameBytes() throws {
        let rows = (0..<500).map { [XLSXSheet.Value.text("cell \($0)"), .number(Double($0))] }
        let sheets = [sheet(rows), sheet([], name: "rows")]
        let first = try XLSXWorkbook.serialise(sheets, title: "The Matrix")
        #expect(try XLSXWorkbook.serialise(sheets, title: "The Matrix") == first)
        let properties = try part("docProps/core.xml", of: first)
        #expect(properties.contains("1980-01-01T00:00:00Z") && properties.contains("<dc:title>The Matrix</dc:title>"))
    }

    @Test func aTextOfTheGreatestLengthFits() throws {
        let longest = String(repeating: "a", count: XLSXSheet.limits.text)
        let strings = try part(
            "xl/sharedStrings.xml",
            of: try XLSXWorkbook.serialise([sheet([[.text(longest), .empty]])], title: "")
        )
        #expect(strings.contains(longest))
        #expect(throws: XLSXFailure.self) {
            _ = try XLSXWorkbook.serialise([sheet([[.text(longest + "a"), .empty]])], title: "")
        }
    }

    @Test(arguments: [String(repeating: "n", count: 32), "a/b", "a[1]", ""])
    func refusesNamesThatNoSheetMayHave(name: String) {
        #expect(throws: XLSXFailure.self) { _ = try XLSXWorkbook.serialise([sheet([], name: name)], title: "") }
    }

    @Test func refusesTwoSheetsOfOneName() {
        #expect(throws: XLSXFailure.self) { _ = try XLSXWorkbook.serialise([sheet([]), sheet([])], title: "") }
    }

    @Test func refusesARowThatIsTooShort() {
        #expect(throws: XLSXFailure.self) { _ = try XLSXWorkbook.serialise([sheet([[.empty]])], title: "") }
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
