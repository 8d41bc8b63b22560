import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Pages become one flow.
struct PDFPageTests {
    private func layout(_ drawings: String...) -> DocumentLayout {
        DocumentLayout(drawings.enumerated().map { DrawnPage($1, number: $0 + 1).surface })
    }

    private func grid(_ block: Block?) -> [[String]] {
        guard case .table(let table) = block, case .grid(let rows) = table.content else { return [] }
        return rows.map { $0.cells.map { $0.paragraphs.map(\.text).joined(separator: "/") } }
    }

    @Test func `Running heads and page numbers are left out with their reasons`() {
        let layout = layout(
            "Report on the matrix\n\nThe first page says this.\n\n                 1",
            "Report on the matrix\n\nThe second page says that.\n\n                 2",
            "Report on the matrix\n\nThe third says 3 things.\n\n                 3"
        )
        #expect(
            layout.blocks.flatMap(\.paragraphs).map(\.text) == [
                "The first page says this.", "The second page says that.", "The third says 3 things.",
            ]
        )
        #expect(
            layout.omissions.map { "\($0.reason.rawValue): \($0.paragraph.text)" } == [
                "running-head: Report on the matrix", "page-number: 1", "running-head: Report on the matrix",
                "page-number: 2", "running-head: Report on the matrix", "page-number: 3",
            ]
        )
    }

    @Test func `Figures that do not count the pages stay`() {
        let layout = layout("Total\n\n\n12", "Total of all\n\n\n7", "Total of these\n\n\n30")
        #expect(layout.omissions == [])
    }

    @Test func `A table goes on over a page, its heading typed again`() {
        let layout = layout(
            """
            +---------+---------+
            | Country | Figures |
            +---------+---------+
            | France  | 12      |
            +---------+---------+
            """,
            """
            +---------+---------+
            | Country | Figures |
            +---------+---------+
            | Spain   | 7       |
            +---------+---------+
            """
        )
        #expect(layout.blocks.count == 2)
        #expect(grid(layout.blocks.first) == [["Country", "Figures"], ["France", "12"], ["Spain", "7"]])
        #expect(layout.omissions.map(\.reason) == [.repeatedColumnHeading, .repeatedColumnHeading])
        guard case .table(let table) = layout.blocks.first, case .grid(let rows) = table.content else { return }
        #expect(rows.map(\.isHeader) == [true, false, false])
        #expect(table.place.start == .page(1, x: 2.5, y: 6))
    }

    @Test func `A row goes on over a page, and a paragraph in it`() {
        let layout = layout(
            """
            +----------+----------------------+
            | Para     | Laws                 |
            +----------+----------------------+
            | II.2     | The law requires     |
            |          | everyone in the      |
            +----------+----------------------+
            """,
            """
            +----------+----------------------+
            |          | business to have a   |
            |          | licence.             |
            +----------+----------------------+
            """
        )
        #expect(
            grid(layout.blocks.first) == [
                ["Para", "Laws"], ["II.2", "The law requires everyone in the business to have a licence."],
            ]
        )
    }

    @Test func `Another table on the next page is another table`() {
        let layout = layout(
            """
            +---------+---------+
            | Country | Figures |
            +---------+---------+
            | France  | 12      |
            +---------+---------+
            """,
            """
            +-------+-----------+
            | Year  | Result    |
            +-------+-----------+
            | 1996  | 7         |
            +-------+-----------+
            """
        )
        #expect(layout.blocks.count == 3)
    }

    @Test func `Text between two pages of a table parts it`() {
        let drawing = """
            +---------+---------+
            | Country | Figures |
            +---------+---------+
            | France  | 12      |
            +---------+---------+
            """
        let layout = layout(drawing, "Table 2: figures of the next year\n\n" + drawing)
        #expect(layout.blocks.count { if case .table = $0 { true } else { false } } == 2)
    }

    @Test func `A paragraph goes on over a page`() {
        let layout = layout(
            """
            This paragraph is one of several lines, and all of
            them are nearly as long as they may be on this page
            so that nobody can think that it has come to an end
            """,
            """
            before it has. This is its end.
            """
        )
        #expect(layout.blocks.flatMap(\.paragraphs).count == 1)
    }

    @Test func `Columns of running text are read one after the other`() {
        let drawing = """
            The report has been read       and so the text goes on in
            by all members of the          the second column of this
            committee, and they have       page, where it says more of
            agreed that nothing of         the same kind, line after
            it should be changed in        line, until it comes to
            the next year, whatever        its end at the bottom of
            may be said about it, as       the page as they all do in
            nobody has said anything       reports of this kind here.
            """
        var surface = DrawnPage(drawing).surface
        // What the program that finds the words knows of them.
        for index in surface.words.indices { surface.words[index].block = surface.words[index].box.left < 150 ? 0 : 1 }
        surface.words.sort { ($0.block, $0.box.top, $0.box.left) < ($1.block, $1.box.top, $1.box.left) }
        let text = DocumentLayout([surface]).blocks.flatMap(\.paragraphs).map(\.text).joined(separator: " ")
        #expect(text.contains("as nobody has said anything and so the text goes on in the second column"))
    }
}
