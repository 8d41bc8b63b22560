import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// That a dataset depends on its report alone.
@Suite struct SameBytesTests {
    @Test func twoRunsGiveTheSameFiles() throws {
        let formats = Writers.formats.map(\.name)
        let first = try Dataset(SampleReport.checked, formats: formats).files
        #expect(try Dataset(SampleReport.checked, formats: formats).files == first)
    }

    /// A report with so much in it that any order taken from a hash table would show.
    @Test func largeReportsGiveTheSameFiles() throws {
        let formats = Writers.formats.map(\.name)
        let first = try Dataset(Self.large(rows: 60), formats: formats).files
        #expect(try Dataset(Self.large(rows: 60), formats: formats).files == first)
    }

    @Test func rowsAndCellsKeepTheirOrder() throws {
        let dataset = try Dataset(Self.large(rows: 60))
        for file in ["rows.csv", "matrix.csv"] {
            let ids = try dataset.text(file).split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
            #expect(ids == (1...60).map { "III.\($0)" })
        }
        let cells = try dataset.text("cells.csv").split(separator: "\n").dropFirst().map { $0.prefix { $0 != "," } }
        #expect(cells == (1...60).flatMap { row in ["laws", "assistance", "activity"].map { "III.\(row)/\($0)" } })
    }

    @Test func everyFileIsUTF8WithoutAMark() throws {
        for file in try Dataset(SampleReport.checked, formats: ["json", "csv", "jsonl", "markdown"]).files {
            #expect(String(validating: file.bytes, as: UTF8.self) != nil)
            #expect(!file.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
            #expect(file.bytes.last == UInt8(ascii: "\n"))
        }
    }

    @Test func datapackageStandsLast() throws {
        #expect(try Dataset(SampleReport.checked).files.last?.name == "datapackage.json")
    }

    private static func large(rows: Int) -> CheckedReport {
        var report = SampleReport.report
        report.rows = (1...rows).map { number in
            Row(
                id: "III.\(number)",
                position: number,
                labels: [SampleReport.passage("para \(number)")],
                titles: [],
                references: [],
                provenance: []
            )
        }
        report.cells = report.rows.flatMap { row in
            report.contentColumns.map { column in
                Cell(
                    address: CellAddress(row: row.id, column: column.id),
                    status: .text,
                    paragraphs: [SampleReport.passage("prose of \(row.id)")],
                    provenance: []
                )
            }
        }
        report.references = []
        report.mentions = report.cells.map {
            AcronymMention(acronym: "ATF", cell: $0.address, asWritten: "ATF", range: 0..<3)
        }
        report.links = []
        return CheckedReport(report, diagnostics: [])
    }
}
