import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Files in the XML form that people or other programs wrote.
@Suite struct DocumentXMLReadingTests {
    private func read(_ body: String) throws -> SourceDocument {
        var log = DiagnosticLog()
        let text = "<document xmlns='urn:tessera:document:1' version='1'>\(body)</document>"
        return try DocumentXMLReader().read(SourceFile(text, path: "Input/by-hand.xml"), log: &log)
    }

    @Test func elementsWithoutPlacesGetTheirNodePaths() throws {
        let document = try read(
            """

            <paragraph>front</paragraph>
            <table kind="grid">
            <row header="true"><cell><paragraph>Laws</paragraph></cell></row>
            <row>
            <cell row-span="2" column-span="3"><paragraph>one</paragraph>
            <paragraph>two</paragraph></cell>
            </row>
            </table>
            <paragraph>back</paragraph>
            """
        )
        #expect(
            document.paragraphs.map(\.place.start.description) == [
                "/document[1]/paragraph[1]@2",
                "/document[1]/table[1]/row[1]/cell[1]/paragraph[1]@4",
                "/document[1]/table[1]/row[2]/cell[1]/paragraph[1]@6",
                "/document[1]/table[1]/row[2]/cell[1]/paragraph[2]@7",
                "/document[1]/paragraph[2]@10",
            ]
        )
        guard case .table(let table) = document.blocks[1], case .grid(let rows) = table.content else {
            Issue.record("the second block is a grid")
            return
        }
        #expect(rows.map(\.isHeader) == [true, false])
        #expect(rows.map(\.cells.count) == [1, 1])
        #expect(table.cells.map(\.rowSpan) == [1, 2])
        #expect(table.cells.map(\.columnSpan) == [1, 3])
        #expect(document.stem == "by-hand")
    }

    @Test func statedPlacesAreKept() throws {
        let document = try read(
            "<paragraph start='12:3' end='12:9' part='body.txt'>N/A</paragraph><page-break start='p4@72,96' end='p4@72,96'/>"
        )
        let place = SourcePlace(part: "body.txt", start: .line(12, column: 3), end: .line(12, column: 9))
        let page = Position.page(4, x: 72, y: 96)
        #expect(document.paragraphs.map(\.place) == [place])
        #expect(document.blocks.last == .pageBreak(SourcePlace(start: page, end: page)))
    }

    @Test func textKeepsItsSpacesAndLosesItsMarkup() throws {
        let document = try read(
            "<paragraph>  a<!-- no -->b&#13;<![CDATA[<&>]]>\n <link target='http://example.org/'>c &amp; d</link> </paragraph>"
        )
        let paragraph = try #require(document.paragraphs.first)
        #expect(paragraph.text == "  ab\r<&>\n c & d ")
        #expect(paragraph.hyperlinks == [Hyperlink(range: 10..<15, target: "http://example.org/")])
    }

    /// The schema allows white space around such values, so it must not change what they say.
    @Test func valuesMayStandBetweenBlanks() throws {
        let document = try read(
            """
            <table kind=" stream "><cell row-span=" 2 "><heading level=" 3 ">Laws</heading></cell></table>
            <table kind=" grid "><row header=" 1 "><cell><paragraph>N/A</paragraph></cell></row></table>
            """
        )
        #expect(document.outline == ["cell", "  heading 3: Laws", "cell", "  paragraph: N/A"])
        guard case .table(let stream) = document.blocks[0], case .table(let grid) = document.blocks[1] else {
            Issue.record("both blocks are tables")
            return
        }
        #expect(stream.cells.map(\.rowSpan) == [2])
        guard case .stream = stream.content, case .grid(let rows) = grid.content else {
            Issue.record("the tables are of both kinds")
            return
        }
        #expect(rows.map(\.isHeader) == [true])
    }

    /// A column near the end of the number range must not stop the program when pieces of the text are taken.
    @Test func absurdPlacesDoNoHarm() throws {
        let document = try read("<paragraph start='1:9223372036854775807' end='1:9223372036854775807'>N/A</paragraph>")
        let paragraph = try #require(document.paragraphs.first)
        #expect(Passage(paragraph, 2..<3).text == "A")
    }

    @Test func metadataAndSourceAreOptional() throws {
        let document = try read("<paragraph/>")
        #expect(document.metadata == DocumentMetadata())
        #expect(document.extractedFrom == nil)
        #expect(document.paragraphs.map(\.text) == [""])
    }
}
