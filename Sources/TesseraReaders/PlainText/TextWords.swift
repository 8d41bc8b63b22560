/// The words of a text that stand side by side with others: those are not cut.
struct TextWords {
    private var words: Set<String> = []

    init(_ text: LinedText) {
        for index in text.lines.indices {
            guard let line = PrintedLine(index, of: text) else { continue }
            for (word, next) in zip(line.words, line.words.dropFirst()) {
                // What stands beside another word of its cell is whole: parts of cut words have their lines alone.
                let isBeside = next.columns.lowerBound == word.columns.upperBound + 1
                let border = UInt8(ascii: "|")
                guard isBeside, text.bytes[word.bytes.lowerBound] != border,
                    text.bytes[next.bytes.lowerBound] != border
                else { continue }
                words.insert(TextWords.folded(text.string(word.bytes)))
                words.insert(TextWords.folded(text.string(next.bytes)))
            }
        }
    }

    /// Longer words without a hyphen are two.
    private static let lengthLimit = 20

    /// Whether two texts are more likely the parts of a word that is cut than two words.
    func areParts(_ first: String, _ second: String) -> Bool {
        let joined = first + second
        if words.contains(TextWords.folded(joined)) { return true }
        if words.contains(TextWords.folded(first)) || words.contains(TextWords.folded(second)) { return false }
        let isOneWord = joined.dropLast().allSatisfy(\.isLetter)
        return !(isOneWord && joined.count > TextWords.lengthLimit) && second.first?.isUppercase != true
    }

    private static func folded(_ word: String) -> String {
        word.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}
