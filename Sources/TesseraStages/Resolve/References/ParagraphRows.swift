import TesseraModel

/// The rows of a report by the paragraphs that their labels name.
struct ParagraphRows {
    private var rows: [ParagraphKey: [String]] = [:]

    init(_ report: Report) {
        for row in report.rows {
            for reference in row.references where rows[reference.key]?.last != row.id {
                rows[reference.key, default: []].append(row.id)
            }
        }
    }

    /// The rows that a mention points to: all that hold its paragraph, since nothing tells which one is meant; one nil
    /// where none does.
    func rows(
        of key: ParagraphKey,
        from cell: Cell,
        in text: String,
        _ range: Range<Int>,
        _ log: inout DiagnosticLog
    ) -> [String?] {
        guard let rows = rows[key] else {
            log.append(.dangling(key, String(text.utf8Slice(range)), in: cell))
            return [nil]
        }
        if rows.count > 1 { log.append(.ambiguous(key, rows, in: cell)) }
        return rows
    }
}

extension Diagnostic {
    fileprivate static func dangling(_ key: ParagraphKey, _ written: String, in cell: Cell) -> Diagnostic {
        Diagnostic(
            "dangling-reference",
            .note,
            "'\(written)' names the paragraph \(key), and no row of the report does",
            at: cell.provenance.first?.place,
            cell: cell.address
        )
    }

    fileprivate static func ambiguous(_ key: ParagraphKey, _ rows: [String], in cell: Cell) -> Diagnostic {
        Diagnostic(
            "ambiguous-reference",
            .note,
            "\(rows.count) rows hold the paragraph \(key), and references.csv has a line for each",
            at: cell.provenance.first?.place,
            cell: cell.address,
            notes: ["the rows \(rows.joined(separator: ", "))"]
        )
    }
}
