import TesseraModel
import TesseraPipeline
import Testing

/// What the spans of `Documents/spans.*` mean for the matrix.
@Suite struct SpanningCellTests {
    private static let documents = [
        "spans.docx", "spans.odt", "spans.fodt", "spans.xml", "spans.doc", "spans.rtf",
    ]

    private func report(_ document: String) throws -> CheckedReport {
        var log = DiagnosticLog()
        let read = try DocumentLoader().load(MadeDocument.source(document), log: &log)
        let definition = try PipelineSet.definition(at: "\(MadeDocument.folder)/spans.yaml")
        return try Pipeline(definition).checkedReport(of: read, log: log)
    }

    @Test("a spanning cell counts in every cell that it covers", arguments: documents + ["spans.tagged.pdf"])
    func spanningCells(document: String) throws {
        let checked = try report(document)
        let texts = Dictionary(uniqueKeysWithValues: checked.report.cells.map { ($0.address.description, $0.text) })
        #expect(texts.count == 21)
        #expect(texts["1/equipment"] == "Every berth keeps two hoses, and crews drill with them each spring.")
        #expect(texts["1/training"] == texts["1/equipment"])
        #expect(texts["2/rules"] == "Lines are checked at each tide.\n\nWhat is worn goes ashore.")
        #expect(texts["3/rules"] == texts["2/rules"])
        let store = "One store serves both rules and both columns."
        for address in ["6/equipment", "6/training", "7/equipment", "7/training"] {
            #expect(texts[address] == store, "\(address)")
        }
        #expect(checked.diagnostics.contains { $0.message.contains("cover") })
    }

    @Test("a section row is no row of the matrix", arguments: documents + ["spans.tagged.pdf"])
    func sectionRow(document: String) throws {
        let report = try report(document).report
        #expect(report.rows.map(\.id) == (1...7).map(String.init))
        let matter = (report.frontMatter + report.backMatter).filter { $0.role == .sectionRow }
        #expect(matter.map(\.passage.text) == ["Part B: goods that burn"])
    }

    @Test("text in a cell belongs to it, whatever it stands in", arguments: documents)
    func content(document: String) throws {
        let cells = try report(document).report.cells
        let texts = Dictionary(uniqueKeysWithValues: cells.map { ($0.address.description, $0.text) })
        #expect(texts["1/rules"] == "The harbour master may close a berth at once.\n\nBy order of the board, 2004.")
        #expect(texts["2/equipment"] == "Lines thinner than forty-eight millimetres are refused.")
        #expect(texts["2/training"] == "Drills are held twice a year.")
        #expect(texts["3/equipment"] == "One spare anchor (in shed four) is kept.")
        #expect(texts["4/equipment"] == "Foam pump\n\nFoam tank")
        #expect(texts["5/rules"]?.split(separator: "\n\n").count == 6)
    }
}
