import TesseraModel

/// A column heading over some printed lines.
private struct LineHeading {
    var position: Int
    var pieces: [Paragraph]
    /// The column of the rules.
    var column: Int
}

/// Tables of printed lines, in which columns are marked and rows are not.
///
/// A row begins with a label in the column of labels. A second label may belong to the same row; what tells it from a
/// new row is whether the other columns begin anew beside it.
extension MatrixDraft {
    /// How many printed lines a label may take.
    private static let mostLabelLines = 3

    /// The longest title that may follow a table, in bytes.
    private static let longestTitle = 200

    /// How many printed lines a column heading may take.
    private static let mostHeadingLines = 8

    /// The shortest heading that counts alone, in bytes, where it could be the text of a cell as well.
    private static let shortestLoneHeading = 12

    /// Takes a table of printed lines.
    mutating func add(lines table: [TableRow], log: inout DiagnosticLog) throws(DocumentFailure) {
        let width = table.lazy.map(\.cells.count).max() ?? 0
        let lines = table.map { row in
            (0..<width).map { $0 < row.cells.count ? row.cells[$0].filledParagraphs.first : nil }
        }
        let joinings = (0..<width).map { position in LineJoining(column: lines.map { $0[position] }) }
        openLines?.labelEnd = 0
        var number = 0
        while number < lines.count {
            if case .section = phase {
                for paragraph in lines[number].compactMap(\.self) { try addFlow(paragraph) }
                number += 1
            } else if let end = try takeHeadings(lines, from: number) {
                number = end
            } else {
                try add(lines, number, joinings, log: &log)
                number += 1
            }
        }
    }

    private mutating func add(
        _ lines: [[Paragraph?]],
        _ number: Int,
        _ joinings: [LineJoining],
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        let filled = lines[number].compactMap(\.self)
        if filled.count == 1, try rules.section(headed: filled[0].text) != nil {
            try closeLines(log: &log)
            try addFlow(filled[0])
            return
        }
        var line = lines[number]
        for position in line.indices {
            if let piece = line[position], try withoutDiscards([piece]).isEmpty { line[position] = nil }
        }
        let isBlank = line.allSatisfy { $0 == nil }
        // A line of furniture is none; a blank one may part paragraphs.
        if isBlank, !filled.isEmpty { return }
        guard isInMatrix else {
            // A line above the matrix is one text, wherever columns happen to cut it.
            let pieces = line.compactMap(\.self)
            if pieces.count == 1 {
                try addFlow(pieces[0])
            } else if pieces.count > 1 {
                addMatter(Matter(joined(pieces)))
            }
            return
        }
        let columns = lineColumns(width: line.count)
        let heading = columns.firstIndex { $0.map { rules.columns[$0].role } == .rowHeading }
        if let heading, try beginsRow(lines, number, heading) {
            try closeLines(log: &log)
            openLines = LinesRow(columns: columns, joinings: joinings)
        } else if openLines == nil, !isBlank {
            openLines = LinesRow(columns: columns, joinings: joinings)
        }
        var goesOn = false
        if let heading, line[heading] != nil {
            goesOn = number < openLines?.labelEnd ?? 0
            let label = goesOn ? nil : try label(lines, number, heading)
            if let label { openLines?.labelEnd = number + label.lines }
            if label?.hasTitle == true || (label == nil && !goesOn) { openLines?.hasTitle = true }
        }
        openLines?.append(line, goesOnWithLabel: goesOn)
    }

    private func joined(_ pieces: [Paragraph]) -> Passage {
        var text = FoundParagraph(pieces[0])
        for piece in pieces.dropFirst() { text.append(piece) }
        return text.passage
    }

    /// Takes a paragraph that follows a table of printed lines, if it is the title that its last row lacks: where the
    /// other cells have ended, nothing shows that the column of labels goes on.
    /// - Returns: whether it is one.
    mutating func takeTitle(_ paragraph: Paragraph) -> Bool {
        guard let open = openLines, paragraph.text.utf8.count <= MatrixDraft.longestTitle,
            let heading = open.columns.firstIndex(where: { $0.map { rules.columns[$0].role } == .rowHeading })
        else { return false }
        let isTitle =
            (!open.hasTitle || open.hasTitleBehind) && paragraph.text.isLikeTitle(atMost: MatrixDraft.longestTitle)
        let goesOn = open.hasTitleBehind && paragraph.text.beginsInSentence
        let fits = paragraph.text.unicodeScalars.count <= open.joinings[heading].width
        guard isTitle || goesOn || (fits && open.endsInHeading(heading)) else { return false }
        var title = paragraph
        title.uncertainty = Uncertainty(.cellBorder, confidence: 0.8)
        openLines?.append(open.columns.indices.map { $0 == heading ? title : nil }, goesOnWithLabel: goesOn)
        openLines?.hasTitle = true
        openLines?.hasTitleBehind = true
        return true
    }

