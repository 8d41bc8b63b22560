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
    ///
    /// A cell with all its borders covers several columns, unless its own words leave white where one of them ends.
    private mutating func splitAtUndrawnEdges() {
        let undrawn = columnEdges.indices.dropFirst().dropLast().filter { edge in
            var crossing = 0
            for cell in cells
            where cell.columns.lowerBound < edge && cell.columns.upperBound > edge && !cell.words.isEmpty {
                if !hasAllBorders {
                    crossing += cell.rows.count
                } else if cell.isParted(at: columnEdges[edge].position) {
                    crossing += 1
                }
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
        let own = cells.filter { $0.columns == column..<column + 1 }
        // A line alone between two lines across may be a row over all columns: it says nothing against them.
        let several = own.filter { $0.lines.contains { $0.chunks.count > 1 } || $0.lines.count > 1 }
        let lines = LayoutLine.lines(of: (several.count > 1 ? several : own).flatMap(\.words))
        let range = columnEdges[column].position...columnEdges[column + 1].position
        return PageTable.gutters(between: lines, in: range)
    }

    /// The middles of strips of white between lines of words that stand below each other.
    static func gutters(between lines: [LayoutLine], in range: ClosedRange<Double>) -> [Double] {
        guard lines.count >= 2 else { return [] }
        let chunks = lines.map(\.chunks)
        let wide = strips(between: chunks.map { $0.map(\.box) }, in: range).filter {
            isGutter($0.whole, between: chunks)
        }
        var gutters = wide.map { ($0.clearest.lowerBound + $0.clearest.upperBound) / 2 }
        for edge in alignedEdges(of: lines)
        where !wide.contains(where: { $0.whole.lowerBound - 1 <= edge && edge <= $0.whole.upperBound + 1 }) {
            gutters.append(edge - narrowestGutter / 2)
        }
        return gutters.filter { range.contains($0) }.sorted()
    }

    /// The strips of white that only few lines run across, and the part of each that fewest do.
    /// - Parameter lines: what stands on each line.
    private static func strips(
        between lines: [[PageBox]],
        in range: ClosedRange<Double>
    ) -> [(whole: ClosedRange<Double>, clearest: ClosedRange<Double>)] {
        let allowed = Int(Double(lines.count) * mostCrossing)
        // How many lines have words at a place: it changes where a box begins or ends.
        var changes: [(x: Double, by: Int)] = []
        for box in lines.joined() {
            changes.append((box.left, 1))
            changes.append((box.right, -1))
        }
        changes.sort { ($0.x, -$0.by) < ($1.x, -$1.by) }
        var strips: [(whole: ClosedRange<Double>, clearest: ClosedRange<Double>)] = []
        var depth = 0
        var start: Double?
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
                if let begun = start, let clearest { strips.append((begun...change.x, clearest.strip)) }
                (start, clearest) = (nil, nil)
            } else if start == nil {
                start = change.x
            }
        }
        return strips
    }

    /// In how many lines words must begin exactly below each other to show a column beside which text leaves no more
    /// than a blank: words of running text begin within a point of a given place in one line of twenty.
    private static let fewestAligned = 8

    /// Where columns of text begin that fill their room, so that no wide gap parts them in every line.
    private static func alignedEdges(of lines: [LayoutLine]) -> [Double] {
        guard lines.count >= fewestAligned else { return [] }
        // So many begin anywhere; more is asked for, so that only few places need a closer look.
        let least = max(fewestAligned, lines.count / 20)
        let lefts = lines.flatMap { $0.words.map(\.box.left) }.sorted()
        var edges: [Double] = []
        var start = 0
        while start < lefts.count {
            let end = lefts[start...].firstIndex { $0 > lefts[start] + 1 } ?? lefts.count
            if end - start >= least, isAlignedEdge(lefts[start], of: lines) { edges.append(lefts[start]) }
            start = end
        }
        return edges
    }

    private static func isAlignedEdge(_ edge: Double, of lines: [LayoutLine]) -> Bool {
        var (beginning, both, crossing) = (0, 0, 0)
        for line in lines {
            if line.words.contains(where: { $0.box.left < edge - 0.5 && $0.box.right > edge - narrowestGutter }) {
                crossing += 1
            } else if let index = line.words.firstIndex(where: { $0.box.left >= edge - 0.01 }),
                line.words[index].box.left <= edge + 1
            {
                beginning += 1
                // The number of a list's item is no column beside its text.
                if line.words[..<index].contains(where: { $0.text.unicodeScalars.count { $0.isLetter } >= 3 }) {
                    both += 1
                }
            }
        }
        return beginning >= fewestAligned && both >= fewestAligned / 2 && crossing * 5 <= beginning
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
    /// Whether the words stand on both sides of a place, with a wide gap there in most lines and none across it.
    fileprivate func isParted(at position: Double) -> Bool {
        let lines = lines.map(\.chunks)
        let parted = lines.count { chunks in
            chunks.contains { $0.box.right < position + 1 } && chunks.contains { $0.box.left > position - 1 }
        }
        return parted * 2 > lines.count && !lines.contains { $0.isCrossed(at: position) }
    }

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
        // Alone, it has to be much wider than the others: a row over all columns has blanks anywhere.
        let least = count > 1 ? chunk.narrowestGap * 1.3 : chunk.usualGap * 1.8
        return !zip(chunk.words, chunk.words.dropFirst()).contains { left, right in
            left.box.right <= position + 1 && right.box.left >= position - 1 && right.box.left - left.box.right > least
        }
    }
}

extension LayoutLine {
    /// The usual gap between two words, in points; the wider of two.
    fileprivate var usualGap: Double {
        let gaps = zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.sorted()
        return gaps.isEmpty ? 0 : gaps[gaps.count / 2]
    }

    /// The narrowest gap between two words, in points.
    fileprivate var narrowestGap: Double {
        zip(words, words.dropFirst()).map { $1.box.left - $0.box.right }.min() ?? 0
    }
}
