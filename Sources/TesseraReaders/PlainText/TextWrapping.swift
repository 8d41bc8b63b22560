import TesseraModel

/// How the lines of a text were wrapped.
struct TextWrapping {
    var wrapping: LineWrapping
    /// Whether the program counted UTF-8 bytes rather than characters.
    var countsBytes = false

    var width: Int { wrapping.width }

    init(_ wrapping: LineWrapping) { self.wrapping = wrapping }

    /// Programs wrap lines at no more than this, unless they are told to.
    private static let usualWidth = 140

    /// - Returns: nil where nothing shows that the lines of running text were wrapped.
    ///
    /// The width is that of the longest line. Where lines were not wrapped, only the longest one seems full; where
    /// they were, most of those that are followed by another are.
    init?(of lines: [Int], in text: LinedText) {
        let pieces = lines.compactMap { text.piece(ofLine: $0) }
        // A long address is not broken, whatever the width.
        let breakable = pieces.filter { !text.endsInAddress($0) }
        guard let width = breakable.map({ $0.indent + text.length($0.range) }).max(), width <= 400 else { return nil }
        wrapping = LineWrapping(width: width, breaksAtHyphens: text.breaksAtHyphens(pieces))
        countsBytes = breakable.allSatisfy { $0.indent + $0.range.count <= width }
        var full = 0
        var goingOn = 0
        for (piece, next) in zip(pieces, pieces.dropFirst()) where next.line == piece.line + 1 {
            guard kind(from: piece, to: next, in: text) == .wrap else { continue }
            full += 1
            if (0x61...0x7A).contains(text.bytes[next.range.lowerBound]) { goingOn += 1 }
        }
        // Where few lines are wrapped, all may go on with a capital. But no program wraps at a great width, and two long
        // paragraphs of about the same length look like it.
        let isShown = width <= TextWrapping.usualWidth ? full > 1 || goingOn > 0 : goingOn > 1 && goingOn * 3 > full
        guard isShown else { return nil }
    }

    /// Why a line ends where another follows.
    func kind(from piece: TextPiece, to next: TextPiece, in text: LinedText) -> LineWrapping.Break {
        var length = piece.indent + text.length(piece.range) + (piece.isFollowedByBlank ? 1 : 0)
        let string = text.string(next)
        if countsBytes {
            let line = text.lines[piece.line].range.lowerBound..<piece.range.upperBound
            let word = string.utf8.prefix { $0 > 0x20 }
            length += line.count - text.length(line) + word.count { $0 & 0xC0 == 0x80 }
        }
        return wrapping.kind(fromLength: length, to: string)
    }
}

extension LinedText {
    /// Whether nearly all of a line is one long word.
    fileprivate func endsInAddress(_ piece: TextPiece) -> Bool {
        let word = bytes[piece.range].reversed().prefix { $0 > 0x20 }.count
        return word > 30 && piece.range.count - word < 12
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

    /// Whether a Latin letter of ASCII stands at an offset.
    private func isLetter(_ offset: Int) -> Bool { (0x61...0x7A).contains(bytes[offset] | 0x20) }
}
