import TesseraModel
import TesseraPatterns

/// What is gathered while a document is walked through once, from front to back.
struct MatrixDraft {
    /// A row as found, before its cells have addresses.
    struct RowDraft {
        var labels: [Passage] = []
        var titles: [Passage] = []
        var references: [RowReference] = []
        var place: SourcePlace
        /// Content cells in order; nil where a grid has no cell.
        var cells: [CellDraft?] = []
    }

    struct CellDraft {
        var paragraphs: [Paragraph]
        var place: SourcePlace
    }

    enum Phase {
        case front, matrix
        case section(MatrixRules.Section)
    }

    let rules: MatrixRules
    private let labelParser: LabelParser
    var phase = Phase.front
    var openRow: RowDraft?
    /// Whether text in no row was reported since the last row: once is enough for a run of it.
    private var isStrayReported = false
    /// Which column of the grid is which column of the rules, once a header row is known.
    var gridColumns: [(position: Int, column: Int)] = []

    private(set) var rows: [RowDraft] = []
    /// First printing of each heading, by the column's index in the rules, in the order of the source.
    private(set) var headings: [(column: Int, passage: Passage)] = []
    private(set) var frontMatter: [Matter] = []
    private(set) var backMatter: [Matter] = []
    private(set) var glossary: [Paragraph] = []
    private(set) var resources: [Paragraph] = []
    private(set) var discarded: [Discarded] = []

    init(_ rules: MatrixRules) {
        self.rules = rules
        labelParser = LabelParser(rules.labels)
    }

    /// Whether every content column has been headed.
    var hasHeadings: Bool {
        rules.columns.indices.allSatisfy { column in
            rules.columns[column].role == .rowHeading || headings.contains { $0.column == column }
        }
    }

    // MARK: Text outside tables

    /// Takes a paragraph that stands outside any table.
    mutating func addFlow(_ paragraph: Paragraph) throws(DocumentFailure) {
        if try discard(paragraph) { return }
        if try rules.column(headed: paragraph.text) != nil, case .matrix = phase {
            discarded.append(Discarded(Passage(paragraph), reason: .repeatedColumnHeading))
        } else if let section = try rules.section(headed: paragraph.text) {
            open(section, with: paragraph)
        } else if try rules.documentCode.matches(paragraph.text) {
            addMatter(Matter(Passage(paragraph), role: .documentCode))
        } else {
            switch phase {
            case .front, .matrix: addMatter(Matter(Passage(paragraph)))
            case .section(.glossary): glossary.append(paragraph)
            case .section(.resources): resources.append(paragraph)
            }
        }
    }

    private mutating func open(_ section: MatrixRules.Section, with heading: Paragraph) {
        let role: Matter.Role =
            switch section {
            case .glossary: .glossaryHeading
            case .resources: .resourcesHeading
            }
        addMatter(Matter(Passage(heading), role: role))
        phase = .section(section)
    }

    mutating func addMatter(_ matter: Matter) {
        if headings.isEmpty { frontMatter.append(matter) } else { backMatter.append(matter) }
    }

    // MARK: Headings, furniture and labels

