import FoundationEssentials
import TesseraModel
import TesseraWriters
import Testing

/// `cells.jsonl`, read by another parser.
@Suite struct JSONLinesTests {
    private struct Line: Decodable {
        var reportId: String
        var revised: String?
        var cellId: String
        var rowPosition: Int
        var labels: [String]
        var titles: [String]
        var columnPosition: Int
        var heading: String
        var status: String
        var text: String
        var words: Int
        var confidence: Double
        var acronyms: [Acronym]
        var references: [Reference]
        var links: [Link]
        var entities: [Entity]
        var provenance: [Place]
        var sourceSha256: String
    }

    private struct Acronym: Decodable {
        var acronymId: String
        var expansion: String?
        var start: Int
        var end: Int
    }

    private struct Reference: Decodable {
        var paragraph: String?
        var start: Int?
    }

    private struct Link: Decodable {
        var url: String
        var successorUrl: String?
    }

    private struct Entity: Decodable {
        var type: String
        var value: String
    }

    private struct Place: Decodable {
        var start: String
    }

    /// What has no value is null everywhere, as the page on loading says.
    @Test func whatHasNoValueIsNull() throws {
        var report = SampleReport.report
        report.cells[0].provenance = [
            Provenance(SourcePlace(part: "", start: .line(1, column: 1), end: .line(1, column: 2)), stage: "read")
        ]
        for index in report.references.indices { report.references[index].scheme = "" }
        let text = try Dataset(CheckedReport(report, diagnostics: []), formats: ["jsonl"]).text("cells.jsonl")
        #expect(text.contains("\"part\": null") && !text.contains("\"part\": \"\""))
        #expect(text.contains("\"scheme\": null") && !text.contains("\"scheme\": \"\""))
    }

    private func lines(_ report: CheckedReport = SampleReport.checked) throws -> [Line] {
        let text = try Dataset(report, formats: ["jsonl"]).text("cells.jsonl")
        #expect(text.isEmpty || text.hasSuffix("\n"))
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try text.split(separator: "\n").map { try decoder.decode(Line.self, from: Data($0.utf8)) }
    }

    @Test func aLineSaysAllAboutItsCell() throws {
        let lines = try lines()
        #expect(lines.map(\.cellId) == SampleReport.report.cells.map(\.address.description))
        let first = try #require(lines.first)
        #expect(first.reportId == "us-poa-matrix-2007-07-17" && first.revised == "2007-07-17")
        #expect(first.sourceSha256.count == 64)
        #expect(first.rowPosition == 1 && first.labels == ["Section II, para 6"])
        #expect(first.titles == ["Identify groups"])
        #expect(first.columnPosition == 2 && first.heading == "U.S. Laws and Policies")
        #expect(first.text == "The ATF licenses, and inspects.\n\nSee www.example.org, \"ATF\".")
        #expect(first.words == 8 && first.confidence == 1 && first.status == "text")
        #expect(first.acronyms.map(\.start) == [4, 56] && first.acronyms.map(\.end) == [7, 59])
        #expect(first.acronyms[0].expansion == "Bureau of Alcohol, Tobacco, Firearms and Explosives")
        #expect(first.links.map(\.url) == ["http://www.example.org/"])
        #expect(first.links[0].successorUrl == "http://www.example.com/")
        #expect(first.entities.map(\.value) == ["1000"] && first.entities[0].type == "count")
        #expect(first.provenance.map(\.start) == ["12:2", "30:2"])
        #expect(lines[3].references.map(\.paragraph) == ["6"] && lines[3].references[0].start == 6)
        #expect(lines[3].titles == ["Marking of SA/LW", "“Unmarked” arms"] && lines[3].confidence == 0.85)
        #expect(lines[5].status == "missing" && lines[5].text.isEmpty && lines[5].provenance.isEmpty)
    }

    /// Programs guess the types from the first lines.
    @Test func everyLineHasTheSameMembers() throws {
        let text = try Dataset(SampleReport.checked, formats: ["jsonl"]).text("cells.jsonl")
        let members = text.split(separator: "\n").map { line in
            line.matches(of: #/"([a-z0-9_]+)": /#).map { String($0.1) }
        }
        let top = [
            "cell_id", "column_id", "column_position", "confidence", "entities", "heading", "labels", "links",
            "provenance", "references", "report_id", "report_title", "revised", "row_id", "row_position",
            "source_path", "source_sha256", "status", "text", "titles", "uncertainties", "words",
        ]
        for names in members { #expect(Set(top).isSubset(of: names)) }
    }

    @Test func aReportWithoutCellsHasNoLine() throws {
        let empty = Report(identity: SampleReport.report.identity, source: SampleReport.report.source)
        #expect(try lines(CheckedReport(empty, diagnostics: [])).isEmpty)
    }
}
