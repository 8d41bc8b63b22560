import TesseraModel
import TesseraVersions
import TestSupport

/// Two editions that differ in edits of known kinds, made by chance.
struct RandomEdits {
    /// What must be told of an edit.
    struct Expectation {
        let kind: Change.Kind
        /// Addresses of which one must be that of the change: `II.2` for a row, `II.2/laws` for a cell.
        let places: Set<String>
        let what: String
    }

    private(set) var old: MadeReport
    private(set) var new: MadeReport
    private(set) var expectations: [Expectation] = []
    private var generator: SeededGenerator
    /// Rows that may be edited as a whole, and cells that were not touched.
    private var freeRows: [Int]
    private var freeCells: [(row: Int, column: Int)]
    /// Rows that go, and those that come, done at the end so that numbers of rows stay.
    private var removedRows: Set<Int> = []
    private var addedRows: [(behind: Int, row: MadeReport.MadeRow)] = []

    init(_ base: MadeReport, count: Int, seed: Int) {
        old = base
        new = base
        generator = SeededGenerator(seed: seed)
        var generator = SeededGenerator(seed: seed + 1_000_000)
        freeRows = base.rows.indices.shuffled(using: &generator)
        freeCells = base.rows.indices.flatMap { row in (0..<3).map { (row, $0) } }.shuffled(using: &generator)
        var kinds = RandomEdits.kinds.shuffled(using: &generator)
        while expectations.count < count {
            if kinds.isEmpty { kinds = RandomEdits.kinds.shuffled(using: &generator) }
            make(kinds.removeLast())
        }
        for index in new.rows.indices.reversed() {
            for added in addedRows where added.behind == index { new.rows.insert(added.row, at: index + 1) }
            if removedRows.contains(index) { new.rows.remove(at: index) }
        }
    }

    private enum Kind: CaseIterable {
        case replacedWords, addedWords, removedWords, number, slip, addedSentence, removedSentence, movedSentence
        case movedParagraph, toText, toNothing, link, contact, acronym, reference, formatting
        case addedRow, removedRow, renumberedRow, splitRow, mergedRow, title
    }

    /// Edits inside cells come more often than those of rows, as in real editions.
    private static let kinds =
        Kind.allCases.filter { $0 != .addedRow } + [
            .replacedWords, .addedWords, .removedWords, .number, .number, .slip, .slip, .addedSentence,
            .removedSentence,
            .movedSentence, .acronym, .addedRow,
        ]

    private mutating func make(_ kind: Kind) {
        switch kind {
        case .replacedWords: editSentence(.reworded) { $0.replacingWords(&$1) }
        case .addedWords: editSentence(.reworded) { $0.addingWords(&$1) }
        case .removedWords: editSentence(.reworded) { $0.removingWords(&$1) }
        case .number: editSentence(.numberUpdated) { $0.updatingNumber(&$1) }
        case .slip: slip()
        case .addedSentence:
            editSentence(.added) { sentence, generator in
                sentence.hasSuffix(".") ? "\(sentence) \(Phrases.sentence(&generator))" : nil
            }
        case .removedSentence: removeSentence()
        case .movedSentence: move(wholeParagraph: false)
        case .movedParagraph: move(wholeParagraph: true)
        case .toText: turn(toText: true)
        case .toNothing: turn(toText: false)
        case .link: editSentence(.linkChanged) { $0.changingLink(&$1) }
        case .contact: editSentence(.contactChanged) { $0.changingContact(&$1) }
        case .acronym: editSentence(.acronymChanged) { $0.changingAcronym(&$1) }
        case .reference: editSentence(.renumbered) { $0.changingReference(&$1) }
        case .formatting: editSentence(.formattingOnly) { sentence, _ in sentence.changingTypography }
        case .addedRow: addRow()
        case .removedRow: removeRow()
        case .renumberedRow: renumberRow()
        case .splitRow: splitRow(isMerge: false)
        case .mergedRow: splitRow(isMerge: true)
        case .title: changeTitle()
        }
    }

