import TesseraModel

/// What stands in a row whose cells are not marked, or not all of them: a paragraph, or a marked cell without text.
struct FlowItem {
    /// Nil for a cell that is marked and holds no text.
    var paragraph: FoundParagraph?
    /// Whether the source marks a border of cells before it.
    var isMarked: Bool
    /// Whether it fills a cell by itself, as `N/A` does.
    var isWholeCell: Bool
    var place: SourcePlace
    /// Whether it is a printed line that goes on with the item before.
    var goesOn = false

    var text: String { paragraph?.text ?? "" }

    /// The longest line that can be a title, in bytes.
    private static let longestTitle = 220

    /// Whether it has the shape of a title: one that opens with a capital and ends without a full stop.
    var isLikeTitle: Bool {
        guard let paragraph, !isWholeCell else { return false }
        return paragraph.text.isLikeTitle(atMost: FlowItem.longestTitle)
    }
}

extension String {
    /// Whether the text could be a title: short, not a piece of a sentence, without a full stop or the like at its end.
    func isLikeTitle(atMost bytes: Int) -> Bool {
        utf8.count <= bytes && breaksOffInSentence && !beginsInSentence
    }
}
