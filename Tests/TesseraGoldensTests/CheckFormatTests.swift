import LibXML
import TesseraModel
import TestSupport
import Testing

@testable import TesseraGoldens
@testable import TesseraPipeline

@Suite("Formats of check") struct CheckFormatTests {
    /// A golden of one text, checked against another one.
    private func checked(_ old: String, _ new: String) async throws -> CheckedDataset {
        try await withTemporaryFolder { folder in
            let output = try OutputFolder(folder)
            _ = try output.write(try Made.conversion(old).files, as: "made-2007-05-03")
            let converter = Converter(
                try Made.pipelines(),
                formats: .chosen(try FormatChoice(["json", "csv"])),
                contents: ["Input/made.txt": Array(new.utf8)]
            )
            let source = SourcePath(file: "Input/made.txt", name: "Input/made.txt")
            let outcomes = try await Runner(converter, Runner.Options()).outcomes(of: [source])
            return CheckedDataset(try #require(outcomes.first), output: folder)
        }
    }

    private let rows = ["1", "2", "3"]

    private func text(_ results: [CheckedDataset]) -> String {
        results.map { CheckText(StyleRule(isColoured: false)).text(of: $0) }.joined()
    }

    @Test func nothingDiffers() async throws {
        let document = Made.document(rows)
        let result = try await checked(document, document)
        #expect(text([result]) == "")
        #expect(CheckAnnotations.text(of: [result]) == "")
        let xml = String(decoding: CheckJUnit.bytes(of: [result]), as: UTF8.self)
        // Three rows, six cells, and everything else.
        #expect(xml.contains("tests=\"10\" failures=\"0\" errors=\"0\""))
    }

    @Test func differencesStandUnderTheirCells() async throws {
        let new = Made.document(rows) { $0 == "2" ? "Row 2 was repealed." : "Row \($0) is in force." }
        let result = try await checked(Made.document(rows), new)
        let expected = """
            made-2007-05-03: 1 cell differs
              row II.2: Section II, para 2
                cell II.2/laws
                  text: Row 2 [-is in force-]{+was repealed+}.

            """
        #expect(text([result]) == expected)
        let annotation = CheckAnnotations.text(of: [result])
        #expect(
            annotation
                == "::error file=Input/made.txt,line=11,title=made-2007-05-03%3A cell II.2/laws::"
                + "text: Row 2 [-is in force-]{+was repealed+}.\n"
        )
        let xml = String(decoding: CheckJUnit.bytes(of: [result]), as: UTF8.self)
        #expect(xml.contains("tests=\"10\" failures=\"1\" errors=\"0\""))
        #expect(xml.contains("name=\"cell II.2/laws\" file=\"Input/made.txt\" time=\"0\">"))
    }

    /// Whatever a cell holds, the document is XML, and says how many tests it holds.
    @Test func junitIsWellFormed() async throws {
        let new = Made.document(rows) { "Row \($0) <b>&amp;</b> \"quoted\" ]]> \u{1B}[2J \u{FFFE} \u{B} end" }
        let result = try await checked(Made.document(rows), new)
        let bytes = CheckJUnit.bytes(of: [result, result])
        var reader = try XMLStreamReader(bytes: bytes, name: "check.xml", schema: nil)
        var tests = 0
        var declared: [String] = []
        while let event = try reader.next() {
            guard case .start(let element) = event else { continue }
            if element.localName == "testcase" { tests += 1 }
            if element.localName == "testsuites" {
                declared = element.attributes.filter { $0.localName == "tests" }.map(\.value)
            }
        }
        #expect(tests > 0)
        #expect(declared == [String(tests)])
    }

    @Test func annotationsAreOneLineEach() async throws {
        let new = Made.document(rows) { "100 % of row \($0)\nand: more, of it" }
        let result = try await checked(Made.document(rows), new)
        let lines = CheckAnnotations.text(of: [result]).split(separator: "\n")
        #expect(!lines.isEmpty)
        #expect(lines.allSatisfy { $0.hasPrefix("::error file=Input/made.txt") })
        #expect(lines.contains { $0.contains("100 %25 of row 1") })
    }

