import Testing

@testable import TesseraReaders

/// Tables of prose between lines across.
struct PDFProseColumnTests {
    /// Columns of text that fills its room: words of 20 points, blanks of 3, and 6 points between the columns.
    @Test func `Columns are told by where words begin, though gaps are hardly wider than blanks`() {
        var surface = PageSurface(number: 1, width: 400, height: 400, words: [], rules: [])
        func add(_ text: String, _ x: Double, _ y: Double, width: Double = 20) {
            let box = PageBox(left: x, top: y, right: x + width, bottom: y + 11)
            surface.words.append(PageWord(text: text, box: box, number: surface.words.count))
        }
        func rule(_ y: Double) { surface.rules.append(PageRule(direction: .across, position: y, start: 7, end: 228)) }
        rule(8)
        for row in 0..<8 {
            for line in 0..<2 {
                let y = Double(10 + row * 30 + line * 12)
                for word in 0..<3 { add("left", 10 + Double(word) * 23, y, width: line == 1 && word == 2 ? 15 : 20) }
                for word in 0..<3 { add("middle", 82 + Double(word) * 23, y) }
                // The last column ends earlier.
                if line < 1 { for word in 0..<3 { add("right", 154 + Double(word) * 23, y) } }
            }
            rule(Double(38 + row * 30))
        }
        let tables = TableFinder(surface).tables()
        #expect(tables.count == 1)
        #expect(tables.first?.columnCount == 3)
        #expect(tables.first?.rowCount == 8)
        #expect(tables.first?.cells.allSatisfy { Set($0.words.map(\.text)).count == 1 } ?? false)
    }

    @Test func `A row over all columns is part of the table`() {
        let page = DrawnPage(
            """
            ------------------------------------------------
             Item          Decision        Remarks
            ------------------------------------------------
             Ports         closed          at once
            ------------------------------------------------
             Part 2: further items of the harbour's board
            ------------------------------------------------
             Cranes        kept            for a year
            ------------------------------------------------
            """
        )
        let table = page.tables.first ?? []
        #expect(page.tables.count == 1)
        #expect(table.contains("2,0→3 Part 2: further items of the harbour's board"))
        #expect(table.suffix(3) == ["3,0 Cranes", "3,1 kept", "3,2 for a year"])
    }

    @Test func `A cell may have more text than those beside it`() {
        let page = DrawnPage(
            """
            ------------------------------------------------
             Item          Decision              Remarks
            ------------------------------------------------
             Ports         The ports are to      at once
                           be closed when the
                           sea is rough, and to
                           be opened again when
                           it has calmed down.
            ------------------------------------------------
             Cranes        They are kept.        none
            ------------------------------------------------
            """
        )
        let table = page.tables.first ?? []
        #expect(table.filter { $0.hasPrefix("1,") }.count == 3)
        #expect(table.suffix(3) == ["2,0 Cranes", "2,1 They are kept.", "2,2 none"])
    }

    @Test func `Prose without any line is a table where white space parts its rows`() {
        let page = DrawnPage(
            """
            Term        Meaning                    Source

            end user    Whoever uses the goods     The law on exports,
                        in the end, and nobody     first part.
                        who only sells them.

            transit     That goods cross a         The customs code,
                        country on their way       which is new.
                        to another one.

            marking     Signs on goods that tell   The law on trade.
                        who has made them.
            """
        )
        let table = page.tables.first ?? []
        #expect(page.tables.count == 1)
        #expect(table.count == 12)
        #expect(table.prefix(3) == ["0,0 Term", "0,1 Meaning", "0,2 Source"])
        #expect(table.contains("1,1 Whoever uses the goods/in the end, and nobody/who only sells them."))
        #expect(table.contains("2,2 The customs code,/which is new."))
    }

    @Test func `Three columns of running text are none`() {
        let page = DrawnPage(
            """
            The report has been read     and so the text goes on    of which nothing more is
            by all of the members of     in the second column of    known, so that here the
            the board, and they have     this page, where more      third column is about to
            agreed on it.                of the same is said,       begin anew, as was said

            Nothing of it should be      line after line until      in the first one, and it
            changed in the next year     it comes to its end at     goes on down to the end
            whatever may be said of      the bottom of the page.    of the page, where there
            it, by whomever it is.                                  is nothing more to read.
            """
        )
        #expect(page.tables == [])
    }

    @Test func `Where lines stand evenly, a little more between two of them parts paragraphs`() {
        func line(_ y: Double) -> LayoutLine {
            LayoutLine(PageWord(text: "word", box: PageBox(left: 0, top: y, right: 90, bottom: y + 11)))
        }
        // The next word had no room, so that only the distance tells.
        let (even, uneven) = (LineBreak(right: 100, leading: 10, isEven: true), LineBreak(right: 100, leading: 10))
        #expect(even.kind(from: line(0), to: line(12.5)) == .end)
        #expect(even.kind(from: line(0), to: line(10.4)) == .wrap)
        #expect(uneven.kind(from: line(0), to: line(12.5)) == .wrap)
    }
}
