import TesseraModel

/// A Word table with a tab between the cells of a row: catdoc, and unrtf, which puts one before each row as well.
///
/// Nothing ends the last cell of a row, so the first cell of the next row is part of it, unless rows begin with a tab.
/// A tab at the very end of a wrapped line is lost.
struct InlineTabs: TextLayout {
    let name = "inline-tabs"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let marks = TabMarks(text)
        guard marks.inner > 2 else { return nil }
        return LayoutEvidence(
            score: 0.92 * Double(marks.inner) / Double(marks.inner + marks.leading / 2),
            finding: "\(marks.inner) lines have a tab between words"
        )
    }

    func blocks(of text: LinedText) -> [Block] {
        let filled = text.lines.indices.filter { !text.isBlank(text.lines[$0]) }
        var joiner = LineJoiner(text, wrapping: TextWrapping(of: filled, in: text))
        joiner.keepsLineStarts = true
        var cells = CellCollector(joiner)
        for (index, line) in text.lines.enumerated() {
            let pieces = text.tabPieces(of: index)
            for (number, piece) in pieces.enumerated() {
                if number > 0 {
                    let mark = text.place(piece.range.lowerBound..<piece.range.lowerBound, in: line)
                    cells.openCell(at: mark, hasCellBefore: number > 1 || !pieces[0].range.isEmpty)
                }
                if !piece.range.isEmpty { cells.add(piece) }
            }
            if text.isBlank(line), pieces.count == 1 { cells.endParagraph() }
            if let pageBreak = text.pageBreak(behind: line) {
                cells.endParagraph()
                cells.append(pageBreak)
            }
        }
        let marks = TabMarks(text)
        return cells.finish(isPartial: marks.leading * 4 < marks.inner)
    }
}

/// How many lines have tabs, and where.
struct TabMarks {
    /// Lines with a tab between two texts.
    private(set) var inner = 0
    /// Lines that begin with a tab, blanks aside.
    private(set) var leading = 0

    init(_ text: LinedText) {
        for index in text.lines.indices where text.bytes[text.lines[index].range].contains(0x09) {
            let pieces = text.tabRanges(of: index)
            if pieces[0].isEmpty { leading += 1 }
            let filled = pieces.count { !$0.isEmpty }
            if filled > 1 || pieces.count > 2 && !pieces[0].isEmpty { inner += 1 }
        }
    }
}

extension LinedText {
    /// The texts between the tabs of a line; some may be empty.
    fileprivate func tabPieces(of index: Int) -> [TextPiece] {
        tabRanges(of: index).map { piece($0, ofLine: index) }
    }

    /// The bytes of these texts.
    fileprivate func tabRanges(of index: Int) -> [Range<Int>] {
        let line = lines[index].range
        var ranges: [Range<Int>] = []
        var start = line.lowerBound
        while let end = bytes[start..<line.upperBound].firstIndex(of: 0x09) {
            ranges.append(trimmed(start..<end))
            start = end + 1
        }
        ranges.append(trimmed(start..<line.upperBound))
        return ranges
    }
}
