/// Rows that go on from page to page.
extension StitchedTable.Cell {
    /// What is left of the cell below some of its rows.
    func rest(below rows: Int) -> Self {
        var rest = self
        rest.paragraphs = []
        rest.rowSpan -= rows
        return rest
    }
}

extension StitchedTable.Row {
    private var texts: [[UInt8]] { cells.map { Array($0.paragraphs.map(\.text).joined(separator: [0x20])) } }

    func saysTheSame(as other: Self) -> Bool {
        cells.count == other.cells.count && texts == other.texts && texts.contains { !$0.isEmpty }
    }

    /// Whether the row, the first on its page, has no heading of its own, and text that goes on from the row above.
    /// - Parameter carried: cells over several rows that go on beside this one.
    func isRest(of above: Self, under carried: [StitchedTable.Cell]) -> Bool {
        if !carried.isEmpty { return isRest(beside: carried, of: above) }
        guard cells.count == above.cells.count, cells.count > 1,
            goesOnInHeading(of: above) || goesOnInSentences(of: above),
            zip(cells, above.cells).allSatisfy({ $0.column == $1.column && $0.columnSpan == $1.columnSpan })
        else { return false }
        let filled = zip(above.cells, cells).compactMap { above, below in
            above.paragraphs.last.flatMap { last in below.paragraphs.first.map { (last, $0) } }
        }
        guard !cells[0].paragraphs.isEmpty, filled.count > 1 else {
            return filled.contains { $0.isOpen || !$0.lastLine.endsSentence || !$1.beginsSentence }
        }
        // What the heading shows, the text beside it must not deny.
        return filled.dropFirst().contains { !$0.lastLine.endsSentence || !$1.beginsSentence }
    }

    /// Takes out the cells, of a row that is the first on its page, that have nothing in them because they go on from
    /// the page before: those under a cell over several rows that reaches its end, and those over several rows
    /// themselves under one with text.
    mutating func removeCarried(below above: Self) -> [StitchedTable.Cell] {
        let own = Set(above.cells.map(\.column))
        // Where all columns differ it is another row in another grid.
        guard cells.contains(where: { own.contains($0.column) && !$0.paragraphs.isEmpty }) else { return [] }
        func goesOn(_ cell: StitchedTable.Cell) -> Bool {
            guard cell.paragraphs.isEmpty else { return false }
            guard own.contains(cell.column) else { return true }
            return cell.rowSpan > 1
                && above.cells.contains {
                    $0.column == cell.column && $0.columnSpan == cell.columnSpan && !$0.paragraphs.isEmpty
                }
        }
        let carried = cells.filter(goesOn)
        cells.removeAll(where: goesOn)
        return carried
    }

    /// The same where the row has its heading in common with others: only sentences tell.
    private func isRest(beside carried: [StitchedTable.Cell], of above: Self) -> Bool {
        let columns = Set(carried.map(\.column))
        let others = above.cells.filter { !columns.contains($0.column) }
        guard !cells.isEmpty, cells.map(\.column) == others.map(\.column) else { return false }
        let (certain, all) = Self.sentences(from: others, to: cells)
        if certain >= 1, certain * 2 > all { return true }
        // Nothing new is named, and something goes on in the middle of a sentence.
        return cells[0].paragraphs.isEmpty && !others[0].paragraphs.isEmpty
            && zip(others, cells).contains { above, below in
                guard let last = above.paragraphs.last, let first = below.paragraphs.first else { return false }
                return !last.lastLine.endsSentence && !first.beginsSentence
            }
    }

    /// How many cells go on inside a sentence that filled the last line above, of those with text in both pieces.
    private static func sentences(
        from above: some Sequence<StitchedTable.Cell>,
        to below: some Sequence<StitchedTable.Cell>
    ) -> (certain: Int, all: Int) {
        let pairs = zip(above, below).compactMap { above, below in
            above.paragraphs.last.flatMap { last in below.paragraphs.first.map { (last, $0) } }
        }
        return (pairs.count { $0.surelyGoesOn(in: $1) }, pairs.count)
    }

    /// Whether the row's first cell is empty, or goes on from the cell above in the middle of a sentence: a short entry
    /// in small letters is another one.
    private func goesOnInHeading(of above: Self) -> Bool {
        guard let first = cells[0].paragraphs.first else { return true }
        return above.cells[0].paragraphs.last.map { $0.surelyGoesOn(in: first) } ?? false
    }

    /// Whether most cells go on inside a sentence that filled the last line above, and the first may: a heading can be
    /// broken in front of a capital.
    private func goesOnInSentences(of above: Self) -> Bool {
        guard let heading = above.cells[0].paragraphs.last, heading.isOpen, !heading.lastLine.endsSentence else {
            return false
        }
        let (certain, all) = Self.sentences(from: above.cells.dropFirst(), to: cells.dropFirst())
        return certain >= 2 && certain * 2 > all
    }

    /// Adds the rest of a row that goes on over a page.
    mutating func append(_ rest: Self, joining: WordJoining) {
        for cell in rest.cells {
            guard let number = cells.firstIndex(where: { $0.column == cell.column }) else { continue }
            cells[number].pieces += cell.pieces
            cells[number].rowSpan += cell.rowSpan - 1
            var more = cell.paragraphs[...]
            if let first = more.first, let last = cells[number].paragraphs.last {
                let index = cells[number].paragraphs.count - 1
                let goesOn = last.goesOn(in: first)
                // A full line ends a sentence: the page does not tell whether it ends the paragraph.
                if last.lastLine.endsSentence, last.isOpen || goesOn { cells[number].paragraphs[index].doubtBorder() }
                if goesOn {
                    cells[number].paragraphs[index].append(first, joining: joining)
                    more.removeFirst()
                }
            }
            cells[number].paragraphs += more
        }
    }
}
