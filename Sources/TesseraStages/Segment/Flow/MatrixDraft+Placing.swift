import TesseraModel

/// The cells of rows that were read as a flow find their columns here, when all rows are known.
extension MatrixDraft {
    /// How sure a border can be at the most that wording alone shows.
    private static let mostByWording = 0.95
    /// The same where an earlier version shows it.
    private static let mostByReference = 0.99

    /// Places the cells of all rows that were read as a flow.
    mutating func placeFlow(log: inout DiagnosticLog) {
        guard rows.contains(where: \.isFlow) else { return }
        let count = rules.contentColumns.count
        var vocabulary = ColumnVocabulary(columnCount: count)
        if let reference {
            for column in 0..<count { reference.texts(of: column).forEach { vocabulary.learn($0, column: column) } }
        }
        for number in rows.indices where rows[number].isFlow { rows[number].splitAtLostMarks(count) }
        var open: [Int] = []
        // What is certain comes first: it shows which words stand in which column.
        for number in rows.indices where rows[number].isFlow {
            let placement = CellPlacement(rows[number].evidence(nil, ColumnVocabulary(columnCount: count), count))
            guard placement.isPossible, placement.isCertain.allSatisfy(\.self) else {
                open.append(number)
                continue
            }
            for (item, column) in zip(rows[number].items, placement.columns) where column > 0 && !item.isWholeCell {
                vocabulary.learn(item.text, column: column - 1)
            }
            place(number, placement, reference: nil, log: &log)
        }
        for number in open {
            let known = reference?.row(for: rows[number].references.map(\.key))
            let placement = CellPlacement(rows[number].evidence(known, vocabulary, count))
            place(number, placement, reference: known, log: &log)
        }
    }

    /// Gives a row its titles and cells.
    private mutating func place(
        _ number: Int,
        _ placement: CellPlacement,
        reference: ReferenceDataset.Row?,
        log: inout DiagnosticLog
    ) {
        let items = rows[number].items
        let isMarked = items.count(where: \.isMarked) >= rules.contentColumns.count
        var evidence = Row.Evidence.countedCells
        if isMarked { evidence = .markedCells }
        var cells: [CellDraft?] = []
        for column in 0...rules.contentColumns.count {
            let own = zip(items, placement.columns).filter { $0.1 == column }.map(\.0)
            let isCertain = placement.isPossible && placement.isCertain[column]
            var doubt: Uncertainty?
            if !isCertain {
                let isKnown = reference.map { own.isKnown(in: $0, column) } ?? false
                evidence = isKnown ? .referenceDataset : .wording
                let most = isKnown ? MatrixDraft.mostByReference : MatrixDraft.mostByWording
                let confidence = placement.isPossible ? placement.confidence[column] : placement.confidence[column] / 2
                doubt = Uncertainty(isKnown ? .referenceBorder : .cellBorder, confidence: min(most, confidence))
            }
            if column == 0 {
                rows[number].titles += own.paragraphs.map(\.passage)
                if let doubt { rows[number].doubts.append(doubt) }
                continue
            }
            guard let first = own.first, let last = own.last else {
                cells.append(nil)
                if let doubt { rows[number].cellDoubts[column - 1] = doubt }
                continue
            }
            var piece = CellPiece(
                paragraphs: own.paragraphs,
                place: first.place.joined(with: last.place)
            )
            if let doubt, piece.paragraphs.isEmpty { rows[number].cellDoubts[column - 1] = doubt }
            if let doubt, !piece.paragraphs.isEmpty { piece.paragraphs[0].doubts.append(doubt) }
            cells.append(CellDraft(piece))
        }
        rows[number].cells = cells
        rows[number].evidence = rows[number].references.isEmpty ? .noLabel : evidence
        rows[number].items = []
        if !placement.isPossible {
            log.append(.unfitRow(rows[number], found: items.count, expected: rules.contentColumns.count))
        }
    }
}

