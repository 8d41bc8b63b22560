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

    private let first: UInt32
    private let last: UInt32
    /// Of a word or number, its hash.
    let hash: UInt32
    /// Of a word, its number in the scanner's ``WordTable``; of a mark, its character, all quotation marks and all
    /// dashes being one each.
    let code: Int32
    let kind: Kind
    /// Of a word, whether its first letter is a capital.
    let isCapitalised: Bool
    /// Of a word, whether all its letters are ASCII capitals.
    let isAllCapitals: Bool

    init(
        _ kind: Kind,
        _ range: Range<Int>,
        hash: UInt32 = 0,
        code: Int32 = 0,
        isCapitalised: Bool = false,
        isAllCapitals: Bool = false
    ) {
        first = UInt32(range.lowerBound)
        last = UInt32(range.upperBound)
        self.kind = kind
        self.hash = hash
        self.code = code
        self.isCapitalised = isCapitalised
        self.isAllCapitals = isAllCapitals
    }

    /// UTF-8 byte offset of the first character.
    var start: Int { Int(first) }
    /// UTF-8 byte offset behind the last character.
    var end: Int { Int(last) }
    var range: Range<Int> { start..<end }

    /// Whether it is a certain mark.
    func isMark(_ character: Unicode.Scalar) -> Bool { kind == .mark && code == Int32(bitPattern: character.value) }
}
