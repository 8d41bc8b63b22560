/// What is known of a row of a table: where its cells begin and end, and which belong together.
struct TableRowProperties {
    /// A cell as the row defines it ([MS-DOC], 2.9.313: TC80, and 2.9.317: TCGRF).
    struct Cell {
        /// Whether the cell only adds its columns to the one on its left.
        var continuesLeft = false
        var vertical = TableBuilder.VerticalMerge.none
    }

    /// The format knows no more columns than that ([MS-DOC], 2.9.321).
    private static let mostCells = 64
    private static let cellSize = 20

    /// The left edge of the first cell, then the right edges of all, in twips (1/1440 inch).
    private(set) var edges: [Int] = []
    private(set) var cells: [Cell] = []
    private(set) var isHeader = false
    private var gap = 0

    mutating func apply(_ modifiers: LittleEndianBytes) {
        for (modifier, operand) in PropertyModifiers(modifiers) {
            switch Modifier(rawValue: modifier) {
            case .headerRow: isHeader = operand.byte(at: 0) ?? 0 != 0
            case .tableDefinition: define(operand)
            case .verticalMerge: mergeVertically(operand)
            case .mergeCells:
                for cell in range(operand).dropFirst() { cells[cell].continuesLeft = true }
            case .splitCells:
                for cell in range(operand) { cells[cell].continuesLeft = false }
            case .deleteCells: delete(range(operand))
            case .insertCells: insert(operand)
            case .columnWidth: resize(operand)
            case .cellGap: gap = operand.signedShort(at: 0) ?? 0
            case .leftEdge:
                guard let left = operand.signedShort(at: 0), let first = edges.first else { continue }
                let shift = left - gap - first
                edges = edges.map { $0 + shift }
            default: break
            }
        }
    }

    private mutating func define(_ operand: LittleEndianBytes) {
        guard let count = operand.byte(at: 0), count <= TableRowProperties.mostCells else { return }
        edges = (0...count).compactMap { operand.signedShort(at: 1 + 2 * $0) }
        guard edges.count == count + 1 else {
            edges = []
            cells = []
            return
        }
        let start = 1 + 2 * (count + 1)
        let flags = (0..<count).map { operand.short(at: start + TableRowProperties.cellSize * $0) ?? 0 }
        cells = flags.map { flags in
            var cell = Cell()
            cell.vertical = TableRowProperties.vertical(flags >> 5 & 3)
            return cell
        }
        // Which value begins a merged cell and which goes on in it, [MS-DOC] and the programs see differently; the
        // first one of a row of them always begins it.
        var first = 0
        for (index, flags) in flags.enumerated() {
            let horizontal = flags & 3
            if first == 0 || horizontal == 0 || horizontal == first {
                first = horizontal
            } else {
                cells[index].continuesLeft = true
            }
        }
    }

    private static func vertical(_ value: Int) -> TableBuilder.VerticalMerge {
        switch value {
        case 1: .continued
        case 3: .begin
        default: .none
        }
    }

    private mutating func mergeVertically(_ operand: LittleEndianBytes) {
        guard let cell = operand.byte(at: 0), let value = operand.byte(at: 1), cells.indices.contains(cell) else {
            return
        }
        cells[cell].vertical = TableRowProperties.vertical(value)
    }

    /// The cells that an operand means ([MS-DOC], 2.9.128: ItcFirstLim).
    private func range(_ operand: LittleEndianBytes) -> Range<Int> {
        guard let first = operand.byte(at: 0), let end = operand.byte(at: 1), first < end, first < cells.count else {
            return 0..<0
        }
        return first..<min(end, cells.count)
    }

    private mutating func delete(_ range: Range<Int>) {
        guard !range.isEmpty else { return }
        let width = edges[range.upperBound] - edges[range.lowerBound]
        cells.removeSubrange(range)
        edges.removeSubrange(range.lowerBound + 1...range.upperBound)
        for index in edges.indices where index > range.lowerBound { edges[index] -= width }
    }

    /// [MS-DOC], 2.9.331: TInsertOperand.
    private mutating func insert(_ operand: LittleEndianBytes) {
        guard let first = operand.byte(at: 0), let count = operand.byte(at: 1), let width = operand.short(at: 2),
            cells.count + count <= TableRowProperties.mostCells
        else { return }
        if edges.isEmpty { edges = [0] }
        // Behind the last cell, those between are made as well.
        let added = first > cells.count ? min(first - cells.count + count, TableRowProperties.mostCells) : count
        let place = min(first, cells.count)
        let start = edges[place]
        for index in edges.indices where index > place { edges[index] += added * width }
        edges.insert(contentsOf: (0..<added).map { start + ($0 + 1) * width }, at: place + 1)
        cells.insert(contentsOf: repeatElement(Cell(), count: added), at: place)
    }

    /// [MS-DOC], 2.9.322: TDxaColOperand.
    private mutating func resize(_ operand: LittleEndianBytes) {
        guard let width = operand.short(at: 2) else { return }
        for cell in range(operand) {
            let shift = width - (edges[cell + 1] - edges[cell])
            for index in edges.indices where index > cell { edges[index] += shift }
        }
    }
}
