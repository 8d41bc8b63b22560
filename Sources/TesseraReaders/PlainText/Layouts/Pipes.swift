import TesseraModel

/// A table with a pipe on both sides of each cell and no rules between rows: antiword.
///
/// Cells are wrapped, so a row takes several lines. The text around the table is wrapped at the width of a page.
struct Pipes: TextLayout {
    let name = "pipes"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let count = text.lines.count { PipeLine($0, in: text) != nil }
        let rules = text.lines.count { text.isTableRule($0) }
        guard count > 1, rules * 20 < count else { return nil }
        return LayoutEvidence(score: 0.95, finding: "\(count) lines begin and end with a pipe, and no rules part them")
    }

    func blocks(of text: LinedText) -> [Block] {
        let lines = text.lines.map { PipeLine($0, in: text) }
        let outside = lines.indices.filter { lines[$0] == nil }
        let flow = FlowLines(joiner: LineJoiner(text, wrapping: TextWrapping(of: outside, in: text)))
        var blocks: [Block] = []
        var next = 0
        while next < lines.count {
            let isTable = lines[next] != nil
            let end = lines[next...].firstIndex { ($0 != nil) != isTable } ?? lines.count
            if isTable {
                blocks.append(.table(table(lines[next..<end].compactMap(\.self), next, in: text)))
                if let pageBreak = text.pageBreak(behind: text.lines[end - 1]) { blocks.append(pageBreak) }
            } else {
                blocks += flow.blocks(next..<end)
            }
            next = end
        }
        return blocks
    }

    private func table(_ lines: [PipeLine], _ first: Int, in text: LinedText) -> Table {
        // A pipe may also be a character of the text: the fewest are the borders.
        let borders = lines.min { $0.pipes.count < $1.pipes.count }?.columns(in: text) ?? []
        var rows: [TableRow] = []
        for (number, line) in lines.enumerated() {
            let textLine = text.lines[first + number]
            var cells: [TableCell] = []
            for range in line.cells(between: borders, in: text) {
                let content = text.trimmed(range)
                let place = text.place(content.isEmpty ? range.lowerBound..<range.lowerBound : content, in: textLine)
                let paragraphs = content.isEmpty ? [] : [Block.paragraph(Paragraph(text.string(content), at: place))]
                cells.append(TableCell(paragraphs, at: place))
            }
            if textLine.endsPage, number + 1 < lines.count, let pageBreak = text.pageBreak(behind: textLine) {
                cells[0].blocks.append(pageBreak)
            }
            rows.append(TableRow(cells))
        }
        let last = text.lines[first + lines.count - 1]
        let start = text.place(text.content(of: text.lines[first]), in: text.lines[first])
        return Table(.lines(rows), at: start.joined(with: text.place(text.content(of: last), in: last)))
    }
}

/// A line with a pipe at both ends.
private struct PipeLine {
    let line: TextLine
    /// UTF-8 byte offsets.
    let pipes: [Int]

    init?(_ line: TextLine, in text: LinedText) {
        let content = text.content(of: line)
        let pipe = UInt8(ascii: "|")
        guard content.count > 1, text.bytes[content.lowerBound] == pipe, text.bytes[content.upperBound - 1] == pipe
        else { return nil }
        self.line = line
        pipes = content.filter { text.bytes[$0] == pipe }
    }

    /// The columns of the pipes, in characters.
    func columns(in text: LinedText) -> [Int] { pipes.map { text.length(line.range.lowerBound..<$0) } }

    /// The bytes between the borders.
    func cells(between borders: [Int], in text: LinedText) -> [Range<Int>] {
        var marks = pipes
        if pipes.count > borders.count {
            // Of the pipes in between, those that stand at the borders are taken, as far as there are any.
            var left = Array(zip(columns(in: text), pipes).dropFirst().dropLast())
            marks = [pipes[0]]
            for (number, border) in borders.enumerated().dropFirst().dropLast() {
                let needed = max(borders.count - 2 - number, 0)
                let distances = left.dropLast(needed).map { abs($0.0 - border) }
                guard let least = distances.min(), let choice = distances.firstIndex(of: least) else { continue }
                marks.append(left[choice].1)
                left.removeFirst(choice + 1)
            }
            marks.append(pipes[pipes.count - 1])
        }
        return zip(marks, marks.dropFirst()).map { $0 + 1..<$1 }
    }
}

extension LinedText {
    /// Whether a line is a rule between rows of a table: `+---+---+` or `|---|:-:|`.
    func isTableRule(_ line: TextLine) -> Bool {
        let content = content(of: line)
        guard content.count > 2 else { return false }
        var dashes = 0
        for offset in content {
            switch bytes[offset] {
            case UInt8(ascii: "-"), UInt8(ascii: "="): dashes += 1
            case UInt8(ascii: "+"), UInt8(ascii: "|"), UInt8(ascii: ":"), 0x20: continue
            default: return false
            }
        }
        let first = bytes[content.lowerBound]
        return dashes > 2 && (first == UInt8(ascii: "+") || first == UInt8(ascii: "|"))
    }
}