    /// Takes a text that is nothing but a column heading, typed in one piece or over several lines.
    /// - Returns: whether it is one.
    mutating func takeHeading(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> Bool {
        guard let first = paragraphs.first else { return false }
        let text = paragraphs.count == 1 ? first.text : paragraphs.map(\.text).joined(separator: " ")
        guard let column = try rules.column(headed: text) else { return false }
        if headings.contains(where: { $0.column == column }) {
            discarded += paragraphs.map { Discarded(Passage($0), reason: .repeatedColumnHeading) }
        } else {
            headings.append((column, Passage(joining: paragraphs.map { Passage($0) })))
        }
        phase = .matrix
        return true
    }

    /// Takes a paragraph that the rules leave out.
    /// - Returns: whether it is one.
    private mutating func discard(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        guard let reason = try rules.discardReason(for: paragraph.text) else { return false }
        discarded.append(Discarded(Passage(paragraph), reason: reason))
        return true
    }

    /// Whether the walk has come to the matrix, and not beyond it.
    var isInMatrix: Bool {
        if case .matrix = phase { true } else { false }
    }

    /// The paragraphs that the rules do not leave out.
    mutating func withoutDiscards(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> [Paragraph] {
        var kept: [Paragraph] = []
        for paragraph in paragraphs where try !discard(paragraph) { kept.append(paragraph) }
        return kept
    }

    /// The paragraphs that are neither furniture nor a heading typed again on a line of its own.
    mutating func withoutFurniture(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> [Paragraph] {
        var kept: [Paragraph] = []
        for paragraph in try withoutDiscards(paragraphs) {
            if try rules.column(headed: paragraph.text) != nil {
                discarded.append(Discarded(Passage(paragraph), reason: .repeatedColumnHeading))
            } else {
                kept.append(paragraph)
            }
        }
        return kept
    }

    func isLabel(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        try labelParser.parse(paragraph.text) != nil
    }

    // MARK: Rows

    mutating func openRow(_ paragraphs: [Paragraph], at place: SourcePlace) throws(DocumentFailure) {
        var row = RowDraft(place: place)
        for paragraph in paragraphs {
            guard let label = try labelParser.parse(paragraph.text) else {
                row.titles.append(Passage(paragraph))
                continue
            }
            let passage = Passage(paragraph, 0..<label.range.upperBound)
            row.labels.append(passage)
            row.references += label.keys.map { RowReference(key: $0, asWritten: passage.text) }
            if !label.separator.isEmpty {
                discarded.append(Discarded(Passage(paragraph, label.separator), reason: .separator))
                row.titles.append(Passage(paragraph, label.title))
            }
        }
        openRow = row
        phase = .matrix
        isStrayReported = false
    }

    /// Says that a cell of the table is in no row.
    mutating func reportStray(_ paragraph: Paragraph?, log: inout DiagnosticLog) {
        guard isInMatrix, let paragraph, !isStrayReported else { return }
        isStrayReported = true
        log.append(.cellOutsideRow(paragraph))
    }

    /// Ends the row that is open, and says what is wrong with the number of its cells.
    mutating func closeRow(log: inout DiagnosticLog) {
        guard var row = openRow else { return }
        openRow = nil
        let expected = rules.contentColumns.count
        if row.cells.count > expected {
            log.append(.extraCells(row, expected: expected))
            let surplus = row.cells[expected...].compactMap(\.self)
            row.cells.removeSubrange(expected...)
            // The text is kept with the last cell: nothing is lost, and the error says that it is not its own.
            var last = row.cells[expected - 1] ?? CellDraft(paragraphs: [], place: row.place)
            last.paragraphs += surplus.flatMap(\.paragraphs)
            row.cells[expected - 1] = last
        } else if row.cells.count < expected {
            log.append(.missingCells(row, expected: expected))
            row.cells += Array(repeating: nil, count: expected - row.cells.count)
        }
        rows.append(row)
    }

    /// Puts the cells of a row that stand in the order of the printed headings into the order of the rules.
    mutating func orderOpenRow() {
        let content = rules.columns.indices.filter { rules.columns[$0].role == .content }
        let printed = headings.map(\.column).filter(content.contains)
        guard let cells = openRow?.cells, cells.count == content.count, printed.count == content.count else { return }
        openRow?.cells = content.map { column in printed.firstIndex(of: column).flatMap { cells[$0] } }
    }
}

extension Diagnostic {
    private static func label(of row: MatrixDraft.RowDraft) -> String {
        row.labels.map(\.text).joined(separator: " | ")
    }

    fileprivate static func missingCells(_ row: MatrixDraft.RowDraft, expected: Int) -> Diagnostic {
        Diagnostic(
            "row-with-missing-cells",
            .error,
            "the row '\(label(of: row))' has \(row.cells.count) of \(expected) content cells",
            at: row.place,
            suggestion: "mark the missing cell in the source, even if it is empty: which one it is, the text cannot say"
        )
    }

    fileprivate static func extraCells(_ row: MatrixDraft.RowDraft, expected: Int) -> Diagnostic {
        let surplus = row.cells[expected]
        let text = surplus?.paragraphs.first?.text.shortened(to: 40) ?? ""
        return Diagnostic(
            "row-with-extra-cells",
            .error,
            "the row '\(label(of: row))' has \(row.cells.count) content cells, and the matrix has \(expected) columns",
            at: surplus?.place ?? row.place,
            suggestion: "the first too many is '\(text)': look for a lost label or a needless tab"
        )
    }

    fileprivate static func cellOutsideRow(_ paragraph: Paragraph) -> Diagnostic {
        Diagnostic(
            "cell-outside-row",
            .error,
            "the table has text in no labelled row, from '\(paragraph.text.shortened(to: 40))' on",
            at: paragraph.place,
            suggestion: "add a pattern under 'rows: label:' if this is a label, or one under 'discard:' if it is none"
        )
    }
}
