/// Cuts a text into sentences, by marks and the shape of the words around them: no list of abbreviations of any language
/// is needed, since both versions of a text are cut alike.
enum Sentences {
    /// - Returns: the places of each sentence's words, one behind the other; together they are all words.
    static func ranges(of words: Words, _ vocabulary: Vocabulary) -> [Range<Int>] {
        let bytes = Array(words.text.utf8)
        var ranges: [Range<Int>] = []
        var start = 0
        for index in words.words.indices.dropLast() where ends(at: index, words, bytes, vocabulary) {
            ranges.append(start..<index + 1)
            start = index + 1
        }
        if start < words.words.count { ranges.append(start..<words.words.count) }
        return ranges
    }

    /// Whether a sentence ends with the word at `index`; there is one behind it.
    private static func ends(at index: Int, _ words: Words, _ bytes: [UInt8], _ vocabulary: Vocabulary) -> Bool {
        let word = words.words[index]
        let next = words.words[index + 1]
        let between = bytes[word.range.upperBound..<next.range.lowerBound]
        if between.contains(UInt8(ascii: "\n")) { return true }
        guard let mark = endMark(at: index, words, vocabulary) else { return false }
        if "。！？".contains(vocabulary[words.words[mark].id]) { return !closes(next, vocabulary) }
        guard !between.isEmpty else { return false }
        // `U.S. Government`, `J. Smith`, `Ms. Pico`, `para. 7`: what stands before the mark is no end of a sentence.
        if vocabulary[words.words[mark].id] == ".", mark > 0 {
            let before = words.words[mark - 1]
            let isAttached = before.range.upperBound == words.words[mark].range.lowerBound
            if isAttached, before.kind == .word, before.range.count == 1 || isTitle(vocabulary[before.id]) {
                return false
            }
            if next.kind == .number, before.kind == .word, before.range.count <= 5 { return false }
        }
        return beginsSentence(next, vocabulary)
    }

    /// Whether a word is spelt like `Mr`.
    private static func isTitle(_ word: String) -> Bool {
        word.count <= 3 && word.first?.isUppercase == true && word.dropFirst().allSatisfy(\.isLowercase)
    }

    /// The mark that ends a sentence at `index`: itself, or before closing quotes and brackets.
    private static func endMark(at index: Int, _ words: Words, _ vocabulary: Vocabulary) -> Int? {
        var place = index
        while place >= 0, words.words[place].kind == .mark {
            let mark = vocabulary[words.words[place].id]
            if ".!?…;؟।۔。！？".contains(mark) { return place }
            guard "\"')]".contains(mark) else { return nil }
            place -= 1
        }
        return nil
    }

    private static func closes(_ word: Word, _ vocabulary: Vocabulary) -> Bool {
        word.kind == .mark && "\"')]".contains(vocabulary[word.id])
    }

    private static func beginsSentence(_ word: Word, _ vocabulary: Vocabulary) -> Bool {
        guard word.kind == .word, let first = vocabulary[word.id].unicodeScalars.first else { return true }
        return !first.properties.isLowercase
    }
}
