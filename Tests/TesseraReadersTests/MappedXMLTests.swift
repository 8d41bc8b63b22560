import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// XML that a mapping describes.
@Suite struct MappedXMLTests {
    private static func mapping(paragraphs: [String] = []) -> XMLMapping {
        var mapping = XMLMapping(roots: ["report"], tables: ["matrix"], rows: ["answer"], cells: ["label", "text"])
        mapping.headerRows = ["names"]
        mapping.headings = ["title", "subtitle"]
        mapping.paragraphs = paragraphs
        mapping.lineBreaks = ["br"]
        mapping.link = XMLMapping.Link(elements: ["a"], target: "href")
        mapping.rowSpan = "rows"
        mapping.columnSpan = "cols"
        mapping.ignored = ["internal"]
        return mapping
    }

    private func lines(_ body: String, paragraphs: [String] = []) throws -> [String] {
        let reader = MappedXMLReader(mappings: [Self.mapping(paragraphs: paragraphs)])
        return try ReadMarkup(reader, "<report>\(body)</report>").lines
    }

    @Test func tablesRowsAndCells() throws {
        let body = """
            <title>T</title><subtitle>S</subtitle>
            <matrix><names><label>A</label><text>B</text></names>
              <answer><label rows="2">1</label><text cols=" 2 ">2</text></answer>
              <answer><text>3</text><!-- 4 --><label/></answer></matrix>
            """
        #expect(
            try lines(body) == ["h1: T", "h2: S", "table", "head A | B", "row 1 {2x1} | 2 {1x2}", "row 3 | "]
        )
    }

    /// A paragraph ends with the element in which it began, unless text goes on directly behind it.
    @Test(arguments: [
        ("<x>a</x><y>b</y>", ["p: a", "p: b"]),
        ("<x>a <b>b</b> c</x>", ["p: a b c"]),
        ("<x><b>a</b>: c</x>", ["p: a: c"]),
        ("<x><b><i>a</i></b> c <b>d</b></x>", ["p: a c d"]),
        ("<x><b>a</b>\n<b>b</b></x>", ["p: a", "p: b"]),
        ("a<x/>b", ["p: ab"]),
        ("<x>a<br/>b</x>", ["p: a", "p: b"]),
        ("<x>a<title>b</title>c</x>", ["p: a", "h1: b", "p: c"]),
        ("<title>a <b>b</b><i>c</i></title>", ["h1: a bc"]),
        ("<x><a href='u'>a</a> <a href='v'>b</a></x>", ["p: [a](u) [b](v)"]),
        ("<x>see <a href='#s'>a</a>.</x>", ["p: see [a](#s)."]),
        ("<x>see <a>a</a></x>", ["p: see a"]),
        ("<x>a<internal>no <b>way</b></internal>b</x>", ["p: ab", "left out, ignored-element: no way"]),
        (
            "<internal><x>a</x><y>b</y></internal>c",
            ["p: c", "left out, ignored-element: a", "left out, ignored-element: b"]
        ),
    ])
    func textThatNothingMarks(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
    }

    @Test(arguments: [
        ("<p>a <b>b</b><i>c</i></p>", ["p: a bc"]),
        ("<x>a</x><p>b</p>", ["p: a", "p: b"]),
        ("<p>a<p>b</p>c</p>", ["p: a", "p: b", "p: c"]),
        ("<matrix><answer><label><b>a</b> <i>b</i></label></answer></matrix>", ["table", "row a b"]),
        ("<matrix><answer><label>a<p>b</p>c</label></answer></matrix>", ["table", "row p: a / p: b / p: c"]),
    ])
    func paragraphs(body: String, expected: [String]) throws {
        #expect(try lines(body, paragraphs: ["p"]) == expected)
    }

    @Test(arguments: [
        ("<matrix><caption>c</caption><answer><label>a</label></answer></matrix>", ["p: c", "table", "row a"]),
        (
            "<matrix><answer><label>a</label></answer><title>t</title><answer><label>b</label></answer></matrix>",
            ["table", "row a", "h1: t", "table", "row b"]
        ),
        ("<matrix><part><answer><label>a</label></answer></part></matrix>", ["table", "row a"]),
        ("<matrix><answer><x><label>a</label></x></answer></matrix>", ["table", "row a"]),
        ("<answer><label>a</label></answer>", ["p: a"]),
        ("<matrix><label>a</label></matrix>", ["p: a"]),
        (
            "<matrix><answer><label>a<matrix><answer><text>b</text></answer></matrix>c</label></answer></matrix>",
            ["table", "row p: a / table row b / p: c"]
        ),
        ("<matrix/>x", ["p: x"]),
    ])
    func elementsInUnusualPlaces(body: String, expected: [String]) throws {
        #expect(try lines(body) == expected)
    }

    @Test func textInNoCellIsKeptAndReported() throws {
        let text =
            "<report>\n<matrix>\n<answer><label>a</label><other>b</other><more>c</more></answer></matrix></report>"
        let read = try ReadMarkup(MappedXMLReader(mappings: [Self.mapping()]), text)
        #expect(read.lines == ["p: b", "p: c", "table", "row a"])
        #expect(read.diagnostics.map(\.id) == ["text-outside-cells"])
        #expect(read.diagnostics.first?.message.contains("'other', and in 1 more places") == true)
        #expect(read.diagnostics.first?.place?.start.description == "/report[1]/matrix[1]/answer[1]/other[1]@3")
    }

    @Test func theRootMayBeTheTable() throws {
        let mapping = XMLMapping(roots: ["rows"], tables: ["rows"], rows: ["row"], cells: ["c"])
        let text = "<rows xml:lang='de'><row><c>a</c></row></rows>"
        let read = try ReadMarkup(MappedXMLReader(mappings: [mapping]), text)
        #expect(read.lines == ["table", "row a"])
        #expect(read.document.metadata.language == "de")
    }

    @Test(arguments: [
        ("<report><x>a</x></report>", nil, true), ("<r:report xmlns:r='urn:a'><r:x>a</r:x></r:report>", nil, true),
        ("<report xmlns='urn:a'>a</report>", "urn:a", true), ("<report xmlns='urn:b'>a</report>", "urn:a", false),
        ("<other><report>a</report></other>", nil, false), ("report", nil, false), ("", nil, false),
        ("<!-- c --><?p x?><!DOCTYPE report>\n<report>a</report>", nil, true),
    ])
    func isChosenByTheRootElement(text: String, namespace: String?, isChosen: Bool) {
        var mapping = Self.mapping()
        mapping.namespace = namespace
        #expect(MappedXMLReader(mappings: [mapping]).recognises(SourceFile(text)) == isChosen)
        #expect(!MappedXMLReader(mappings: []).recognises(SourceFile(text)))
    }

    @Test func aMappingWithANamespaceComesFirst() throws {
        var exact = XMLMapping(roots: ["report"], tables: ["t"], rows: ["r"], cells: ["c"])
        exact.namespace = "urn:a"
        let reader = MappedXMLReader(mappings: [Self.mapping(), exact])
        #expect(
            try ReadMarkup(reader, "<report xmlns='urn:a'><t><r><c>x</c></r></t></report>").lines == ["table", "row x"]
        )
        #expect(try ReadMarkup(reader, "<report><t><r><c>x</c></r></t></report>").lines == ["p: x"])
    }

    @Test func otherEncodings() throws {
        let reader = MappedXMLReader(mappings: [Self.mapping()])
        let text = "<?xml version='1.0' encoding='utf-16'?><report><x>é</x></report>"
        var log = DiagnosticLog()
        let file = SourceFile([0xFF, 0xFE] + text.utf16Bytes(bigEndian: false))
        #expect(reader.recognises(file))
        #expect(try reader.read(file, log: &log).paragraphs.map(\.text) == ["é"])
    }

    @Test(arguments: [
        ("<report><matrix/></report>", "empty-document"), ("<report>a", "damaged-markup"),
        ("<other>a</other>", "unknown-xml"),
        ("<report><matrix><answer><label rows='1000000000'>a</label></answer></matrix></report>", "limit-exceeded"),
        ("<!DOCTYPE report [<!ENTITY a 'x'>]><report>&a;</report>", "unknown-xml"),
    ])
    func refused(text: String, id: String) throws {
        #expect(try failure(of: MappedXMLReader(mappings: [Self.mapping()]), on: Array(text.utf8)).id == id)
    }
}
