import TesseraModel

/// Lines of running text, with blank lines between paragraphs.
struct FlowLines {
    let joiner: LineJoiner

    /// The paragraphs and page breaks of some lines.
    func blocks(_ lines: Range<Int>) -> [Block] {
        let text = joiner.text
        var blocks: [Block] = []
        var open: [TextPiece] = []
        func close() {
            blocks += joiner.paragraphs(of: open).map(Block.paragraph)
            open = []
        }
        for index in lines {
            if let piece = text.piece(ofLine: index) { open.append(piece) } else { close() }
            if let pageBreak = text.pageBreak(behind: text.lines[index]) {
                close()
                blocks.append(pageBreak)
            }
        }
        close()
        return blocks
    }
}

extension LineWrapping {
    /// How many lines must go on to show how long a line can be.
    private static let leastMeasured = 10

    /// How some lines of running text were wrapped; nil where nothing shows that they were.
    ///
    /// The width is that of the longest line that goes on with a small letter in the next one; of the longest line of
    /// all where few do. Addresses may be longer than any line. Where lines were not wrapped, only the longest one seems
    /// full; where they were, most of those that are followed by another are.
    init?(of lines: [Int], in text: LinedText) {
        let pieces = lines.compactMap { text.piece(ofLine: $0) }
        let lengths = pieces.map { $0.indent + text.length($0.range) }
        let goingOn = pieces.indices.dropLast().filter { text.goesOn(from: pieces[$0], to: pieces[$0 + 1]) }
        let measured = goingOn.count >= LineWrapping.leastMeasured ? goingOn.map { lengths[$0] } : lengths
        guard let width = measured.max(), width <= 400 else { return nil }
        let wrapping = LineWrapping(width: width, breaksAtHyphens: text.breaksAtHyphens(pieces))
        var full = 0
        var goesOn = false
        for (piece, next) in zip(pieces, pieces.dropFirst()) where next.line == piece.line + 1 {
            let length = piece.indent + text.length(piece.range)
            guard wrapping.kind(fromLength: length, to: text.string(next)) == .wrap else { continue }
            full += 1
            if (0x61...0x7A).contains(text.bytes[next.range.lowerBound]) { goesOn = true }
        }
        guard full > 1 || full == 1 && goesOn else { return nil }
        self = wrapping
    }
}

extension LinedText {
    /// Whether words are parted behind their hyphens at ends of lines.
    func breaksAtHyphens(_ pieces: [TextPiece]) -> Bool {
        for (piece, next) in zip(pieces, pieces.dropFirst()) where next.line == piece.line + 1 {
            guard piece.range.count > 1, bytes[piece.range.upperBound - 1] == UInt8(ascii: "-") else { continue }
            if isLetter(piece.range.upperBound - 2), isLetter(next.range.lowerBound) { return true }
        }
        return false
    }

    /// Whether a line goes on in the next one, as far as the letters tell: inside a sentence.
    fileprivate func goesOn(from piece: TextPiece, to next: TextPiece) -> Bool {
        next.line == piece.line + 1 && (0x61...0x7A).contains(bytes[next.range.lowerBound])
            && !".!?:;".utf8.contains(bytes[piece.range.upperBound - 1])
    }

    /// Whether a Latin letter of ASCII stands at an offset.
    private func isLetter(_ offset: Int) -> Bool { (0x61...0x7A).contains(bytes[offset] | 0x20) }
}
