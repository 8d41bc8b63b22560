import TesseraModel

/// A table that is drawn with `+`, `-`, `=` and `|`.
///
/// It is read as docutils does (`GridTableParser`): from each upper left corner, the borders of a cell are followed
/// clockwise; its right and its lower end are upper left corners of others. So cells may span rows and columns.
struct GridDrawing {
    private let text: LinedText
    /// Indices of ``LinedText/lines``.
    let lines: Range<Int>
    /// For each line, the offsets of its characters, as many as they take columns.
    private let characters: [[Int]]
    /// The indentation of the drawing, in characters.
    private let margin: Int

    /// - Returns: nil where no table begins.
    init?(at index: Int, in text: LinedText) {
        guard text.isGridRule(text.lines[index]) else { return nil }
        var end = index + 1
        while end < text.lines.count, text.isDrawn(text.lines[end]), !text.lines[end - 1].endsPage { end += 1 }
        // A rule that ends a drawing is its last line.
        while end > index + 1, !text.isGridRule(text.lines[end - 1]) { end -= 1 }
        guard end - index > 2 else { return nil }
        let first = text.lines[index]
        self.text = text
        lines = index..<end
        margin = text.content(of: first).lowerBound - first.range.lowerBound
        characters = text.lines[index..<end].map { text.columns(of: $0) }
    }

    /// A cell with its borders: numbers of lines, and columns.
    private struct Box {
        var top: Int
        var left: Int
        var bottom: Int
        var right: Int
    }

    /// The table; nil where the drawing is broken.
    func table(_ markup: InlineMarkup?, _ words: TextWords) -> Table? {
        guard let boxes = boxes() else { return nil }
        let rows = Set(boxes.map(\.top)).sorted()
        let columns = Set(boxes.map(\.left)).sorted()
        let header = (1..<lines.count - 1).first { isHeaderRule($0) } ?? 0
        var cells: [[TableCell]] = Array(repeating: [], count: rows.count)
        for box in boxes.sorted(by: { $0.left < $1.left }) {
            guard let row = rows.firstIndex(atLeast: box.top), let column = columns.firstIndex(atLeast: box.left)
            else { continue }
            var cell = cell(box, markup, words)
            cell.rowSpan = (rows.firstIndex(atLeast: box.bottom) ?? rows.count) - row
            cell.columnSpan = (columns.firstIndex(atLeast: box.right) ?? columns.count) - column
            cells[row].append(cell)
        }
        let first = text.lines[lines.lowerBound]
        let last = text.lines[lines.upperBound - 1]
        let place = text.place(text.content(of: first), in: first)
        return Table(
            .grid(zip(rows, cells).map { TableRow($1, isHeader: $0 < header) }),
            at: place.joined(with: text.place(text.content(of: last), in: last))
        )
    }

    private func cell(_ box: Box, _ markup: InlineMarkup?, _ words: TextWords) -> TableCell {
        // One blank stands at either side of the text.
        let width = box.right - box.left - 3
        let wrapping = LineWrapping(width: max(width, 1), breaksAtHyphens: false)
        let joiner = LineJoiner(text, wrapping: TextWrapping(wrapping), markup: markup, words: words)
        var blocks: [Block] = []
        var open: [TextPiece] = []
        for row in box.top + 1..<box.bottom {
            let columns = characters[row]
            let range = text.trimmed(columns[box.left] + 1..<columns[box.right])
            if range.isEmpty {
                blocks += joiner.blocks(of: open)
                open = []
            } else {
                let indent = text.length(columns[box.left] + 1..<range.lowerBound) - 1
                open.append(TextPiece(line: lines.lowerBound + row, range: range, indent: max(indent, 0)))
            }
        }
        blocks += joiner.blocks(of: open)
        let line = text.lines[lines.lowerBound + min(box.top + 1, lines.count - 1)]
        let offset = characters[min(box.top + 1, lines.count - 1)][box.left] + 1
        var place = text.place(offset..<offset, in: line)
        let paragraphs = blocks.flatMap(\.paragraphs)
        if let first = paragraphs.first, let last = paragraphs.last { place = first.place.joined(with: last.place) }
        return TableCell(blocks, at: place)
    }

    private func isHeaderRule(_ row: Int) -> Bool {
        let content = text.content(of: text.lines[lines.lowerBound + row])
        return text.isGridRule(text.lines[lines.lowerBound + row])
            && text.bytes[content].contains(UInt8(ascii: "="))
    }
}

/// Following the borders of cells.
extension GridDrawing {
    private func character(_ row: Int, _ column: Int) -> UInt8 {
        column < characters[row].count ? text.bytes[characters[row][column]] : 0x20
    }

