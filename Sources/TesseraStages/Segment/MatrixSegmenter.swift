public import TesseraModel
import TesseraPatterns

/// Cuts a document into the rows and cells of a matrix, by its headings and labels.
///
/// It takes every kind of evidence: grids (rows are marked), streams (cells are marked), printed lines (columns are
/// marked), and plain paragraphs, of which only labels, titles and headings tell what they are. A border that the text
/// does not determine is reported as uncertain.
public struct MatrixSegmenter: Segmenter {
    private let rules: MatrixRules
    private let reference: ReferenceDataset?

    /// - Parameters:
    ///   - rules: what the pipeline file says.
    ///   - reference: an earlier version of the report, which shows where cells begin whose borders are not marked.
    public init(_ rules: MatrixRules, reference: ReferenceDataset? = nil) {
        self.rules = rules
        self.reference = reference
    }

    public func segment(
        _ document: SourceDocument,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> Report {
        var draft = MatrixDraft(rules, reference: reference)
        if document.blocks.contains(where: \.isTable) {
            for block in document.blocks { try draft.add(block, log: &log) }
        } else {
            try draft.add(flow: document.blocks.flatMap(\.paragraphs).filter(\.isFilled), log: &log)
        }
        try draft.finish(log: &log)
        guard draft.hasHeadings else { throw DocumentFailure(.noMatrix(document, rules)) }
        guard !draft.rows.isEmpty else { throw DocumentFailure(.noRows(rules)) }
        return try ReportAssembly(rules).assemble(draft, from: document, log: &log)
    }
}

extension Block {
    fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

extension MatrixDraft {
    /// Takes a block of a document that has tables.
    fileprivate mutating func add(_ block: Block, log: inout DiagnosticLog) throws(DocumentFailure) {
        guard case .table(let table) = block else {
            for paragraph in block.paragraphs where paragraph.isFilled {
                if openLines != nil, try !isFurniture(paragraph) { try closeLines(log: &log) }
                try addFlow(paragraph)
            }
            return
        }
        switch table.content {
        case .stream(let cells) where table.isPartial: try add(partial: cells, log: &log)
        case .stream(let cells):
            for cell in cells { try add(cell, log: &log) }
            closeStreamRow(log: &log)
        case .grid(let rows):
            try closeLines(log: &log)
            try add(rows, log: &log)
        case .lines(let lines): try add(lines: lines, log: &log)
        }
    }

    /// Takes a document without tables.
    fileprivate mutating func add(flow paragraphs: [Paragraph], log: inout DiagnosticLog) throws(DocumentFailure) {
        for paragraph in paragraphs { try addItem(paragraph, isMarked: false, log: &log) }
    }

    /// Ends what is open.
    fileprivate mutating func finish(log: inout DiagnosticLog) throws(DocumentFailure) {
        try closeLines(log: &log)
        closeFlowRow()
        placeFlow(log: &log)
    }
}

extension Diagnostic {
    fileprivate static func noMatrix(_ document: SourceDocument, _ rules: MatrixRules) -> Diagnostic {
        let hasTable = document.blocks.contains(where: \.isTable)
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
