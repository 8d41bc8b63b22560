import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// What the readers of marked-up text have in common.
@Suite struct FlowBuilderTests {
    static let place = SourcePlace(line: 1, "")

    /// The document that some calls build.
    func document(
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

    func failure(_ limits: ReadingLimits, _ build: (inout FlowBuilder) -> Void) -> String? {
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
}

extension FlowBuilder {
    /// Adds a paragraph.
    mutating func add(_ text: String) {
        beginParagraph(.text, at: SourcePlace(line: 1, ""))
        append(text)
        endParagraph()
    }

    /// Adds a cell.
    mutating func cell(_ text: String, columns: Int = 1, merge: TableBuilder.VerticalMerge = .none) {
        beginCell(TableCell([], columnSpan: columns, at: SourcePlace(line: 1, "")), merge: merge)
        add(text)
        endCell()
    }
}