    private func boxes() -> [Box]? {
        let height = characters.count
        let width = characters[0].count
        guard characters.allSatisfy({ $0.count == width }) else { return nil }
        var boxes: [Box] = []
        // How far down each column is known.
        var done = [Int](repeating: -1, count: width)
        // The next corner is the last one.
        var corners = [(row: 0, column: margin)]
        func insert(_ row: Int, _ column: Int) {
            let position = corners.firstIndex { ($0.row, $0.column) <= (row, column) } ?? corners.count
            if position < corners.count, corners[position] == (row, column) { return }
            corners.insert((row, column), at: position)
        }
        while let corner = corners.popLast() {
            guard corner.row < height - 1, corner.column < width - 1, corner.row > done[corner.column] else { continue }
            guard let box = box(corner.row, corner.column, width, height) else { return nil }
            for column in box.left..<box.right {
                guard done[column] == box.top - 1 else { return nil }
                done[column] = box.bottom - 1
            }
            boxes.append(box)
            insert(box.top, box.right)
            insert(box.bottom, box.left)
        }
        return done[margin..<width - 1].allSatisfy { $0 == height - 2 } ? boxes : nil
    }

    private func box(_ top: Int, _ left: Int, _ width: Int, _ height: Int) -> Box? {
        guard character(top, left) == UInt8(ascii: "+") else { return nil }
        for right in left + 1..<width {
            switch character(top, right) {
            case UInt8(ascii: "+"):
                if let bottom = bottom(top, left, right, height) {
                    return Box(top: top, left: left, bottom: bottom, right: right)
                }
            case UInt8(ascii: "-"), UInt8(ascii: "="), UInt8(ascii: ":"): continue
            default: return nil
            }
        }
        return nil
    }

    private func bottom(_ top: Int, _ left: Int, _ right: Int, _ height: Int) -> Int? {
        for bottom in top + 1..<height {
            switch character(bottom, right) {
            case UInt8(ascii: "+"): if isClosed(top, left, bottom, right) { return bottom }
            case UInt8(ascii: "|"): continue
            default: return nil
            }
        }
        return nil
    }

    /// Whether the lower and the left border of a cell are drawn.
    private func isClosed(_ top: Int, _ left: Int, _ bottom: Int, _ right: Int) -> Bool {
        guard character(bottom, left) == UInt8(ascii: "+") else { return false }
        let below = (left + 1..<right).allSatisfy { "-=+:".utf8.contains(character(bottom, $0)) }
        return below && (top + 1..<bottom).allSatisfy { "|+".utf8.contains(character($0, left)) }
    }
}

extension [Int] {
    /// The first of sorted numbers that is not below another.
    fileprivate func firstIndex(atLeast number: Int) -> Int? {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle] >= number { high = middle } else { low = middle + 1 }
        }
        return low < count ? low : nil
    }
}

extension LinedText {
    /// Whether a line is a rule with corners: `+---+===+`.
    func isGridRule(_ line: TextLine) -> Bool {
        let content = content(of: line)
        guard content.count > 2, bytes[content.lowerBound] == UInt8(ascii: "+"),
            bytes[content.upperBound - 1] == UInt8(ascii: "+")
        else { return false }
        return content.allSatisfy { "+-=:".utf8.contains(bytes[$0]) }
    }

    /// Whether a line may be a part of a drawing.
    fileprivate func isDrawn(_ line: TextLine) -> Bool {
        let content = content(of: line)
        guard content.count > 1 else { return false }
        return "+|".utf8.contains(bytes[content.lowerBound]) && "+|".utf8.contains(bytes[content.upperBound - 1])
    }

    /// The offsets of the characters of a line, twice for those that take two columns.
    fileprivate func columns(of line: TextLine) -> [Int] {
        var columns: [Int] = []
        var offset = line.range.lowerBound
        let end = content(of: line).upperBound
        while offset < end {
            if bytes[offset] < 0x80 {
                columns.append(offset)
                offset += 1
                continue
            }
            let (scalar, length) = bytes.span.scalar(at: offset)
            columns += Array(repeating: offset, count: scalar.columnCount)
            offset += length
        }
        return columns
    }
}

extension Unicode.Scalar {
    /// How many columns of a terminal the character takes (Unicode Standard Annex 11, roughly).
    fileprivate var columnCount: Int {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
            0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            2
        default:
            switch properties.generalCategory {
            case .nonspacingMark, .enclosingMark, .format: 0
            default: 1
            }
        }
    }
}
