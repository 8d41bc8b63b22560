/// A word, a number or a mark of a text.
struct Token: Sendable {
    enum Kind: UInt8, Sendable {
        /// Letters; also initials with full stops, such as `U.S.`.
        case word
        /// Digits, with a comma before each three, and with a decimal part.
        case number
        /// One mark.
        case mark
        /// The border between two paragraphs.
        case paragraphBreak
    }

    var kind: Kind
    /// UTF-8 byte offsets.
    var start: Int
    var end: Int
    /// Of a word, its hash.
    var hash: UInt64 = 0
    /// Of a word, its number in the scanner's ``WordTable``; of a mark, its character, all quotation marks and all
    /// dashes being one each.
    var code: Int32
    /// Of a word, whether its first letter is a capital.
    var isCapitalised = false
    /// Of a word, whether all its letters are ASCII capitals.
    var isAllCapitals = false

    var range: Range<Int> { start..<end }

    /// Whether it is a certain mark.
    func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark && code == Int32(bitPattern: character.value) }
}
