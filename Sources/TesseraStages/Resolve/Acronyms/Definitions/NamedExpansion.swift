/// Finds the expansion of an acronym that holds the initials of a name out of order, or in another language: `United
/// Nations Population Fund (UNFPA)`, `Food and Agriculture Organization of the United Nations (FAO)`.
///
/// The name is the run of capitalised words in front; where in the run it begins is told by how many of its initials
/// the acronym holds, in any order, and by the word in front.
enum NamedExpansion {
    /// How well a name fits. The weights are in tenths of a letter.
    private struct Candidate {
        var start: Int
        var words: Int
        var hits: Int
        var beginsLikeAcronym: Bool
        var isBehindBorder: Bool

        private static let miss = 7
        private static let border = 5
        private static let firstLetter = 5

        var score: Int {
            hits * 10 - (words - hits) * Self.miss + (isBehindBorder ? Self.border : 0)
                + (beginsLikeAcronym ? Self.firstLetter : 0)
        }
    }

    /// The first word of the name that ends with the nearest word.
    static func start(of acronym: ShortForm, in words: inout WordsBefore) -> Int? {
        guard acronym.isStrong else { return nil }
        var letters = acronym.letters
        var best: Candidate?
        var (count, hits, index) = (0, 0, 0)
        while index < longest, words.read(index + 1) {
            let hasBefore = words.read(index + 2)
            let word = words.words[index]
            guard word.isCapitalised || (word.isSmallWord && index > 0), isJoined(index, in: words) else { break }
            defer { index += 1 }
            if word.isSmallWord { continue }
            count += 1
            let initial = words.letters[word.letters.lowerBound]
            if let found = letters.lastIndex(of: initial) {
                letters.remove(at: found)
                hits += 1
            }
            guard count >= 3 else { continue }
            let candidate = Candidate(
                start: index,
                words: count,
                hits: hits,
                beginsLikeAcronym: initial == acronym.letters[0],
                isBehindBorder: word.gap != .space || !hasBefore || words.words[index + 1].isSmallWord
            )
            if candidate.score > best?.score ?? .min { best = candidate }
        }
        guard let best, isGood(best, acronym) else { return nil }
        return best.start
    }

    private static let longest = 24

    private static func isJoined(_ index: Int, in words: WordsBefore) -> Bool {
        guard index > 0 else { return true }
        return switch words.words[index - 1].gap {
        case .space, .hyphen, .slash: true
        default: false
        }
    }

    /// Three of four initials, or three of five, are no accident where the acronym begins as the name does; else
    /// more are asked for. Shares were chosen on texts of the United Nations.
    private static func isGood(_ name: Candidate, _ acronym: ShortForm) -> Bool {
        guard name.isBehindBorder, name.hits >= 3, name.hits * 2 >= acronym.letters.count else { return false }
        let share = 100 * name.hits / name.words
        if name.beginsLikeAcronym { return share > 76 || (name.words == 5 && share >= 60) }
        return name.words >= 4 && (share > 76 || (name.words >= 6 && share > 70))
    }

    /// Whether words hold enough of the acronym's letters as initials to be its expansion where both stand as such:
    /// `SWR = Register of Social Welfare Recipients`.
    static func isLikely(_ acronym: ShortForm, for words: WordsBefore) -> Bool {
        guard acronym.capitals >= 3 else { return false }
        var letters = acronym.letters
        var (count, hits) = (0, 0)
        for word in words.words where !word.isSmallWord {
            count += 1
            guard let found = letters.lastIndex(of: words.letters[word.letters.lowerBound]) else { continue }
            letters.remove(at: found)
            hits += 1
        }
        return count >= 2 && hits * 10 >= count * 6
    }
}
