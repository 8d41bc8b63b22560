import TesseraModel

/// The words of two texts, aligned.
public struct WordDifference: Sendable, Equatable {
    /// A run of words that both texts have, or one of them alone.
    public struct Part: Sendable, Equatable {
        public enum Kind: String, Sendable {
            case same, removed, added
        }

        public var kind: Kind
        /// The words with the blanks behind them; of those that both texts have, as the new text has them.
        public var text: String

        public init(_ kind: Kind, _ text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// In reading order, what was removed before what was added. All but the removed ones make up the new text.
    public let parts: [Part]

    /// Compares two texts.
    /// - Parameters:
    ///   - old: the text as it was.
    ///   - new: the text as it is.
    public init(_ old: String, _ new: String) {
        let vocabulary = Vocabulary()
        let oldWords = Words(old, vocabulary)
        let newWords = Words(new, vocabulary)
        parts = WordDifference.parts(oldWords, newWords, Hunk.all(oldWords.words[...], newWords.words[...], vocabulary))
    }

    /// The characters between those that two texts begin and end with alike: for texts whose words are the same.
    static func formatting(_ old: String, _ new: String) -> [Part] {
        let old = Array(old)
        let new = Array(new)
        let head = zip(old, new).prefix { $0 == $1 }.count
        let tail = zip(old[head...].reversed(), new[head...].reversed()).prefix { $0 == $1 }.count
        let parts = [
            Part(.same, String(old[..<head])), Part(.removed, String(old[head..<old.count - tail])),
            Part(.added, String(new[head..<new.count - tail])), Part(.same, String(new[(new.count - tail)...])),
        ]
        return parts.filter { !$0.text.isEmpty }
    }

    /// - Parameter hunks: where the texts differ, in order.
    static func parts(_ old: Words, _ new: Words, _ hunks: [Hunk]) -> [Part] {
        parts(old, old.words.indices, new, new.words.indices, hunks)
    }

    /// The parts of a piece of each text.
    static func parts(
        _ old: Words,
        _ oldRange: Range<Int>,
        _ new: Words,
        _ newRange: Range<Int>,
        _ hunks: [Hunk]
    )
        -> [Part]
    {
        var parts: [Part] = []
        func add(_ kind: Part.Kind, _ words: Words, _ range: Range<Int>, of whole: Range<Int>) {
            guard !range.isEmpty else { return }
            parts.append(Part(kind, words.textWithBlanks(of: range, in: whole)))
        }
        var place = newRange.lowerBound
        for hunk in hunks {
            add(.same, new, place..<hunk.new.lowerBound, of: newRange)
            add(.removed, old, hunk.old, of: oldRange)
            add(.added, new, hunk.new, of: newRange)
            place = hunk.new.upperBound
        }
        add(.same, new, place..<newRange.upperBound, of: newRange)
        return parts
    }
}

extension Words {
    /// The text of some words up to the word behind them.
    /// - Parameter whole: the words that are shown at all.
    fileprivate func textWithBlanks(of range: Range<Int>, in whole: Range<Int>) -> String {
        let start = range.lowerBound == 0 ? 0 : words[range.lowerBound].range.lowerBound
        let end =
            range.upperBound == words.count
            ? text.utf8.count
            : range.upperBound == whole.upperBound
                ? words[range.upperBound - 1].range.upperBound : words[range.upperBound].range.lowerBound
        return String(text.utf8Slice(start..<end))
    }
}
