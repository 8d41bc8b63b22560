import TesseraModel

/// What is known of the grid that is being walked through.
struct GridWalk {
    /// Number of the grid in the document, from 0.
    let number: Int
    /// How many columns its widest row has.
    let width: Int
    /// Whether the matrix had rows before this table began.
    let followsRows: Bool
    /// Whether nothing but headings has been taken.
    var isAtStart = true
    /// Whether the row above belongs to the last row of the matrix.
    var isInRow = false
    /// Where the label of that row stands, if it stands in this grid.
    var labelRow: Int?
    /// To which address the text of a cell went.
    var claims: [GridCell: CellIndex] = [:]
}

/// A row of a grid on its way into the matrix.
struct GridRow {
    /// From 0.
    let number: Int
    let places: [GridLayout.Place]
    /// What the cells that begin in this row say, less what the rules leave out, by the column in which they begin.
    var texts: [Int: [Paragraph]] = [:]

    /// The cells that begin in this row and say something.
    var filled: [GridLayout.Place] { places.filter { $0.isOrigin && texts[$0.column] != nil } }
}

/// Tables whose rows are marked.
extension MatrixDraft {
    /// Takes a table whose rows are marked.
    mutating func add(_ rows: [TableRow], log: inout DiagnosticLog) throws(DocumentFailure) {
        let layout = GridLayout(rows)
        var walk = GridWalk(
            number: gridCount,
            width: layout.columnCount,
            followsRows: !self.rows.isEmpty
        )
        gridCount += 1
        var number = 0
        while number < rows.count {
            if let end = try takeHeader(layout, rows, from: number, isAtStart: walk.isAtStart) {
                number = end
                continue
            }
            var row = GridRow(number: number, places: layout.rows[number])
            for place in row.places where place.isOrigin {
                let kept = try withoutDiscards(place.cell.filledParagraphs)
                if !kept.isEmpty { row.texts[place.column] = kept }
            }
            if !row.texts.isEmpty { try add(row, &walk, log: &log) }
            number += 1
        }
    }

    /// Takes a row that holds text and is none of headings.
    private mutating func add(
        _ row: GridRow,
        _ walk: inout GridWalk,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        if let only = row.filled.first, row.filled.count == 1, stands(only, beforeTheProseOf: row),
            try takeGroup(row.texts[only.column] ?? [])
        {
            walk.labelRow = nil
            walk.isInRow = false
            walk.isAtStart = false
            return
        }
        let heading = row.places.filter { role(at: $0.column) == .rowHeading }
        let lines = heading.flatMap { $0.isOrigin ? row.texts[$0.column] ?? [] : [] }
        if heading.contains(where: { !$0.isOrigin && $0.originRow == walk.labelRow && $0.originRow < row.number }) {
            goOnBesideLabel(row, lines, &walk, log: &log)
        } else if let first = lines.first, let place = heading.first?.cell.place,
            try isLabel(first, allowsGluedTitle: true)
        {
            let draft = try makeRow(lines.map { FoundParagraph($0) }, at: place, allowsGluedTitle: true)
            if walk.isAtStart, walk.followsRows, repeatsLastRow(draft) {
                goOnBelowLabel(row, draft, &walk, log: &log)
            } else {
                open(row, draft, &walk, log: &log)
            }
            walk.labelRow = row.number
            walk.isInRow = true
        } else if lines.isEmpty, canGoOn(row, walk) {
            goOnWithoutLabel(row, &walk, log: &log)
        } else {
            walk.labelRow = nil
            walk.isInRow = false
            try addUnlabelled(row, log: &log)
        }
        walk.isAtStart = false
    }

    /// Whether a cell stands where lines that head rows do: at the edge of the grid, or over its labels.
    private func stands(_ place: GridLayout.Place, beforeTheProseOf row: GridRow) -> Bool {
        place.column == 0
            || row.places.contains {
                $0.originRow == row.number && $0.originColumn == place.column && role(at: $0.column) == .rowHeading
            }
    }

    /// Adds a new row to the matrix.
    private mutating func open(
        _ row: GridRow,
        _ draft: RowDraft,
        _ walk: inout GridWalk,
        log: inout DiagnosticLog
    ) {
        var draft = draft
        draft.cells = Array(repeating: nil, count: rules.contentColumns.count)
        distribute(row, into: &draft, number: rows.count, &walk, isBroken: false, log: &log)
        reportMissing(row, draft, log: &log)
        rows.append(draft)
    }

    /// Takes a row without a label: one that heads those below it, or text that stands in no row.
    private mutating func addUnlabelled(_ row: GridRow, log: inout DiagnosticLog) throws(DocumentFailure) {
        let paragraphs = row.filled.flatMap { row.texts[$0.column] ?? [] }
        if row.filled.count == 1, isInMatrix {
            for paragraph in paragraphs { addMatter(Matter(Passage(paragraph), role: .sectionRow)) }
            return
        }
        for paragraph in paragraphs { try addFlow(paragraph) }
        reportStray(paragraphs.first, log: &log)
    }

    /// What stands in a column of the grid; nil where no heading names it.
    func role(at position: Int) -> Column.Role? {
        gridColumns[position].map { rules.columns[$0].role }
    }
}

extension TableCell {
    /// The paragraphs that hold any text.
    var filledParagraphs: [Paragraph] {
        var filled: [Paragraph] = []
        forEachParagraph { if $0.isFilled { filled.append($0) } }
        return filled
    }
}

extension Paragraph {
    /// Whether the paragraph holds any text.
    var isFilled: Bool { text.unicodeScalars.contains { !$0.isBlank } }
}
