/// A word, a number, an address or a mark of a text.
struct Word: Sendable, Equatable {
    enum Kind: Sendable {
        case word
        /// Anything with a digit in it: `613`, `1,540.5`, `FY06`.
        case number
        /// A URL or an address of e-mail.
        case address
        /// A single punctuation mark or symbol; dots in a row count as one.
        case mark
    }

    var kind: Kind
    /// UTF-8 byte offsets into the text.
    var range: Range<Int>
    /// Number of the word in the vocabulary: equal for words that differ in typography alone.
    var id: Int32
}

/// The numbers of words, shared by all texts that are compared with each other.
///
/// Words are told apart as they are spelt, but for typography: kinds of quotation marks, of dashes and of bullets, and
/// ways to encode the same letters.
final class Vocabulary {
    private var ids: [String: Int32] = [:]
    private(set) var spellings: [String] = []

    func id(of word: String) -> Int32 {
        if let id = ids[word] { return id }
        let id = Int32(spellings.count)
        ids[word] = id
        spellings.append(word)
        return id
    }

    subscript(_ id: Int32) -> String { spellings[Int(id)] }
}
