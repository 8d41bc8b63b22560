import TesseraModel

/// The cells of the same rows and column in both versions.
struct CellPair {
    /// Those whose text is their own.
    let old: [Cell]
    let new: [Cell]

    init(_ old: [Cell], _ new: [Cell]) {
        // What a spanning cell covers is told at its origin.
        let isCovered = !(old + new).isEmpty && (old + new).allSatisfy(\.isCoveredWhole)
        self.old = isCovered ? [] : old
        self.new = isCovered ? [] : new
    }

    var isDifferent: Bool {
        // Of a row that was split, each part may say `N/A`; and a cell without text is no other than none.
        if !oldSays, !newSays { return Set(old.map(\.text)).union([""]) != Set(new.map(\.text)).union([""]) }
        return old.map(\.text) != new.map(\.text)
    }

    private var oldSays: Bool { old.contains { $0.status.saysSomething } }
    private var newSays: Bool { new.contains { $0.status.saysSomething } }

    private static func isNotApplicable(_ cells: [Cell]) -> Bool {
        cells.contains { $0.status == .notApplicable }
    }

    /// What it means that the cell has begun or ceased to say something; nil where it says something in both versions.
    var turn: CellTurn? {
        switch (oldSays, newSays) {
        case (false, true) where CellPair.isNotApplicable(old):
            CellTurn(kind: .notApplicableToText, counterpart: oldSide)
        case (true, false) where CellPair.isNotApplicable(new):
            CellTurn(kind: .textToNotApplicable, counterpart: newSide)
        case (false, true): CellTurn(kind: .added)
        case (true, false): CellTurn(kind: .removed)
        default: nil
        }
    }

    /// The change where neither version says anything.
    var changeOfStatus: Change? {
        guard !oldSays, !newSays else { return nil }
        let side = (old: oldSide, new: newSide)
        switch (CellPair.isNotApplicable(old), CellPair.isNotApplicable(new)) {
        case (true, false): return Change(.removed, .cell, old: side.old, new: nil)
        case (false, true): return Change(.added, .cell, old: nil, new: side.new)
        // `N/A` in other letters.
        default: return .formatting(.cell, old: side.old, new: side.new)
        }
    }

    /// Why the texts may not be what the sources say.
    var uncertainties: [Uncertainty.Reason] { (old + new).flatMap(\.uncertainties) }

    var oldSide: Change.Side? { CellPair.side(old) }
    var newSide: Change.Side? { CellPair.side(new) }

    private static func side(_ cells: [Cell]) -> Change.Side? {
        guard let first = cells.first else { return nil }
        let text = cells.map(\.text).joined(separator: Cell.paragraphSeparator)
        return Change.Side(
            row: first.address.row,
            column: first.address.column,
            range: 0..<first.text.utf8.count,
            text: text
        )
    }
}

/// What it means that a cell has begun or ceased to say something.
struct CellTurn {
    let kind: Change.Kind
    /// What the version has in its place that says nothing: `N/A`.
    var counterpart: Change.Side?
}

extension Cell {
    /// Whether all of its paragraphs repeat the text of other cells.
    fileprivate var isCoveredWhole: Bool {
        !spans.isEmpty && paragraphs.indices.allSatisfy { index in spans.contains { $0.paragraphs.contains(index) } }
    }
}

extension RowProfile {
    func cells(in column: String) -> [Cell] { cells.filter { $0.address.column == column } }
}

extension ComparedText {
    var whole: SentenceRun { SentenceRun(text: self, sentences: sentences.indices) }
}
