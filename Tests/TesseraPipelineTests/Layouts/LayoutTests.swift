import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraStages
import TestSupport
import Testing

/// The real report, and editions made of it, in every layout: what comes out is what went in.
@Suite struct LayoutTests {
    private static func report(
        _ text: String,
        _ pipeline: Pipeline
    ) throws -> (report: Report, document: SourceDocument, lost: [String]) {
        var log = DiagnosticLog()
        let document = try PlainTextReader().read(SourceFile(text), log: &log)
        let report = try pipeline.report(of: document, after: .normalise, log: &log)
        var found = DiagnosticLog()
        ConservationCheck().check(report, of: document, log: &found)
        return (report, document, found.diagnostics.map(\.message))
    }

    @Test("the whole report", arguments: MatrixLayout.marked)
    func wholeReport(layout: MatrixLayout) throws {
        let matrix = LaidOutMatrix(try Project.report())
        var generator = SeededGenerator(spread: 7)
        var pages = matrix
        pages.rowsOnPage = 4
        for matrix in [matrix, pages] {
            let text = layout.text(of: matrix, using: &generator)
            let result = try Self.report(text, Pipeline(try Project.definition()))
            #expect(matrix.differences(from: result.report) == [])
            #expect(result.lost == [])
        }
    }

    /// A thousand editions a layout.
    @Test("editions", arguments: MatrixLayout.marked, 0..<20)
    func editions(layout: MatrixLayout, batch: Int) throws {
        let matrix = LaidOutMatrix(try Project.report())
        let pipeline = Pipeline(try Project.definition())
        for seed in batch * 50..<batch * 50 + 50 {
            var generator = SeededGenerator(spread: seed)
            let edition = matrix.edition(allowsEmptyCells: layout.showsEmptyCells, using: &generator)
            let text = layout.text(of: edition, using: &generator)
            let result = try Self.report(text, pipeline)
            #expect(edition.differences(from: result.report) == [], "\(layout.rawValue), seed \(seed)")
            #expect(result.lost == [], "\(layout.rawValue), seed \(seed)")
        }
    }

    /// Without marks: labels, titles and N/A are right, and no cell is wrong without saying that it may be.
    @Test("no cell is wrong and silent", arguments: [MatrixLayout.flattened, .glued])
    func honesty(layout: MatrixLayout) throws {
        let matrix = LaidOutMatrix(try Project.report())
        var generator = SeededGenerator(spread: 7)
        let result = try Self.report(
            layout.text(of: matrix, using: &generator),
            Pipeline(try Project.definition())
        )
        #expect(result.lost == [])
        #expect(result.report.rows.map(\.id) == matrix.rows.map(\.id))
        for (row, known) in zip(result.report.rows, matrix.rows) {
            #expect(row.titles.map(\.text).joined(separator: " ") == known.titles.joined(separator: " "))
        }
        let known = matrix.rows.flatMap(\.cells)
        let wrong = zip(result.report.cells, known).filter { $0.paragraphs.map(\.text) != $1 }
        #expect(wrong.filter { $0.0.confidence == 1 }.map(\.0.address.description) == [])
        #expect(wrong.count < 12)
        for (cell, text) in zip(result.report.cells, known) where text == ["N/A"] {
            #expect(cell.status == .notApplicable)
        }
    }

    @Test("an earlier version shows the borders", arguments: [MatrixLayout.flattened, .glued])
    func reference(layout: MatrixLayout) throws {
        let matrix = LaidOutMatrix(try Project.report())
        let reference = ReferenceDataset(
            matrix.rows.map { row in
                (
                    id: row.id, titles: row.titles.joined(separator: " | "),
                    cells: row.cells.map { $0.joined(separator: "\n\n") }
                )
            }
        )
        var generator = SeededGenerator(spread: 7)
        let pipeline = Pipeline(try Project.definition(), reference: reference)
        let result = try Self.report(layout.text(of: matrix, using: &generator), pipeline)
        let known = matrix.rows.flatMap(\.cells)
        #expect(zip(result.report.cells, known).count { $0.paragraphs.map(\.text) == $1 } >= 108)
    }
}
