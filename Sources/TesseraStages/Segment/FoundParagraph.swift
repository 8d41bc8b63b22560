import TesseraModel

/// A paragraph as the segmenter puts it together: one of the document's own, a part of one, or several printed lines.
struct FoundParagraph {
    /// A piece of a paragraph of the document.
    private struct Piece {
        var paragraph: Paragraph
        /// UTF-8 bytes of the paragraph.
        var range: Range<Int>
        /// Where its text begins in the found paragraph, in UTF-8 bytes.
        var start: Int
    }

    private var pieces: [Piece]
    private(set) var text: String
    /// What is uncertain of it.
    var doubts: [Uncertainty]

    init(_ paragraph: Paragraph) {
        pieces = [Piece(paragraph: paragraph, range: 0..<paragraph.text.utf8.count, start: 0)]
        text = paragraph.text
        doubts = paragraph.uncertainty.map { [$0] } ?? []
    }

    /// A part of a paragraph; `range` in UTF-8 bytes, on character borders.
    init(_ paragraph: Paragraph, _ range: Range<Int>) {
        self.init(paragraph)
        pieces[0].range = range
        text = String(paragraph.text.utf8Slice(range))
    }

    /// Adds a line that goes on with the text.
    /// - Parameter isCut: whether a word was cut at the end of the line before, so that no blank belongs there.
    mutating func append(_ line: Paragraph, isCut: Bool = false) {
        text += isCut ? "" : LineWrapping.separator(between: text, and: line.text)
        pieces.append(Piece(paragraph: line, range: 0..<line.text.utf8.count, start: text.utf8.count))
        text += line.text
        if let doubt = line.uncertainty { doubts.append(doubt) }
    }

    /// Where its lines begin, if a mark of a cell may be lost before one; UTF-8 bytes of the text.
    var lineStarts: [Int] { pieces.count == 1 ? pieces[0].paragraph.lineStarts : [] }

    /// The lines of a paragraph of which ``lineStarts`` tells where they begin.
    var lines: [FoundParagraph] {
        guard let piece = pieces.first, !lineStarts.isEmpty else { return [self] }
        let borders = [0] + piece.paragraph.lineStarts + [piece.paragraph.text.utf8.count]
        return zip(borders, borders.dropFirst()).map { FoundParagraph(piece.paragraph, $0..<$1) }
    }

    /// The receiver with a line of the same paragraph that follows it.
    func extended(by line: FoundParagraph) -> FoundParagraph {
        let start = pieces[0].range.lowerBound
        let end = line.pieces[line.pieces.count - 1].range.upperBound
        var extended = FoundParagraph(pieces[0].paragraph, start..<end)
        extended.doubts = doubts
        return extended
    }

    /// The number of its first paragraph in the document.
    var id: Int { pieces[0].paragraph.id }

    var place: SourcePlace {
        let first = pieces[0]
        let last = pieces[pieces.count - 1]
        let start = first.paragraph.place.narrowed(to: first.range)
        return pieces.count == 1 ? start : start.joined(with: last.paragraph.place.narrowed(to: last.range))
    }

    var passage: Passage { passage(0..<text.utf8.count) }

    /// A part of the text, in UTF-8 bytes on character borders.
    func passage(_ range: Range<Int>) -> Passage {
        if pieces.count == 1 {
            let start = pieces[0].range.lowerBound
            return Passage(pieces[0].paragraph, start + range.lowerBound..<start + range.upperBound)
        }
        var passages: [Passage] = []
        for piece in pieces {
            let shared = range.clamped(to: piece.start..<piece.start + piece.range.count)
            let offset = piece.range.lowerBound - piece.start
            if !shared.isEmpty {
                passages.append(Passage(piece.paragraph, shared.lowerBound + offset..<shared.upperBound + offset))
            }
        }
        var joined = Passage(joining: passages)
        joined.text = String(text.utf8Slice(range))
        return joined
    }
}
