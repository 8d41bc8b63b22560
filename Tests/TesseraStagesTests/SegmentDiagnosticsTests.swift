import TesseraModel
import TesseraPatterns
import TesseraStages
import TestSupport
import Testing

@Suite struct SegmentDiagnosticsTests {
    private static let good = Matrix.row("Section II, para 2", "a", "b", "c")

    /// Each with the mark where its diagnostic must point.
    @Test(arguments: [
        ("row-with-missing-cells", Diagnostic.Severity.error, "1️⃣\tSection II, para 3\n\td\n\te\n" + good),
        ("row-with-missing-cells", .error, good + "1️⃣\tSection II, para 3\n\nTitle\n\td\n\te\n"),
        ("row-with-missing-cells", .error, good + "1️⃣\tSection II, para 3\n"),
        ("row-with-extra-cells", .error, "\tSection II, para 3\n\td\n\te\n\tf\n1️⃣\tg\n\th\n" + good),
        ("row-with-extra-cells", .error, "\tSection II, para 3\n\td\n\te\n\tf\n1️⃣\tü\n"),
        ("duplicate-row-label", .warning, good + " 1️⃣\tSection II , para 2\n\td\n\te\n\tf\n"),
        ("cell-outside-row", .error, "\t1️⃣Ships of war\n" + good),
    ])
    func pointsAtThePlace(id: String, severity: Diagnostic.Severity, source: String) throws {
        let marked = MarkedText("Ein Überblick\n" + Matrix.head + source)
        let made = try Segmented(marked.text)
        let diagnostic = try #require(made.diagnostics.first)
        #expect(made.ids == [id])
        #expect(diagnostic.severity == severity)
        #expect(diagnostic.place?.start.description == (try marked.place("1️⃣")))
        #expect(diagnostic.suggestion?.isEmpty == false)
        #expect(!diagnostic.message.isEmpty && !diagnostic.message.hasSuffix("."))
    }

    @Test func marksTheCellThatIsMissingAndKeepsTheOthers() throws {
        let made = try Segmented(Matrix.head + "\tSection II, para 3\n\td\n\te\n" + Self.good)
        #expect(made.cells("II.3") == ["d", "e", ""])
        #expect(made.report.cells.map(\.status) == [.text, .text, .missing, .text, .text, .text])
        #expect(made.diagnostics.first?.message.contains("'Section II, para 3' has 2 of 3") == true)
    }

    @Test func keepsTheTextOfTooManyCells() throws {
        let made = try Segmented(Matrix.head + "\tSection II, para 3\n\td\n\te\n\tf\n\tg\n\th\n" + Self.good)
        #expect(made.cells("II.3") == ["d", "e", "f\n\ng\n\nh"])
        #expect(made.diagnostics.first?.message.contains("5 content cells") == true)
    }

    @Test func keepsBothRowsOfOneLabel() throws {
        let made = try Segmented(Matrix.head + Self.good + Matrix.row("Section II, para 2", "d", "e", "f") + Self.good)
        #expect(made.report.rows.map(\.id) == ["II.2", "II.2~2", "II.2~3"])
        #expect(made.cells("II.2~2") == ["d", "e", "f"])
        #expect(made.ids == ["duplicate-row-label", "duplicate-row-label"])
        #expect(made.diagnostics.first?.message.contains("II.2~2") == true)
    }

    @Test func keepsTheTextOfACellOutsideRows() throws {
        let made = try Segmented(Matrix.head + "\tShips of war\n\nand of peace\n" + Self.good)
        #expect(made.report.backMatter.map(\.passage.text) == ["Ships of war", "and of peace"])
        #expect(made.report.rows.map(\.id) == ["II.2"])
    }

    @Test(arguments: [
        ("no-matrix", "A letter.\n\nIt holds no table at all.\n", "no table"),
        ("no-matrix", "\tName\n\tAddress\n\tTelephone\n", "column headings"),
        ("no-matrix", "\tUN Programme of Action\n\tNational Laws\n" + good, "column headings"),
        ("no-rows", Matrix.head, "label of a row"),
        ("no-rows", Matrix.head + "\tParagraph 2\n\ta\n\tb\n\tc\n", "label of a row"),
    ])
    func refusesWhatIsNoMatrix(id: String, text: String, words: String) throws {
        let rules = try Matrix.rules()
        let document = try SourceDocument.text(text)
        let failure = #expect(throws: DocumentFailure.self) {
            var log = DiagnosticLog()
            _ = try MatrixSegmenter(rules).segment(document, log: &log)
        }
        let diagnostic = try #require(failure?.diagnostic)
        #expect(diagnostic.id == id)
        #expect(diagnostic.severity == .error)
        #expect(diagnostic.message.contains(words))
        #expect(diagnostic.notes.joined().contains(id == "no-rows" ? "{section:roman}" : "National Laws"))
        #expect(diagnostic.suggestion != nil)
    }
}
