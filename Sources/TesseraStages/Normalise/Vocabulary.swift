/// How often words stand in a text, and which word follows which.
struct Vocabulary: Sendable {
    private(set) var words: [Substring: Int] = [:]
    private(set) var pairs: [Substring: Int] = [:]

    /// - Parameter text: with single blanks between its words.
    mutating func learn(_ text: String) {
        var last: Substring?
        for token in text.split(separator: " ") {
            let word = token.wordCore
            guard !word.isEmpty else {
                last = nil
                continue
            }
            words[word, default: 0] += 1
            if let last { pairs["\(last) \(word)"[...], default: 0] += 1 }
            // Nothing is learned over the end of a sentence.
            last = token.endIndex == word.endIndex ? word : nil
        }
    }
}

extension Substring {
    /// A token without the punctuation at both ends.
    var wordCore: Substring {
        guard let first = firstIndex(where: { $0.isLetter || $0.isNumber }),
            let last = lastIndex(where: { $0.isLetter || $0.isNumber })
        else { return self[endIndex...] }
        return self[first...last]
    }
}