    private mutating func expect(_ kind: Change.Kind, _ what: String, _ places: String...) {
        expectations.append(Expectation(kind: kind, places: Set(places), what: what))
    }

    private func address(_ row: Int, _ column: Int) -> String { "\(new.rows[row].id)/\(MadeReport.columns[column])" }

    // MARK: Cells

    /// Edits a sentence of a cell that has not been edited.
    private mutating func editSentence(_ kind: Change.Kind, _ edit: (String, inout SeededGenerator) -> String?) {
        for (place, cell) in freeCells.enumerated() where !MadeReport.saysNothing(new.rows[cell.row].cells[cell.column])
        {
            var paragraphs = new.rows[cell.row].cells[cell.column]
            for number in paragraphs.indices.shuffled(using: &generator) {
                var sentences = paragraphs[number].sentences
                for index in sentences.indices.shuffled(using: &generator) where sentences[index].wordCount >= 6 {
                    guard let edited = edit(sentences[index], &generator), edited != sentences[index] else { continue }
                    let was = sentences[index]
                    sentences[index] = edited
                    paragraphs[number] = sentences.joined(separator: " ")
                    new.rows[cell.row].cells[cell.column] = paragraphs
                    take(place)
                    expect(kind, "\(was) → \(edited)", address(cell.row, cell.column))
                    return
                }
            }
        }
    }

    private mutating func take(_ place: Int) {
        let cell = freeCells.remove(at: place)
        freeRows.removeAll { $0 == cell.row }
    }

    /// The old edition has a slip, the new one has not.
    private mutating func slip() {
        let newRows = new.rows
        editSentence(.typoFixed) { $0.withSlip(&$1) }
        guard let row = newRows.indices.first(where: { newRows[$0].cells != new.rows[$0].cells }) else { return }
        old.rows[row].cells = exchange(old.rows[row].cells, newRows[row].cells, new.rows[row].cells)
        new.rows[row].cells = newRows[row].cells
    }

    /// Takes over into the old edition what the edit did to the cell.
    private func exchange(_ old: [[String]], _ before: [[String]], _ after: [[String]]) -> [[String]] {
        zip(old, zip(before, after)).map { cell, edit in edit.0 == edit.1 ? cell : edit.1 }
    }

    private mutating func removeSentence() {
        for (place, cell) in freeCells.enumerated() {
            for number in new.rows[cell.row].cells[cell.column].indices {
                var sentences = new.rows[cell.row].cells[cell.column][number].sentences
                guard sentences.count >= 2, let index = sentences.indices.randomElement(using: &generator) else {
                    continue
                }
                let gone = sentences.remove(at: index)
                guard gone.wordCount >= 4 else { continue }
                new.rows[cell.row].cells[cell.column][number] = sentences.joined(separator: " ")
                take(place)
                expect(.removed, gone, address(cell.row, cell.column))
                return
            }
        }
    }

    private mutating func move(wholeParagraph: Bool) {
        for (place, cell) in freeCells.enumerated() {
            var paragraphs = new.rows[cell.row].cells[cell.column]
            guard paragraphs.count >= 2, let number = paragraphs.indices.randomElement(using: &generator) else {
                continue
            }
            var sentences = paragraphs[number].sentences
            let moved: String
            if wholeParagraph {
                moved = paragraphs.remove(at: number)
            } else {
                guard sentences.count >= 2, let index = sentences.indices.randomElement(using: &generator) else {
                    continue
                }
                moved = sentences.remove(at: index)
                paragraphs[number] = sentences.joined(separator: " ")
            }
            guard moved.wordCount >= 6 else { continue }
            let goals = freeCells.indices.filter { index in
                let goal = freeCells[index]
                return index != place && !MadeReport.saysNothing(new.rows[goal.row].cells[goal.column])
            }
            guard let goalPlace = goals.randomElement(using: &generator) else { return }
            let goal = freeCells[goalPlace]
            let from = address(cell.row, cell.column)
            new.rows[cell.row].cells[cell.column] = paragraphs
            new.rows[goal.row].cells[goal.column].append(moved)
            take(max(place, goalPlace))
            take(min(place, goalPlace))
            expect(.moved, moved, "\(from) → \(address(goal.row, goal.column))")
            return
        }
    }

