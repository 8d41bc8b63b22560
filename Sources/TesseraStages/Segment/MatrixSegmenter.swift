public import TesseraModel
import TesseraPatterns

/// Cuts a document into the rows and cells of a matrix, by its headings and labels.
///
/// It takes all three kinds of evidence: grids (rows are marked), streams (cells are marked), and the paragraphs
/// around them. A document without any table is refused, for borders that the text does not show would be guesses.
public struct MatrixSegmenter: Segmenter {
    private let rules: MatrixRules

    public init(_ rules: MatrixRules) { self.rules = rules }

    public func segment(
        _ document: SourceDocument,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> Report {
        var draft = MatrixDraft(rules)
        for block in document.blocks {
            guard case .table(let table) = block else {
                for paragraph in block.paragraphs where paragraph.isFilled { try draft.addFlow(paragraph) }
                continue
            }
            switch table.content {
            case .stream(let cells):
                for cell in cells { try draft.add(cell, log: &log) }
                draft.closeStreamRow(log: &log)
            case .grid(let rows):
                try draft.add(rows, log: &log)
            case .lines(let lines):
                for paragraph in lines.flatMap(\.cells).flatMap(\.filledParagraphs) { try draft.addFlow(paragraph) }
            }
        }
        guard draft.hasHeadings else { throw DocumentFailure(.noMatrix(document, rules)) }
        guard !draft.rows.isEmpty else { throw DocumentFailure(.noRows(rules)) }
        return try ReportAssembly(rules).assemble(draft, from: document, log: &log)
    }
}

extension Diagnostic {
    fileprivate static func noMatrix(_ document: SourceDocument, _ rules: MatrixRules) -> Diagnostic {
        let hasTable = document.blocks.contains { if case .table = $0 { true } else { false } }
        let wanted = rules.columns.compactMap { $0.headings.first?.source }.joined(separator: "', '")
        return Diagnostic(
            "no-matrix",
            .error,
            hasTable
                ? "no table of the document has the column headings of the pipeline"
                : "the document has no table: neither tabs nor rows mark its cells",
            notes: ["the headings looked for are '\(wanted)'"],
            suggestion: hasTable
                ? "compare them with 'tessera inspect FILE --after read'"
                : "convert the original again to a format that keeps its table"
        )
    }

    fileprivate static func noRows(_ rules: MatrixRules) -> Diagnostic {
        let wanted = rules.labels.map(\.source).joined(separator: "', '")
        return Diagnostic(
            "no-rows",
            .error,
            "the table has column headings, but no cell is the label of a row",
            notes: ["the labels looked for are '\(wanted)'"],
            suggestion: "compare them with 'tessera inspect FILE --after read'"
        )
    }
}
