import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Tables of a page, told by lines and by white space.
struct PDFTableTests {
    @Test func `Lines part cells, and a cell without them covers several`() {
        let page = DrawnPage(
            """
            +------------+-----------------------+
            | Country    | Trade                 |
            |            +-----------+-----------+
            |            | Exports   | Imports   |
            +------------+-----------+-----------+
            | France     | 12        | 9         |
            +------------+-----------+-----------+
            """
        )
        #expect(
            page.tables == [
                [
                    "0,0↓2 Country", "0,1→2 Trade", "1,1 Exports", "1,2 Imports", "2,0 France", "2,1 12", "2,2 9",
                ]
            ]
        )
    }

    @Test func `Outer lines may be missing`() {
        let page = DrawnPage(
            """
                         |           |
             Country     | Exports   | Imports
            -------------+-----------+-----------
             France      | 12        | 9
            -------------+-----------+-----------
             Spain       | 7         | 8
            -------------+-----------+-----------
            """
        )
        #expect(
            page.tables == [
                [
                    "0,0 Country", "0,1 Exports", "0,2 Imports", "1,0 France", "1,1 12", "1,2 9", "2,0 Spain",
                    "2,1 7", "2,2 8",
                ]
            ]
        )
    }

    @Test func `Lines across alone: columns by white space, rows by printed lines`() {
        let page = DrawnPage(
            """
            -----------------------------------------
             Country               Exports   Imports
            -----------------------------------------
             France                     12         9
             Spain                       7         8
             Portugal                    3         4
            -----------------------------------------
             All                        22        21
            -----------------------------------------
            """
        )
        let table = page.tables.first ?? []
        #expect(table.filter { $0.hasPrefix("2,") } == ["2,0 Spain", "2,1 7", "2,2 8"])
        #expect(table.filter { $0.hasPrefix("4,") } == ["4,0 All", "4,1 22", "4,2 21"])
        #expect(table.count == 15)
    }

    @Test func `A label in two lines is one row where the second has no figures`() {
        let page = DrawnPage(
            """
            ----------------------------------
             Sector                    1996
            ----------------------------------
             Agriculture, fisheries      12
             and forestry in all of
             the northern regions
             Industry                     7
             Services                     9
             Transport                    3
            ----------------------------------
            """
        )
        let table = page.tables.first ?? []
        #expect(table.contains("1,0 Agriculture, fisheries/and forestry in all of/the northern regions"))
        #expect(table.contains("2,0 Industry"))
    }

    @Test func `Columns that are drawn in the heading alone hold in the rows below`() {
        let page = DrawnPage(
            """
            +-----------+---------+---------+
            | Country   | Exports | Imports |
            +-----------+---------+---------+
            | France      12        9       |
            +-------------------------------+
            | Spain       7         8       |
            +-------------------------------+
            """
        )
        let table = page.tables.first ?? []
        #expect(table.suffix(6) == ["1,0 France", "1,1 12", "1,2 9", "2,0 Spain", "2,1 7", "2,2 8"])
    }

    @Test func `Prose in a ruled cell stays whole, however its lines stand`() {
        let page = DrawnPage(
            """
            +----------------------+----------------------+
            | Laws                 | Assistance           |
            +----------------------+----------------------+
            | U.S. law requires    | The United States    |
            | that anyone in the   | provides training    |
            | business of making   | and has done so for  |
            | firearms be licensed | many years.          |
            +----------------------+----------------------+
            """
        )
        let table = page.tables.first ?? []
        #expect(table.count == 4)
        #expect(table.last == "1,1 The United States/provides training/and has done so for/many years.")
    }

    @Test func `No line at all`() {
        let page = DrawnPage(
            """
            These are the figures that were reported in the year.

            Country            Exports   Imports

            France                  12         9
            Spain                    7         8
            Portugal                 3         4
            Greece                   1         2

            The figures for other countries are not known as yet.
            """
        )
        #expect(page.tables.count == 1)
        let table = page.tables.first ?? []
        #expect(table.first == "0,0 Country")
        #expect(table.suffix(3) == ["4,0 Greece", "4,1 1", "4,2 2"])
    }

    @Test(
        "are none",
        arguments: [
            // Numbered paragraphs
            """
            (a)   The first of the measures that are to be taken at once
            (b)   The second one, which is to follow within a year
            (c)   The third one, of which nothing is known as yet
            (d)   The fourth one, which ends this list of measures
            """,
            // Two columns of running text
            """
            The report has been read       and so the text goes on in
            by all members of the          the second column of this
            committee, and they have       page, where it says more of
            agreed that nothing of         the same kind, line after
            it should be changed in        line, until it comes to
            the next year, whatever        its end at the bottom of
            may be said about it.          the page as they all do.
            """,
            // A chart: figures in a grid, and no word
            """
            +------+------+------+
            | 12   |      | 30   |
            +------+------+------+
            |      | 20   |      |
            +------+------+------+
            | 5    |      | 9    |
            +------+------+------+
            """,
            // A frame around text
            """
            +--------------------------------+
            | Box 4: what the committee says |
            | about this in its report       |
            +--------------------------------+
            """,
        ]
    )
    func noTable(drawing: String) {
        #expect(DrawnPage(drawing).tables == [])
    }

    @Test func `Every word is in one cell, whatever the lines`() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<200 {
            var surface = PageSurface(number: 1, width: 600, height: 800, words: [], rules: [])
            for number in 0..<Int.random(in: 5...60, using: &generator) {
                let (x, y) = (
                    Double.random(in: 0...560, using: &generator), Double.random(in: 0...780, using: &generator)
                )
                let box = PageBox(left: x, top: y, right: x + 40, bottom: y + 12)
                surface.words.append(PageWord(text: "w\(number)", box: box, number: number))
            }
            for _ in 0..<Int.random(in: 0...30, using: &generator) {
                let start = Double.random(in: 0...500, using: &generator)
                surface.rules.append(
                    PageRule(
                        direction: Bool.random(using: &generator) ? .across : .down,
                        position: Double.random(in: 0...600, using: &generator),
                        start: start,
                        end: start + Double.random(in: 1...300, using: &generator)
                    )
                )
            }
            let layout = DocumentLayout([surface])
            let text = (layout.blocks.flatMap(\.paragraphs) + layout.omissions.map(\.paragraph)).map(\.text)
            let words = text.flatMap { $0.split(separator: " ") }.map(String.init).sorted()
            #expect(words == surface.words.map(\.text).sorted())
        }
    }
}
