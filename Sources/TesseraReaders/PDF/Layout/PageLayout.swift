/// What stands on a page: tables, and lines of text around them.
struct PageLayout {
    enum Item {
        case table(PageTable)
        /// A printed line, and how far lines run there.
        case line(LayoutLine)
    }

    let page: PageSurface
    private(set) var tables: [PageTable]
    /// In reading order.
    private(set) var items: [Item] = []
    let notes: Footnotes

    init(_ page: PageSurface, tables: [PageTable]) {
        self.page = page
        self.tables = tables
        notes = Footnotes(page, below: tables)
        let inside = Set(tables.flatMap(\.words).map(\.number))
        let outside = page.words.filter { !inside.contains($0.number) }
        let lines = PageLayout.isInColumns(outside) ? PageLayout.blockLines(outside) : LayoutLine.lines(of: outside)
        var rest = tables[...]
        for line in lines {
            while let table = rest.first, table.box.top < line.box.centerY, !table.isBeside(line) {
                items.append(.table(table))
                rest.removeFirst()
            }
            items.append(.line(line))
        }
        items += rest.map { .table($0) }
    }

    /// The lines of each block, in the order in which the blocks were found.
    private static func blockLines(_ words: [PageWord]) -> [LayoutLine] {
        var lines: [LayoutLine] = []
        var start = words.startIndex
        while start < words.endIndex {
            let end = words[start...].firstIndex { $0.block != words[start].block } ?? words.endIndex
            lines += LayoutLine.lines(of: Array(words[start..<end]))
            start = end
        }
        return lines
    }

    /// Whether running text stands in columns side by side, so that printed lines across the page are no lines of text.
    private static func isInColumns(_ words: [PageWord]) -> Bool {
        let lines = LayoutLine.lines(of: words)
        guard lines.count >= 8, let box = words.map(\.box).union else { return false }
        let gutters = PageTable.gutters(between: lines, in: box.left...box.right)
        guard let gutter = gutters.first else { return false }
        // Text that runs on from line to line, on both sides.
        return [true, false].allSatisfy { isLeft in
            let side = LayoutLine.lines(of: words.filter { ($0.box.centerX < gutter) == isLeft })
            let limits = LineBreak(right: side.map(\.box.right).max() ?? 0, leading: .infinity)
            let prose = zip(side, side.dropFirst()).filter { $0.words.count >= 3 && $1.words.count >= 1 }
            let forced = prose.count { limits.isForced(from: $0, to: $1) }
            return prose.count >= 6 && forced * 2 > prose.count
        }
    }
}

extension PageTable {
    /// Whether a line stands left or right of the table and not below it.
    fileprivate func isBeside(_ line: LayoutLine) -> Bool {
        line.box.centerY < box.bottom && (line.box.right < box.left || line.box.left > box.right)
    }
}
