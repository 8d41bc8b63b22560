import TesseraModel

/// A line of dashes, or of equals signs.
struct ColumnRule {
    /// Where columns begin, in characters.
    let columns: [Int]
    let mark: UInt8

    init?(_ index: Int, of text: LinedText) {
        let content = text.content(of: text.lines[index])
        guard content.count > 2, let first = content.first else { return nil }
        let mark = text.bytes[first]
        guard mark == UInt8(ascii: "-") || mark == UInt8(ascii: "="),
            content.allSatisfy({ text.bytes[$0] == mark || text.bytes[$0] == 0x20 }),
            let line = PrintedLine(index, of: text)
        else { return nil }
        let columns = line.words.map(\.columns.lowerBound)
        guard columns.count == 1 || line.words.contains(where: { $0.columns.count > 1 }) else { return nil }
        self.columns = columns
        self.mark = mark
    }
}

/// A table at a rule with gaps.
struct RuledTable {
    var lines: Range<Int>
    let table: Table

    /// - Parameters:
    ///   - index: the line of the rule.
    ///   - first: the first line that can be a part of the table.
    init?(at index: Int, behind first: Int, in text: LinedText) {
        guard let rule = ColumnRule(index, of: text), rule.columns.count > 1 else { return nil }
        var start = index
        while start > first, !text.isBlank(text.lines[start - 1]), !text.lines[start - 1].endsPage { start -= 1 }
        let isMultiline = start < index && ColumnRule(start, of: text)?.columns.count == 1
        var header = start..<index
        var end = index + 1
        if let close = RuledTable.close(of: rule, behind: index, isMultiline: isMultiline, in: text) {
            end = close + 1
            // The simple table of reStructuredText has a rule above its headings as well.
            if header.isEmpty, rule.mark == UInt8(ascii: "="), end < text.lines.count, !text.isBlank(text.lines[end]),
                let last = RuledTable.close(of: rule, behind: close, isMultiline: false, in: text)
            {
                header = index + 1..<close
                end = last + 1
            }
        } else {
            while end < text.lines.count, !text.isBlank(text.lines[end]) { end += 1 }
        }
        guard end > index + 1 else { return nil }
        lines = start..<end
        let rows = (start..<end).filter { ColumnRule($0, of: text) == nil }
            .map { RuledTable.row($0, rule.columns, isHeader: header.contains($0), in: text) }
        let opening = text.lines[start]
        let closing = text.lines[end - 1]
        let place = text.place(opening.range, in: opening).joined(with: text.place(closing.range, in: closing))
        table = Table(.lines(rows), at: place)
    }

    /// The rule that ends a table; a blank line ends it before that unless it is a table of several lines a row.
    private static func close(of rule: ColumnRule, behind index: Int, isMultiline: Bool, in text: LinedText) -> Int? {
        for line in index + 1..<max(index + 1, text.lines.count) {
            if text.lines[line - 1].endsPage { return nil }
            if text.isBlank(text.lines[line]), !isMultiline {
                // Without headings, blank lines may part rows: the closing rule tells.
                guard line > index + 1, index == 0 || text.isBlank(text.lines[index - 1]) else { return nil }
            }
            guard let other = ColumnRule(line, of: text), other.mark == rule.mark else { continue }
            if other.columns == rule.columns || isMultiline && other.columns.count == 1 { return line }
            return nil
        }
        return nil
    }

    private static func row(_ index: Int, _ columns: [Int], isHeader: Bool, in text: LinedText) -> TableRow {
        let line = text.lines[index]
        let words = PrintedLine(index, of: text)?.words ?? []
        var end = line.range.lowerBound
        let cells = columns.indices.map { column in
            let own = words.filter { word in
                (columns.lastIndex { $0 <= word.columns.lowerBound } ?? 0) == column
            }
            guard let first = own.first, let last = own.last else {
                return TableCell([], at: text.place(end..<end, in: line))
            }
            let range = first.bytes.lowerBound..<last.bytes.upperBound
            end = range.upperBound
            let place = text.place(range, in: line)
            return TableCell([.paragraph(Paragraph(text.string(range), at: place))], at: place)
        }
        return TableRow(cells, isHeader: isHeader)
    }
}
