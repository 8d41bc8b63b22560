/// A word on a page.
struct PageWord: Sendable, Equatable {
    var text: String
    var box: PageBox
    /// Its number on the page, from 0.
    var number = 0
    /// The printed line, and the block of lines, as far as known before any layout: numbers on the page, from 0.
    var line = 0
    var block = 0
    /// The target of the hyperlink that lies over the word.
    var link: String?
    /// Whether the file has a blank behind the word; nil where that is unknown.
    var isBeforeBlank: Bool?

    /// Whether the word is more than figures and signs.
    var hasLetters: Bool { text.unicodeScalars.contains(where: \.isLetter) }
}

/// What is known of a page before its layout is.
struct PageSurface: Sendable {
    /// From 1.
    var number: Int
    /// Points.
    var width: Double
    var height: Double
    /// In the order in which one would read them if there were no tables.
    var words: [PageWord]
    var rules: [PageRule]
}

extension Unicode.Scalar {
    /// Whether the character is a letter; most are of ASCII, and need no look into a table.
    var isLetter: Bool {
        value < 0x80 ? (0x61...0x7A).contains(value | 0x20) : properties.isAlphabetic
    }
}
