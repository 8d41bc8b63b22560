import TesseraModel
import TesseraStages
import Testing

@testable import TesseraPipeline

/// The matrix as a PDF that has nothing but its pages: all words are where they belong; where the page does not show
/// how a text is parted, the dataset says so.
@Suite struct PrintedMatrixTests {
    private func report(_ name: String) throws -> Report {
        let pipelines = try PipelineSet(folder: "\(Project.root)/Pipelines", only: "us-poa-matrix", naming: .revision)
        var log = DiagnosticLog()
        let document = try DocumentLoader().load(MadeDocument.source(name), log: &log)
        let checked = try pipelines.pipeline(for: document).checkedReport(of: document, log: log)
        let warnings = Set(checked.diagnostics.filter { $0.severity >= .warning }.map(\.id))
        // A row that goes on over a page has no label there, and is rejoined.
        let isPrinted = name.hasSuffix(".plain.pdf")
        #expect(warnings.subtracting(["rejoined-row"]) == (isPrinted ? ["uncertain-text"] : []))
        return checked.report
    }

    @Test("has every word in its cell", arguments: ["matrix.plain.pdf", "pages.plain.pdf"])
    func words(document: String) throws {
        let printed = try report(document)
        let original = try report("matrix.docx")
        #expect(printed.rows.map(\.id) == original.rows.map(\.id))
        for (cell, other) in zip(printed.cells, original.cells) {
            #expect(cell.address == other.address)
            #expect(cell.status == other.status)
            #expect(cell.text.split(whereSeparator: \.isWhitespace) == other.text.split(whereSeparator: \.isWhitespace))
            if cell.text != other.text {
                #expect(cell.confidence < 1, "\(cell.address)")
                #expect(cell.uncertainties == [.paragraphs], "\(cell.address)")
            }
        }
        for (row, other) in zip(printed.rows, original.rows) where row.titles.map(\.text) != other.titles.map(\.text) {
            #expect(row.uncertainties == [.paragraphs], "\(row.id)")
        }
        #expect(printed.references.map(\.key) == original.references.map(\.key))
        #expect(printed.links.map(\.url) == original.links.map(\.url))
        #expect(printed.resources.map { $0.titles.map(\.text) } == original.resources.map { $0.titles.map(\.text) })
        #expect(printed.acronyms.map(\.expansion) == original.acronyms.map(\.expansion))
    }
}
