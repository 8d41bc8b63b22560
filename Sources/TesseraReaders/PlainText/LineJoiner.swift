import TesseraModel

/// Makes paragraphs of lines that a program has wrapped.
struct LineJoiner {
    let text: LinedText
    /// How lines were wrapped; nil where every line stands for itself.
    var wrapping: TextWrapping?
    /// Whether paragraphs tell where their lines began: a mark that stood at the end of a line may be lost.
    var keepsLineStarts = false
    /// What becomes of the text of a paragraph; nil where it has no marks.
    var markup: InlineMarkup?
    /// The words of the text, where lines are so narrow that words are cut; nil where none is.
    var words: TextWords?

    init(_ text: LinedText, wrapping: TextWrapping?, markup: InlineMarkup? = nil, words: TextWords? = nil) {
        self.text = text
        self.wrapping = wrapping
        self.markup = markup
        self.words = words
    }

    /// The paragraphs of lines that follow one upon the other; items of lists are told by their marks.
    func blocks(of pieces: [TextPiece]) -> [Block] {
        groups(of: pieces).compactMap { group in
            guard let markup, let first = group.first else { return .paragraph(paragraph(group)) }
            let isItem = markup.mark(of: first, in: text) == .bullet
            let kept = group.compactMap { markup.withoutMark($0, in: text) }
            guard !kept.isEmpty, case let paragraph = paragraph(kept), !paragraph.text.utf8.isEmpty else { return nil }
            return isItem ? .listItem(paragraph, level: first.indent / 2 + 1) : .paragraph(paragraph)
        }
    }

    /// The paragraphs of lines that follow one upon the other.
    func paragraphs(of pieces: [TextPiece]) -> [Paragraph] { groups(of: pieces).map(paragraph) }

    private func groups(of pieces: [TextPiece]) -> [[TextPiece]] {
        var groups: [[TextPiece]] = []
        var open: [TextPiece] = []
        for (index, piece) in pieces.enumerated() {
            let following = index + 1 < pieces.count ? pieces[index + 1] : nil
            if let last = open.last, endsOnPurpose(last, before: piece, following) {
                groups.append(open)
                open = []
            }
            open.append(piece)
        }
        if !open.isEmpty { groups.append(open) }
        return groups
    }

    private func endsOnPurpose(_ piece: TextPiece, before next: TextPiece, _ following: TextPiece?) -> Bool {
        guard let wrapping else { return true }
        // Languages of marked-up text mark the breaks that are meant.
        if let markup {
            return markup.hasHardBreak(text.bytes[piece.range]) || markup.mark(of: next, in: text).startsParagraph
        }
        if standsAlone(piece, before: next) { return true }
        if partsWord(piece, before: next) != .no { return false }
        // The first part of a word that is cut stands in a line of its own, whatever room there was before.
        if let following, partsWord(next, before: following, behind: piece) == .yes { return false }
        return wrapping.kind(from: piece, to: next, in: text) == .end
    }

    /// Whether one of two lines is an address that stands by itself, as in a list of links: the other one does not go
    /// on with it, or with a small letter.
    private func standsAlone(_ piece: TextPiece, before next: TextPiece) -> Bool {
        if isAddress(next) {
            let word = text.string(piece).split(separator: " ").last ?? ""
            return !word.allSatisfy(\.isLowercase)
        }
        return isAddress(piece) && text.string(next).first?.isLowercase == false
    }

    private func isAddress(_ piece: TextPiece) -> Bool {
        let line = text.bytes[piece.range]
        return !line.contains(UInt8(ascii: " ")) && text.string(piece).contains("://")
    }

    /// The text of wrapped lines.
    func paragraph(_ pieces: [TextPiece]) -> Paragraph {
        guard let first = pieces.first, let last = pieces.last else {
            preconditionFailure("a paragraph has a line")
        }
        var string = ""
        var doubt: Uncertainty?
        var starts: [Int] = []
        for (index, piece) in pieces.enumerated() {
            let line = text.string(piece)
            if index > 0 {
                let before = pieces[index - 1]
                let fragment = partsWord(before, before: piece, behind: index > 1 ? pieces[index - 2] : nil)
                if fragment == .perhaps { doubt = Uncertainty(.joinedWord, confidence: 0.7) }
                if fragment != .yes { string += separator(between: text.string(before), and: line) }
                starts.append(string.utf8.count)
            }
            string += line
        }
        let place = text.place(from: first, to: last)
        var paragraph = markup?.paragraph(string, at: place) ?? Paragraph(string, at: place)
        paragraph.uncertainty = doubt
        if keepsLineStarts { paragraph.lineStarts = starts }
        return paragraph
    }

    private func separator(between line: String, and next: String) -> String {
        // Behind a hyphen that is no place to break, the line ended at a blank.
        wrapping?.wrapping.breaksAtHyphens == false ? " " : LineWrapping.separator(between: line, and: next)
    }

    private enum Fragment { case no, perhaps, yes }

    /// Whether a word that has no room in a line of its own is cut behind the piece: what follows fills its line.
    ///
    /// pandoc cuts such words so that the last pieces are full and the first has the rest.
    private func partsWord(_ piece: TextPiece, before next: TextPiece, behind previous: TextPiece? = nil) -> Fragment {
        guard let wrapping, let words, next.range.count >= wrapping.width,
            text.length(next.range) == wrapping.width, isOneWord(piece), isOneWord(next)
        else { return .no }
        if text.length(piece.range) == wrapping.width { return .yes }
        if let previous, wrapping.kind(from: previous, to: piece, in: text) == .end { return .yes }
        let first = text.bytes[next.range.lowerBound]
        let slash = UInt8(ascii: "/")
        if first == slash || first == UInt8(ascii: "-") || text.bytes[piece.range].contains(slash) { return .yes }
        return words.areParts(text.string(piece), text.string(next)) ? .yes : .perhaps
    }

    private func isOneWord(_ piece: TextPiece) -> Bool {
        var offset = piece.range.lowerBound
        while offset < piece.range.upperBound {
            if text.blankLength(at: offset, limit: piece.range.upperBound) > 0 { return false }
            offset += text.bytes[offset] < 0x80 ? 1 : text.bytes.span.scalar(at: offset).length
        }
        return true
    }
}
