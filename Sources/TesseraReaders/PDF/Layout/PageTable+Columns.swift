/// Columns that no line parts: white space does.
extension PageTable {
    /// How wide white space must be to part columns, in points.
    private static let narrowestGutter = 3.0
    /// Which share of the lines may run across a gutter: headings over several columns, and rows that head others.
    private static let mostCrossing = 0.2

    /// Parts columns where words leave a strip of white through the table.
    ///
    /// A column between two ruled borders is one column, unless the lines draw nothing but a frame.
    mutating func splitColumns() {
        splitAtUndrawnEdges()
        var column = 0
        while column < columnCount {
            let isFramed = columnEdges[column].isRuled && columnEdges[column + 1].isRuled && columnCount > 1
            let gutters = isFramed ? [] : gutters(in: column)
            insertColumnEdges(gutters, into: column)
            column += 1 + gutters.count
        }
    }

    /// Parts cells at borders of which lines show only a part, for instance in the heading alone.
    private mutating func splitAtUndrawnEdges() {
        let undrawn = columnEdges.indices.dropFirst().dropLast().filter { edge in
            var crossing = 0
            for cell in cells
            where cell.columns.lowerBound < edge && cell.columns.upperBound > edge && !cell.words.isEmpty {
                crossing += cell.rows.count
            }
            return crossing >= 2 && crossing * 2 >= rowCount
        }
        guard !undrawn.isEmpty else { return }
        cells = cells.flatMap { cell in
            let inside = undrawn.filter { $0 > cell.columns.lowerBound && $0 < cell.columns.upperBound }
            return cell.split(at: inside.map { ($0, columnEdges[$0].position) })
        }
    }

    private func gutters(in column: Int) -> [Double] {
        let words = cells.filter { $0.columns == column..<column + 1 }.flatMap(\.words)
        let lines = LayoutLine.lines(of: words)
        let range = columnEdges[column].position...columnEdges[column + 1].position
        return PageTable.gutters(between: lines, in: range)
    }

    /// The middles of strips of white between lines of words that stand below each other.
    static func gutters(between lines: [LayoutLine], in range: ClosedRange<Double>) -> [Double] {
        guard lines.count >= 2 else { return [] }
        let chunks = lines.map(\.chunks)
        let allowed = Int(Double(lines.count) * mostCrossing)
        // How many lines have words at a place: it changes where a chunk begins or ends.
        var changes: [(x: Double, by: Int)] = []
        for chunk in chunks.joined() {
            changes.append((chunk.box.left, 1))
            changes.append((chunk.box.right, -1))
        }
        changes.sort { ($0.x, -$0.by) < ($1.x, -$1.by) }
        var gutters: [Double] = []
        var depth = 0
        var start: Double?
        // Inside such a strip, the part that fewest lines run across.
        var clearest: (strip: ClosedRange<Double>, depth: Int)?
        var previous: (x: Double, depth: Int)?
        for change in changes {
            if let begun = previous, start != nil {
                let width = change.x - begun.x
                let best = clearest.map { $0.strip.upperBound - $0.strip.lowerBound } ?? 0
                if width > 0, begun.depth < clearest?.depth ?? .max || begun.depth == clearest?.depth && width > best {
                    clearest = (begun.x...change.x, begun.depth)
                }
            }
            depth += change.by
            previous = (change.x, depth)
            if depth > allowed {
                if let begun = start, let clearest, isGutter(begun...change.x, between: chunks) {
                    gutters.append((clearest.strip.lowerBound + clearest.strip.upperBound) / 2)
                }
                (start, clearest) = (nil, nil)
            } else if start == nil {
                start = change.x
            }
        }
        return gutters.filter { range.contains($0) }
    }

    /// Whether a strip of white has enough words on both sides.
    private static func isGutter(_ strip: ClosedRange<Double>, between lines: [[LayoutLine]]) -> Bool {
        guard strip.upperBound - strip.lowerBound >= narrowestGutter else { return false }
        var (left, right, both) = (0, 0, 0)
        for chunks in lines {
            let isLeft = chunks.contains { $0.box.right <= strip.lowerBound + 0.01 }
            let isRight = chunks.contains { $0.box.left >= strip.upperBound - 0.01 }
            if isLeft { left += 1 }
            if isRight { right += 1 }
            if isLeft && isRight { both += 1 }
        }
        let needed = max(2, lines.count / 4)
        return left >= needed && right >= needed && both >= max(2, min(left, right) / 3)
    }

    /// Adds borders inside a column; a cell with words across one of them stays whole there.
    private mutating func insertColumnEdges(_ positions: [Double], into column: Int) {
        guard !positions.isEmpty else { return }
        let count = positions.count
        columnEdges.insert(contentsOf: positions.map { Edge(position: $0, isRuled: false) }, at: column + 1)
        cells = cells.flatMap { cell -> [Cell] in
            var cell = cell
            let isOwn = cell.columns == column..<column + 1
            if cell.columns.lowerBound > column {
                cell.columns = cell.columns.lowerBound + count..<cell.columns.upperBound + count
            } else if cell.columns.upperBound > column {
                cell.columns = cell.columns.lowerBound..<cell.columns.upperBound + count
            }
            return isOwn ? cell.split(at: positions.enumerated().map { (column + 1 + $0, $1) }) : [cell]
        }
    }
}

extension PageTable.Cell {
    /// Parts a cell at borders between columns, but for those that its words run across.
    /// - Parameter edges: the number of each border, and where it stands.
    fileprivate func split(at edges: [(number: Int, position: Double)]) -> [PageTable.Cell] {
        let lines = lines.map(\.chunks)
        let open = edges.filter { edge in !lines.contains { $0.isCrossed(at: edge.position) } }
        guard !open.isEmpty else { return [self] }
        let numbers = [columns.lowerBound] + open.map(\.number) + [columns.upperBound]
        var parts = zip(numbers, numbers.dropFirst()).map { PageTable.Cell(rows: rows, columns: $0..<$1) }
        for word in words { parts[open.firstIndexOfSorted { $0.position > word.box.centerX }].words.append(word) }
        return parts
    }
}

extension [LayoutLine] {
    /// Whether the chunks of a line leave no gap at a place.
    fileprivate func isCrossed(at position: Double) -> Bool {
        guard let chunk = first(where: { $0.box.left < position - 1 && $0.box.right > position + 1 }) else {
            return false
        }
        // Where the line has other chunks, it is a row, and a gap between two words may part two columns.
        guard count > 1 else { return true }
        return !zip(chunk.words, chunk.words.dropFirst()).contains { left, right in
            left.box.right <= position + 1 && right.box.left >= position - 1
                && right.box.left - left.box.right > chunk.narrowestGap * 1.3
        }
    }
}

extension LayoutLine {
    /// The narrowest gap between two words, in points.
    fileprivate var narrowestGap: Double {
        zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.min() ?? 0
    }
}
