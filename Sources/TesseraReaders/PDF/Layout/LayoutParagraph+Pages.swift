extension LayoutParagraph {
    /// Whether the first line begins as a sentence can.
    var beginsSentence: Bool { firstLine.beginsSentence }

    /// Whether a paragraph at the top of the next page is the rest of this one.
    func goesOn(in next: LayoutParagraph) -> Bool {
        isOpen && (!lastLine.endsSentence || !next.beginsSentence) || !lastLine.endsSentence && !next.beginsSentence
    }
}
