/// Rows that no line parts: each printed line is one, or goes on from the line above.
extension PageTable {
    /// Parts bands between lines in which the printed lines are rows.
    ///
    /// Where lines draw all borders, most rows have to be such: a single cell may well have paragraphs of figures.
    mutating func splitRows() {
        let bands = (0..<rowCount).map { rowBorders(in: $0) }
        if hasAllBorders {
            let split = bands.filter { !$0.isEmpty }
            guard split.reduce(0, { $0 + $1.count + 1 }) > bands.count - split.count else { return }
        }
        var row = 0
        for positions in bands {
            insertRowEdges(positions, into: row)
            row += 1 + positions.count
        }
    }

    /// A printed line through all columns of a band.
    private struct BandLine {
        /// By column, what the line has there.
        var parts: [Int: LayoutLine] = [:]
        var box: PageBox
    }

    /// Where one row ends and the next begins in a band; none if it is one row.
    private func rowBorders(in row: Int) -> [Double] {
        let band = cells.filter { $0.rows == row..<row + 1 && !$0.words.isEmpty }
        let lines = bandLines(of: band)
        guard lines.count >= 2, band.count >= 2, isListOfRows(lines, columns: band.count) else { return [] }
        if hasAllBorders, !PageTable.areRecords(lines, columns: band.count) { return [] }
        var borders: [Double] = []
        for (above, below) in zip(lines, lines.dropFirst()) where !goesOn(above, below) {
            borders.append((above.box.bottom + below.box.top) / 2)
        }
        return borders
    }

    private func bandLines(of band: [Cell]) -> [BandLine] {
        var lines: [BandLine] = []
        for cell in band {
            for line in cell.lines {
                let number = lines.firstIndex {
                    $0.box.sharedHeight(with: line.box) > 0.5 && $0.parts[cell.columns.lowerBound] == nil
                }
                if let number {
                    lines[number].parts[cell.columns.lowerBound] = line
                    lines[number].box = lines[number].box.union(line.box)
                } else {
                    lines.append(BandLine(parts: [cell.columns.lowerBound: line], box: line.box))
                }
            }
        }
        return lines.sorted { $0.box.centerY < $1.box.centerY }
    }

    /// Whether most lines have something in nearly every column, and words do not run on from line to line.
    private func isListOfRows(_ lines: [BandLine], columns: Int) -> Bool {
        let needed = max(2, Int((Double(columns) * 0.75).rounded(.up)))
        let full = lines.count { $0.parts.count >= needed }
        guard Double(full) >= Double(lines.count) * 0.5 else { return false }
        var (forced, free) = (0, 0)
        for (above, below) in zip(lines, lines.dropFirst()) {
            for (column, line) in above.parts {
                guard let next = below.parts[column], line.isProse || next.isProse else { continue }
                if LineBreak(right: rightLimit(of: column), leading: 0).isForced(from: line, to: next) {
                    forced += 1
                } else {
                    free += 1
                }
            }
        }
        if forced > free { return false }
        if lines.count >= 3 { return true }
        // Two lines may be a heading in two lines: only figures tell.
        return lines.allSatisfy { line in
            line.parts.values.contains { $0.isFigure }
        }
    }

    /// How many lines beside each other are no mere chance.
    private static let fewestRecords = 6

    /// Whether lines in cells with all their borders are rows nevertheless, as where a column of figures stands in a
    /// single cell: what is no figure may as well be the paragraphs of each cell.
    private static func areRecords(_ lines: [BandLine], columns: Int) -> Bool {
        if lines.count >= fewestRecords, lines.allSatisfy({ $0.parts.count == columns }) { return true }
        var figures: [Int: Int] = [:]
        for line in lines { for (column, part) in line.parts where part.isFigure { figures[column, default: 0] += 1 } }
        return figures.values.contains { $0 >= 2 && $0 * 2 > lines.count }
    }

    /// Whether a line is no row of its own but the rest of the row above.
    private func goesOn(_ above: BandLine, _ below: BandLine) -> Bool {
        let shared = above.parts.keys.filter { below.parts[$0] != nil }
        guard shared.count == 1, let column = shared.first, let line = above.parts[column],
            let next = below.parts[column],
            line.isProse || next.isProse
        else { return false }
        guard above.parts.count == 1 || below.parts.count == 1 else { return false }
        // Where figures stand beside the lower line, a capital begins another row.
        if below.parts.count == 1, LineBreak(right: rightLimit(of: column), leading: 0).isForced(from: line, to: next) {
            return true
        }
        // Labels are often set narrower than the room that there is, and go on with a small letter.
        let own = cells.filter { $0.columns == column..<column + 1 }.flatMap(\.words).map(\.box.right).max() ?? 0
        return !next.beginsSentence && LineBreak(right: own, leading: 0).isForced(from: line, to: next)
    }

    /// How far to the right a column's lines can run: up to a line, or to where the words of the next column begin.
    private func rightLimit(of column: Int) -> Double {
        let edge = columnEdges[column + 1]
        guard !edge.isRuled else { return edge.position }
        let next = cells.filter { $0.columns.lowerBound == column + 1 }.flatMap(\.words).map(\.box.left).min()
        return next ?? edge.position
    }

    private mutating func insertRowEdges(_ positions: [Double], into row: Int) {
        guard !positions.isEmpty else { return }
        let count = positions.count
        rowEdges.insert(contentsOf: positions.map { Edge(position: $0, isRuled: false) }, at: row + 1)
        var result: [Cell] = []
        for var cell in cells {
            if cell.rows.lowerBound > row {
                cell.rows = cell.rows.lowerBound + count..<cell.rows.upperBound + count
                result.append(cell)
            } else if cell.rows.upperBound <= row {
                result.append(cell)
            } else if cell.rows.count > 1 {
                cell.rows = cell.rows.lowerBound..<cell.rows.upperBound + count
                result.append(cell)
            } else {
                var parts = (0...count).map { Cell(rows: row + $0..<row + $0 + 1, columns: cell.columns) }
                for word in cell.words {
                    parts[positions.firstIndexOfSorted { $0 > word.box.centerY }].words.append(word)
                }
                result += parts
            }
        }
        cells = result.sorted {
            ($0.rows.lowerBound, $0.columns.lowerBound) < ($1.rows.lowerBound, $1.columns.lowerBound)
        }
    }
}

extension LayoutLine {
    /// Whether the line has letters enough to be part of a running text.
    var isProse: Bool {
        var letters = 0
        for word in words {
            for scalar in word.text.unicodeScalars where scalar.isLetter {
                letters += 1
                if letters >= 3 { return true }
            }
        }
        return false
    }

    /// Whether the line is a number, or stands for one.
    var isFigure: Bool {
        !isProse && words.contains { $0.text.utf8.contains { (0x30...0x39).contains($0) } }
    }
}
