import TesseraModel

/// A table with slashes between its cells: one in a line of its own, or one between blanks among short texts.
///
/// Whether rows are parted by a slash as well is unknown, so what stands between two slashes may hold several cells.
/// A slash inside a word parts nothing.
struct Slashes: TextLayout {
    let name = "slashes"

    /// What stands between slashes on one line is at most this long, in bytes: headings, and words for "nothing".
    private static let pieceLimit = 80

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let alone = text.lines.count { text.isSlash(text.content(of: $0)) }
        let between = text.lines.count { line in
            let pieces = pieces(of: line, in: text)
            return pieces.count > 1
        }
        guard alone > 1 || between > 2 else { return nil }
        return LayoutEvidence(
            score: alone > 1 ? 0.88 : 0.6,
            finding: "\(alone) lines hold nothing but a slash, and \(between) have one between blanks"
        )
    }

    func blocks(of text: LinedText) -> [Block] {
        let filled = text.lines.indices.filter { !text.isBlank(text.lines[$0]) }
        var cells = CellCollector(LineJoiner(text, wrapping: TextWrapping(of: filled, in: text)))
        for (index, line) in text.lines.enumerated() {
            let content = text.content(of: line)
            if text.isSlash(content) {
                cells.openCell(at: text.place(content.upperBound..<content.upperBound, in: line), hasCellBefore: true)
            } else {
                for (number, piece) in pieces(of: line, in: text).enumerated() {
                    if number > 0 {
                        let mark = text.place(piece.lowerBound..<piece.lowerBound, in: line)
                        cells.openCell(at: mark, hasCellBefore: true)
                    }
                    cells.add(text.piece(piece, ofLine: index))
                }
            }
            if content.isEmpty { cells.endParagraph() }
            if let pageBreak = text.pageBreak(behind: line) {
                cells.endParagraph()
                cells.append(pageBreak)
            }
        }
        return cells.finish(isPartial: true)
    }

    /// The texts between slashes on a line; the whole line where slashes part nothing, none for a blank line.
    private func pieces(of line: TextLine, in text: LinedText) -> [Range<Int>] {
        let content = text.content(of: line)
        guard !content.isEmpty else { return [] }
        guard text.bytes[content].contains(UInt8(ascii: "/")) else { return [content] }
        var pieces: [Range<Int>] = []
        var start = content.lowerBound
        for offset in content.dropFirst().dropLast() where text.bytes[offset] == UInt8(ascii: "/") {
            guard text.bytes[offset - 1] == 0x20, text.bytes[offset + 1] == 0x20 else { continue }
            pieces.append(text.trimmed(start..<offset))
            start = offset + 1
        }
        pieces.append(text.trimmed(start..<content.upperBound))
        let areCells = pieces.allSatisfy { !$0.isEmpty && $0.count <= Self.pieceLimit }
        return areCells ? pieces : [content]
    }
}

extension LinedText {
    fileprivate func isSlash(_ content: Range<Int>) -> Bool {
        content.count == 1 && bytes[content.lowerBound] == UInt8(ascii: "/")
    }
}
