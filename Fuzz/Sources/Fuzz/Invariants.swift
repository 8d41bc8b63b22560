import TesseraModel
import TesseraReaders

/// What holds for every document, whatever it was read from.
enum Invariants {
    static func check(_ document: SourceDocument) {
        precondition(!document.blocks.isEmpty || document.metadata.encoding == nil, "a text without any block")
        for (number, paragraph) in document.paragraphs.enumerated() {
            precondition(paragraph.id == number, "a paragraph has the number of another one")
            check(paragraph)
        }
        check(document.blocks)
    }

    private static func check(_ paragraph: Paragraph) {
        check(paragraph.hyperlinks.map(\.range), in: paragraph.text)
        check(paragraph.hidden, in: paragraph.text)
        check(paragraph.place)
    }

    /// Ranges lie in the text from front to back, apart from one another and on the borders of characters.
    private static func check(_ ranges: [Range<Int>], in text: String) {
        let bytes = Array(text.utf8)
        var end = 0
        for range in ranges {
            precondition(end <= range.lowerBound && range.upperBound <= bytes.count, "a range lies outside of its text")
            for offset in [range.lowerBound, range.upperBound] where offset < bytes.count {
                precondition(bytes[offset] & 0xC0 != 0x80, "a range cuts a character")
            }
            end = range.upperBound
        }
    }

    private static func check(_ place: SourcePlace) {
        for position in [place.start, place.end] {
            precondition(Position(position.description) == position, "a position is not what it says")
        }
    }

    private static func check(_ blocks: [Block]) {
        for block in blocks {
            switch block {
            case .heading(_, let level), .listItem(_, let level): precondition(level >= 1, "levels count from 1")
            case .pageBreak(let place): check(place)
            case .table(let table): check(table)
            case .paragraph, .preformatted, .note: break
            }
        }
    }

    private static func check(_ table: Table) {
        check(table.place)
        for cell in table.cells {
            precondition(cell.rowSpan >= 1 && cell.columnSpan >= 1, "a cell covers nothing")
            check(cell.place)
            check(cell.blocks)
        }
        guard case .grid(let rows) = table.content else { return }
        let grid = GridLayout(rows)
        precondition(grid.rows.count == rows.count, "the grid has more or fewer rows than the table")
        var origins = 0
        for places in grid.rows {
            for (left, right) in zip(places, places.dropFirst()) {
                precondition(left.column < right.column, "two cells stand in one column")
            }
            precondition(places.allSatisfy { (0..<grid.columnCount).contains($0.column) }, "a cell stands outside")
            origins += places.count { $0.isOrigin }
        }
        precondition(origins == table.cells.count, "a cell is not in the grid, or twice")
    }

    /// The XML form holds all of a document: written and read back, it is the same.
    static func checkXMLForm(of document: SourceDocument) {
        let bytes = DocumentXML.serialise(document)
        let origin = Origin(path: "fuzz.xml", mediaType: "", sha256: "", bytes: bytes.count)
        var log = DiagnosticLog()
        do {
            let read = try DocumentXMLReader().read(SourceFile(bytes: bytes, origin: origin), log: &log)
            precondition(read.blocks == document.blocks, "the XML form has other blocks")
            precondition(read.omissions == document.omissions, "the XML form has other omissions")
            precondition(read.metadata == document.metadata, "the XML form has other metadata")
        } catch {
            preconditionFailure("the XML form is refused: \(error.diagnostic.message)")
        }
    }
}
