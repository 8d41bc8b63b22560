/// The words of a text, for comparing texts: letters and digits in lower case, and which word follows which.
struct WordBag {
    private(set) var words: Set<String> = []
    private(set) var pairs: Set<String> = []

    init(_ text: String) { add(text) }

    init() {}

    mutating func add(_ text: String) {
        var last: String?
        for word in WordBag.words(of: text) {
            words.insert(word)
            if let last { pairs.insert("\(last) \(word)") }
            last = word
        }
    }

    /// The share of this text that another one holds, from 0 to 1: of its pairs of words, or of its words where there
    /// is only one.
    func share(in other: WordBag) -> Double {
        if pairs.isEmpty {
            return words.isEmpty ? 0 : Double(words.intersection(other.words).count) / Double(words.count)
        }
        return Double(pairs.intersection(other.pairs).count) / Double(pairs.count)
    }

    static func words(of text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
