import TesseraModel

/// Tells what parts the printed lines of a tagged document.
struct TaggedLines {
    /// Whether the file has blanks at the ends of lines, so that a line without one ends inside a word, or on purpose.
    let writesBlanks: Bool

    init(_ tree: PDFStructureTree, _ text: PDFMarkedText) {
        var (withBlank, all) = (0, 0)
        for element in tree.elements {
            var previous: (page: Int, piece: PDFMarkedText.Piece)?
            for kid in element.kids {
                guard case .content(let content) = kid, let piece = text[content] else { continue }
                if let previous,
                    TaggedLines.isNext(piece.box, on: content.page, behind: previous.piece.box, previous.page),
                    let last = previous.piece.text?.unicodeScalars.last, let first = piece.text?.unicodeScalars.first
                {
                    all += 1
                    if last.isWhiteSpace || first.isWhiteSpace { withBlank += 1 }
                }
                previous = (content.page, piece)
            }
        }
        // Broken words and line ends on purpose are fewer than the others, but for very narrow columns.
        writesBlanks = all >= 4 && withBlank * 2 > all
    }

    /// Whether content stands on another line than what came before it.
    static func isNext(_ box: PDFBox, on page: Int, behind previous: PDFBox, _ previousPage: Int) -> Bool {
        page != previousPage || box.y0 > (previous.y0 + previous.y1) / 2
    }

    /// Whether a blank has to stand between two lines where the file has none: programs leave out those that no one
    /// would see.
    func needsBlank(behind text: [UInt8], before next: String) -> Bool {
        guard let last = text.last, let first = next.unicodeScalars.first, !first.isWhiteSpace else { return false }
        // Behind these a line may end inside a word.
        if last == 0x20 || last == UInt8(ascii: "-") || last == UInt8(ascii: "/") { return false }
        guard writesBlanks else { return true }
        let word = text[(text.lastIndex(of: 0x20).map { $0 + 1 } ?? 0)...]
        // An address longer than a line is cut anywhere.
        return !word.isAddress
    }
}

extension ArraySlice<UInt8> {
    /// Whether the word is a web address.
    fileprivate var isAddress: Bool {
        let text = String(decoding: self, as: UTF8.self)
        return text.contains("://") || text.hasPrefix("www.") || text.hasPrefix("(www.")
    }
}
