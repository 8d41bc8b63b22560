import TesseraModel

/// Collects the cells of a table of which only the borders between cells are marked, and what stands before it.
struct CellCollector {
    private let joiner: LineJoiner
    private var lead: [Block] = []
    private var cells: [TableCell] = []
    private var open: [TextPiece] = []

    init(_ joiner: LineJoiner) { self.joiner = joiner }

    /// Adds a line, or a part of one, to the paragraph that is open.
    mutating func add(_ piece: TextPiece) { open.append(piece) }

    mutating func endParagraph() {
        for paragraph in joiner.paragraphs(of: open) { append(.paragraph(paragraph)) }
        open = []
    }

    mutating func append(_ block: Block) {
        guard !cells.isEmpty else {
            lead.append(block)
            return
        }
        cells[cells.count - 1].blocks.append(block)
        let end = if case .pageBreak(let place) = block { place.end } else { block.paragraphs.last?.place.end }
        if let end { cells[cells.count - 1].place.end = end }
    }

    /// Begins a cell at a mark. The paragraph before the first mark is a cell itself, unless the mark stands first in
    /// its line.
    /// - Parameter hasCellBefore: whether the mark stands between two cells.
    mutating func openCell(at place: SourcePlace, hasCellBefore: Bool) {
        endParagraph()
        if cells.isEmpty, hasCellBefore, case .paragraph(let first) = lead.last {
            lead.removeLast()
            cells.append(TableCell([.paragraph(first)], at: first.place))
        }
        cells.append(TableCell([], at: place))
    }

    /// The table with what stands before it.
    mutating func finish(isPartial: Bool) -> [Block] {
        endParagraph()
        guard let first = cells.first, let last = cells.last else { return lead }
        let place = first.place.joined(with: last.place)
        return lead + [.table(Table(.stream(cells), isPartial: isPartial, at: place))]
    }
}
