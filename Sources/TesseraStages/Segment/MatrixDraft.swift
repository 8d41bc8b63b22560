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

    private enum Phase {
        case front, matrix
        case section(MatrixRules.Section)
    }

    private let rules: MatrixRules
    private let labelParser: LabelParser
    private var phase = Phase.front
    private var openRow: RowDraft?
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

    private mutating func addMatter(_ matter: Matter) {
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
    private mutating func withoutFurniture(_ paragraphs: [Paragraph]) throws(DocumentFailure) -> [Paragraph] {
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

    private func isLabel(_ paragraph: Paragraph) throws(DocumentFailure) -> Bool {
        try labelParser.parse(paragraph.text) != nil
    }

    // MARK: Rows

    private mutating func openRow(_ paragraphs: [Paragraph], at place: SourcePlace) throws(DocumentFailure) {
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

    // MARK: Streams

    /// Takes a cell of a table whose rows are not marked.
    mutating func add(_ cell: TableCell, log: inout DiagnosticLog) throws(DocumentFailure) {
        var paragraphs = cell.paragraphs
        // The last cell runs on to the end of the file: the sections behind the matrix are split off.
        var tail: ArraySlice<Paragraph> = []
        for (index, paragraph) in paragraphs.enumerated() where try rules.section(headed: paragraph.text) != nil {
            tail = paragraphs[index...]
            paragraphs = Array(paragraphs[..<index])
            break
        }
        var place = cell.place
        if !tail.isEmpty { place.end = (paragraphs.last?.place ?? cell.place).end }
        try addStreamCell(paragraphs, at: place, isCutOff: !tail.isEmpty, log: &log)
        if !tail.isEmpty { closeRow(log: &log) }
        for paragraph in tail { try addFlow(paragraph) }
    }

    private mutating func addStreamCell(
        _ paragraphs: [Paragraph],
        at place: SourcePlace,
        isCutOff: Bool,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        if try takeHeading(paragraphs) != nil { return }
        let kept = try withoutFurniture(paragraphs)
        // A cell that held nothing but furniture is none; one that is blank in the source is an empty cell.
        if kept.isEmpty, !paragraphs.isEmpty || isCutOff { return }
        if let first = kept.first, try isLabel(first) {
            closeRow(log: &log)
            try openRow(kept, at: place)
        } else if openRow != nil {
            openRow?.cells.append(CellDraft(paragraphs: kept, place: place))
        } else {
            for paragraph in kept { try addFlow(paragraph) }
            if case .matrix = phase, let first = kept.first { log.append(.cellOutsideRow(first)) }
        }
    }

    // MARK: Grids

    /// Takes a row of a table whose rows are marked.
    mutating func add(_ row: TableRow, log: inout DiagnosticLog) throws(DocumentFailure) {
        if try takeHeader(row) { return }
        closeRow(log: &log)
        let filled = row.cells.filter { !$0.paragraphs.isEmpty }
        guard let headingColumn = gridColumns.first(where: { rules.columns[$0.value].role == .rowHeading })?.key,
            let heading = cell(of: row, at: headingColumn), let first = heading.paragraphs.first,
            try isLabel(first)
        else {
            if filled.count == 1, case .matrix = phase {
                for paragraph in filled[0].paragraphs { addMatter(Matter(Passage(paragraph), role: .sectionRow)) }
            } else {
                for paragraph in filled.flatMap(\.paragraphs) { try addFlow(paragraph) }
                if case .matrix = phase, let first = filled.first?.paragraphs.first {
                    log.append(.cellOutsideRow(first))
                }
            }
            return
        }
        try openRow(try withoutFurniture(heading.paragraphs), at: heading.place)
        for column in rules.columns.indices where rules.columns[column].role == .content {
            let position = gridColumns.first { $0.value == column }?.key
            guard let cell = position.flatMap({ cell(of: row, at: $0) }) else {
                openRow?.cells.append(nil)
                continue
            }
            let paragraphs = try withoutFurniture(cell.paragraphs)
            openRow?.cells.append(CellDraft(paragraphs: paragraphs, place: cell.place))
        }
        closeRow(log: &log)
    }

    /// Takes a row in which every cell with text is a column heading.
    /// - Returns: whether it is one.
    private mutating func takeHeader(_ row: TableRow) throws(DocumentFailure) -> Bool {
        var columns: [Int: Int] = [:]
        var position = 0
        for cell in row.cells {
            let paragraphs = cell.paragraphs
            if !paragraphs.isEmpty {
                let text = paragraphs.map(\.text).joined(separator: " ")
                guard let column = try rules.column(headed: text) else { return false }
                columns[position] = column
            }
            position += cell.columnSpan
        }
        guard !columns.isEmpty else { return false }
        for cell in row.cells { _ = try takeHeading(cell.paragraphs) }
        // A heading row cut down to one column does not change what the columns are.
        gridColumns.merge(columns) { $1 }
        return true
    }

    private func cell(of row: TableRow, at column: Int) -> TableCell? {
        var position = 0
        for cell in row.cells {
            if (position..<position + cell.columnSpan).contains(column) { return cell }
            position += cell.columnSpan
        }
        return nil
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

    fileprivate static func cellOutsideRow(_ paragraph: Paragraph) -> Diagnostic {
        Diagnostic(
            "cell-outside-row",
            .warning,
            "a cell stands in the table, but in no labelled row",
            at: paragraph.place,
            suggestion: "add a pattern under 'rows: labels:' if this is the label of a row"
        )
    }
}
