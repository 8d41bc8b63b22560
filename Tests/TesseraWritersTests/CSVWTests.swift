import TesseraModel
import TesseraWriters
import TestSupport
import Testing

/// What `csv-metadata.json` says of the tables.
@Suite struct CSVWTests {
    private func tables(_ report: CheckedReport = SampleReport.checked) throws -> [String: JSONTree] {
        let metadata = try Dataset(report).tree("csv-metadata.json")
        let tables = metadata["tables"]?.elements ?? []
        return Dictionary(uniqueKeysWithValues: tables.map { ($0["url"]?.text ?? "", $0) })
    }

    private func columns(_ table: JSONTree?) -> [JSONTree] { table?["tableSchema"]?["columns"]?.elements ?? [] }

    @Test func describesEachColumnOfEachTable() throws {
        let dataset = try Dataset(SampleReport.checked)
        let tables = try tables()
        #expect(Set(tables.keys) == Set(dataset.files.map(\.name).filter { $0.hasSuffix(".csv") }))
        for (name, table) in tables {
            let header = try dataset.text(name).prefix { $0 != "\n" }
            #expect(columns(table).compactMap { $0["titles"]?.text }.joined(separator: ",") == header)
        }
        #expect(tables["provenance.csv"]?["tableSchema"]?["primaryKey"] == .list([.text("cell_id"), .text("start")]))
    }

    /// A cell that begins with `#` is no comment, and a file without rows has a header still.
    @Test func saysHowTheFilesAreWritten() throws {
        let metadata = try Dataset(SampleReport.checked).tree("csv-metadata.json")
        #expect(metadata["dialect"]?["commentPrefix"] == JSONTree.none)
        #expect(metadata["dialect"]?["header"] == .flag(true))
        #expect(metadata["lang"] == .text("en"))
        #expect(metadata["schema:version"] == .text("2007-07-17"))
    }

    @Test func namesPeopleAndTerms() throws {
        var publication = Publication(publisher: "Ministry", licenceTitle: "Own terms")
        publication.contributors = [
            .init(title: "A", roles: ["author"]), .init(title: "B", roles: ["contact"]), .init(title: "Ministry"),
        ]
        let metadata = try Dataset(SampleReport.checked, publication: publication).tree("csv-metadata.json")
        #expect(metadata["dc:publisher"] == .text("Ministry"))
        #expect(metadata["dc:creator"] == .list([.text("A")]))
        #expect(metadata["dc:contributor"] == .list([.text("B")]))
        #expect(metadata["dc:license"] == .text("Own terms"))
    }

    /// Each row must point to exactly one row: not so where a field may be empty, or the other column is no key.
    @Test func keysAreThoseThatAlwaysResolve() throws {
        var keys: [String] = []
        for (name, table) in try tables() {
            for key in table["tableSchema"]?["foreignKeys"]?.elements ?? [] {
                let column = key["columnReference"]?.elements.first?.text ?? ""
                let reference = key["reference"]
                let target = reference?["columnReference"]?.elements.first?.text ?? ""
                keys.append("\(name).\(column) → \(reference?["resource"]?.text ?? "").\(target)")
            }
        }
        #expect(
            keys.sorted() == [
                "acronym_mentions.csv.acronym_id → acronyms.csv.acronym_id",
                "acronym_mentions.csv.cell_id → cells.csv.cell_id", "cells.csv.column_id → columns.csv.column_id",
                "cells.csv.row_id → rows.csv.row_id", "entities.csv.cell_id → cells.csv.cell_id",
                "matrix.csv.row_id → rows.csv.row_id", "provenance.csv.cell_id → cells.csv.cell_id",
            ]
        )
    }

    /// A hyphen may not stand in the name of a column, and no two columns have one name.
    @Test func namesOfColumnsAreFitForTemplates() throws {
        var report = SampleReport.report
        for (index, id) in ["laws-a", "laws_a", "regional-work"].enumerated() { report.columns[index + 1].id = id }
        let matrix = columns(try tables(CheckedReport(report, diagnostics: []))["matrix.csv"])
        #expect(
            matrix.compactMap { $0["name"]?.text } == [
                "row_id", "labels", "titles", "laws%2Da", "laws_a", "regional_work",
            ]
        )
        #expect(matrix.compactMap { $0["titles"]?.text }.suffix(3) == ["laws-a", "laws_a", "regional-work"])
    }

    @Test func wordsAreTheOnlyOnesThatMayOccur() throws {
        var report = SampleReport.report
        report.cells[0].status = CellStatus(rawValue: "a+b")
        let status = columns(try tables(CheckedReport(report, diagnostics: []))["cells.csv"]).first {
            $0["name"] == .text("status")
        }
        let pattern = try #require(status?["datatype"]?["format"]?.text)
        #expect(pattern.hasSuffix(#"|a\+b"#) || pattern.contains(#"|a\+b|"#))
        #expect(pattern.hasPrefix("text|not-applicable|"))
    }

    @Test func isNotThereWithoutCSV() throws {
        let writers = Writers.descriptions(publication: Publication()) { _ in "" }
        var files = [OutputFile(name: "report.json", bytes: [])]
        for writer in writers { files += try writer.write(SampleReport.checked, after: files) }
        #expect(files.map(\.name) == ["report.json", "dcat.jsonld", "CITATION.cff", "datapackage.json"])
    }
}
