import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TestSupport
import Testing

/// The key `xml:` of a pipeline file.
@Suite struct XMLMappingTests {
    private static let xml = """

        xml:
          root: report
          table: matrix
          row: answer
          cell: [label, laws]
        """

    private func mapping(_ extra: String = "") throws -> XMLMapping? {
        try PipelineDecoder.decode(Array((Made.pipeline + Self.xml + "\n" + extra).utf8)).xml
    }

    @Test func aShortMapping() throws {
        #expect(
            try mapping()
                == XMLMapping(roots: ["report"], tables: ["matrix"], rows: ["answer"], cells: ["label", "laws"])
        )
        #expect(try PipelineDecoder.decode(Array(Made.pipeline.utf8)).xml == nil)
    }

    @Test func aFullMapping() throws {
        var expected = XMLMapping(roots: ["report"], tables: ["matrix"], rows: ["answer"], cells: ["label", "laws"])
        expected.namespace = "urn:example:report"
        expected.headerRows = ["names"]
        expected.headings = ["title", "subtitle"]
        expected.paragraphs = ["p"]
        expected.lineBreaks = ["br"]
        expected.link = XMLMapping.Link(elements: ["a"], target: "href")
        expected.rowSpan = "rows"
        expected.columnSpan = "cols"
        expected.ignored = ["comment", "p.note-1"]
        let extra = """
              namespace: urn:example:report
              header_row: names
              heading: [title, subtitle]
              paragraph: p
              line_break: br
              link: {element: a, target: href}
              row_span: rows
              column_span: cols
              ignore: [comment, p.note-1]
            """
        #expect(try mapping(extra) == expected)
    }

    /// Each mistake stands at 1️⃣.
    @Test(
        arguments: [
            ("missing-key", "  root: report\n  table", "  1️⃣table", "add 'root:'"),
            ("missing-key", "  row: answer\n", "", "add 'row:'"),
            ("unknown-key", "row: answer", "row: answer\n  1️⃣headerrow: names", "did you mean 'header_row'?"),
            ("unknown-key", "row: answer", "row: answer\n  link: {element: a, target: b, 1️⃣taget: c}", "'target'?"),
            ("missing-key", "row: answer", "row: answer\n  link: 1️⃣{element: a}", "add 'target:'"),
            ("wrong-type", "row: answer", "row: answer\n  link: 1️⃣a", nil),
            ("wrong-type", "row: answer", "row: 1️⃣{name: answer}", nil),
            ("wrong-value", "row: answer", "row: 1️⃣r:answer", "leave the prefix away: 'answer'"),
            ("wrong-value", "row: answer", "row: 1️⃣<answer>", "as it stands in the tag"),
            ("wrong-value", "row: answer", "row: 1️⃣2nd", "as it stands in the tag"),
            ("wrong-value", "row: answer", "row: answer\n  ignore: [note, 1️⃣answer]", "name each element once"),
            ("wrong-value", "cell: [label, laws]", "cell: [label, 1️⃣label]", "name each element once"),
        ] as [(String, String, String, String?)]
    )
    func pointsAtAMistake(id: String, good: String, bad: String, help: String?) throws {
        let marked = MarkedText((Made.pipeline + Self.xml).replacingFirst(good, with: bad))
        let failure = #expect(throws: PipelineFileFailure.self) { try PipelineDecoder.decode(Array(marked.text.utf8)) }
        let found = try #require(failure).mistakes
        #expect(found.map(\.id) == [id], "\(found)")
        if let place = marked.places["1️⃣"] {
            #expect(found.first?.place?.start == .line(place.line, column: place.column))
        }
        if let help { #expect(found.first?.suggestion?.contains(help) == true, "\(found)") }
    }

    @Test func allMistakesAtOnce() throws {
        let text = Made.pipeline + "\nxml:\n  root: a:b\n  tables: t\n  row: r\n  cell: r\n"
        let failure = #expect(throws: PipelineFileFailure.self) { try PipelineDecoder.decode(Array(text.utf8)) }
        // The key that is absent is reported where the mapping begins, before all that is in it.
        let ids = ["missing-key", "wrong-value", "unknown-key", "wrong-value"]
        #expect(try #require(failure).mistakes.map(\.id) == ids)
    }

    // MARK: The mappings of a folder

    private func write(_ files: [String: String], into folder: String) throws {
        for (name, text) in files { try FileSystem.write(Array(text.utf8), to: "\(folder)/\(name)") }
    }

    @Test func theMappingsOfAFolder() throws {
        try withTemporaryFolder { folder in
            #expect(try PipelineSet.present(in: folder + "/none").mappings == [])
            #expect(try PipelineSet.present(in: folder).mappings == [])
            let one = Made.pipeline + Self.xml
            try write(["a.yaml": one, "b.yaml": one.replacingFirst("id: made", with: "id: other")], into: folder)
            #expect(try PipelineSet.present(in: folder).mappings == [try #require(try mapping())])
        }
    }

    @Test func twoPipelinesThatReadOneKindOfXMLInDifferentWays() throws {
        try withTemporaryFolder { folder in
            let one = Made.pipeline + Self.xml
            let other = one.replacingFirst("id: made", with: "id: other").replacingFirst(
                "row: answer",
                with: "row: line"
            )
            try write(["a.yaml": one, "b.yaml": other], into: folder)
            let failure = #expect(throws: SetUpFailure.self) { try PipelineSet.present(in: folder).mappings }
            #expect(failure?.findings.map(\.diagnostic.id) == ["conflicting-mappings"])
            #expect(try PipelineSet.present(in: folder, only: "other").mappings.map(\.rows) == [["line"]])
        }
    }
}
