/// Tells what stands between the last word of a printed line and the first of the next.
struct WordJoining {
    enum Joint: Equatable {
        case blank
        /// The word goes on; what the line end has added is none of the text.
        case nothing
        /// The word goes on, and the hyphen at the line end is none of its letters.
        case droppedHyphen
    }

    /// All words of the document, in lower case.
    private var vocabulary: Set<String> = []
    /// Whether the file has blanks at the ends of lines, so that a line without one ends inside a word.
    private var writesBlanks = false

    init(_ pages: [PageSurface]) {
        var (withBlank, all) = (0, 0)
        for page in pages {
            for (word, next) in zip(page.words, page.words.dropFirst()) {
                // The parts of words at the ends of lines are no words.
                if word.line == next.line { vocabulary.insert(word.text.joiningForm) }
                if word.line != next.line, let isBeforeBlank = word.isBeforeBlank {
                    all += 1
                    if isBeforeBlank { withBlank += 1 }
                }
            }
            if let last = page.words.last { vocabulary.insert(last.text.joiningForm) }
        }
        // At the end of a paragraph there is none; most lines end inside one.
        writesBlanks = withBlank * 4 > all && all > 3
    }

    /// - Returns: what stands between the words, and whether that is certain.
    func joint(_ left: PageWord, _ right: PageWord) -> (joint: Joint, isCertain: Bool) {
        if left.text.unicodeScalars.last == "\u{AD}" { return (.droppedHyphen, true) }
        if left.isBeforeBlank == true { return (.blank, true) }
        guard let end = left.text.unicodeScalars.last, left.text.unicodeScalars.count > 1 else { return (.blank, true) }
        // Where lines usually end with a blank, one without it ends where a line may break inside a word.
        let isKnown = writesBlanks && left.isBeforeBlank == false
        if end == "-" || end == "\u{2010}" { return isKnown ? (.nothing, true) : hyphenated(left, right) }
        if end == "/" || left.text.isAddress && "=&?_".unicodeScalars.contains(end) { return (.nothing, isKnown) }
        // An address longer than a line is cut anywhere.
        if isKnown, left.text.isAddress, end.isLetter || ("0"..."9").contains(end) { return (.nothing, false) }
        return (.blank, true)
    }

    private func hyphenated(_ left: PageWord, _ right: PageWord) -> (joint: Joint, isCertain: Bool) {
        let (first, second) = (left.text.joiningForm, right.text.joiningForm)
        let stem = String(first.dropLast())
        if vocabulary.contains(first + second) { return (.nothing, true) }
        if vocabulary.contains(stem + second) { return (.droppedHyphen, true) }
        // Only letters are hyphenated, and none before a capital.
        guard let before = stem.unicodeScalars.last, before.properties.isLowercase,
            let after = right.text.unicodeScalars.first, after.properties.isLowercase
        else { return (.nothing, true) }
        return (.nothing, false)
    }
}

extension String {
    /// In lower case and without the punctuation around it.
    fileprivate var joiningForm: String {
        func isPart(_ scalar: Unicode.Scalar) -> Bool {
            scalar.isLetter || scalar == "-" || scalar == "\u{2010}" || ("0"..."9").contains(scalar)
        }
        let scalars = unicodeScalars
        guard let first = scalars.firstIndex(where: isPart), let last = scalars.lastIndex(where: isPart) else {
            return self
        }
        return String(scalars[first...last]).lowercased()
    }

    /// Whether it looks like a part of a web address.
    fileprivate var isAddress: Bool { contains("://") || hasPrefix("www.") || hasPrefix("(www.") }
}
