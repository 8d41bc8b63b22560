import TesseraModel
import TesseraReaders
import TestSupport

/// What some HTML becomes, with what was said of it.
struct ReadHTML {
    var document: SourceDocument
    var diagnostics: [Diagnostic]

    init(_ bytes: [UInt8], path: String = "Input/report.html", limits: ReadingLimits = .standard) throws {
        var log = DiagnosticLog()
        document = try HTMLReader(limits: limits).read(SourceFile(bytes, path: path), log: &log)
        diagnostics = log.diagnostics
    }

    init(_ html: String, path: String = "Input/report.html", limits: ReadingLimits = .standard) throws {
        try self.init(Array(html.utf8), path: path, limits: limits)
    }

    var outline: [String] { document.outline }
    var texts: [String] { document.paragraphs.map(\.text) }

    /// The tables that stand in no cell.
    var tables: [Table] {
        document.blocks.compactMap { block in
            if case .table(let table) = block { table } else { nil }
        }
    }

    /// Each row of the first table on a line: texts between bars, with spans (`3×2` for rows and columns) and
    /// stars for headings.
    var grid: [String] {
        guard case .grid(let rows)? = tables.first?.content else { return [] }
        return rows.map { row in
            let cells = row.cells.map { cell in
                let spans = cell.rowSpan * cell.columnSpan > 1 ? " \(cell.rowSpan)×\(cell.columnSpan)" : ""
                return cell.paragraphs.map(\.text).joined(separator: "/") + (cell.isHeader ? "*" : "") + spans
            }
            return (row.isHeader ? "* " : "") + cells.joined(separator: " | ")
        }
    }
}
