import TesseraModel

/// Where a text of a version stands.
struct TextPlace: Hashable {
    var row: String?
    var column: String?

    init(row: String? = nil, column: String? = nil) {
        self.row = row
        self.column = column
    }

    init(_ address: CellAddress) { self.init(row: address.row, column: address.column) }
}

/// A text that was cut into sentences.
final class ComparedText {
    let place: TextPlace
    let words: Words
    let sentences: [Range<Int>]
    /// What is known of pieces of the text: links, references, acronyms, figures.
    let findings: TextFindings
    private(set) lazy var phoneNumbers = PhoneNumbers.ranges(in: words.text)

    init(_ text: String, at place: TextPlace, _ vocabulary: Vocabulary, findings: TextFindings = TextFindings()) {
        self.place = place
        self.findings = findings
        words = Words(text, vocabulary)
        sentences = Sentences.ranges(of: words, vocabulary)
    }
}

/// Sentences of a text that stand one behind the other.
struct SentenceRun {
    let text: ComparedText
    /// Numbers of the sentences in the text.
    var sentences: Range<Int>

    /// Places among the words of the text.
    var wordRange: Range<Int> {
        guard !sentences.isEmpty else { return 0..<0 }
        return text.sentences[sentences.lowerBound].lowerBound..<text.sentences[sentences.upperBound - 1].upperBound
    }

    var words: ArraySlice<Word> { text.words.words[wordRange] }
    var ids: [Int32] { words.map(\.id) }
    var string: String { text.words.text(of: wordRange) }

    /// UTF-8 byte offsets into the text.
    var range: Range<Int> {
        let words = words
        guard let first = words.first, let last = words.last else { return 0..<0 }
        return first.range.lowerBound..<last.range.upperBound
    }

    /// Whether line ends or the ends of the text stand on both sides.
    var isParagraph: Bool {
        let bytes = text.words.text.utf8
        let range = range
        func isBlank(_ place: String.Index) -> Bool { bytes[place] == UInt8(ascii: "\n") }
        let start = bytes.index(bytes.startIndex, offsetBy: range.lowerBound)
        let end = bytes.index(bytes.startIndex, offsetBy: range.upperBound)
        return (start == bytes.startIndex || isBlank(bytes.index(before: start)))
            && (end == bytes.endIndex || isBlank(end))
    }

    /// Whether it is the whole text.
    var isWhole: Bool { sentences == text.sentences.indices }

    var side: Change.Side {
        Change.Side(
            row: text.place.row,
            column: text.place.column,
            range: text.place.column == nil ? nil : range,
            text: string
        )
    }

    /// Whether `other` goes on where this one ends.
    func isFollowed(by other: SentenceRun) -> Bool {
        text === other.text && sentences.upperBound == other.sentences.lowerBound
    }
}
