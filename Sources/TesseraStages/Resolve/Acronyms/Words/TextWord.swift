/// A word of a text: letters and digits, and a possessive ending.
struct TextWord {
    /// UTF-8 byte offsets.
    var range: Range<Int>
    /// The same without a possessive ending.
    var bare: Range<Int>
    /// Where its letters stand among those of all words, without a possessive ending.
    var letters: Range<Int>
    /// What stands in front of it.
    var gap: WordGap = .border
    var isCapitalised = false
    /// Whether it has two capitals at least and no small letter.
    var isAllCapitals = false
    var isNumber = false
    /// Whether it is one of the words that acronyms usually pass over.
    var isSmallWord = false
    /// Whether it is `the`, `a` or `an`.
    var isArticle = false

    var isPossessive: Bool { bare.upperBound < range.upperBound }
}

/// What stands between two words of a text.
enum WordGap {
    /// Blanks only.
    case space
    /// A hyphen without blanks: the words are one compound.
    case hyphen
    /// A slash, an ampersand or a plus sign.
    case slash
    case comma
    /// A quotation mark.
    case quote
    /// A dash, or a hyphen with a blank.
    case dash
    /// A whole pair of brackets.
    case brackets
    /// The end of a sentence, a bracket that is not closed, two lines, or the beginning of the text.
    case border
}

/// Words that acronyms usually pass over.
enum SmallWords {
    private static let articles = packed(["a", "an", "the"])
    private static let all = packed([
        "a", "an", "and", "as", "at", "by", "d", "da", "de", "del", "della", "des", "di", "do", "dos", "du", "e", "el",
        "et", "for", "from", "in", "l", "la", "las", "le", "les", "los", "of", "on", "or", "per", "s", "the", "to",
        "und", "with", "within", "y",
    ])

    static func contains(_ letters: ArraySlice<UInt32>) -> Bool {
        letters.count <= 6 && all.contains(packed(letters))
    }

    static func isArticle(_ letters: ArraySlice<UInt32>) -> Bool {
        letters.count <= 3 && articles.contains(packed(letters))
    }

    /// Short words as numbers, which are compared faster than texts.
    private static func packed(_ words: [String]) -> Set<UInt64> {
        Set(words.map { packed($0.utf8.map(UInt32.init)[...]) })
    }

    private static func packed(_ letters: ArraySlice<UInt32>) -> UInt64 {
        letters.reduce(0) { $0 << 8 | UInt64($1 & 0xFF) }
    }
}