    /// Programs that read the answers of earlier versions find what they found.
    @Test func jsonKeepsItsMembers() async throws {
        let result = try await checked(Made.document(rows), Made.document(["1", "2"]))
        guard case .object(let members) = result.json else {
            Issue.record("no object")
            return
        }
        #expect(
            Set(members.sorted.map(\.key)).isSuperset(of: ["source", "dataset", "same", "differences", "diagnostics"])
        )
        #expect(members["same"] == .bool(false))
        #expect(!members.objects("groups").isEmpty)
    }

    /// What follows from the text of a cell, and what says the same once more, is left out; all else is told.
    @Test func eachFactIsToldOnce() {
        typealias Difference = DatasetDifference
        func changed(_ file: String, _ record: String, _ field: String, _ old: String, _ new: String) -> Difference {
            Difference(kind: .changed, file: file, record: record, field: field, old: old, new: new)
        }
        let (old, new) = ("http://a.org/x", "http://b.org/x")
        let index = DatasetIndex([
            OutputFile(name: "rows.csv", bytes: Array("row_id,labels,titles\nII.2,l,t\n".utf8)),
            OutputFile(name: "cells.csv", bytes: Array("cell_id,row_id\nII.2/laws,II.2\n".utf8)),
        ])
        let differences = [
            changed("acronyms.csv", "FBI", "expansion", "Bureau A", "Bureau B"),
            changed("acronyms.csv", "FBI", "qualifier", "DOJ", "DHS"),
            changed("cells.csv", "II.2/laws", "text", "See \(old) in 2001", "See \(new) in 2001"),
            changed("entities.csv", "II.2/laws@20", "value", "2001", "2002"),
            changed("links.csv", "II.2/laws@4", "as_written", old, new),
            changed("links.csv", "II.2/laws@4", "host", "a.org", "b.org"),
            changed("links.csv", "II.2/laws@4", "url", old, new),
            changed("resources.csv", "R1", "url", old, new),
            changed("report.json", "glossary/36", "expansion", "Bureau A", "Bureau B"),
        ]
        let told = ToldDifferences.news(among: differences.map { LocatedDifference($0, in: index) })
        #expect(
            told.map { "\($0.difference.file) \($0.difference.field)" }
                == ["acronyms.csv expansion", "acronyms.csv qualifier", "cells.csv text", "entities.csv value"]
        )
    }

    /// An annotation of a cell stands at its first paragraph that is another one.
    @Test func annotationsStandAtTheParagraph() async throws {
        let old = Made.document(["1", "2"]) { "Row \($0) stands.\n\nIt is in force." }
        let new = Made.document(["1", "2"]) { "Row \($0) stands.\n\nIt is \($0 == "1" ? "in force" : "repealed")." }
        let text = CheckAnnotations.text(of: [try await checked(old, new)])
        #expect(text.hasPrefix("::error file=Input/made.txt,line=15,"), "\(text)")
    }

    /// That of a row stands at its label or title, and not at its first cell.
    @Test func annotationsStandAtTheTitle() throws {
        let (old, new) = try Real.versions()
        let index = DatasetIndex(new.files).joined(with: DatasetIndex(old.files))
        func line(_ field: String, _ old: String, _ new: String) -> Int? {
            let difference = DatasetDifference(
                kind: .changed,
                file: "rows.csv",
                record: "II.11",
                field: field,
                old: old,
                new: new
            )
            return DifferenceGroup.groups(of: [difference], in: index).first.flatMap(index.line)
        }
        let lines = try Real.edited().split(separator: "\n", omittingEmptySubsequences: false)
        let label = try #require(lines.firstIndex { $0.hasSuffix("Section II, para 11") }) + 1
        let title = try #require(lines.firstIndex { $0.hasSuffix("Licences for export and import") }) + 1
        #expect(line("titles", "Export and import licensing", "Licences for export and import") == title)
        #expect(line("labels", "Section II, para 10", "Section II, para 11") == label)
    }

    /// Of formats that cannot be read back, files are named.
    @Test func filesWithoutRecords() {
        let index = DatasetIndex([])
        let difference = DatasetDifference(
            kind: .changed,
            file: "report.md",
            record: "",
            field: "",
            old: "other contents",
            new: ""
        )
        let groups = DifferenceGroup.groups(of: [difference], in: index)
        #expect(groups.map(\.address) == [.other("report.md")])
        #expect(CheckText.counts(groups) == "1 other part differs")
    }
}
