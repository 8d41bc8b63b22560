import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Tables of Word 97 documents: rows that each say where their cells begin and end.
@Suite struct Word97TableTests {
    private func sketch(_ paragraphs: [MadeWord97.Paragraph]...) throws -> [String] {
        try word97(paragraphs.flatMap { $0 } + [par("")]).sketch
    }

    @Test func readsRowsAndCells() throws {
        let rows =
            cell("a", "b") + cell("") + [rowEnd([0, 100, 200], sprm(0x3404))]
            + cell("c") + cell("d") + [rowEnd([0, 100, 200])]
        let document = try word97([par("before")] + rows + [par("behind")])
        #expect(document.sketch == ["= | a / b | ", "c | d"])
        #expect(document.paragraphs.first?.text == "before" && document.paragraphs.last?.text == "behind")
        guard case .table(let table) = document.blocks[1] else { throw DocumentFailure(.init("no-table", .error, "")) }
        #expect(table.place.start == .character(7) && table.place.end == .character(18))
        #expect(table.cells.map(\.place.start) == [7, 11, 13, 15].map { .character($0) })
    }

    @Test func onlyTheFirstRowsAreHeadings() throws {
        let header = rowEnd([0, 100], sprm(0x3404))
        #expect(
            try sketch(cell("a") + [header] + cell("b") + [rowEnd([0, 100])] + cell("c") + [header]) == [
                "= | a", "b", "c",
            ]
        )
    }

    // MARK: Columns

    @Test func widthsBecomeSpans() throws {
        let rows = try sketch(
            cell("a") + cell("b") + cell("c") + [rowEnd([0, 1000, 2000, 3000])],
            cell("d") + cell("e") + [rowEnd([0, 2003, 2998])],
            cell("f") + [rowEnd([-4, 3000])],
            cell("g") + [rowEnd([1000, 3000])]
        )
        #expect(rows == ["a | b | c", "d (1×2) | e", "f (1×3)", "· | g (1×2)"])
    }

    /// Edges that differ by little are one, unless they are those of one cell.
    @Test func narrowCellsAreCells() throws {
        let rows = try sketch(
            cell("a") + cell("b") + cell("c") + [rowEnd([0, 1000, 1010, 2000])],
            cell("d") + cell("e") + [rowEnd([0, 1002, 2000])]
        )
        #expect(rows == ["a | b | c", "d | e (1×2)"])
    }

    @Test func rowsMayHaveMoreOrFewerCellsThanTheyDefine() throws {
        let rows = try sketch(
            cell("a") + cell("b") + [rowEnd([0, 100])],
            cell("c") + [rowEnd([0, 100, 200])],
            [rowEnd([0, 100])]
        )
        #expect(rows == ["a | b", "c", ""])
    }

    // MARK: Merged cells

    @Test func mergesVertically() throws {
        let first = 0x60
        let next = 0x20
        let rows = try sketch(
            cell("a") + cell("b") + [rowEnd([0, 100, 200], flags: [first, 0])],
            cell("") + cell("c") + [rowEnd([0, 100, 200], flags: [next, first])],
            cell("d") + cell("") + [rowEnd([0, 100, 200], flags: [0, next])]
        )
        #expect(rows == ["a (2×1) | b", "c (2×1)", "d"])
    }

    /// [MS-DOC] says that 2 begins a merged cell; the programs that write such cells begin them with 1.
    @Test(arguments: [[1, 2, 2, 0], [2, 1, 1, 0], [3, 1, 1, 0]])
    func mergesHorizontally(flags: [Int]) throws {
        let rows = try sketch(
            cell("a") + cell("b") + cell("") + cell("c") + [rowEnd([0, 100, 200, 300, 400], flags: flags)],
            cell("d") + [rowEnd([0, 400])]
        )
        #expect(rows == ["a / b (1×3) | c", "d (1×4)"])
    }

    @Test func mergesBothWays() throws {
        let rows = try sketch(
            cell("a") + cell("") + cell("b") + [rowEnd([0, 100, 200, 300], flags: [0x61, 0x62, 0])],
            cell("") + cell("") + cell("c") + [rowEnd([0, 100, 200, 300], flags: [0x21, 0x22, 0])]
        )
        #expect(rows == ["a (2×2) | b", "c"])
    }

    /// What fast saves and scripts leave behind: changes to the definition.
    @Test func definitionsMayBeChanged() throws {
        let three = [0, 100, 200, 300]
        let rows = try sketch(
            cell("a") + cell("b") + cell("c") + [rowEnd(three, sprm(0x5624, [0, 2]), sprm(0xD62B, [2, 2, 3]))],
            cell("d") + cell("e") + cell("f") + [rowEnd(three, sprm(0xD62B, [2, 2, 1]))],
            cell("g") + cell("h") + [rowEnd(three, sprm(0x5622, [1, 2]))],
            cell("i") + cell("j") + [rowEnd([0, 300], sprm(0x7621, [1, 1, 100, 0]))],
            cell("k") + cell("l") + [rowEnd([0, 100, 200], sprm(0x7623, [1, 2, 200, 0]))],
            cell("m") + cell("n") + [rowEnd([0, 100, 200], sprm(0x9601, [100, 0]))],
            cell("o") + cell("p") + [rowEnd([0, 200, 300], flags: [1, 2], sprm(0x5625, [0, 2]))]
        )
        #expect(
            rows == [
                "a / b (1×2) | c / f (2×1)", "d | e", "g | h", "i (1×3) | j", "k | l (1×2)", "· | m | n", "o (1×2) | p",
            ]
        )
    }

    /// A definition that has no room in a page stands in a stream of its own.
    @Test func largeDefinitionsAreFound() throws {
        var end = rowEnd([0, 100])
        let definition = definition([0, 100, 300], [])
        end.modifiers = inTable(1) + sprm(0x2417) + sprm(0x646B, LittleEndian.bytes(3, width: 4))
        let rows = cell("a") + cell("b") + [end] + cell("c") + [rowEnd([0, 300])] + [par("")]
        let document = try word97(rows) { made in
            made.data = [9, 9, 9] + LittleEndian.bytes(definition.count, width: 2) + definition
        }
        #expect(document.sketch == ["a | b", "c (1×2)"])
    }

    // MARK: Nested tables

    @Test func tablesStandInCells() throws {
        let inner = cell("x", depth: 2) + cell("y", depth: 2) + [rowEnd([0, 50, 100], depth: 2)]
        let document = try word97(
            [par("above", inTable(1))] + inner + cell("below") + cell("b") + [rowEnd([0, 100, 200])] + [par("")]
        )
        #expect(
            document.outline == [
                "cell", "  paragraph: above", "  cell", "    paragraph: x", "  cell", "    paragraph: y",
                "  paragraph: below", "cell", "  paragraph: b",
            ]
        )
    }

    @Test func tablesMayBeNestedToALimit() throws {
        let deep = (1...9).flatMap { depth in [par("a", inTable(depth))] }
        let document = try word97(deep)
        #expect(document.paragraphs.count == 9)
        let bytes = MadeWord97(deep).bytes
        let failure = try failure(of: Word97Reader(limits: limits(.depth, 8)), on: bytes)
        #expect(failure.id == "limit-exceeded" && failure.message.contains("nested"))
    }

    @Test(arguments: [1, 3, 5])
    func cellsAreCounted(most: Int) throws {
        let rows =
            cell("a") + cell("b") + [rowEnd([0, 100, 200])] + cell("c") + cell("d") + cell("e") + cell("f") + [
                rowEnd([0, 100, 200])
            ]
        let failure = try failure(of: Word97Reader(limits: limits(.cells, most)), on: MadeWord97(rows).bytes)
        #expect(failure.id == "limit-exceeded")
    }

    // MARK: Strange rows

    @Test func rowsWithoutEndAreRows() throws {
        #expect(try sketch(cell("a") + cell("b")) == ["a | b"])
        #expect(try sketch(cell("a") + [par("b", inTable(1))]) == ["a | b"])
    }

    @Test func deletedRowsAreLeftOut() throws {
        var end = rowEnd([0, 100, 200])
        end.markModifiers = sprm(0x0800)
        let document = try word97(
            cell("a") + cell("b") + [end] + cell("c") + cell("d") + [rowEnd([0, 100, 200])] + [par("")]
        )
        #expect(document.sketch == ["c | d"])
        #expect(document.omissions.map(\.paragraph.text) == ["a", "b"])
    }

    /// Two tables need a paragraph between them, however little there is in it.
    @Test func aParagraphPartsTables() throws {
        let row = cell("a") + [rowEnd([0, 100])]
        let document = try word97(row + [par("")] + row)
        #expect(document.blocks.count == 2)
    }
}
