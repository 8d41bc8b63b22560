public import TesseraModel

/// What a cell repeats because one cell of the source covers several addresses stands word for word at its origin.
public struct SpanCheck: Check {
    public init() {}

    public let name = "spans"

    public func check(_ report: Report, of document: SourceDocument, log: inout DiagnosticLog) {
        guard report.cells.contains(where: { !$0.spans.isEmpty }) else { return }
        let cells = Dictionary(report.cells.map { ($0.address, $0) }) { first, _ in first }
        for cell in report.cells {
            for span in cell.spans where !SpanCheck.repeats(cell, span, cells[span.origin]) {
                log.append(.unevenSpan(cell, span))
            }
        }
    }

    private static func repeats(_ cell: Cell, _ span: CellSpan, _ origin: Cell?) -> Bool {
        guard let origin, span.paragraphs.lowerBound >= 0,
            span.paragraphs.upperBound <= cell.paragraphs.count
        else { return false }
        // At the origin, a paragraph may go on with the text of another piece.
        var rest = origin.paragraphs[...]
        for paragraph in cell.paragraphs[span.paragraphs] {
            guard let found = rest.firstIndex(where: { SpanCheck.holds($0, paragraph) }) else { return false }
            rest = rest[(found + 1)...]
        }
        return true
    }

    /// Whether a passage of the origin holds the text of a copy, made of the same bytes of the source.
    private static func holds(_ original: Passage, _ copy: Passage) -> Bool {
        if original == copy { return true }
        return copy.source.allSatisfy(original.source.contains) && original.text.contains(copy.text)
    }
}

extension Diagnostic {
    fileprivate static func unevenSpan(_ cell: Cell, _ span: CellSpan) -> Diagnostic {
        Diagnostic(
            "uneven-span",
            .error,
            "the cell '\(cell.address)' does not read as '\(span.origin)' does, though one cell of the source covers both",
            at: cell.provenance.first?.place,
            cell: cell.address,
            suggestion: .programFault
        )
    }
}
