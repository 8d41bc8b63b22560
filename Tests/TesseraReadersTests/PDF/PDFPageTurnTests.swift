import TesseraModel
import Testing

@testable import TesseraReaders

/// Tables that go on over pages.
struct PDFPageTurnTests {
    /// The cells of the tables of some pages: row by row, with their spans.
    private func rows(_ drawings: String...) -> [[String]] {
        layout(drawings).blocks.flatMap { block -> [[String]] in
            guard case .table(let table) = block, case .grid(let rows) = table.content else { return [] }
            return rows.map { row in
                row.cells.map { cell in
                    (cell.rowSpan > 1 ? "↓\(cell.rowSpan) " : "")
                        + cell.blocks.flatMap(\.paragraphs).map(\.text).joined(separator: "/")
                }
            }
        }
    }

    private func layout(_ drawings: [String]) -> DocumentLayout {
        DocumentLayout(drawings.enumerated().map { DrawnPage($1, number: $0 + 1).surface })
    }

    @Test func `A cell over several rows goes on under the heading that is repeated`() {
        let rows = rows(
            """
            +----------+-------------------------+
            | Chapter  | Duty                    |
            +----------+-------------------------+
            | Exports  | Licences are needed.    |
            +----------+-------------------------+
            """,
            """
            +----------+-------------------------+
            | Chapter  | Duty                    |
            |          +-------------------------+
            |          | Records are kept.       |
            |          +-------------------------+
            |          | Reports are sent.       |
            +----------+-------------------------+
            | Imports  | Goods are marked.       |
            +----------+-------------------------+
            """
        )
        #expect(
            rows == [
                ["Chapter", "Duty"], ["↓3 Exports", "Licences are needed."], ["Records are kept."],
                ["Reports are sent."], ["Imports", "Goods are marked."],
            ]
        )
    }

    @Test func `A row is broken in the middle of its heading, in front of a capital`() {
        let rows = rows(
            """
            +------------------+------------------+------------------+
            | Measure          | Laws             | Practice         |
            +------------------+------------------+------------------+
            | Reports to the   | The law of trade | Each office has  |
            | members of the   | asks for reports | to keep lists of |
            +------------------+------------------+------------------+
            """,
            """
            +------------------+------------------+------------------+
            | United Nations   | once a year.     | what is sold.    |
            +------------------+------------------+------------------+
            | Marking          | None.            | None.            |
            +------------------+------------------+------------------+
            """
        )
        #expect(
            rows == [
                ["Measure", "Laws", "Practice"],
                [
                    "Reports to the members of the United Nations",
                    "The law of trade asks for reports once a year.",
                    "Each office has to keep lists of what is sold.",
                ],
                ["Marking", "None.", "None."],
            ]
        )
    }

    @Test func `Short entries are rows, though no full stop ends them`() {
        let rows = rows(
            """
            +------------------+------------------+------------------+
            | Country          | Laws             | Practice         |
            +------------------+------------------+------------------+
            | France           | yes              | no               |
            +------------------+------------------+------------------+
            """,
            """
            +------------------+------------------+------------------+
            | Germany          | no               | no               |
            +------------------+------------------+------------------+
            | Spain            | no               | yes              |
            +------------------+------------------+------------------+
            """
        )
        #expect(rows.map(\.first) == ["Country", "France", "Germany", "Spain"])
    }

    @Test func `A short heading in small letters is another row`() {
        let rows = rows(
            """
            +------------------+------------------+
            | Term             | Meaning          |
            +------------------+------------------+
            | end user         | Who uses what is |
            +------------------+------------------+
            """,
            """
            +------------------+------------------+
            | trade            | what is sold and |
            |                  | bought.          |
            +------------------+------------------+
            | transit          | None.            |
            +------------------+------------------+
            """
        )
        #expect(rows.map(\.first) == ["Term", "end user", "trade", "transit"])
    }

    @Test func `Notes under a short line do not end the table, and follow it`() {
        let layout = layout([
            """
            +------------------+------------------+-----------------------------+
            | Country          | Laws             | Practice                    |
            +------------------+------------------+-----------------------------+
            | France           | yes              | no                          |
            +------------------+------------------+-----------------------------+

            ----------
            1In force since the spring of the year
            before.
            2 Not in the towns.
            """,
            """
            +------------------+------------------+-----------------------------+
            | Spain            | no               | yes                         |
            +------------------+------------------+-----------------------------+
            | Malta            | no               | no                          |
            +------------------+------------------+-----------------------------+
            """,
        ])
        let tables = layout.blocks.filter { if case .table = $0 { true } else { false } }
        #expect(tables.count == 1)
        let notes = layout.blocks.compactMap { block -> [String]? in
            if case .note(let paragraph, let label) = block { [label, paragraph.text] } else { nil }
        }
        #expect(notes.map(\.first) == ["1", "2"] || notes.map(\.first) == ["1", "1", "2"])
        #expect(notes.last == ["2", "Not in the towns."])
    }

    @Test func `What is underlined has no notes below it`() {
        var surface = DrawnPage(
            """
            The measures in short

            Contents

            1 Laws on the export of goods from this country
            2 Laws on the import of goods into this country
            """
        ).surface
        surface.rules = [PageRule(direction: .across, position: 34, start: 0, end: 40)]
        let notes = DocumentLayout([surface]).blocks.filter { if case .note = $0 { true } else { false } }
        #expect(notes.isEmpty)
    }
}
