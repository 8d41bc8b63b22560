/// A paragraph of a document, as it lies in the text.
struct Word97Paragraph {
    /// Why the text is cut here.
    enum Mark {
        case paragraph, cell, row
        /// Where a page or a section ends.
        case page
    }

    /// The characters without the mark.
    var characters: Range<Int>
    var mark: Mark
    /// Where the mark stands; behind the end where the text breaks off.
    var end: Int
    var properties: ParagraphProperties

    private static let paragraphMark: UInt16 = 0x0D
    private static let cellMark: UInt16 = 0x07
    private static let pageMark: UInt16 = 0x0C

    static func isMark(_ character: UInt16) -> Bool {
        character == paragraphMark || character == cellMark || character == pageMark
    }

    /// The paragraphs of a text.
    /// - Returns: them from front to back, and how many have properties that are not known.
    static func all(in range: Range<Int>, of text: Word97Text) -> (paragraphs: [Word97Paragraph], unknown: Int) {
        var paragraphs: [Word97Paragraph] = []
        var unknown = 0
        var start = range.lowerBound
        let characters = text.characters.span
        for index in range where characters[index] < 0x20 {
            let character = characters[index]
            guard isMark(character) else { continue }
            let properties = text.paragraph(endingAt: index)
            if properties == nil { unknown += 1 }
            paragraphs.append(
                Word97Paragraph(start..<index, character, properties ?? ParagraphProperties(style: 0))
            )
            start = index + 1
        }
        if start < range.upperBound {
            let rest = ParagraphProperties(style: 0)
            paragraphs.append(Word97Paragraph(start..<range.upperBound, paragraphMark, rest))
        }
        return (paragraphs, unknown)
    }

    private init(_ characters: Range<Int>, _ mark: UInt16, _ properties: ParagraphProperties) {
        self.characters = characters
        self.properties = properties
        end = characters.upperBound
        let depth = properties.depth
        if depth > 0, properties.isRowEnd {
            self.mark = .row
        } else if depth > 0, depth == 1 ? mark == Word97Paragraph.cellMark : properties.isInnerCellEnd {
            self.mark = .cell
        } else {
            self.mark = mark == Word97Paragraph.pageMark ? .page : .paragraph
        }
    }
}
