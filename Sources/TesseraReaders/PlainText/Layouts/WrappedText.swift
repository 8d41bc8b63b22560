import TesseraModel

/// Running text that a program has wrapped, with blank lines between paragraphs: `lynx -dump`, mail, text editors.
///
/// Where every printed line is followed by a blank one, blank lines say nothing, and the lines alone tell paragraphs.
struct WrappedText: TextLayout {
    let name = "wrapped"

    func evidence(in text: LinedText) -> LayoutEvidence? {
        let shape = WrappedShape(text)
        guard let wrapping = shape.wrapping else { return nil }
        let share = Double(shape.wrapped) / Double(max(shape.pieces.count, 1))
        guard shape.isDoubleSpaced || shape.wrapped > 2 && share > 0.1 && shape.blocks > 1 else { return nil }
        return LayoutEvidence(
            score: shape.hasPages ? 0.3 : 0.6,
            finding: shape.isDoubleSpaced
                ? "lines are wrapped at \(wrapping.width) characters, each followed by a blank one"
                : "\(shape.wrapped) of \(shape.pieces.count) lines are wrapped at \(wrapping.width) characters"
        )
    }

    func blocks(of text: LinedText) -> [Block] {
        let shape = WrappedShape(text)
        let joiner = LineJoiner(text, wrapping: shape.wrapping)
        guard shape.isDoubleSpaced else { return FlowLines(joiner: joiner).blocks(0..<text.lines.count) }
        var blocks: [Block] = []
        var open: [TextPiece] = []
        func close() {
            blocks += joiner.paragraphs(of: open).map(Block.paragraph)
            open = []
        }
        for (index, line) in text.lines.enumerated() {
            if let piece = text.piece(ofLine: index) {
                if let last = open.last, piece.line > last.line + 2 { close() }
                open.append(piece)
            }
            if let pageBreak = text.pageBreak(behind: line) {
                close()
                blocks.append(pageBreak)
            }
        }
        close()
        return blocks
    }
}

/// How the lines of a wrapped text follow one upon the other.
private struct WrappedShape {
    let pieces: [TextPiece]
    var wrapping: TextWrapping?
    /// How many lines are full and go on in the next one.
    var wrapped = 0
    /// How many times a blank line parts two lines.
    var blocks = 0
    var isDoubleSpaced = false
    let hasPages: Bool

    init(_ text: LinedText) {
        pieces = text.lines.indices.compactMap { text.piece(ofLine: $0) }
        hasPages = text.lines.contains(where: \.endsPage)
        let neighbours = zip(pieces, pieces.dropFirst())
        blocks = neighbours.count { $1.line > $0.line + 1 }
        wrapping = TextWrapping(of: pieces.map(\.line), in: text)
        let spaced = neighbours.count { $1.line == $0.line + 2 }
        if pieces.count > 5, spaced * 10 >= (pieces.count - 1) * 9 {
            let width = pieces.map { $0.indent + text.length($0.range) }.max() ?? 0
            let double = TextWrapping(LineWrapping(width: width, breaksAtHyphens: false))
            // Paragraphs of a line each also have blank lines between: what goes on begins with a small letter.
            let goingOn = neighbours.count { piece, next in
                (0x61...0x7A).contains(text.bytes[next.range.lowerBound])
                    && double.kind(from: piece, to: next, in: text) == .wrap
            }
            if width <= 200, goingOn * 4 > pieces.count {
                isDoubleSpaced = true
                wrapping = double
            }
        }
        guard let wrapping, !isDoubleSpaced else { return }
        wrapped = neighbours.count { piece, next in
            next.line == piece.line + 1 && wrapping.kind(from: piece, to: next, in: text) == .wrap
        }
    }
}
