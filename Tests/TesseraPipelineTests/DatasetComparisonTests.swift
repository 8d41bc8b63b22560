import TesseraModel
import TesseraPipeline
import TesseraWriters
import TestSupport
import Testing

/// Two datasets are compared record by record, never line by line.
@Suite struct DatasetComparisonTests {
    private func files(_ change: (inout Report) -> Void = { _ in }) throws -> [OutputFile] {
        let pipeline = try #require(try Made.pipelines().pipelines.first)
        let document = try SourceDocument.text(Made.document(revised: "June 2006", cell: "See www.arms.example, ATF."))
        var report = try pipeline.checkedReport(of: document, log: DiagnosticLog()).report
        change(&report)
        var files: [OutputFile] = []
        for writer in Writers.all(
            publication: Publication(),
            checksum: { bytes in "\(bytes.reduce(7) { $0 &* 31 &+ Int($1) })" }
        ) {
            files += try writer.write(CheckedReport(report, diagnostics: []), after: files)
        }
        return files
    }

    private func differences(_ change: (inout Report) -> Void) throws -> [String] {
        let found = DatasetComparison.differences(old: try files(), new: try files(change))
        return found.map { "\($0.kind.rawValue) \($0.file) \($0.record) \($0.field)" }
    }

    @Test func findsNothingInTheSameDataset() throws {
        #expect(try differences { _ in } == [])
    }

    @Test func reportsAChangedCellOnceWithItsAddress() throws {
        let found = DatasetComparison.differences(
            old: try files(),
            new: try files { $0.cells[2].paragraphs[0].text = "Row 2: See www.arms.example, FBI." }
        )
        let difference = try #require(found.first)
        #expect(found.count == 1)
        #expect(difference.kind == .changed)
        #expect(difference.file == "cells.csv")
        #expect(difference.record == "II.2/laws")
        #expect(difference.field == "text")
        #expect(difference.old == "Row 2: See www.arms.example, ATF.")
        #expect(difference.new == "Row 2: See www.arms.example, FBI.")
        #expect(difference.summary.hasPrefix("cells.csv: II.2/laws: text: "))
        #expect(difference.summary.contains("FBI."))
    }

    /// The number of words follows from the text.
    @Test func reportsACellWithMoreWordsOnce() throws {
        let found = try differences { $0.cells[2].paragraphs[0].text = "Row 2: See www.arms.example, ATF. And more." }
        #expect(found == ["changed cells.csv II.2/laws text"])
    }

    @Test func reportsEachFieldThatChanged() throws {
        #expect(try differences { $0.cells[1].status = .text } == ["changed cells.csv II.1/help status"])
        #expect(try differences { $0.acronyms[0].expansion = "Bureau" } == ["changed acronyms.csv ATF expansion"])
        #expect(
            try differences { $0.rows[0].titles = [Passage(text: "Licences", source: [])] } == [
                "changed rows.csv II.1 titles"
            ]
        )
    }

    @Test func reportsRowsThatCameAndWent() throws {
        let removed = try differences { report in
            report.rows.removeLast()
            report.cells.removeAll { $0.address.row == "II.3" }
        }
        #expect(removed.contains("removed rows.csv II.3 "))
        #expect(removed.contains("removed cells.csv II.3/laws ") && removed.contains("removed cells.csv II.3/help "))
        #expect(!removed.contains { $0.contains("II.2") || $0.contains("matrix.csv") || $0.contains("report.json") })
        let all = try files()
        let fewer = try files { report in
            report.rows.removeLast()
            report.cells.removeAll { $0.address.row == "II.3" }
        }
        let added = DatasetComparison.differences(old: fewer, new: all)
        #expect(added.filter { $0.file == "rows.csv" }.map(\.kind) == [.added])
        #expect(added.filter { $0.kind != .added }.map(\.summary).filter { !$0.contains("position") } == [])
    }

    @Test func reportsFilesThatCameAndWent() throws {
        let all = try files()
        let fewer = all.filter { $0.name != "links.csv" }
        #expect(
            DatasetComparison.differences(old: all, new: fewer).map { "\($0.kind.rawValue) \($0.file)" } == [
                "removed links.csv"
            ]
        )
        #expect(
            DatasetComparison.differences(old: fewer, new: all).map { "\($0.kind.rawValue) \($0.file)" } == [
                "added links.csv"
            ]
        )
    }

    @Test(arguments: [
        ("rows.csv", "\n", "\r\n"), ("rows.csv", "II.1,1", "\"II.1\",1"), ("report.json", "  ", " "),
    ])
    func reportsOnlyThatTheNotationDiffers(name: String, part: String, other: String) throws {
        let old = try files()
        var new = old
        let index = try #require(new.firstIndex { $0.name == name })
        let text = String(decoding: new[index].bytes, as: UTF8.self)
        new[index].bytes = Array(
            text.split(separator: part, omittingEmptySubsequences: false).joined(separator: other).utf8
        )
        #expect(new != old)
        let found = DatasetComparison.differences(old: old, new: new)
        #expect(found.map(\.summary) == ["\(name): other order or notation"])
    }

    @Test func reportsJSONThatIsNone() throws {
        var new = try files()
        let index = try #require(new.firstIndex { $0.name == "report.json" })
        new[index].bytes.removeLast(20)
        let found = DatasetComparison.differences(old: new, new: try files())
        #expect(found.map(\.file) == ["report.json"])
        #expect(found.map(\.old) == ["not valid JSON"])
    }

    @Test func comparesWhatStandsInNoTable() throws {
        let found = try differences { $0.frontMatter[0].passage.text = "Revised and updated July 2006" }
        #expect(found.count == 1)
        #expect(found.first?.hasPrefix("changed report.json front_matter") == true)
    }
}
