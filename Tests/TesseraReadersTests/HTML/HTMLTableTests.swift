import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Tables: rows, headings, spans, and tables inside tables.
@Suite struct HTMLTableTests {
    @Test func headingsAreTold() throws {
        let html = """
            <table><thead><tr><td>Laws<th>Assistance</tr></thead><tbody><tr><th>II, 1<td>text</tr>
            <tr><th>Total<th>2</tr><tr></tr></tbody></table>
            """
        #expect(try ReadHTML(html).grid == ["* Laws | Assistance*", "II, 1* | text", "* Total* | 2*", ""])
    }

    @Test func spansAreKept() throws {
        let html = """
            <table><tr><td rowspan=2 colspan="3">a<td rowspan=" +1x">b<td colspan=0>c<td colspan=-1>d<td rowspan=x>e
            <tr><td>f</table>
            """
        #expect(try ReadHTML(html).grid == ["a 2×3 | b | c | d | e", "f"])
    }

    /// HTML Standard, 4.9.12.1: cells grow downwards to the end of their group, and no further.
    @Test func spansEndWithTheirGroup() throws {
        let html = """
            <table><thead><tr><th rowspan=5>a<th>b</thead><tr><td rowspan=0>c<td>d<tr><td>e<tbody><tr><td rowspan=3>f<tr>
            </tr></tbody><tfoot><tr><td>g</table>
            """
        #expect(try ReadHTML(html).grid == ["* a* | b*", "c 2×1 | d", "e", "f 2×1", "", "g"])
    }

    @Test func theFootComesLast() throws {
        let html = """
            <table><thead><tr><th>a<tfoot><tr><td rowspan=2>sum<tbody><tr><td>b<tr><td>c</tbody><tr><td>d</table>
            """
        #expect(try ReadHTML(html).grid == ["* a*", "b", "c", "d", "sum"])
    }

    @Test func aShorterCellDoesNotEndTheOneAboveIt() throws {
        let html = "<table><tr><td>a<td rowspan=3>b<tr><td colspan=2>c<tr><td>d<td>e</table>"
        guard case .grid(let rows)? = try ReadHTML(html).tables.first?.content else { return }
        let last = GridLayout(rows).rows.last ?? []
        #expect(last.filter(\.isOrigin).map(\.column) == [0, 2])
    }

    @Test func captionsComeFirst() throws {
        let html = "<p>before<table><caption>Table 1:<br><b>laws</b></caption><tr><td>a</table>behind"
        #expect(
            try ReadHTML(html).outline == [
                "paragraph: before", "paragraph: Table 1:", "paragraph: laws", "cell", "  paragraph: a",
                "paragraph: behind",
            ]
        )
    }

    @Test func innerTablesBelongToTheirCell() throws {
        let html = "<table><tr><td>a<table><tr><th>b<td>c</table>d<td>e</table>"
        let read = try ReadHTML(html)
        #expect(
            read.outline == [
                "cell", "  paragraph: a", "  cell", "    paragraph: b", "  cell", "    paragraph: c", "  paragraph: d",
                "cell", "  paragraph: e",
            ]
        )
        #expect(read.grid == ["a/b/c/d | e"])
    }

    @Test func linesOfACellAreParagraphs() throws {
        let html =
            "<table><tr><td>Section II, para 2<br>Section II,<br>\n para 3<td><p>N/A</p><p>see above</p>below</table>"
        #expect(try ReadHTML(html).grid == ["Section II, para 2/Section II,/para 3 | N/A/see above/below"])
    }

    @Test func missingTagsAreAdded() throws {
        let html = "<table><td>a<td><div><font>b<td><ul><li>c<p>d<tr><td>e</tr><td>f</td></tr><td>g</table>h"
        let read = try ReadHTML(html)
        #expect(read.grid == ["a | b | c/d", "e", "f", "g"])
        #expect(read.outline.last == "paragraph: h")
    }

    @Test func textBetweenCellsStandsBeforeTheTable() throws {
        let html = "<table>one<tr>two<td>a</td>three<form><td>b</form></tr><p>four</table>five"
        #expect(
            try ReadHTML(html).outline == [
                "paragraph: one", "paragraph: two", "paragraph: three", "paragraph: four", "cell", "  paragraph: a",
                "cell",
                "  paragraph: b", "paragraph: five",
            ]
        )
    }

    @Test func aTableInARowEndsTheTable() throws {
        let read = try ReadHTML("<table><tr><td>a</td></tr><table><tr><td>b</table>")
        #expect(read.tables.count == 2)
        #expect(read.outline == ["cell", "  paragraph: a", "cell", "  paragraph: b"])
    }

    @Test func cellsOutsideTablesAreText() throws {
        #expect(try ReadHTML("<tr><td>a<td>b</tr>c").texts == ["a", "b", "c"])
        #expect(try ReadHTML("<table></table><table><caption>x</table>").texts == ["x"])
    }

    @Test func placesNameTheNodeAndItsLine() throws {
        let html = """
            <!-- one
            two --><html><body><script>
            </script><p
            class=x>text<b
            > more</b><table><tr>
            <td>a<div>
            b</div></table>
            """
        let read = try ReadHTML(html)
        let starts = read.document.paragraphs.map(\.place.start.description)
        #expect(
            starts == [
                "/html[1]/body[1]/p[1]@3", "/html[1]/body[1]/table[1]/tr[1]/td[1]@6",
                "/html[1]/body[1]/table[1]/tr[1]/td[1]/div[1]@6",
            ]
        )
        let table = try #require(read.tables.first)
        #expect(table.place.start.description == "/html[1]/body[1]/table[1]@5")
        #expect(table.cells.map(\.place.start.description) == ["/html[1]/body[1]/table[1]/tr[1]/td[1]@6"])
        #expect(table.place.part.isEmpty)
    }
}
