extension LayoutParagraph {
    /// Whether the first line begins as a sentence can.
    var beginsSentence: Bool { firstLine.beginsSentence }

    /// Whether a paragraph at the top of the next page is the rest of this one.
    func goesOn(in next: LayoutParagraph) -> Bool {
        isOpen && (!lastLine.endsSentence || !next.beginsSentence) || !lastLine.endsSentence && !next.beginsSentence
    }

    /// The same where nothing else could be meant: no room was left for the word that comes next, in the middle of a
    /// sentence.
    func surelyGoesOn(in next: LayoutParagraph) -> Bool {
        guard !lastLine.endsSentence, !next.beginsSentence, let word = next.firstLine.words.first else { return false }
        // A blank is a quarter of an em wide; a word's box is some 1.2 em high.
        return room < word.box.width + lastLine.letterHeight * 0.2
    }
}
