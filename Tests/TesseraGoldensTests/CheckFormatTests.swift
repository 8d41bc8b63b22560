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
