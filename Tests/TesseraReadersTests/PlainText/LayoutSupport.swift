import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// A text read in a layout, in lines that show what was found.
struct LayoutReading {
    let document: SourceDocument

    /// - Parameter layout: nil for the most likely one.
    init(_ text: String, layout: String? = nil) throws {
        var log = DiagnosticLog()
        document = try PlainTextReader(layout: layout).read(SourceFile(Array(text.utf8)), log: &log)
    }

    var layout: String { document.metadata.layout?.name ?? "" }

    /// A line for each paragraph, row, printed line, or cell of a stream.
    var shape: [String] { document.blocks.flatMap(LayoutReading.shape) }

    /// The tables of the document.
    var tables: [Table] {
        document.blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
    }

    private static func shape(_ block: Block) -> [String] {
        switch block {
        case .heading(let paragraph, let level): [String(repeating: "#", count: level) + " " + paragraph.text]
        case .listItem(let paragraph, let level): ["item \(level): \(paragraph.text)"]
        case .paragraph(let paragraph), .preformatted(let paragraph), .note(let paragraph, _): [paragraph.text]
        case .pageBreak: ["page break"]
        case .table(let table):
            switch table.content {
            case .stream(let cells): cells.map { (table.isPartial ? "part: " : "cell: ") + text($0) }
            case .grid(let rows): rows.map { "row: " + shape($0) }
            case .lines(let lines): lines.map { "line: " + shape($0) }
            }
        }
    }

    private static func shape(_ row: TableRow) -> String {
        let cells = row.cells.map { cell in
            text(cell) + (cell.rowSpan * cell.columnSpan > 1 ? " \(cell.rowSpan)×\(cell.columnSpan)" : "")
        }
        return (row.isHeader ? "* " : "") + cells.joined(separator: " | ")
    }

    private static func text(_ cell: TableCell) -> String {
        cell.blocks.map { shape($0).joined() }.joined(separator: " / ")
    }
}

/// A text in some layout, and what is found in it.
struct LayoutExample: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var shape: [String]

    init(_ name: String, _ text: String, _ shape: [String]) {
        self.name = name
        self.text = text
        self.shape = shape
    }

    var testDescription: String { name }

    /// The example read in a layout that it must also be taken for.
    func check(_ layout: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let found = try LayoutReading(text)
        #expect(found.layout == layout, "the layout is found", sourceLocation: sourceLocation)
        let reading = try LayoutReading(text, layout: layout)
        #expect(reading.shape == shape, sourceLocation: sourceLocation)
    }
}
