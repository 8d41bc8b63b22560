import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Tables of DocBook: those of CALS, and those of HTML.
@Suite struct DocBookTableTests {
    private func lines(_ body: String) throws -> [String] {
        try ReadMarkup(DocBookReader(), "<article>\(body)</article>").lines
    }

    /// A table with the columns a, b, c and d.
    private func cals(_ rows: String) throws -> [String] {
        let columns =
            "abcd".map { "<colspec colname='\($0)'/>" }.joined()
            + "<spanspec spanname='middle' namest='b' nameend='c'/>"
        let lines = try lines("<informaltable><tgroup cols='4'>\(columns)\(rows)</tgroup></informaltable>")
        return Array(lines.dropFirst())
    }

    @Test func titleStandsBeforeAndTheFootLast() throws {
        let text = """
            <table><title>T</title><tgroup cols="1"><thead><row><entry>H</entry></row></thead>
            <tfoot><row><entry>F</entry></row></tfoot><tbody><row><entry><para>a</para><para>b</para></entry></row></tbody>
            </tgroup><caption><para>C</para></caption></table>
            """
        #expect(try lines(text) == ["p: T", "table", "head H", "row p: a / p: b", "row F", "p: C"])
    }

    @Test(arguments: [
        ("<row><entry>1</entry><entry>2</entry></row>", ["row 1 | 2"]),
        ("<row><entry namest='b' nameend='d'>1</entry></row>", ["row  | 1 {1x3}"]),
        ("<row><entry spanname='middle'>1</entry><entry>2</entry></row>", ["row  | 1 {1x2} | 2"]),
        ("<row><entry>1</entry><entry colname='d'>2</entry></row>", ["row 1 |  |  | 2"]),
        ("<row><entry colname='c'>1</entry><entry colname='a'>2</entry></row>", ["row  |  | 1 | 2"]),
        ("<row><entry colname='none'>1</entry></row>", ["row 1"]),
        ("<row><entry nameend='c'>1</entry></row>", ["row 1"]),
        (
            "<row><entry morerows='1'>1</entry><entry>2</entry></row><row><entry>3</entry></row>",
            ["row 1 {2x1} | 2", "row 3"]
        ),
        (
            "<row><entry>1</entry><entry morerows='1'>2</entry></row><row><entry>3</entry><entry colname='d'>4</entry></row>",
            ["row 1 | 2 {2x1}", "row 3 |  | 4"]
        ),
        ("<row><entry morerows='9'>1</entry></row><row><entry>2</entry></row>", ["row 1 {2x1}", "row 2"]),
    ])
    func columns(rows: String, expected: [String]) throws {
        #expect(try cals("<tbody>\(rows)</tbody>") == expected)
    }

    @Test func spansEndWithTheirGroup() throws {
        let rows = "<thead><row><entry morerows='5'>H</entry></row></thead><tbody><row><entry>1</entry></row></tbody>"
        #expect(try cals(rows) == ["head H", "row 1"])
    }

    @Test func aHeadMayNameItsOwnColumns() throws {
        let rows = """
            <thead><colspec colname='a'/><colspec colname='x' colnum='3'/><row><entry colname='x'>H</entry></row></thead>
            <tbody><row><entry colname='b'>1</entry></row></tbody>
            """
        #expect(try cals(rows) == ["head  |  | H", "row  | 1"])
    }

    @Test func aTableInPlaceOfACell() throws {
        let rows = """
            <tbody><row><entry>1</entry><entrytbl cols='2'><tbody><row><entry>x</entry><entry>y</entry></row></tbody></entrytbl>
            <entry>2</entry></row></tbody>
            """
        #expect(try cals(rows) == ["row 1 | table row x | y | 2"])
    }

    @Test func tablesOfHTML() throws {
        let text = """
            <table rowheader="firstcol"><caption>C</caption><thead><tr><th>H</th><th colspan="2">I</th></tr></thead>
            <tbody><tr><td rowspan="0">1</td><td><para>2</para></td><td>3</td></tr><tr><td>4</td></tr></tbody></table>
            """
        #expect(try lines(text) == ["p: C", "table", "head =H | =I {1x2}", "row =1 {2x1} | 2 | 3", "row 4"])
    }

    @Test func partsOfOneTable() throws {
        let part =
            "<tgroup cols='2'><colspec colname='%'/><colspec/><tbody><row><entry colname='%'>%</entry></row></tbody></tgroup>"
        let text = "<table>\(part.replacing("%", with: "a"))\(part.replacing("%", with: "b"))</table>"
        #expect(try lines(text) == ["table", "row a", "table", "row b"])
    }

    @Test func cellsKeepTheirNotesAndLists() throws {
        let entry =
            "<entry>a<footnote label='*'><para>n</para></footnote><itemizedlist><listitem><para>i</para></listitem></itemizedlist>b</entry>"
        #expect(try cals("<tbody><row>\(entry)</row></tbody>") == ["row p: a / note *: n / item1: i / p: b"])
    }

    /// Rows and cells where none can be are text like any other.
    @Test(arguments: [
        "<row><entry>a</entry></row>", "<entry>a</entry>", "<thead><row><entry>a</entry></row></thead>",
        "<para><entry>a</entry></para>",
    ])
    func rowsOutsideTables(body: String) throws {
        #expect(try lines(body) == ["p: a"])
    }

    @Test(arguments: [
        "<entry morerows='99999999999999999999'>1</entry>", "<entry colname='z'>1</entry>",
        "<entry namest='a' nameend='z'>1</entry>",
    ])
    func spansHaveALimit(entry: String) throws {
        let text =
            "<article><informaltable><tgroup cols='2'><colspec colname='a'/><colspec colname='z' colnum='1000000000'/>"
            + "<tbody><row>\(entry)</row></tbody></tgroup></informaltable></article>"
        let diagnostic = try failure(of: DocBookReader(), on: Array(text.utf8))
        #expect(diagnostic.id == "limit-exceeded" && diagnostic.message.contains("'span'"))
    }

    @Test(arguments: [
        String(repeating: "<row><entry/><entry/></row>", count: 51),
        "<row>" + String(repeating: "<entry/>", count: 101) + "</row>",
        "<row><entry morerows='99'/></row>" + String(repeating: "<row><entry/></row>", count: 60),
    ])
    func cellsHaveALimit(rows: String) throws {
        let text = "<article><informaltable><tgroup cols='2'><tbody>\(rows)</tbody></tgroup></informaltable></article>"
        let diagnostic = try failure(of: DocBookReader(limits: limits(.cells, 100)), on: Array(text.utf8))
        #expect(diagnostic.id == "limit-exceeded" && diagnostic.message.contains("'cells'"))
    }

    @Test func placesOfCells() throws {
        let text = "<article>\n<informaltable><tr>\n<td>a</td><td>b</td></tr></informaltable></article>"
        let read = try ReadMarkup(DocBookReader(), text)
        guard case .table(let table)? = read.document.blocks.first else {
            Issue.record("no table")
            return
        }
        #expect(table.place.start.description == "/article[1]/informaltable[1]@2")
        #expect(
            table.cells.map(\.place.start.description) == [
                "/article[1]/informaltable[1]/tr[1]/td[1]@3", "/article[1]/informaltable[1]/tr[1]/td[2]@3",
            ]
        )
    }
}
