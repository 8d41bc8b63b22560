import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Tables of which lines draw all borders: these alone tell which cells there are.
struct PDFBorderTests {
    @Test func `A cell may be empty`() {
        let page = DrawnPage(
            """
            +---------+---------+
            | Plank   |         |
            +---------+---------+
            | Plank   | Plank   |
            +---------+---------+
            """
        )
        #expect(page.tables == [["0,0 Plank", "0,1 ", "1,0 Plank", "1,1 Plank"]])
    }

    @Test func `Most cells may be, where all headings are there`() {
        let page = DrawnPage(
            """
            +--------+------+------+------+------+------+------+
            |        | Mon  | Tue  | Wed  | Thu  | Fri  | Sat  |
            +--------+------+------+------+------+------+------+
            | Early  |      |      |      |      |      |      |
            +--------+------+------+------+------+------+------+
            | Noon   |      |      |      |      |      |      |
            +--------+------+------+------+------+------+------+
            | Late   |      |      |      |      |      |      |
            +--------+------+------+------+------+------+------+
            | Night  |      |      |      |      |      |      |
            +--------+------+------+------+------+------+------+
            | Dawn   |      |      |      |      |      |      |
            +--------+------+------+------+------+------+------+
            | Always |      |      |      |      |      |      |
            +--------+------+------+------+------+------+------+
            """
        )
        #expect(page.tables.map(\.count) == [49])
    }

    @Test func `Paragraphs beside each other are no rows`() {
        let page = DrawnPage(
            """
            +-----------------+------------------+
            | Plank           | Plank            |
            +-----------------+------------------+
            | First line.     | The first line.  |
            | Second line.    | The second line. |
            | Third line.     |                  |
            +-----------------+------------------+
            """
        )
        #expect(
            page.tables == [
                [
                    "0,0 Plank", "0,1 Plank", "1,0 First line./Second line./Third line.",
                    "1,1 The first line./The second line.",
                ]
            ]
        )
    }

    @Test func `Figures beside each other are`() {
        let page = DrawnPage(
            """
            +-----------------+-----------+
            | Country         | Exports   |
            +-----------------+-----------+
            | France          |        12 |
            | Spain           |         7 |
            | Portugal        |         3 |
            +-----------------+-----------+
            """
        )
        #expect(page.tables.first?.suffix(2) == ["3,0 Portugal", "3,1 3"])
    }

    @Test func `In one row of several they are paragraphs`() {
        let page = DrawnPage(
            """
            +-----------------+-----------+
            | Country         | Exports   |
            +-----------------+-----------+
            | France          |        12 |
            +-----------------+-----------+
            | Spain           |         7 |
            | Portugal        |         3 |
            +-----------------+-----------+
            | Greece          |         1 |
            +-----------------+-----------+
            """
        )
        #expect(page.tables.first?.dropFirst(4).prefix(2) == ["2,0 Spain/Portugal", "2,1 7/3"])
    }

    @Test func `Many lines are rows as well, where none leaves a cell empty`() {
        let page = DrawnPage(
            """
            +-----------------+-----------+
            | France          | Paris     |
            | Spain           | Madrid    |
            | Portugal        | Lisbon    |
            | Greece          | Athens    |
            | Italy           | Rome      |
            | Austria         | Vienna    |
            +-----------------+-----------+
            """
        )
        #expect(page.tables.first?.suffix(2) == ["5,0 Austria", "5,1 Vienna"])
    }

    @Test func `A cell may cover several rows and columns, however little it says`() {
        let page = DrawnPage(
            """
            +---------+---------+---------+
            | One     | Two     | Three   |
            +---------+---------+---------+
            | Wide              | Four    |
            |                   +---------+
            |                   | Five    |
            +---------+---------+---------+
            """
        )
        #expect(
            page.tables == [["0,0 One", "0,1 Two", "0,2 Three", "1,0↓2→2 Wide", "1,2 Four", "2,2 Five"]]
        )
    }

    @Test(
        "are none",
        arguments: [
            // Charts under their headings
            """
            +--------+--------+--------+
            | Spain  | France | Greece |
            +--------+--------+--------+
            |        |        |        |
            +--------+--------+--------+
            |        |        |        |
            +--------+--------+--------+
            |        |        |        |
            +--------+--------+--------+
            |        |        |        |
            +--------+--------+--------+
            """,
            // A chart of which a line runs through a word
            """
            +--------+--------+
            |        |        |
            |      Exports    |
            |        |        |
            +--------+--------+
            |        |        |
            +--------+--------+
            """,
        ]
    )
    func noTable(drawing: String) {
        #expect(DrawnPage(drawing).tables == [])
    }

    /// How many tables pages have, and how many of their lines are left out.
    private func counts(_ drawings: [String]) -> [Int] {
        let layout = DocumentLayout(drawings.enumerated().map { DrawnPage($1, number: $0 + 1).surface })
        let tables = layout.blocks.count { if case .table = $0 { true } else { false } }
        return [tables, layout.omissions.count]
    }

    @Test func `A row may be alone`() {
        let row = """
            What stands before it.

            +---------+---------+
            | Plank   | Cargo   |
            +---------+---------+

            What stands behind it.
            """
        #expect(counts([row]) == [1, 0])
    }

    @Test func `A row alone on each page is a running head`() {
        let pages = (1...4).map { number in
            """
            +---------+---------+
            | Manual  | Page \(number)  |
            +---------+---------+

            What page \(["one", "two", "three", "four"][number - 1]) says.
            """
        }
        #expect(counts(pages) == [0, 4])
    }

    @Test(arguments: [
        // Strokes, and rectangles as thin as lines
        "20 20 m 180 20 l S 20 50 m 180 50 l S 20 80 m 180 80 l S 20 20 m 20 80 l S 100 20 m 100 80 l S 180 20 m 180 80 l S",
        "20 20 160 0.5 re f 20 50 160 0.5 re f 20 80 160 0.5 re f 20 20 0.5 60 re f 100 20 0.5 60 re f 180 20 0.5 60 re f",
        // Cell by cell
        "20 20 80 30 re S 100 20 80 30 re S 20 50 80 30 re S 100 50 80 30 re S",
    ])
    func linesOfAFile(lines: String) throws {
        let words = "BT /F 9 Tf 25 60 Td (Plank) Tj 0 -30 Td (Cargo) Tj 80 0 Td (Grain) Tj ET"
        let file = PDFWriter(pages: ["\(lines) \(words)"], resources: courier).file()
        var log = DiagnosticLog()
        let content = try PrintedContent.read(file, try PDFDocument(file), limits: .standard, log: &log)
        let tables = content.blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        guard case .grid(let rows)? = tables.first?.content else {
            Issue.record("there is no table")
            return
        }
        let texts = rows.map { $0.cells.map { $0.blocks.flatMap(\.paragraphs).map(\.text).joined(separator: "/") } }
        #expect(texts == [["Plank", ""], ["Cargo", "Grain"]])
        #expect(log.diagnostics == [])
    }
}
