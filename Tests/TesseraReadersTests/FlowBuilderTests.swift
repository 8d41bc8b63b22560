import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// What the readers of marked-up text have in common.
@Suite struct FlowBuilderTests {
    private static let place = SourcePlace(line: 1, "")

    /// The document that some calls build.
    private func document(
        limits: ReadingLimits = .standard,
        _ build: (inout FlowBuilder) -> Void
    ) -> SourceDocument {
        var builder = FlowBuilder(limits: limits)
        build(&builder)
        let blocks = builder.finish()
        return SourceDocument(
            origin: Origin(path: "a", mediaType: "", sha256: "", bytes: 0),
            blocks: blocks,
            omissions: builder.omissions
        )
    }

    private func failure(_ limits: ReadingLimits, _ build: (inout FlowBuilder) -> Void) -> String? {
        var builder = FlowBuilder(limits: limits)
        build(&builder)
        _ = builder.finish()
        return builder.failure?.message
    }

    // MARK: Paragraphs

    @Test func dropsBlankParagraphs() {
        let document = document {
            for text in ["", " ", "\t\u{A0}\u{2003}", "\u{200B}a", "b "] { $0.add(text) }
        }
        #expect(document.paragraphs.map(\.text) == ["\u{200B}a", "b"])
    }

    @Test func closesWhatIsOpen() {
        let document = document {
            $0.beginTable(at: Self.place)
            $0.beginRow()
            $0.beginCell(TableCell([], at: Self.place))
            $0.beginInset(.textBox)
            $0.beginParagraph(.text, at: Self.place)
            $0.append("a")
        }
        #expect(document.outline == ["cell", "  paragraph: a"])
    }

    @Test func aLineBreakBeginsAParagraphOfItsKind() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.setKind(.listItem(level: 2))
            $0.append("a")
            $0.breakLine()
            $0.breakLine()
            $0.append("b")
        }
        #expect(document.outline == ["item 2: a", "item 2: b"])
    }

    @Test func isEmptyUntilSomethingBegins() {
        var builder = FlowBuilder(limits: .standard)
        #expect(builder.isEmpty)
        builder.breakLine()
        builder.endParagraph()
        builder.endLink()
        builder.endCell()
        builder.endTable()
        builder.endInset()
        #expect(builder.isEmpty)
        builder.beginParagraph(.text, at: Self.place)
        #expect(!builder.isEmpty)
    }

    // MARK: Links and hidden text

    @Test func linksGoOverLineBreaks() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.append("é")
            $0.beginLink(to: "x")
            $0.append("b")
            $0.breakLine()
            $0.append("c")
            $0.endLink()
            $0.append("d")
        }
        #expect(document.paragraphs.map(\.text) == ["éb", "cd"])
        #expect(document.paragraphs.map { $0.hyperlinks.map(\.range) } == [[2..<3], [0..<1]])
    }

    @Test func linksDoNotOverlap() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.beginLink(to: "x")
            $0.append("a")
            $0.beginLink(to: "y")
            $0.append("b")
            $0.endLink()
            $0.append("c")
            $0.endLink()
        }
        #expect(document.links == ["a -> x", "b -> y"])
    }

    /// Blanks at the end of a paragraph are cut off, and what stood on them as well.
    @Test func linksEndWithTheirParagraph() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.append("a")
            $0.beginLink(to: "x")
            $0.append(" ")
            $0.endLink()
            $0.beginLink(to: "y")
            $0.append("b  ")
            $0.endLink()
        }
        #expect(document.links == ["  -> x", "b -> y"])
    }

    @Test func hiddenTextGoesOverLineBreaks() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.append("a")
            $0.setHidden(true)
            $0.setHidden(true)
            $0.append("b")
            $0.breakLine()
            $0.append("c")
            $0.setHidden(false)
            $0.append("d")
            $0.setHidden(false)
        }
        #expect(document.hidden == ["b", "c"])
    }

    @Test func countsParagraphsWithHiddenText() {
        var builder = FlowBuilder(limits: .standard)
        for isHidden in [false, true, true] {
            builder.beginParagraph(.text, at: SourcePlace(line: isHidden ? 7 : 1, ""))
            builder.setHidden(isHidden)
            builder.append("a")
            builder.setHidden(false)
            builder.endParagraph()
        }
        #expect(builder.hiddenCount == 2)
        #expect(builder.firstHidden == SourcePlace(line: 7, ""))
    }

    // MARK: Insets

    @Test func insetsFollowTheirParagraph() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.append("a")
            $0.beginInset(.textBox)
            $0.add("box")
            $0.beginInset(.note(label: "1"))
            $0.add("in the box")
            $0.endInset()
            $0.endInset()
            $0.beginInset(.note(label: "*"))
            $0.add("note")
            $0.endInset()
            $0.beginInset(.omission(.comment))
            $0.add("comment")
            $0.endInset()
            $0.append("b")
            $0.endParagraph()
            $0.add("c")
        }
        #expect(
            document.outline == [
                "paragraph: ab", "paragraph: box", "note 1: in the box", "note *: note", "paragraph: c",
                "left out, comment: comment",
            ]
        )
    }

    @Test func anInsetHasLinksOfItsOwn() {
        let document = document {
            $0.beginParagraph(.text, at: Self.place)
            $0.beginLink(to: "x")
            $0.append("a")
            $0.beginInset(.textBox)
            $0.beginParagraph(.text, at: Self.place)
            $0.append("box")
            $0.endLink()
            $0.endInset()
            $0.append("b")
            $0.endLink()
        }
        #expect(document.links == ["ab -> x"])
    }

    @Test func anInsetOutsideParagraphsStandsWhereItIs() {
        let document = document {
            $0.beginInset(.note(label: ""))
            $0.add("note")
            $0.endInset()
            $0.add("a")
        }
        #expect(document.outline == ["note : note", "paragraph: a"])
    }

    @Test func tablesEndWithTheirCell() {
        let rows = table {
            $0.beginRow()
            $0.beginCell(TableCell([], at: Self.place))
            $0.beginTable(at: Self.place)
            $0.beginRow()
            $0.cell("x")
            $0.endCell()
            $0.cell("b")
            $0.endRow()
        }
        #expect(rows == ["x | b"])
    }

    @Test func tablesEndWithTheirInset() {
        let document = document {
            $0.add("a")
            $0.beginInset(.textBox)
            $0.beginTable(at: Self.place)
            $0.beginRow()
            $0.cell("x")
            $0.endInset()
            $0.add("b")
        }
        #expect(document.outline == ["paragraph: a", "cell", "  paragraph: x", "paragraph: b"])
    }

    // MARK: Tables

    private func table(_ build: (inout FlowBuilder) -> Void) -> [String] {
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

extension FlowBuilder {
    /// Adds a paragraph.
    fileprivate mutating func add(_ text: String) {
        beginParagraph(.text, at: SourcePlace(line: 1, ""))
        append(text)
        endParagraph()
    }

    /// Adds a cell.
    fileprivate mutating func cell(_ text: String, columns: Int = 1, merge: TableBuilder.VerticalMerge = .none) {
        beginCell(TableCell([], columnSpan: columns, at: SourcePlace(line: 1, "")), merge: merge)
        add(text)
        endCell()
    }
}
