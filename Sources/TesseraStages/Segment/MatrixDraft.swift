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
    /// Column of the pipeline by column of the grid, once a header row is known.
    var gridColumns: [Int: Int] = [:]

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
    mutating func takeHeading(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> Int? {
        guard let first = paragraphs.first else { return nil }
        let text = paragraphs.count == 1 ? first.text : paragraphs.map(\.text).joined(separator: " ")
        guard let column = try rules.column(headed: text) else { return nil }
        if headings.contains(where: { $0.column == column }) {
            discarded += paragraphs.map { Discarded(Passage($0), reason: .repeatedColumnHeading) }
        } else {
            let passage = paragraphs.dropFirst().reduce(Passage(first)) { $0.joined(with: Passage($1)) }
            headings.append((column, passage))
        }
        phase = .matrix
        return column
    }

    /// Takes a paragraph that the rules leave out.
    /// - Returns: whether it is one.
    private mutating func discard(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        guard let reason = try rules.discardReason(for: paragraph.text) else { return false }
        discarded.append(Discarded(Passage(paragraph), reason: reason))
        return true
    }

    /// The paragraphs that are neither furniture nor a heading typed again on a line of its own.
    mutating func withoutFurniture(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> [Paragraph] {
        var kept: [Paragraph] = []
        for paragraph in paragraphs where try !discard(paragraph) {
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
            // Punctuation behind a label stays with it, so that every character is in one place.
            let labelEnd = label.title.isEmpty ? paragraph.text.utf8.count : label.title.lowerBound
            let passage = Passage(paragraph, 0..<labelEnd)
            row.labels.append(passage)
            row.references += label.keys.map { RowReference(key: $0, asWritten: passage.text) }
            if !label.title.isEmpty { row.titles.append(Passage(paragraph, label.title)) }
        }
        openRow = row
        phase = .matrix
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
        Diagnostic(
            "row-with-extra-cells",
            .error,
            "the row '\(label(of: row))' has \(row.cells.count) content cells, and the matrix has \(expected) columns",
            at: (row.cells.last ?? nil)?.place ?? row.place,
            suggestion: "look for a tab or a row label that was lost between here and the label"
        )
    }

    /// A cell that belongs to no row.
    static func cellOutsideRow(_ paragraph: Paragraph) -> Diagnostic {
        Diagnostic(
            "cell-outside-row",
            .warning,
            "a cell stands in the table, but in no labelled row",
            at: paragraph.place,
            suggestion: "add a pattern under 'rows: label:' if this is the label of a row"
        )
    }
}
