import TesseraModel

/// The comparison of two versions, step by step.
struct Comparison {
    let old: Report
    let new: Report
    let vocabulary = Vocabulary()
    let kinds: WordKinds
    private(set) var groups: [RowGroup] = []
    private(set) var columns: [(old: Column?, new: Column?)] = []
    /// Changes with the place in reading order that they belong to.
    private var changes: [(order: ReadingOrder, change: Change)] = []
    /// What texts have lost and won: some of it has moved.
    private var pool = MovePool()
    private lazy var oldFindings = TextFindings.all(of: old)
    private lazy var newFindings = TextFindings.all(of: new)

    init(_ old: Report, _ new: Report) {
        self.old = old
        self.new = new
        kinds = WordKinds(old, new)
    }

    /// The changes in reading order, numbered.
    var sortedChanges: [Change] {
        changes.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
            .enumerated().map { number, entry in
                var change = entry.element.change
                change.number = number + 1
                return change
            }
    }

    mutating func run() {
        columns = ColumnMatching.pairs(old.contentColumns, new.contentColumns, vocabulary)
        groups = RowGroup.all(RowProfile.all(of: old), RowProfile.all(of: new), vocabulary)
        compareColumns()
        compareMatter(old.frontMatter, new.frontMatter, .front)
        for index in groups.indices { compare(groups[index], number: index) }
        compareLists()
        compareMatter(old.backMatter, new.backMatter, .back)
        settleMoves()
    }

    mutating func tell(_ change: Change, at order: ReadingOrder) { changes.append((order, change)) }

    // MARK: Rows

    private mutating func compare(_ group: RowGroup, number: Int) {
        let order = ReadingOrder(.matrix, number)
        compareRow(group, order)
        compareTitles(group, order.next)
        for (index, column) in columns.enumerated() {
            compareCells(group, column, ReadingOrder(.matrix, number, index + 2))
        }
    }

    private mutating func compareRow(_ group: RowGroup, _ order: ReadingOrder) {
        let oldSide = RowHeading(group.old).side
        let newSide = RowHeading(group.new).side
        switch group.relation {
        case .same: if let change = labelFormatting(group, oldSide, newSide) { tell(change, at: order) }
        case .renumbered:
            var change = Change(.renumbered, .row, old: oldSide, new: newSide)
            change.parts = WordDifference(oldSide?.text ?? "", newSide?.text ?? "").parts
            tell(change, at: order)
        case .split: tell(Change(.split, .row, old: oldSide, new: newSide), at: order)
        case .merged: tell(Change(.merged, .row, old: oldSide, new: newSide), at: order)
        case .added: tell(Change(.added, .row, old: nil, new: RowHeading(group.new).sideWithCells), at: order)
        case .removed: tell(Change(.removed, .row, old: RowHeading(group.old).sideWithCells, new: nil), at: order)
        }
        if group.isMoved, let old = group.old.first, let new = group.new.first {
            let places = "row \(old.position + 1) is now row \(new.position + 1)"
            tell(Change(.moved, .row, old: oldSide, new: newSide, note: places), at: order)
        }
    }

    /// The same references, written in another way.
    private func labelFormatting(_ group: RowGroup, _ old: Change.Side?, _ new: Change.Side?) -> Change? {
        let texts = [group.old, group.new].map { rows in
            rows.flatMap(\.row.labels).map(\.text).joined(separator: " ")
        }
        guard texts[0] != texts[1] else { return nil }
        return .formatting(.row, old: old, new: new)
    }

    private mutating func compareTitles(_ group: RowGroup, _ order: ReadingOrder) {
        guard !group.old.isEmpty, !group.new.isEmpty else { return }
        // Of rows that were split or merged, the change of the rows names all titles.
        guard group.old.count == 1, group.new.count == 1 else { return }
        let texts = (old: group.old[0].title, new: group.new[0].title)
        guard texts.old != texts.new else { return }
        let uncertain = RowHeading(group.old).uncertainties + RowHeading(group.new).uncertainties
        let places = (old: TextPlace(row: group.old[0].row.id), new: TextPlace(row: group.new[0].row.id))
        compare(texts, places, .title, uncertain: uncertain, order)
    }

    // MARK: Cells

