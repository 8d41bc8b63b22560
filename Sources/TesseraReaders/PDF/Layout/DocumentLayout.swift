import TesseraModel

/// Brings the pages of a document into one flow: paragraphs, and tables that go on from page to page.
struct DocumentLayout {
    private(set) var blocks: [Block] = []
    private(set) var omissions: [Omission] = []
    private let joining: ParagraphJoining
    /// The table that may go on where the next page begins.
    private var table: StitchedTable?
    /// The paragraph that may.
    private var paragraph: LayoutParagraph?
    /// Notes that stand below one of them, and follow it.
    private var notes: [Block] = []

    /// A page with the tables that stand on it.
    struct Page {
        let surface: PageSurface
        let tables: [PageTable]

        init(_ surface: PageSurface) {
            self.surface = surface
            tables = TableFinder(surface).tables()
        }
    }

    init(_ pages: [PageSurface]) { self.init(pages.map { Page($0) }) }

    init(_ pages: [Page]) {
        joining = ParagraphJoining(words: WordJoining(pages.map(\.surface)))
        let layouts = DocumentLayout.layouts(of: pages)
        let heads = RunningHeads(layouts)
        let right = TextMargins.right(of: layouts)
        for (number, layout) in layouts.enumerated() {
            if number > 0 { blocks.append(.pageBreak(SourcePlace(topOf: layout.page.number))) }
            add(layout, heads, TextMargins(layout, right: right), number)
        }
        closeTable()
        closeParagraph()
    }

    /// What stands on each page; a table of a single row counts only where lines draw all of it, or where it goes on, or
    /// goes on from another one. What is a running head is no table.
    private static func layouts(of pages: [Page]) -> [PageLayout] {
        let rows = Dictionary(grouping: pages.flatMap(\.tables).filter { $0.rowCount == 1 }, by: \.said)
        return pages.indices.map { number in
            let tables = pages[number].tables
            let kept = tables.enumerated().filter { index, table in
                guard table.rowCount == 1 else { return true }
                let alike = (rows[table.said] ?? []).count { table.isLevel(with: $0) }
                if RunningHeads.areHeads(alike, of: pages.count) { return false }
                if table.hasAllBorders { return true }
                let above = index == 0 && number > 0 ? pages[number - 1].tables.last : nil
                let isLast = index == tables.count - 1 && number + 1 < pages.count
                let below = isLast ? pages[number + 1].tables.first : nil
                return [above, below].contains { other in
                    other.map { StitchedTable.haveSameColumns(table.columnEdges, $0.columnEdges) } ?? false
                }
            }
            return PageLayout(pages[number].surface, tables: kept.map(\.element))
        }
    }

    private mutating func add(_ layout: PageLayout, _ heads: RunningHeads, _ margins: TextMargins, _ number: Int) {
        var lines: [LayoutLine] = []
        var noteLines: [LayoutLine] = []
        var isAtTop = true
        for (index, item) in layout.items.enumerated() {
            switch item {
            case .line(let line):
                if let reason = heads.reason(page: number, item: index) {
                    omissions.append(
                        Omission(LayoutParagraph(line, page: layout.page.number).paragraph, reason: reason)
                    )
                } else if layout.notes.hold(line) {
                    noteLines.append(line)
                } else {
                    lines.append(line)
                }
            case .table(let next):
                flush(&lines, margins, layout.page.number, isAtTop: isAtTop)
                isAtTop = isAtTop && blocksFollowNothing
                add(next, isAtTop: isAtTop)
                isAtTop = false
            }
        }
        flush(&lines, margins, layout.page.number, isAtTop: isAtTop)
        add(notes: noteLines, margins, layout.page.number)
    }

    private mutating func add(notes lines: [LayoutLine], _ margins: TextMargins, _ page: Int) {
        for (label, lines) in Footnotes.notes(of: lines) {
            for paragraph in joining.paragraphs(of: lines, margins.limits(of: lines), page: page) {
                notes.append(.note(paragraph.paragraph, label: label))
            }
        }
        releaseNotes()
    }

