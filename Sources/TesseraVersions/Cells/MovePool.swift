/// What texts have lost and won, until it is known what of it is the same.
struct MovePool {
    /// Sentences of one text, with what is to be told of those that have gone nowhere.
    private struct Entry {
        let run: SentenceRun
        /// Nil where another change tells of it: an added or removed row.
        let subject: Change.Subject?
        /// Not nil where a whole cell has begun or ceased to say something.
        let turn: CellTurn?
        let order: ReadingOrder
    }

    private var removed: [Entry] = []
    private var added: [Entry] = []

    /// - Parameter turn: what it means where a cell has begun or ceased to say something.
    mutating func add(
        _ gone: [SentenceRun],
        _ come: [SentenceRun],
        _ subject: Change.Subject,
        _ turn: CellTurn?,
        _ order: ReadingOrder
    ) {
        removed += gone.map { Entry(run: $0, subject: subject, turn: turn, order: order) }
        added += come.map { Entry(run: $0, subject: subject, turn: turn, order: order) }
    }

    /// Texts of rows that are told of as a whole.
    mutating func addQuietly(removed gone: [ComparedText], added come: [ComparedText], _ order: ReadingOrder) {
        func entries(_ texts: [ComparedText]) -> [Entry] {
            texts.flatMap { text in
                text.sentences.indices.map { number in
                    Entry(
                        run: SentenceRun(text: text, sentences: number..<number + 1),
                        subject: nil,
                        turn: nil,
                        order: order
                    )
                }
            }
        }
        removed += entries(gone)
        added += entries(come)
    }

    /// A sentence that stands elsewhere.
    private struct Move {
        var old: SentenceRun
        var new: SentenceRun
        let order: ReadingOrder
        var isReworded: Bool
    }

    /// All changes that there are, with their places.
    func settled(_ kinds: WordKinds, _ vocabulary: Vocabulary) -> [(ReadingOrder, Change)] {
        var matching = MoveMatching(removed.map(\.run), added.map(\.run))
        matching.run()
        var told: [(ReadingOrder, Change)] = []
        for move in moves(matching) {
            told.append(
                (
                    move.order.at(move.new.range.lowerBound),
                    Change(.moved, .text, old: move.old.side, new: move.new.side)
                )
            )
            guard move.isReworded else { continue }
            for change in SentenceChanges(move.old, move.new, .text, kinds, vocabulary).changes {
                told.append((move.order.at(move.new.range.lowerBound), change))
            }
        }
        told += rest(removed.indices.filter { !matching.matchedOld.contains($0) }.map { removed[$0] }, isNew: false)
        told += rest(added.indices.filter { matching.matches[$0] == nil }.map { added[$0] }, isNew: true)
        return told
    }

    /// Sentences that moved together are one move.
    private func moves(_ matching: MoveMatching) -> [Move] {
        var moves: [Move] = []
        for (position, source) in matching.matches.sorted(by: { $0.key < $1.key }) {
            let old = removed[source.old].run
            let new = added[position].run
            if let last = moves.last, last.old.isFollowed(by: old), last.new.isFollowed(by: new),
                !last.isReworded, source.isExact
            {
                moves[moves.count - 1].old.sentences = last.old.sentences.lowerBound..<old.sentences.upperBound
                moves[moves.count - 1].new.sentences = last.new.sentences.lowerBound..<new.sentences.upperBound
            } else {
                moves.append(Move(old: old, new: new, order: added[position].order, isReworded: !source.isExact))
            }
        }
        return moves
    }

    /// What was removed or added, a change for each run of sentences.
    private func rest(_ entries: [Entry], isNew: Bool) -> [(ReadingOrder, Change)] {
        var told: [(ReadingOrder, Change)] = []
        var index = 0
        while index < entries.count {
            let entry = entries[index]
            var run = entry.run
            index += 1
            while index < entries.count, run.isFollowed(by: entries[index].run) {
                run.sentences = run.sentences.lowerBound..<entries[index].run.sentences.upperBound
                index += 1
            }
            guard let subject = entry.subject else { continue }
            let isCell = subject == .cell && run.isWhole
            let kind = entry.turn?.kind ?? (isNew ? .added : .removed)
            let counterpart = entry.turn?.counterpart
            let side = run.side
            let change = Change(
                kind,
                subject == .cell && !isCell ? .text : subject,
                old: isNew ? counterpart : side,
                new: isNew ? side : counterpart
            )
            told.append((entry.order.at(run.range.lowerBound), change))
        }
        return told
    }
}
