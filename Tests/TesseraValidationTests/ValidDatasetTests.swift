import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraValidation
import TestSupport
import Testing

/// What is as it should be is not complained about.
@Suite("Valid datasets") struct ValidDatasetTests {
    static let cases = "\(Project.root)/Tests/TesseraPipelineTests/Cases"

    static var names: [String] {
        get throws { try FileSystem.entries(of: cases).sorted() }
    }

    /// The dataset of a golden document, with the document and its pipeline.
    private static func made(_ name: String) throws -> (dataset: Dataset, input: String, pipelines: PipelineSet) {
        let folder = "\(cases)/\(name)"
        let input = try #require(try FileSystem.entries(of: folder).first { $0.hasPrefix("input.") })
        let own = "\(folder)/pipeline.yaml"
        let pipeline = try FileSystem.kind(of: own) == .file ? own : "\(Project.root)/Pipelines/\(name).yaml"
        let pipelines = PipelineSet([Pipeline(try PipelineSet.definition(at: pipeline))])
        let source = SourcePath(file: "\(folder)/\(input)", name: "\(name)/\(input)")
        return (Dataset(Converter(pipelines).convert(source).files), source.file, pipelines)
    }

    private static func dataset(_ name: String) throws -> Dataset { try made(name).dataset }

    @Test("of golden documents", arguments: try names)
    func golden(name: String) throws {
        let made = try Self.made(name)
        let validator = DatasetValidator(source: made.input, pipelines: made.pipelines)
        try withTemporaryFolder { folder in
            try made.dataset.write(into: folder)
            #expect(try validator.findings(of: folder).map(\.diagnostic.message) == [])
        }
    }

    /// Tables are in order by themselves too.
    @Test("of golden documents, without the report", arguments: try names)
    func goldenWithoutReport(name: String) throws {
        var dataset = try Self.dataset(name)
        dataset.files["report.json"] = nil
        let findings = try dataset.findings()
        #expect(findings.map(\.file) == ["report.json"], "\(findings.map(\.diagnostic.message))")
    }

    @Test("of golden documents, saved by a spreadsheet", arguments: try names)
    func goldenResaved(name: String) throws {
        var dataset = try Self.dataset(name)
        for name in dataset.files.keys.filter({ $0.hasSuffix(".csv") }) {
            dataset.files[name] = CSVWriting.german.bytes(CSVFile(try #require(dataset.files[name])).fields)
        }
        let findings = try dataset.findings().filter { $0.diagnostic.severity > .note }
        #expect(Set(findings.map(\.diagnostic.id)) == ["resaved-file"])
        #expect(findings.allSatisfy { $0.diagnostic.message.hasSuffix("the values are the same") })
    }

    @Test func ofTheRealReport() throws {
        #expect(try Project.dataset().findings(source: Project.source.file).map(\.diagnostic.message) == [])
    }

    /// The same values in the form of a spreadsheet: that is said, and is no error.
    @Test(
        "saved again",
        arguments: [
            (.german, "semicolons instead of commas, a byte order mark, CRLF line ends"),
            (.unicodeText, "tabs instead of commas, UTF-16LE instead of UTF-8, CRLF line ends"),
            (CSVWriting(lineEnd: "\r"), "CR line ends"), (CSVWriting(quotesAll: true), "quotes around all fields"),
            (CSVWriting(start: "sep=,\n"), "a line 'sep=,' in front"),
        ] as [(CSVWriting, String)]
    )
    func resaved(writing: CSVWriting, differences: String) throws {
        var dataset = try Project.dataset()
        for name in dataset.files.keys.filter({ $0.hasSuffix(".csv") }) {
            let records = CSVFile(try #require(dataset.files[name])).fields
            dataset.files[name] = writing.bytes(records)
        }
        let findings = try dataset.findings(source: Project.source.file)
        #expect(findings.map(\.diagnostic.id) == Array(repeating: "resaved-file", count: 11))
        #expect(!findings.contains { $0.isError })
        for finding in findings {
            #expect(finding.diagnostic.message.hasSuffix("\(differences); the values are the same"), "\(finding)")
        }
    }

    /// A table without a character that Windows-1252 does not have.
    @Test func savedAsWindows1252() throws {
        var dataset = try Project.dataset()
        let records = CSVFile(try #require(dataset.files["rows.csv"])).fields
        dataset.files["rows.csv"] = CSVWriting.windows.bytes(records + [["", "", "", ""]])
        let findings = try dataset.findings(source: Project.source.file)
        #expect(findings.map(\.place) == ["resaved-file rows.csv"])
    }
}