    /// Adds the notes, unless what they stand below may go on.
    private mutating func releaseNotes() {
        guard table == nil, paragraph == nil else { return }
        for note in notes { insert(note) }
        notes = []
    }

    private var blocksFollowNothing: Bool {
        if case .pageBreak = blocks.last { paragraph == nil } else { blocks.isEmpty && paragraph == nil }
    }

    private mutating func add(_ next: PageTable, isAtTop: Bool) {
        closeParagraph()
        if isAtTop, let open = table, open.goesOn(in: next) {
            table?.append(next)
        } else {
            closeTable()
            table = StitchedTable(next, joining: joining)
        }
    }

    private mutating func flush(_ lines: inout [LayoutLine], _ margins: TextMargins, _ page: Int, isAtTop: Bool) {
        defer { lines = [] }
        guard !lines.isEmpty else { return }
        closeTable()
        for group in lines.columns {
            var next = joining.paragraphs(of: group, margins.limits(of: group), page: page)[...]
            if let open = paragraph, let first = next.first, open.lastPage < page, open.goesOn(in: first) {
                paragraph?.append(first, joining: joining.words)
                next.removeFirst()
            }
            for each in next {
                closeParagraph()
                paragraph = each
            }
        }
    }

    private mutating func closeParagraph() {
        if let paragraph { insert(.paragraph(paragraph.paragraph)) }
        paragraph = nil
        releaseNotes()
    }

    private mutating func closeTable() {
        guard let open = table else { return }
        table = nil
        insert(.table(open.table))
        omissions += open.repeatedHeadings.map { Omission($0.paragraph, reason: .repeatedColumnHeading) }
        releaseNotes()
    }

    /// Adds a block that began on an earlier page before the breaks that have come since.
    private mutating func insert(_ block: Block) {
        let breaks = blocks.reversed().prefix { if case .pageBreak = $0 { true } else { false } }.count
        let page = block.firstPage ?? 0
        var index = blocks.count
        for _ in 0..<breaks {
            guard case .pageBreak(let place) = blocks[index - 1], case .page(let number, _, _) = place.start,
                number > page
            else { break }
            index -= 1
        }
        blocks.insert(block, at: index)
    }
}

extension [LayoutLine] {
    /// The lines parted where the next one stands higher up: another column begins.
    fileprivate var columns: [[LayoutLine]] {
        var columns: [[LayoutLine]] = []
        for line in self {
            if let last = columns.last?.last, line.box.centerY > last.box.top {
                columns[columns.count - 1].append(line)
            } else {
                columns.append([line])
            }
        }
        return columns
    }
}

extension PageTable {
    /// Whether both stand at the same height of their pages.
    fileprivate func isLevel(with other: PageTable) -> Bool { abs(box.top - other.box.top) <= RunningHeads.slack }

    /// What it says, but for its figures.
    fileprivate var said: String { words.map(\.text).joined(separator: " ").withoutFigures }
}

extension Block {
    /// The page on which the block begins.
    fileprivate var firstPage: Int? {
        let place: SourcePlace? = if case .table(let table) = self { table.place } else { paragraphs.first?.place }
        if case .page(let number, _, _) = place?.start { return number }
        return nil
    }
}

extension StitchedTable {
    /// The table with its text.
    fileprivate var table: Table {
        Table(
            .grid(
                rows.map { row in
                    TableRow(
                        row.cells.map { cell in
                            TableCell(
                                cell.paragraphs.map { .paragraph($0.paragraph) },
                                rowSpan: cell.rowSpan,
                                columnSpan: cell.columnSpan,
                                at: StitchedTable.place(cell.pieces)
                            )
                        },
                        isHeader: row.isHeader
                    )
                }
            ),
            at: StitchedTable.place(pieces)
        )
    }

    private static func place(_ pieces: [(page: Int, box: PageBox)]) -> SourcePlace {
        let first = pieces.first ?? (1, PageBox(left: 0, top: 0, right: 0, bottom: 0))
        let last = pieces.last ?? first
        return SourcePlace(page: first.page, first.box, lastPage: last.page, last.box)
    }
}
