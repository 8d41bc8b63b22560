import TesseraModel

/// A table in columns of fixed places, as blocks.
struct FixedTableText {
    private let printed: PrintedText
    private let fixed: FixedTable
    private let cutter: ColumnCutter

    init(_ printed: PrintedText, _ table: FixedTable) {
        self.printed = printed
        fixed = table
        cutter = ColumnCutter(
            text: printed.text,
            limits: FixedTableText.limits(of: table, in: printed),
            columnCount: table.columnCount
        )
    }

    /// The widths of what certainly stands in one column: text from its start to a gap.
    private static func limits(of table: FixedTable, in printed: PrintedText) -> ColumnLimits {
        guard printed.isPaged else { return ColumnLimits([]) }
        var widths: [[Int]] = Array(repeating: [], count: table.columnCount)
        for run in table.runs where run.starts.count > 1 && !run.columns.isEmpty {
            for line in printed.lines[run.lines] {
                for (number, first) in line.segmentStarts.enumerated() {
                    let end = number + 1 < line.segmentStarts.count ? line.segmentStarts[number + 1] : line.words.count
                    guard let place = run.starts.firstIndex(of: line.words[first].columns.lowerBound) else { continue }
                    let column = run.columns[place]
                    let isLast = place + 1 == run.starts.count
                    if isLast ? column + 1 < table.columnCount : run.columns[place + 1] != column + 1 { continue }
                    if !isLast, line.words[end - 1].columns.upperBound >= run.starts[place + 1] { continue }
                    widths[column].append(printed.text.printedWidth(line.words[first..<end]))
                }
            }
        }
        return ColumnLimits(widths)
    }

    var table: Table {
        var rows: [TableRow] = []
        var last: Int?
        for run in fixed.runs {
            for index in run.lines {
                if let last, keepsBlankLine(between: last, and: index) {
                    rows.append(emptyRow(printed.lines[last].index + 1))
                }
                if let last, printed.startsPage(index) { addPageBreaks(&rows, last, index) }
                rows.append(row(printed.lines[index], run))
                last = index
            }
        }
        let text = printed.text
        let first = text.lines[printed.lines[fixed.lines.lowerBound].index]
        let end = text.lines[printed.lines[fixed.lines.upperBound - 1].index]
        return Table(.lines(rows), at: text.place(first.range, in: first).joined(with: text.place(end.range, in: end)))
    }

    /// A blank line may part rows or paragraphs; at the end of a page it is only margin.
    private func keepsBlankLine(between last: Int, and next: Int) -> Bool {
        printed.lines[next].index > printed.lines[last].index + 1 && !printed.startsPage(next)
    }

    private func addPageBreaks(_ rows: inout [TableRow], _ last: Int, _ next: Int) {
        for line in printed.text.lines[printed.lines[last].index..<printed.lines[next].index] {
            guard let pageBreak = printed.text.pageBreak(behind: line) else { continue }
            rows[rows.count - 1].cells[0].blocks.append(pageBreak)
        }
    }

    private func emptyRow(_ line: Int) -> TableRow {
        let line = printed.text.lines[line]
        let place = printed.text.place(line.range.lowerBound..<line.range.lowerBound, in: line)
        return TableRow((0..<fixed.columnCount).map { _ in TableCell([], at: place) })
    }

    private func row(_ line: PrintedLine, _ run: ColumnRun) -> TableRow {
        let text = printed.text
        let columns = cutter.columns(of: line, in: run)
        let textLine = text.lines[line.index]
        var cells: [TableCell] = []
        var end = textLine.range.lowerBound
        for column in 0..<fixed.columnCount {
            guard let first = columns.firstIndex(of: column), let last = columns.lastIndex(of: column) else {
                cells.append(TableCell([], at: text.place(end..<end, in: textLine)))
                continue
            }
            let range = line.words[first].bytes.lowerBound..<line.words[last].bytes.upperBound
            end = range.upperBound
            let place = text.place(range, in: textLine)
            let doubt = isGuessed(first, of: column, line, run) ? FixedTableText.guessedBorder : nil
            let piece = Paragraph(text.string(range), at: place, uncertainty: doubt)
            cells.append(TableCell([.paragraph(piece)], at: place))
        }
        return TableRow(cells)
    }

    private static let guessedBorder = Uncertainty(.cellBorder, confidence: 0.9)

    /// Whether a column begins at a word that nothing but its width puts there: behind a single blank, and not where the
    /// column begins in the lines around.
    private func isGuessed(_ word: Int, of column: Int, _ line: PrintedLine, _ run: ColumnRun) -> Bool {
        guard word > 0, !line.segmentStarts.contains(word) else { return false }
        let start = run.columns.firstIndex(of: column).map { run.starts[$0] }
        return line.words[word].columns.lowerBound != start
    }
}
