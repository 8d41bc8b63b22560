import TesseraModel

/// The words in front of an offset, the nearest first, read as they are asked for.
struct WordsBefore {
    private let bytes: [UInt8]
    /// Words are read down to here.
    private var offset: Int
    private var isAtBorder = false
    /// What stands in front of the last word, as far as it is known.
    private var pendingGap = WordGap.space

    private(set) var words: [TextWord] = []
    /// The folded letters of all words.
    private(set) var letters: [UInt32] = []

    init(in bytes: [UInt8], before offset: Int) {
        self.bytes = bytes
        self.offset = offset
        words.reserveCapacity(16)
        letters.reserveCapacity(128)
        passGap()
    }

    /// Reads until there are so many words.
    /// - Returns: false where the border comes first.
    mutating func read(_ count: Int) -> Bool {
        while words.count < count {
            guard !isAtBorder else { return false }
            readWord()
            passGap()
        }
        return true
    }

    /// Reads the words that begin at an offset or behind it.
    mutating func read(backTo start: Int) {
        while !isAtBorder, offset > start {
            readWord()
            passGap()
        }
    }

    /// Leaves out what was read beyond so many words.
    mutating func keep(_ count: Int) {
        words.removeLast(words.count - count)
        words[count - 1].gap = .border
        isAtBorder = true
    }

    func letters(of word: TextWord) -> ArraySlice<UInt32> { letters[word.letters] }

    private mutating func readWord() {
        let end = offset
        var lettersEnd = end
        var start = bytes.wordStart(before: end)
        // A possessive ending.
        if end - start == 1, bytes[start] | 0x20 == UInt8(ascii: "s"), let apostrophe = bytes.apostrophe(before: start),
            apostrophe > 0, bytes.isWordByte(at: apostrophe - 1)
        {
            lettersEnd = apostrophe
            start = bytes.wordStart(before: apostrophe)
        }
        words.append(word(start..<end, lettersEnd: lettersEnd))
        offset = start
    }

    private mutating func word(_ range: Range<Int>, lettersEnd: Int) -> TextWord {
        let first = letters.count
        var word = TextWord(range: range, bare: range.lowerBound..<lettersEnd, letters: first..<first)
        var (capitals, small) = (0, 0)
        var at = range.lowerBound
        while at < lettersEnd {
            let byte = bytes[at]
            if byte < 0x80 {
                switch ByteKind.of(byte) {
                case .capital:
                    capitals += 1
                    if at == range.lowerBound { word.isCapitalised = true }
                    letters.append(UInt32(byte | 0x20))
                case .small:
                    small += 1
                    letters.append(UInt32(byte))
                case .digit, .other: letters.append(UInt32(byte))
                }
                at += 1
            } else {
                let (scalar, length) = bytes.span.scalar(at: at)
                let folded = LetterFolding.folded(scalar.value)
                if folded.isCapital { capitals += 1 } else { small += 1 }
                if folded.isCapital, at == range.lowerBound { word.isCapitalised = true }
                letters.append(folded.letter)
                at += length
            }
        }
        word.letters = first..<letters.count
        word.isAllCapitals = capitals >= 2 && small == 0
        word.isNumber = capitals + small == 0
        word.isSmallWord = SmallWords.contains(letters[word.letters])
        word.isArticle = word.isSmallWord && SmallWords.isArticle(letters[word.letters])
        return word
    }

    // MARK: Gaps

    /// Goes back over what stands in front of the last word.
    private mutating func passGap() {
        var gap = Gap()
        while offset > 0, !bytes.isWordByte(at: offset - 1) {
            guard let length = length(&gap) else { return close(.border) }
            offset -= length
        }
        guard offset > 0 else { return close(.border) }
        if !words.isEmpty { words[words.count - 1].gap = gap.kind }
    }

    private mutating func close(_ gap: WordGap) {
        isAtBorder = true
        if !words.isEmpty { words[words.count - 1].gap = gap }
    }

    private struct Gap {
        private var joint = WordGap.space
        var blanks = 0
        var dashes = 0
        var lineEnds = 0

        mutating func join(_ gap: WordGap) { joint = gap }

        var kind: WordGap { joint == .hyphen && (blanks > 0 || dashes > 1) ? .dash : joint }
    }

    /// The length of the character in front of the offset, which is noted; nil where it is a border.
    private func length(_ gap: inout Gap) -> Int? {
        switch bytes[offset - 1] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"): gap.blanks += 1
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            gap.blanks += 1
            gap.lineEnds += 1
            if gap.lineEnds > 1 { return nil }
        case UInt8(ascii: "-"):
            gap.dashes += 1
            gap.join(.hyphen)
            if gap.dashes > 2 { return nil }
        case UInt8(ascii: "/"), UInt8(ascii: "&"), UInt8(ascii: "+"): gap.join(.slash)
        case UInt8(ascii: ","): gap.join(.comma)
        case UInt8(ascii: "'"), UInt8(ascii: "\""): gap.join(.quote)
        case UInt8(ascii: "*"), UInt8(ascii: "_"): break
        case UInt8(ascii: "."): if endsSentence(gap) { return nil }
        case UInt8(ascii: ")"), UInt8(ascii: "]"):
            guard let open = opening(of: offset - 1) else { return nil }
            gap.join(.brackets)
            gap.blanks += 1
            return offset - open
        case 0x80...: return foreignLength(&gap)
        default: return nil
        }
        return 1
    }

    /// The point of `U.S. Department` or `No. 5` ends no sentence: it stands behind one or two letters.
    private func endsSentence(_ gap: Gap) -> Bool {
        let length = offset - 1 - bytes.wordStart(before: offset - 1)
        return length == 0 || (length > 1 && (gap.blanks > 0 || words.isEmpty))
    }

    private func foreignLength(_ gap: inout Gap) -> Int? {
        // A no-break space.
        if bytes[offset - 1] == 0xA0, offset >= 2, bytes[offset - 2] == 0xC2 {
            gap.blanks += 1
            return 2
        }
        guard offset >= 3, bytes[offset - 3] == 0xE2, bytes[offset - 2] == 0x80 else { return nil }
        switch bytes[offset - 1] {
        // Hyphens (U+2010, U+2011), then dashes.
        case 0x90, 0x91: gap.join(.hyphen)
        case 0x93, 0x94:
            gap.join(.hyphen)
            gap.dashes += 1
        case 0x98...0x9F: gap.join(.quote)
        default: return nil
        }
        return 3
    }

    /// The bracket that opens what another closes, within a reasonable distance.
    private func opening(of closing: Int) -> Int? {
        let opener = bytes[closing] == UInt8(ascii: ")") ? UInt8(ascii: "(") : UInt8(ascii: "[")
        var depth = 0
        for at in stride(from: closing, through: max(0, closing - Self.longestBracket), by: -1) {
            if bytes[at] == bytes[closing] { depth += 1 }
            if bytes[at] == opener { depth -= 1 }
            if depth == 0 { return at }
        }
        return nil
    }

    private static let longestBracket = 120
}
