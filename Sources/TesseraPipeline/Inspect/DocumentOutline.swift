public import TesseraModel

/// Prints a document as an indented outline for people: structure, places, text.
public enum DocumentOutline {
    /// The outline, with a final newline.
    public static func text(_ document: SourceDocument) -> String {
        var outline = OutlineText()
        outline.line("document \(document.origin.path) (\(document.origin.mediaType))")
        outline.indented { outline in
            for part in document.origin.parts { outline.line("part \(part.path) (\(part.mediaType))") }
            if let layout = document.metadata.layout { write(layout, to: &outline) }
            for block in document.blocks { write(block, to: &outline) }
            for omission in document.omissions {
                write(omission.paragraph, "left out, \(omission.reason.rawValue)", to: &outline)
            }
        }
        return outline.text
    }

    private static func write(_ layout: LayoutChoice, to outline: inout OutlineText) {
        outline.line("layout \(layout.name)" + (layout.isFixed ? ", as asked for" : ""))
        outline.indented { outline in
            for candidate in layout.candidates {
                outline.line("\(candidate.name) \(candidate.score.plainDescription): \(candidate.finding)")
            }
        }
    }

    private static func write(_ block: Block, to outline: inout OutlineText) {
        switch block {
        case .heading(let paragraph, let level): write(paragraph, "heading \(level)", to: &outline)
        case .paragraph(let paragraph): write(paragraph, "paragraph", to: &outline)
        case .listItem(let paragraph, let level): write(paragraph, "list item \(level)", to: &outline)
        case .preformatted(let paragraph): write(paragraph, "preformatted", to: &outline)
        case .note(let paragraph, let label):
            write(paragraph, label.isEmpty ? "note" : "note \(label)", to: &outline)
        case .pageBreak(let place): outline.line("page break", place)
        case .table(let table): write(table, to: &outline)
        }
    }

    private static func write(_ paragraph: Paragraph, _ kind: String, to outline: inout OutlineText) {
        outline.line("\(kind): \(paragraph.text)", paragraph.place)
        outline.indented { outline in
            for link in paragraph.hyperlinks { outline.line("link to \(link.target)") }
            if let doubt = paragraph.uncertainty {
                outline.line("\(doubt.reason.rawValue), confidence \(doubt.confidence.plainDescription)")
            }
            for range in paragraph.hidden { outline.line("hidden: \(paragraph.text.utf8Slice(range))") }
        }
    }

    private static func write(_ table: Table, to outline: inout OutlineText) {
        switch table.content {
        case .stream(let cells):
            let kind = table.isPartial ? "partial stream" : "stream"
            outline.line("table, a \(kind) of \(cells.count) cells", table.place)
            outline.indented { outline in
                for cell in cells { write(cell, to: &outline) }
            }
        case .grid(let rows):
            outline.line("table of \(rows.count) rows", table.place)
            write(rows, "row", to: &outline)
        case .lines(let lines):
            outline.line("table of \(lines.count) printed lines", table.place)
            write(lines, "line", to: &outline)
        }
    }

    private static func write(_ rows: [TableRow], _ kind: String, to outline: inout OutlineText) {
        outline.indented { outline in
            for row in rows {
                outline.line(row.isHeader ? "header \(kind)" : kind)
                outline.indented { outline in
                    for cell in row.cells { write(cell, to: &outline) }
                }
            }
        }
    }

    private static func write(_ cell: TableCell, to outline: inout OutlineText) {
        let spans = cell.rowSpan > 1 || cell.columnSpan > 1 ? " over \(cell.rowSpan) × \(cell.columnSpan)" : ""
        outline.line((cell.isHeader ? "header cell" : "cell") + spans, cell.place)
        outline.indented { outline in
            for block in cell.blocks { write(block, to: &outline) }
        }
    }
}

/// Lines with indentation.
struct OutlineText {
    private(set) var text = ""
    private var depth = 0

    mutating func line(_ line: String, _ place: SourcePlace? = nil) {
        let indent = String(repeating: "  ", count: depth)
        text +=
            place.map { "\(indent)\(line)  @\($0.part.isEmpty ? "" : "\($0.part) ")\($0.start)\n" }
            ?? "\(indent)\(line)\n"
    }

    mutating func indented(_ content: (inout OutlineText) -> Void) {
        depth += 1
        content(&self)
        depth -= 1
    }
}