    /// Which column of the rules stands at which position: as the headings say, or else in the order of the rules.
    private func lineColumns(width: Int) -> [Int?] {
        if width == gridWidth, !gridColumns.isEmpty { return (0..<width).map { gridColumns[$0] } }
        return (0..<width).map { $0 < rules.columns.count ? $0 : nil }
    }

    // MARK: Headings

    /// Takes the lines that hold nothing but column headings.
    /// - Returns: the number of the line behind them; nil where no heading begins.
    private mutating func takeHeadings(_ lines: [[Paragraph?]], from first: Int) throws(DocumentFailure) -> Int? {
        guard lines[first].contains(where: { $0 != nil }) else { return nil }
        for end in (first + 1)...(first + MatrixDraft.mostHeadingLines) where end <= lines.count {
            guard let found = try headings(lines[first..<end]) else { continue }
            for heading in found { _ = try takeHeading(heading.pieces) }
            if found.count > 1 || gridColumns.isEmpty {
                gridWidth = lines[first].count
                let columns = Dictionary(found.map { ($0.position, $0.column) }, uniquingKeysWith: { one, _ in one })
                if columns.count == rules.columns.count || gridColumns.isEmpty { gridColumns = columns }
            }
            return end
        }
        return nil
    }

    /// The headings that some lines consist of, one a position; nil where they hold anything else.
    private func headings(_ lines: ArraySlice<[Paragraph?]>) throws(DocumentFailure) -> [LineHeading]? {
        var found: [LineHeading] = []
        for position in lines[lines.startIndex].indices {
            let pieces = lines.compactMap { $0[position] }
            guard !pieces.isEmpty else { continue }
            guard let column = try column(headed: pieces) else { return nil }
            found.append(LineHeading(position: position, pieces: pieces, column: column))
        }
        let length = found.reduce(0) { $0 + $1.pieces.reduce(0) { $0 + $1.text.utf8.count } }
        return found.count > 1 || length >= MatrixDraft.shortestLoneHeading ? found : nil
    }

    // MARK: Rows

    /// Whether a row begins in a line.
    private func beginsRow(_ lines: [[Paragraph?]], _ number: Int, _ heading: Int) throws(DocumentFailure) -> Bool {
        guard try label(lines, number, heading) != nil else { return false }
        guard let open = openLines, !open.hasTitle else { return true }
        let above = open.lines.last ?? []
        var beginAnew = true
        for position in lines[number].indices where position != heading {
            guard let piece = lines[number][position] else { return false }
            guard position < above.count, let last = above[position] else { continue }
            if open.joinings[position].goesOn(from: last.text, to: piece.text) { beginAnew = false }
        }
        return beginAnew
    }

    /// A label in the column of labels.
    private struct LineLabel {
        /// How many printed lines it takes.
        var lines: Int
        /// Whether the last of them also holds a title.
        var hasTitle: Bool
    }

    /// The label that begins in a line of the column of labels; nil where none does. A narrow column breaks labels.
    private func label(_ lines: [[Paragraph?]], _ number: Int, _ heading: Int) throws(DocumentFailure) -> LineLabel? {
        var text = ""
        var found: LineLabel?
        var mostKeys = 0
        for next in number..<min(number + MatrixDraft.mostLabelLines, lines.count) {
            guard let piece = lines[next][heading] else { break }
            // What is a label by itself is another one.
            if next > number, try isLabel(piece, allowsGluedTitle: true) { break }
            text += text.isEmpty ? piece.text : " " + piece.text
            guard let label = try labelParser.parse(text, allowsGluedTitle: true) else { continue }
            // What seems to be a title may be the rest of the label that the column broke.
            let isBetter = label.keys.count > mostKeys || (found?.hasTitle == true && label.title.isEmpty)
            guard isBetter || found == nil else { continue }
            found = LineLabel(lines: next - number + 1, hasTitle: !label.title.isEmpty)
            mostKeys = label.keys.count
        }
        return found
    }

    /// Ends the row that is open.
    mutating func closeLines(log: inout DiagnosticLog) throws(DocumentFailure) {
        guard let open = openLines, let place = open.place else { return }
        openLines = nil
        guard let heading = rules.columns.firstIndex(where: { $0.role == .rowHeading }) else { return }
        var row = try makeRow(open.paragraphs(of: heading, holdsLabels: true), at: place, allowsGluedTitle: true)
        row.evidence = row.references.isEmpty && !row.isUnnumbered ? .noLabel : .printedLines
        row.cells = rules.columns.indices.filter { $0 != heading }.map { column in
            let paragraphs = open.paragraphs(of: column)
            let place = paragraphs.first.map { first in
                paragraphs.last.map { first.place.joined(with: $0.place) } ?? place
            }
            return CellDraft(CellPiece(paragraphs: paragraphs, place: place ?? row.place))
        }
        let surplus = open.surplus
        if !surplus.isEmpty { add([CellPiece(paragraphs: surplus, place: place)], to: &row, log: &log) }
        rows.append(row)
    }
}
