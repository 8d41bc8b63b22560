import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Tables, and the limits that keep them from filling the memory.
extension FlowBuilderTests {
    func table(_ build: (inout FlowBuilder) -> Void) -> [String] {
        document {
            $0.beginTable(at: Self.place)
            build(&$0)
            $0.endTable()
        }.sketch
    }

    @Test func aTablePartsItsParagraph() {
        let document = document {
            $0.beginParagraph(.heading(level: 1), at: Self.place)
            $0.append("a")
            $0.beginTable(at: Self.place)
            $0.beginRow()
            $0.cell("x")
            $0.endRow()
            $0.endTable()
            $0.append("b")
        }
        #expect(document.outline == ["heading 1: a", "cell", "  paragraph: x", "heading 1: b"])
    }

    @Test func emptyTablesAreNone() {
        #expect(
            document {
                $0.beginTable(at: Self.place); $0.endTable()
            }.blocks == []
        )
    }

    @Test func joinsVerticalMerges() {
        let rows = table {
            for (first, second) in [
                ("a", TableBuilder.VerticalMerge.begin), ("b", .continued), ("c", .continued), ("d", .none),
            ] {
                $0.beginRow()
                $0.cell("left")
                $0.cell(first, merge: second)
                $0.endRow()
            }
        }
        #expect(rows == ["left | a / b / c (3×1)", "left", "left", "left | d"])
    }

    @Test func aMergeNeedsTheSameColumn() {
        let rows = table {
            $0.beginRow()
            $0.cell("a", columns: 2, merge: .begin)
            $0.endRow()
            $0.beginRow()
            $0.cell("b")
            $0.cell("c", merge: .continued)
            $0.endRow()
        }
        #expect(rows == ["a (1×2)", "b | c"])
    }

    @Test func aMergeToTheLeftNeedsACell() {
        let rows = table {
            $0.beginRow()
            $0.cell("a", merge: .left)
            $0.cell("b", merge: .left)
            $0.endRow()
        }
        #expect(rows == ["a / b (1×2)"])
    }

    @Test func repeatsCellsAndRows() {
        let rows = table {
            $0.beginRow(skippedColumns: 1)
            $0.cell("a")
            $0.repeatCell(copies: 3)
            $0.endRow(copies: 2)
        }
        #expect(rows == ["· | a | a | a", "· | a | a | a"])
    }

    @Test func aRowSpanEndsWithTheTable() {
        let rows = table {
            $0.beginRow()
            $0.beginCell(TableCell([], rowSpan: 9, at: Self.place))
            $0.add("a")
            $0.endCell()
            $0.endRow()
            $0.beginRow()
            $0.cell("b")
            $0.endRow()
        }
        #expect(rows == ["a (2×1)", "b"])
    }

    @Test func marksAHeaderRowLate() {
        let rows = table {
            $0.beginRow()
            $0.cell("a")
            $0.markHeaderRow()
            $0.endRow()
        }
        #expect(rows == ["= | a"])
    }

    // MARK: Limits

    @Test func limitsSpans() {
        for (columns, rows, skipped) in [(11, 1, 0), (1, 11, 0), (1, 1, 11)] {
            let message = failure(limits(.span, 10)) {
                $0.beginTable(at: Self.place)
                $0.beginRow(skippedColumns: skipped)
                $0.beginCell(TableCell([], rowSpan: rows, columnSpan: columns, at: Self.place))
            }
            #expect(message?.contains("the limit 'span' is 10") == true)
        }
    }

    /// The limit holds before anything is built: the numbers here would take all memory.
    @Test func limitsRepetitions() {
        for (cells, rows) in [(1_000_000_000, 1), (1, 1_000_000_000), (10_000, 10_000)] {
            let message = failure(.standard) {
                $0.beginTable(at: Self.place)
                $0.beginRow()
                $0.cell("a")
                $0.repeatCell(copies: cells)
                $0.endRow(copies: rows)
            }
            #expect(message?.contains("the limit '") == true, "\(cells) \(rows)")
        }
    }

    @Test func limitsCells() {
        func cells(_ count: Int, rowSpan: Int = 1) -> String? {
            failure(limits(.cells, 12)) {
                for _ in 0..<count {
                    $0.beginTable(at: Self.place)
                    for row in 0..<2 {
                        $0.beginRow()
                        if row == 0 || rowSpan == 1 {
                            $0.beginCell(TableCell([], rowSpan: rowSpan, at: Self.place))
                            $0.endCell()
                        }
                        $0.cell("a")
                        $0.endRow()
                    }
                    $0.endTable()
                }
            }
        }
        #expect(cells(3) == nil)
        #expect(cells(4)?.contains("more than 12 cells") == true)
        #expect(cells(3, rowSpan: 2) == nil)
        #expect(cells(4, rowSpan: 2)?.contains("more than 12 cells") == true)
    }

    @Test func keepsTheFirstFailure() {
        let message = failure(limits(.span, 10)) {
            $0.beginTable(at: Self.place)
            $0.beginRow(skippedColumns: 20)
            $0.beginRow(skippedColumns: 30)
        }
        #expect(message?.contains("20 columns") == true)
    }
}