    private mutating func compareCells(
        _ group: RowGroup,
        _ column: (old: Column?, new: Column?),
        _ order: ReadingOrder
    ) {
        let oldCells = column.old.map { column in group.old.flatMap { $0.cells(in: column.id) } } ?? []
        let newCells = column.new.map { column in group.new.flatMap { $0.cells(in: column.id) } } ?? []
        let pair = CellPair(oldCells, newCells)
        guard pair.isDifferent else { return }
        if group.old.isEmpty || group.new.isEmpty || column.old == nil || column.new == nil {
            // The row or the column tells it all; but what it says may come from elsewhere.
            pool.addQuietly(removed: sides(oldCells, oldFindings), added: sides(newCells, newFindings), order)
            return
        }
        if let change = pair.changeOfStatus {
            tell(change, at: order)
            return
        }
        let uncertain = pair.uncertainties
        let texts = (old: sides(pair.old, oldFindings), new: sides(pair.new, newFindings))
        if !uncertain.isEmpty {
            tellUncertain(pair, uncertain, order)
            return
        }
        compare(texts.old, texts.new, .cell, pair.turn, order)
    }

    private func sides(_ cells: [Cell], _ findings: [TextPlace: TextFindings]) -> [ComparedText] {
        cells.filter { $0.status.saysSomething }.map { cell in
            let place = TextPlace(cell.address)
            return ComparedText(cell.text, at: place, vocabulary, findings: findings[place] ?? TextFindings())
        }
    }

    private mutating func tellUncertain(_ pair: CellPair, _ reasons: [Uncertainty.Reason], _ order: ReadingOrder) {
        let old = pair.oldSide
        let new = pair.newSide
        let oldWords = Words(old?.text ?? "", vocabulary)
        let newWords = Words(new?.text ?? "", vocabulary)
        guard oldWords.ids != newWords.ids else {
            tell(.formatting(.cell, old: old, new: new), at: order)
            return
        }
        var change = Change(.cannotCompare, .cell, old: old, new: new)
        let hunks = Hunk.all(oldWords.words[...], newWords.words[...], vocabulary)
        if old != nil, new != nil { change.parts = WordDifference.parts(oldWords, newWords, hunks) }
        change.note = "uncertain: " + Set(reasons.map(\.rawValue)).sorted().joined(separator: ", ")
        tell(change, at: order)
    }

    // MARK: Texts

    /// Compares two texts that are no cells.
    mutating func compare(
        _ texts: (old: String, new: String),
        _ places: (old: TextPlace, new: TextPlace),
        _ subject: Change.Subject,
        uncertain: [Uncertainty.Reason] = [],
        _ order: ReadingOrder
    ) {
        if !uncertain.isEmpty {
            var change = Change(
                .cannotCompare,
                subject,
                old: Change.Side(row: places.old.row, text: texts.old),
                new: Change.Side(row: places.new.row, text: texts.new)
            )
            change.parts = WordDifference(texts.old, texts.new).parts
            change.note = "uncertain: " + Set(uncertain.map(\.rawValue)).sorted().joined(separator: ", ")
            tell(change, at: order)
            return
        }
        let old = texts.old.isEmpty ? [] : [ComparedText(texts.old, at: places.old, vocabulary)]
        let new = texts.new.isEmpty ? [] : [ComparedText(texts.new, at: places.new, vocabulary)]
        compare(old, new, subject, nil, order)
    }

    /// - Parameter turn: what it means where a cell has begun or ceased to say something.
    mutating func compare(
        _ old: [ComparedText],
        _ new: [ComparedText],
        _ subject: Change.Subject,
        _ turn: CellTurn?,
        _ order: ReadingOrder
    ) {
        let alignment = SentenceAlignment(old, new)
        // A title is one whole, and none moves to another row.
        if subject == .title, !(alignment.removed + alignment.added).isEmpty, let old = old.first, let new = new.first {
            var change = Change(.reworded, .title, old: old.whole.side, new: new.whole.side)
            change.parts = WordDifference(old.words.text, new.words.text).parts
            tell(change, at: order)
            return
        }
        let pairs = alignment.reworded
        for pair in pairs {
            for change in SentenceChanges(pair.old, pair.new, subject, kinds, vocabulary).changes {
                tell(change, at: order.at(pair.new.range.lowerBound))
            }
        }
        if pairs.isEmpty, alignment.removed.isEmpty, alignment.added.isEmpty, let oldText = old.first,
            let newText = new.first, old.joinedText != new.joinedText
        {
            let change = Change.formatting(subject, old: oldText.whole.side, new: newText.whole.side)
            tell(change, at: order)
        }
        pool.add(alignment.removed, alignment.added, subject, turn, order)
    }

    private mutating func settleMoves() {
        let settled = pool.settled(kinds, vocabulary)
        for (order, change) in settled { tell(change, at: order) }
    }
}

extension [ComparedText] {
    /// The texts one behind the other, as one text would hold them.
    fileprivate var joinedText: String { map(\.words.text).joined(separator: Cell.paragraphSeparator) }
}