    private mutating func turn(toText: Bool) {
        for (place, cell) in freeCells.enumerated() {
            let isNothing = new.rows[cell.row].cells[cell.column] == ["N/A"]
            let words = new.rows[cell.row].cells[cell.column].joined(separator: " ").wordCount
            guard isNothing == toText, toText || (5...80).contains(words) else { continue }
            let text = toText ? Phrases.sentence(&generator) : "N/A"
            new.rows[cell.row].cells[cell.column] = [text]
            take(place)
            expect(toText ? .notApplicableToText : .textToNotApplicable, text, address(cell.row, cell.column))
            return
        }
    }

    // MARK: Rows

    private mutating func takeRow(_ index: Int) {
        freeRows.removeAll { $0 == index }
        freeCells.removeAll { $0.row == index }
    }

    private mutating func addRow() {
        guard let behind = new.rows.indices.randomElement(using: &generator), !removedRows.contains(behind) else {
            return
        }
        let number = 300 + expectations.count
        let row = MadeReport.MadeRow(
            paragraphs: [number],
            title: Phrases.title(&generator),
            cells: [[Phrases.sentence(&generator)], ["N/A"], [Phrases.sentence(&generator)]]
        )
        addedRows.append((behind, row))
        expect(.added, row.title, row.id)
    }

    private mutating func removeRow() {
        guard removedRows.count < 2, let index = freeRows.first else { return }
        takeRow(index)
        removedRows.insert(index)
        expect(.removed, new.rows[index].title, new.rows[index].id)
    }

    private mutating func renumberRow() {
        guard let index = freeRows.first else { return }
        takeRow(index)
        let was = new.rows[index].id
        new.rows[index].paragraphs = new.rows[index].paragraphs.map { $0 + 200 }
        expect(.renumbered, was, new.rows[index].id)
    }

    /// Parts a row with two numbers; for a merge, the old edition has the two rows.
    private mutating func splitRow(isMerge: Bool) {
        let candidates = freeRows.filter { index in
            new.rows[index].paragraphs.count == 2 && new.rows[index].cells.contains { $0.count >= 2 }
        }
        guard let index = candidates.first else { return }
        takeRow(index)
        let whole = new.rows[index]
        var first = whole
        first.paragraphs = [whole.paragraphs[0]]
        var second = MadeReport.MadeRow(paragraphs: [whole.paragraphs[1]], title: Phrases.title(&generator), cells: [])
        for (column, cell) in whole.cells.enumerated() {
            let half = (cell.count + 1) / 2
            first.cells[column] = Array(cell.prefix(half))
            second.cells.append(cell.count > 1 ? Array(cell.suffix(cell.count - half)) : ["N/A"])
        }
        guard !isMerge || old.rows.count == new.rows.count else { return }
        if isMerge {
            merges.append((index, [first, second]))
            expect(.merged, whole.id, whole.id)
        } else {
            new.rows[index] = first
            addedRows.append((index, second))
            expect(.split, whole.id, first.id, second.id)
        }
    }

    /// Rows that are two in the old edition.
    private var merges: [(index: Int, rows: [MadeReport.MadeRow])] = []

    /// The old edition, with the rows in two that were merged.
    var oldEdition: MadeReport {
        var report = old
        for merge in merges.sorted(by: { $0.index > $1.index }) {
            report.rows.replaceSubrange(merge.index...merge.index, with: merge.rows)
        }
        return report
    }

    private mutating func changeTitle() {
        guard let index = freeRows.first(where: { new.rows[$0].title.wordCount >= 4 }) else { return }
        guard let title = new.rows[index].title.replacingWords(&generator) else { return }
        takeRow(index)
        new.rows[index].title = title
        expect(.reworded, title, new.rows[index].id)
    }
}
