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
        draft.furniture = try draft.furniture(of: document)
        draft.isHeadless = try HeadlessMatrix(document, rules) != nil
        draft.hasTables = document.blocks.contains(where: \.isTable)
        if draft.hasTables {
            for block in document.blocks { try draft.add(block, log: &log) }
        } else {
            try draft.add(flow: document.blocks.flatMap(\.paragraphs).filter(\.isFilled), log: &log)
        }
        try draft.finish(log: &log)
        if draft.isHeadless {
            log.append(.missingHeadings(rules, found: draft.headings.map(\.column), at: draft.rows.first?.place))
        }
        guard draft.hasHeadings || draft.isHeadless else { throw DocumentFailure(.noMatrix(document, rules)) }
        guard !draft.rows.isEmpty else { throw DocumentFailure(.noRows(rules)) }
        return try ReportAssembly(rules).assemble(draft, from: document, log: &log)
    }
}

extension Block {
    fileprivate var isTable: Bool { if case .table = self { true } else { false } }
}

extension MatrixDraft {
    /// What is repeated on the pages of the document.
    fileprivate func furniture(of document: SourceDocument) throws(DocumentFailure) -> Furniture {
        try Furniture(document) { paragraph throws(DocumentFailure) in
            if try HeadingRun(paragraph.text, rules.columns) != nil { return .heading }
            if try isLabel(paragraph, allowsGluedTitle: true) { return .matter }
            return try WholeCellLine(paragraph.text, rules.wholeCells) != nil ? .matter : .other
        }
    }

    /// Takes a block of a document that has tables.
    fileprivate mutating func add(_ block: Block, log: inout DiagnosticLog) throws(DocumentFailure) {
        guard case .table(let table) = block else {
            for paragraph in block.paragraphs where paragraph.isFilled {
                if openLines != nil, try !isFurniture(paragraph) {
                    if try rules.section(headed: paragraph.text) == nil, takeTitle(paragraph) { continue }
                    try closeLines(log: &log)
                }
                try addFlow(paragraph)
            }
            return
        }
        if isHeadless, headings.isEmpty, !isInMatrix {
            phase = .matrix
            gridColumns = Dictionary(uniqueKeysWithValues: rules.columns.indices.map { ($0, $0) })
            gridWidth = rules.columns.count
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
        if !hasTables, hasBrokenOrder { keepUnplaced(log: &log) } else { placeFlow(log: &log) }
    }
}

extension Diagnostic {
    fileprivate static func missingHeadings(_ rules: MatrixRules, found: [Int], at place: SourcePlace?) -> Diagnostic {
        let missing = rules.columns.indices.filter { !found.contains($0) }.map { rules.columns[$0].id }
        return Diagnostic(
            "missing-headings",
            .warning,
            "the headings of the columns '\(missing.joined(separator: "', '"))' are not in the text; "
                + "its labels show that it is the matrix",
            at: place,
            suggestion: "compare the columns with the original document"
        )
    }

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