extension RowDraft {
    /// What is known of the items of the row.
    fileprivate func evidence(
        _ reference: ReferenceDataset.Row?,
        _ vocabulary: ColumnVocabulary,
        _ columnCount: Int
    ) -> CellPlacement.Evidence {
        let likeTitles = items.prefix { $0.isLikeTitle && !$0.isMarked }.count
        let hasLines = items.contains(where: \.goesOn)
        // A row has a title, on the line of its label or on its own.
        var least = likeTitles > 0 && titles.isEmpty ? 1 : 0
        // Lines of a paragraph have no shape of their own; the first of a row is its title, or the beginning of one.
        if items.count - least < columnCount { least = max(0, items.count - columnCount) }
        // Where all borders are marked, the shape of a title matters no more.
        let isMarked = items.count(where: \.isMarked) >= columnCount
        let most = isMarked || hasLines ? items.count : max(least, likeTitles)
        return CellPlacement.Evidence(
            columnCount: columnCount,
            items: items.enumerated().map { number, item in
                CellPlacement.Item(
                    isMarked: item.isMarked,
                    isWholeCell: item.isWholeCell,
                    weights: weights(of: item, reference, vocabulary, columnCount),
                    borderWeight: borderWeight(before: number)
                )
            },
            titles: (isMarked ? 0 : least)...most
        )
    }

    /// How much a text of an earlier version says, where it is the same.
    private static let referenceWeight = 9.0

    private func weights(
        of item: FlowItem,
        _ reference: ReferenceDataset.Row?,
        _ vocabulary: ColumnVocabulary,
        _ columnCount: Int
    ) -> [Double] {
        // A title has few lines, and no full stop.
        let title = item.goesOn ? (item.text.breaksOffInSentence ? -1.5 : -4) : 0
        var weights = [title] + vocabulary.weights(of: item.text)
        guard let reference, reference.cells.count == columnCount else { return weights }
        let words = WordBag(item.text)
        weights[0] += RowDraft.referenceWeight * words.share(in: reference.title)
        for column in 1...columnCount {
            let isSame =
                item.isWholeCell && WhiteSpaceNormalisation.normalised(item.text) == reference.texts[column - 1]
            let share = item.isWholeCell ? (isSame ? 1 : 0) : words.share(in: reference.cells[column - 1])
            weights[column] += RowDraft.referenceWeight * share
        }
        return weights
    }

    /// Text that goes on in mid-sentence is no other cell.
    private func borderWeight(before number: Int) -> Double {
        guard number > 0 else { return 0 }
        if items[number].goesOn {
            // A mark may be lost here, and hardly ever is.
            return items[number].text.beginsInSentence ? -9 : items[number - 1].text.breaksOffInSentence ? -5 : -4
        }
        return items[number - 1].text.breaksOffInSentence && items[number].text.beginsInSentence ? -4 : 0
    }
}

extension RowDraft {
    /// Takes paragraphs apart into their printed lines, where marks of cells were lost at the ends of lines.
    fileprivate mutating func splitAtLostMarks(_ columnCount: Int) {
        let marks = items.count(where: \.isMarked)
        guard marks > 0, marks < columnCount, items.contains(where: { $0.paragraph?.lineStarts.isEmpty == false })
        else { return }
        items = items.flatMap { item -> [FlowItem] in
            guard let lines = item.paragraph?.lines, lines.count > 1 else { return [item] }
            return lines.enumerated().map { number, line in
                FlowItem(
                    paragraph: line,
                    isMarked: item.isMarked && number == 0,
                    isWholeCell: false,
                    place: line.place,
                    goesOn: number > 0
                )
            }
        }
    }
}

extension [FlowItem] {
    /// The paragraphs, lines that go on joined again.
    fileprivate var paragraphs: [FoundParagraph] {
        reduce(into: []) { all, item in
            guard let paragraph = item.paragraph else { return }
            if item.goesOn, let last = all.last, last.id == paragraph.id {
                all[all.count - 1] = last.extended(by: paragraph)
            } else {
                all.append(paragraph)
            }
        }
    }

    /// The least share of a text that makes an earlier version speak for its place.
    private static let leastShare = 0.4

    /// Whether an earlier version has each of the texts in a column.
    fileprivate func isKnown(in row: ReferenceDataset.Row, _ column: Int) -> Bool {
        !isEmpty
            && allSatisfy { item in
                let bag = column == 0 ? row.title : row.cells[column - 1]
                return WordBag(item.text).share(in: bag) >= Self.leastShare
            }
    }
}

extension Diagnostic {
    fileprivate static func unfitRow(_ row: RowDraft, found: Int, expected: Int) -> Diagnostic {
        Diagnostic(
            "unfit-row",
            .warning,
            "the row '\(row.label)' has \(found) paragraphs, which do not fit its \(expected) cells",
            at: row.place,
            suggestion: "look whether a label or an 'N/A' was lost there"
        )
    }
}
