import TesseraModel

/// Text whose cells are not marked, or not all of them: rows are told by their labels, and their cells are placed when
/// all is read.
extension MatrixDraft {
    /// Takes a table in which marks may be lost.
    mutating func add(partial cells: [TableCell], log: inout DiagnosticLog) throws(DocumentFailure) {
        for cell in cells {
            let paragraphs = cell.filledParagraphs
            if paragraphs.isEmpty, openRow != nil {
                openRow?.items.append(FlowItem(isMarked: true, isWholeCell: true, place: cell.place))
            }
            for (number, paragraph) in paragraphs.enumerated() {
                try addItem(paragraph, isMarked: number == 0, log: &log)
            }
        }
    }

    /// Takes a paragraph of the flow.
    /// - Parameter isMarked: whether the source marks a border of cells before it.
    mutating func addItem(
        _ paragraph: Paragraph,
        isMarked: Bool,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) {
        if case .section = phase { return try addFlow(paragraph) }
        if try rules.section(headed: paragraph.text) != nil {
            closeFlowRow()
            return try addFlow(paragraph)
        }
        if try discard(paragraph) { return }
        if let run = try HeadingRun(paragraph.text, rules.columns) { return take(run, of: paragraph) }
        if !isInMatrix, isHeadless, try isLabel(paragraph) { phase = .matrix }
        guard isInMatrix else { return try addFlow(paragraph) }
        if let label = try flowLabel(paragraph.text) {
            try addLabel(label, of: paragraph)
        } else {
            if openRow == nil { openRow = RowDraft(place: paragraph.place) }
            let items = try items(of: paragraph, isMarked: isMarked)
            openRow?.items += items
        }
    }

    private mutating func take(_ run: HeadingRun, of paragraph: Paragraph) {
        for heading in run.headings { takeHeading([Passage(paragraph, heading.range)], of: heading.column) }
        discarded += run.separators.map { Discarded(Passage(paragraph, $0), reason: .separator) }
    }

    /// The label that a paragraph is, or begins with where a title follows; nil for text that only begins like one.
    private func flowLabel(_ text: String) throws(DocumentFailure) -> LabelParser.Label? {
        // What stands for a label of no number can be a cell as well, and nothing here would tell.
        guard let label = try labelParser.parse(text, allowsGluedTitle: true), !label.keys.isEmpty else { return nil }
        let title = String(text.utf8Slice(label.title))
        let isSeparate = title.isEmpty || !label.separator.isEmpty
        return isSeparate || title.isLikeTitle(atMost: MatrixDraft.longestGluedTitle) ? label : nil
    }

    /// The longest title behind a label, in bytes: several may share a line.
    private static let longestGluedTitle = 500

    /// Takes a label: the first of a row, or one more of a row of which nothing but labels is known.
    private mutating func addLabel(_ label: LabelParser.Label, of paragraph: Paragraph) throws(DocumentFailure) {
        if openRow == nil || openRow?.items.isEmpty == false || openRow?.titles.isEmpty == false {
            closeFlowRow()
            openRow = try makeRow([FoundParagraph(paragraph)], at: paragraph.place, allowsGluedTitle: true)
        } else {
            let more = try makeRow([FoundParagraph(paragraph)], at: paragraph.place, allowsGluedTitle: true)
            openRow?.labels += more.labels
            openRow?.titles += more.titles
            openRow?.references += more.references
        }
        openRow?.isFlow = true
    }

    /// What a paragraph holds: itself, or several `N/A` on one line.
    private mutating func items(of paragraph: Paragraph, isMarked: Bool) throws(DocumentFailure) -> [FlowItem] {
        guard let line = try WholeCellLine(paragraph.text, rules.wholeCells) else {
            return [
                FlowItem(
                    paragraph: FoundParagraph(paragraph),
                    isMarked: isMarked,
                    isWholeCell: false,
                    place: paragraph.place
                )
            ]
        }
        discarded += line.separators.map { Discarded(Passage(paragraph, $0), reason: .separator) }
        return line.cells.enumerated().map { number, range in
            FlowItem(
                paragraph: FoundParagraph(paragraph, range),
                isMarked: isMarked && number == 0,
                isWholeCell: true,
                place: paragraph.place.narrowed(to: range)
            )
        }
    }

    /// Ends the row that is open; its cells are placed later.
    mutating func closeFlowRow() {
        guard var row = openRow else { return }
        openRow = nil
        row.isFlow = true
        rows.append(row)
    }
}
