/// The tables of a text, with their rows and cells, before anything of their content is read.
struct TableOutline {
    struct Cell {
        var characters: Range<Int>
        var columnSpan = 1
        var vertical = TableBuilder.VerticalMerge.none
        /// Whether the content goes on in the cell before it.
        var continuesLeft = false
    }

    struct Row {
        var cells: [Cell]
        var isHeader = false
        var isDeleted = false
        var skippedColumns = 0
    }

    struct Table {
        var characters: Range<Int>
        var rows: [Row] = []
        fileprivate var properties: [TableRowProperties] = []
        fileprivate var openCells: [Range<Int>] = []
        fileprivate var cellStart: Int?

        fileprivate init(start: Int) { characters = start..<start }
    }

    /// In the order in which they begin.
    private(set) var tables: [Table] = []
    /// Whether there are more tables than there may be cells; then not all of them are known.
    private(set) var isTooLarge = false

    /// - Parameters:
    ///   - paragraphs: none of them is nested deeper than the limit.
    ///   - limit: how many tables there may be.
    init(_ paragraphs: [Word97Paragraph], in text: Word97Text, limit: Int) {
        var open: [Int] = []
        for paragraph in paragraphs {
            let start = paragraph.characters.lowerBound
            while open.count > paragraph.properties.depth { close(&open, at: start) }
            while open.count < paragraph.properties.depth {
                guard tables.count < limit else {
                    isTooLarge = true
                    return
                }
                if let outer = open.last, tables[outer].cellStart == nil { tables[outer].cellStart = start }
                open.append(tables.count)
                tables.append(Table(start: start))
            }
            guard let table = open.last else { continue }
            switch paragraph.mark {
            case .row: endRow(table, paragraph, text)
            case .cell:
                tables[table].openCells.append((tables[table].cellStart ?? start)..<paragraph.end)
                tables[table].cellStart = nil
            case .paragraph, .page:
                if tables[table].cellStart == nil { tables[table].cellStart = start }
            }
        }
        let end = paragraphs.last?.end ?? 0
        while !open.isEmpty { close(&open, at: end) }
        for index in tables.indices { tables[index].layOut() }
    }

    private mutating func endRow(_ table: Int, _ paragraph: Word97Paragraph, _ text: Word97Text) {
        let run = text.runIndex(of: paragraph.end)
        endRow(
            table,
            at: paragraph.characters.lowerBound,
            paragraph.end < text.characters.count ? text.row(endingAt: paragraph.end) : TableRowProperties(),
            isDeleted: run < text.runs.count && text.runs[run].properties.isDeleted
        )
    }

    private mutating func endRow(
        _ table: Int,
        at end: Int,
        _ properties: TableRowProperties,
        isDeleted: Bool = false
    ) {
        // A row that breaks off has a cell without an end.
        if let start = tables[table].cellStart { tables[table].openCells.append(start..<end) }
        let cells = tables[table].openCells.map { Cell(characters: $0) }
        tables[table].rows.append(Row(cells: cells, isHeader: properties.isHeader, isDeleted: isDeleted))
        tables[table].properties.append(properties)
        tables[table].openCells = []
        tables[table].cellStart = nil
    }

    private mutating func close(_ open: inout [Int], at end: Int) {
        guard let table = open.popLast() else { return }
        if tables[table].cellStart != nil || !tables[table].openCells.isEmpty {
            endRow(table, at: end, TableRowProperties())
        }
        tables[table].characters = tables[table].characters.lowerBound..<end
    }
}

extension TableOutline.Table {
    /// How far apart two edges may be that are meant to be one, in twips. [MS-DOC] lets cells be merged whose edges
    /// differ by 3; what people drag with the mouse differs by more, and no column is as narrow as that.
    private static let tolerance = 20

    /// Gives the cells their columns.
    fileprivate mutating func layOut() {
        var columns = ColumnEdges(tolerance: TableOutline.Table.tolerance)
        let edges = properties.map(\.distinctEdges)
        for edges in edges { if let left = edges.first { columns.insert(left: left, rights: edges.dropFirst()) } }
        columns.resolve()
        for (number, properties) in properties.enumerated() {
            guard var reached = edges[number].first, edges[number].count > 1 else { continue }
            let layout = columns.layout(left: reached, rights: edges[number].dropFirst())
            rows[number].skippedColumns = layout.skippedColumns
            var spans = layout.spans.makeIterator()
            var lead: Int?
            for index in rows[number].cells.indices where index < properties.cells.count {
                let cell = properties.cells[index]
                let right = properties.edges[index + 1]
                let width = right > reached ? spans.next() ?? 0 : 0
                reached = max(reached, right)
                if let lead, cell.continuesLeft || width == 0 {
                    rows[number].cells[index].continuesLeft = true
                    rows[number].cells[lead].columnSpan += width
                } else {
                    rows[number].cells[index].columnSpan = max(1, width)
                    rows[number].cells[index].vertical = cell.vertical
                    lead = index
                }
            }
        }
        properties = []
    }
}

extension TableRowProperties {
    /// The edges from left to right, without those of cells that have no width.
    fileprivate var distinctEdges: [Int] {
        var distinct: [Int] = []
        for edge in edges where distinct.last.map({ edge > $0 }) ?? true { distinct.append(edge) }
        return distinct
    }
}
