import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Lists of which the structure holds items of several cells.
struct PDFCellListTests {
    /// The cells of a table, row by row: its paragraphs, each item with its level.
    /// - Parameters:
    ///   - texts: what stands where, in points from the lower left corner of a page of 200 by 100; their numbers count
    ///     from 0.
    ///   - rows: the structure.
    private func cells(
        _ texts: [(x: Int, y: Int, text: String)],
        lines: String = "",
        _ rows: String...
    ) throws -> [[String]] {
        let words = texts.enumerated().map { number, word in
            "/P<</MCID \(number)>>BDC 1 0 0 1 \(word.x) \(word.y) Tm (\(word.text)) Tj EMC"
        }
        var writer = PDFWriter(
            pages: ["\(lines) BT /F 9 Tf \(words.joined(separator: " ")) ET"],
            resources: courier,
            catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 40 0 R"
        )
        writer.set(40, "<</K<</S/Table/Pg 10 0 R/K[\(rows.map { "<</S/TR/K[\($0)]>>" }.joined(separator: " "))]>>>>")
        var log = DiagnosticLog()
        let document = try PDFDocument(writer.file())
        let content = try #require(try TaggedContent(document, limits: .standard, log: &log)).content()
        #expect(log.diagnostics == [])
        guard case .table(let table)? = content.blocks.first, case .grid(let grid) = table.content else { return [] }
        return grid.flatMap(\.cells).map { cell in
            cell.blocks.flatMap { block -> [String] in
                guard case .listItem(let paragraph, let level) = block else { return block.paragraphs.map(\.text) }
                return ["\(level) \(paragraph.text)"]
            }
        }
    }

    private func cell(_ kids: String...) -> String { "<</S/TD/K[\(kids.joined(separator: " "))]>>" }

    private func list(_ items: String...) -> String { "<</S/L/K[\(items.joined(separator: " "))]>>" }

    private func item(_ number: Int, _ inner: String = "") -> String {
        "<</S/LI/K<</S/LBody/K[<</S/P/K \(number)>> \(inner)]>>>>"
    }

    private let paragraph = "<</S/P>>"

    @Test func `An item beside the last one stands in the next cell`() throws {
        let cells = try cells(
            [(20, 80, "Cargo"), (100, 80, "Grain")],
            cell(list(item(0), item(1))) + cell()
        )
        #expect(cells == [["1 Cargo"], ["1 Grain"]])
    }

    @Test func `Items keep their level, and what follows them in their cell stays behind them`() throws {
        let cells = try cells(
            [
                (20, 80, "Cargo"), (30, 70, "Ship"), (80, 80, "Tug"), (70, 70, "Boat"), (140, 80, "Grain"),
                (140, 70, "Oil"),
            ],
            cell(list(item(0, list(item(1), item(2))), item(3), item(4))) + cell() + cell("<</S/P/K 5>>")
        )
        #expect(cells == [["1 Cargo", "2 Ship"], ["2 Tug", "1 Boat"], ["1 Grain", "Oil"]])
    }

    @Test func `The next cell may stand in the next row`() throws {
        let cells = try cells(
            [(20, 80, "Head"), (100, 80, "Cargo"), (20, 60, "Grain"), (100, 60, "Oil")],
            cell("<</S/P/K 0>>") + cell(list(item(1), item(2))),
            cell() + cell("<</S/P/K 3>>")
        )
        #expect(cells == [["Head"], ["1 Cargo"], ["1 Grain"], ["Oil"]])
    }

    @Test func `A line parts cells below each other`() throws {
        let texts = [(20, 80, "Cargo"), (20, 60, "Grain")]
        let rows = [cell(list(item(0), item(1))), cell()]
        #expect(try cells(texts, lines: "10 74 m 90 74 l S", rows[0], rows[1]) == [["1 Cargo"], ["1 Grain"]])
        // It underlines a word.
        #expect(try cells(texts, lines: "20 77 m 40 77 l S", rows[0], rows[1]) == [["1 Cargo", "1 Grain"], []])
    }

    @Test func `Items stay where the cells do not match them`() throws {
        let texts = [(20, 80, "Cargo"), (100, 80, "Grain")]
        let items = list(item(0), item(1))
        // Two cells have lost what they say, and it stands in one place beside the first item.
        #expect(try cells(texts, cell(items) + cell() + cell()) == [["1 Cargo", "1 Grain"], [], []])
        #expect(try cells(texts, cell(items)) == [["1 Cargo", "1 Grain"]])
        let beside = cell(items) + cell("<</S/P/K 2>>")
        #expect(try cells(texts + [(150, 80, "Oil")], beside) == [["1 Cargo", "1 Grain"], ["Oil"]])
    }

    @Test func `An item further to the left may belong to the same cell`() throws {
        let cells = try cells(
            [(60, 80, "Cargo"), (20, 70, "Grain")],
            lines: "10 10 m 10 95 l S 100 10 m 100 95 l S 190 10 m 190 95 l S",
            cell(list(item(0)), list(item(1))) + cell(paragraph)
        )
        #expect(cells == [["1 Cargo", "1 Grain"], []])
    }
}
