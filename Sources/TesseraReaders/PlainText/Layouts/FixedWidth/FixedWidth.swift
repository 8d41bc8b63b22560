import TesseraModel

/// A table printed in columns of fixed places: `pdftotext -layout`, `w3m -dump`.
///
/// Columns are blanks that run down through lines. In print that is set again as text, their places change from row
/// to row and from page to page.
struct FixedWidth: TextLayout {
    let name = "fixed-width"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        var aligned = 0
        var filled = 0
        var before: [Int] = []
        for index in text.lines.indices {
            guard FixedWidth.mayHaveColumns(text.lines[index], of: text) else {
                if !text.isBlank(text.lines[index]) {
                    filled += 1
                    before = []
                }
                continue
            }
            guard let line = PrintedLine(index, of: text) else { continue }
            filled += 1
            let starts = Array(line.starts.dropFirst()) + (line.segmentStarts.count == 1 ? line.starts : [])
            if starts.contains(where: { $0 > 8 && before.contains($0) }) { aligned += 1 }
            before = starts
        }
        guard aligned >= 2 else { return nil }
        let share = Double(aligned) / Double(max(filled, 1))
        return LayoutEvidence(
            score: min(0.85, 0.25 + share * 2),
            finding: "\(aligned) of \(filled) lines go on in columns of the line before"
        )
    }

    /// Whether anything in a line can begin in a column beyond the first ones. Prose has single blanks, which is seen
    /// without cutting it into words.
    private static func mayHaveColumns(_ line: TextLine, of text: LinedText) -> Bool {
        let content = text.content(of: line)
        guard content.lowerBound - line.range.lowerBound <= 1 else { return true }
        let survey = BlankSurvey(text.bytes.span.extracting(content))
        if survey.hasDoubleBlank || survey.hasControl { return true }
        return survey.hasMore
            && content.contains { offset in
                text.bytes[offset] >= 0xC0 && text.blankLength(at: offset, limit: content.upperBound) > 0
            }
    }

    func blocks(of text: LinedText) -> [Block] {
        let printed = PrintedText(text)
        let tables = FixedTableFinder(printed).tables()
        let flow = FlowLines(joiner: LineJoiner(text, wrapping: wrapping(around: tables, of: printed)))
        var blocks: [Block] = []
        var next = 0
        for var table in tables {
            let first = printed.lines[table.lines.lowerBound].index
            let last = printed.lines[table.lines.upperBound - 1].index
            blocks += flow.blocks(next..<first)
            ColumnNumbering(printed: printed, count: table.columnCount).number(&table)
            blocks.append(.table(FixedTableText(printed, table).table))
            if let pageBreak = text.pageBreak(behind: text.lines[last]) { blocks.append(pageBreak) }
            next = last + 1
        }
        return blocks + flow.blocks(next..<text.lines.count)
    }

    /// What is set in proportional type is not wrapped at a number of characters; that has pages.
    private func wrapping(around tables: [FixedTable], of printed: PrintedText) -> TextWrapping? {
        guard !printed.isPaged else { return nil }
        var outside: [Int] = []
        var next = 0
        for table in tables {
            outside += printed.lines[next..<table.lines.lowerBound].map(\.index)
            next = table.lines.upperBound
        }
        outside += printed.lines[next...].map(\.index)
        return TextWrapping(of: outside, in: printed.text)
    }
}
