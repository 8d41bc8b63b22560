import TesseraModel

/// Some text of one line.
struct TextPiece {
    /// The number of the line in ``LinedText/lines``.
    var line: Int
    /// UTF-8 byte offsets, without blanks at either end.
    var range: Range<Int>
    /// How many characters of the line, or of the column, stand before the text.
    var indent = 0
    /// Whether a blank stands behind the text: the first of two blanks where the line was wrapped.
    var isFollowedByBlank = false
}

extension LinedText {
    /// The text of a line; nil for a blank one.
    func piece(ofLine index: Int) -> TextPiece? {
        let range = content(of: lines[index])
        return range.isEmpty ? nil : piece(range, ofLine: index)
    }

    /// A part of a line that was wrapped as a whole.
    func piece(_ range: Range<Int>, ofLine index: Int) -> TextPiece {
        TextPiece(
            line: index,
            range: range,
            indent: length(lines[index].range.lowerBound..<range.lowerBound),
            isFollowedByBlank: range.upperBound + 1 == lines[index].range.upperBound
        )
    }

    func string(_ piece: TextPiece) -> String { string(piece.range) }

    /// How many characters some bytes are.
    func length(_ range: Range<Int>) -> Int { range.count { bytes[$0] & 0xC0 != 0x80 } }

    func start(of piece: TextPiece) -> Position { position(piece.range.lowerBound, in: lines[piece.line]) }

    func end(of piece: TextPiece) -> Position { position(piece.range.upperBound, in: lines[piece.line]) }

    /// The place from the start of one piece to the end of another.
    func place(from first: TextPiece, to last: TextPiece) -> SourcePlace {
        SourcePlace(start: start(of: first), end: end(of: last))
    }

    func paragraph(_ piece: TextPiece) -> Paragraph {
        Paragraph(string(piece), at: place(from: piece, to: piece))
    }

    /// The page boundary at the end of a line; nil where there is none.
    func pageBreak(behind line: TextLine) -> Block? {
        guard line.endsPage else { return nil }
        return .pageBreak(place(line.range.upperBound..<line.range.upperBound, in: line))
    }
}
