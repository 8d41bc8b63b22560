import TesseraModel
import TestSupport
import Testing

/// What marked-up text becomes, with what was said of it.
struct ReadMarkup {
    var document: SourceDocument
    var diagnostics: [Diagnostic]

    init(_ reader: any Reader, _ text: String, path: String = "Input/report.xml") throws {
        var log = DiagnosticLog()
        document = try reader.read(SourceFile(text, path: path), log: &log)
        diagnostics = log.diagnostics
    }

    /// The blocks, tables as grids, and what was left out.
    var lines: [String] {
        document.blocks.flatMap { lines(of: $0) }
            + document.omissions.map { "left out, \($0.reason.rawValue): \($0.paragraph.text)" }
    }

    /// `[link]` stands for linked text, with its target behind it.
    private func marked(_ paragraph: Paragraph) -> String {
        var text = Array(paragraph.text.utf8)
        for link in paragraph.hyperlinks.reversed() {
            text.insert(contentsOf: "](\(link.target))".utf8, at: link.range.upperBound)
            text.insert(contentsOf: "[".utf8, at: link.range.lowerBound)
        }
        return String(decoding: text, as: UTF8.self)
    }

    private func lines(of block: Block) -> [String] {
        switch block {
        case .paragraph(let paragraph): ["p: \(marked(paragraph))"]
        case .heading(let paragraph, let level): ["h\(level): \(marked(paragraph))"]
        case .listItem(let paragraph, let level): ["item\(level): \(marked(paragraph))"]
        case .preformatted(let paragraph): ["pre: \(marked(paragraph))"]
        case .note(let paragraph, let label): ["note \(label): \(marked(paragraph))"]
        case .pageBreak: ["page break"]
        case .table(let table): ["table"] + rows(of: table)
        }
    }

    /// A line a row: cells between bars, `=` before headings, spans as rows × columns behind the text.
    private func rows(of table: Table) -> [String] {
        guard case .grid(let rows) = table.content else { return ["a stream"] }
        return rows.map { row in
            let cells = row.cells.map { cell in
                let text = cell.blocks.map { lines(of: $0).joined(separator: " ") }.joined(separator: " / ")
                let plain = text.hasPrefix("p: ") && !text.contains(" / ") ? String(text.dropFirst(3)) : text
                let spans = cell.rowSpan * cell.columnSpan == 1 ? "" : " {\(cell.rowSpan)x\(cell.columnSpan)}"
                return (cell.isHeader ? "=" : "") + plain + spans
            }
            return (row.isHeader ? "head " : "row ") + cells.joined(separator: " | ")
        }
    }
}
