import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraWriters
import Testing

@Suite("Reading report.json back") struct ReportDecoderTests {
    /// The datasets of all golden documents, and that of the real report.
    static var datasets: [String] {
        get throws {
            let cases = "Tests/TesseraPipelineTests/Cases"
            let golden = try FileSystem.entries(of: "\(Project.root)/\(cases)").map { "\(cases)/\($0)/expected" }
            return golden + ["Output/us-poa-matrix-2007-07-17"]
        }
    }

    private static func report(of dataset: String) throws -> (bytes: [UInt8], report: CheckedReport) {
        let bytes = try FileSystem.contents(of: "\(Project.root)/\(dataset)/report.json")
        return (bytes, try ReportDecoder.report(try JSONParser.parse(bytes)))
    }

    @Test("gives the same bytes when it is written again", arguments: try datasets)
    func roundTrip(dataset: String) throws {
        let (bytes, report) = try Self.report(of: dataset)
        let again = ReportJSONWriter.json(report.report, diagnostics: report.diagnostics).serialised()
        #expect(again == bytes)
        let differences = DatasetComparison.differences(
            old: [OutputFile(name: "report.json", bytes: bytes)],
            new: [OutputFile(name: "report.json", bytes: again)]
        )
        #expect(differences.map(\.summary) == [])
    }

    @Test("gives the same tables", arguments: try datasets)
    func tables(dataset: String) throws {
        let report = try Self.report(of: dataset).report.report
        for table in DataTable.all(of: report) {
            let bytes = try FileSystem.contents(of: "\(Project.root)/\(dataset)/\(table.name).csv")
            #expect(CSVWriter.serialise(table) == bytes, "\(table.name)")
        }
    }

    /// What the file holds is what the conversion had: all but the traces of how it was made.
    @Test func holdsWhatTheConversionHad() throws {
        let made = try Project.report()
        let conversion = try Project.conversion()
        let file = try #require(conversion.files.first { $0.name == "report.json" })
        let read = try ReportDecoder.report(try JSONParser.parse(file.bytes))
        #expect(read.diagnostics == conversion.diagnostics)
        #expect(read.report.identity == made.identity)
        #expect(read.report.source == made.source)
        #expect(read.report.references == made.references)
        #expect(read.report.acronyms == made.acronyms)
        #expect(read.report.mentions == made.mentions)
        #expect(read.report.links == made.links)
        #expect(read.report.entities == made.entities)
        #expect(read.report.rows.map(\.references) == made.rows.map(\.references))
        #expect(read.report.cells.map(\.text) == made.cells.map(\.text))
        #expect(read.report.cells.map(\.provenance) == made.cells.map(\.provenance))
        #expect(read.report.organisations.map(\.text) == made.organisations.map(\.text))
    }

    @Test(
        "names the place of what is wrong",
        arguments: [
            (#""revised": "2007-07-17""#, #""revised": "2007-02-30""#, "report/revised: '2007-02-30' is no date"),
            (#""position": 1,"#, #""position": 1.5,"#, "rows/0/position: this is no whole number"),
            (#""title": "#, #""tilte": "#, "report: the member 'title' is missing"),
            (#""status": "not-applicable""#, #""status": 7"#, "rows/0/cells/1/status: this is no text"),
            (
                #""id": "II.4/laws""#, #""id": "II.4/help""#,
                "rows/1/cells/0/id: the cell is called 'II.4/help' and stands at 'II.4/laws'"
            ),
            (
                #""start": "17:1""#, #""start": "17-1""#,
                "rows/0/cells/1/provenance/0/start: '17-1' is no place in a source"
            ),
            (
                #""role": "row-heading""#, #""role": "heading""#,
                "columns/0/role: 'heading' is none of the words that may stand here"
            ),
        ]
    )
    func failure(old: String, new: String, message: String) throws {
        let file = try #require(try Project.conversion().files.first { $0.name == "report.json" })
        let text = String(decoding: file.bytes, as: UTF8.self)
        let place = try #require(text.firstRange(of: old), "the report holds no \(old)")
        let bytes = Array(text.replacingCharacters(in: place, with: new).utf8)
        let failure = #expect(throws: JSONDecodingFailure.self) {
            try ReportDecoder.report(try JSONParser.parse(bytes))
        }
        #expect(failure?.description == message)
    }
}

extension String {
    fileprivate func replacingCharacters(in range: Range<Index>, with text: String) -> String {
        self[..<range.lowerBound] + text + self[range.upperBound...]
    }
}
