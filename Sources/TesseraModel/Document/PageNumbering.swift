extension String {
    /// The text with each run of digits as one sign, so that numbered lines are alike.
    package var withoutFigures: String {
        var result = ""
        var isInFigures = false
        for character in self {
            let isFigure = character.isASCII && character.isNumber
            if isFigure, !isInFigures { result.append("#") }
            if !isFigure { result.append(character) }
            isInFigures = isFigure
        }
        return result
    }

    /// Whether nothing but a number is there, with the signs and words that pages are counted with. To be asked of a
    /// text ``withoutFigures``.
    package var isPageNumberShape: Bool {
        let rest = lowercased().filter { !"#-–—•.|/()[] ".contains($0) }
        return contains("#") && ["", "page", "p", "pageof", "of", "seite", "página", "pagina"].contains(rest)
    }

    /// The whole numbers in the text.
    package var wholeNumbers: [Int] {
        split { !($0.isASCII && $0.isNumber) }.compactMap { Int($0) }
    }
}
