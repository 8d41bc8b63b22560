/// Finds how many of the words in front of an acronym are its expansion.
///
/// In the manner of A. S. Schwartz and M. A. Hearst ("A Simple Algorithm for Identifying Abbreviation Definitions in
/// Biomedical Text", PSB 2003), the acronym's letters are looked for in the words in order. Unlike there, the
/// cheapest way over all starting words is taken, where letters at the beginning of words cost nothing; so `DDR` is
/// `Disarmament, Demobilization and Reintegration`, not the shorter run of words that also holds the letters.
enum ExpansionAlignment {
    private enum Cost {
        /// A letter found inside a word.
        static let innerLetter = 1
        /// A letter found nowhere.
        static let lostLetter = 2
        /// A word that no letter stands for.
        static let skippedWord = 1
    }

    /// Words that acronyms usually pass over.
    static let smallWords: Set<String> = [
        "a", "an", "and", "as", "at", "by", "de", "des", "du", "et", "for", "from", "in", "la", "le", "les", "of", "on",
        "or", "per", "the", "to", "with",
    ]

    /// Nouns that head the name of an organisation even where the acronym passes over them: `Bureau of …`.
    private static let organisationHeads: Set<String> = [
        "agency", "bureau", "center", "centre", "commission", "committee", "council", "department", "directorate",
        "division", "institute", "ministry", "office", "secretariat", "service",
    ]

    /// The number of the first word of the expansion.
    /// - Parameters:
    ///   - words: the words in front of the acronym; the expansion ends with the last.
    ///   - acronym: without a plural ending.
    ///   - isExact: takes only words whose initials are the acronym, small words aside.
    /// - Returns: nil where the words are no expansion of it.
    static func start(of acronym: String, in words: ArraySlice<Word>, isExact: Bool = false) -> Int? {
        let letters = acronym.filter(\.isLetter).map { Character($0.lowercased()) }
        guard letters.count >= 2 else { return nil }
        var best: (start: Int, cost: Int)?
        for start in words.indices.suffix(letters.count + 6).reversed() {
            guard !smallWords.contains(words[start].text.lowercased()) else { continue }
            guard let cost = cost(of: letters, in: words[start...]) else { continue }
            // Of two equally good ones, the nearer.
            if cost < best?.cost ?? .max { best = (start, cost) }
        }
        // Two letters are found in any text: they must fit exactly.
        guard let best, best.cost <= (isExact || letters.count == 2 ? 0 : letters.count) else { return nil }
        return withHead(best.start, in: words)
    }

    /// The word before a name that begins `Office of`, `Bureau of` and the like belongs to it.
    private static func withHead(_ start: Int, in words: ArraySlice<Word>) -> Int {
        guard start - 2 >= words.startIndex, ["of", "for", "on"].contains(words[start - 1].text),
            words[start].gap == " ", words[start - 1].gap == " ", words[start - 2].isCapitalised,
            organisationHeads.contains(words[start - 2].text.lowercased())
        else { return start }
        return start - 2
    }

    /// What it costs to read the letters out of the words; nil where the first word does not begin with the first
    /// letter, or fewer than half of the letters begin words.
    private static func cost(of letters: [Character], in words: ArraySlice<Word>) -> Int? {
        guard let first = words.first?.text.first, Character(first.lowercased()) == letters[0] else { return nil }
        // states[n]: the cheapest way to have read n letters in the words so far, and how many began words.
        var states: [State?] = [State(cost: 0, initials: 0)] + Array(repeating: nil, count: letters.count)
        for (index, word) in words.enumerated() {
            states = step(states, word, letters, mustMatch: index == 0)
        }
        let ends = states.enumerated().compactMap { read, state -> State? in
            guard var state else { return nil }
            state.cost += (letters.count - read) * Cost.lostLetter
            return state
        }
        guard let end = ends.min(by: State.isCheaper), end.initials * 2 >= letters.count else { return nil }
        return end.cost
    }

    private struct State {
        var cost: Int
        var initials: Int

        static func isCheaper(_ one: State, _ other: State) -> Bool {
            (one.cost, -one.initials) < (other.cost, -other.initials)
        }
    }

    private static func step(_ states: [State?], _ word: Word, _ letters: [Character], mustMatch: Bool) -> [State?] {
        var next: [State?] = Array(repeating: nil, count: states.count)
        func offer(_ read: Int, _ state: State) {
            guard let present = next[read] else { return next[read] = state }
            if State.isCheaper(state, present) { next[read] = state }
        }
        let isSmall = smallWords.contains(word.text.lowercased())
        let characters = word.text.lowercased().map(\.self)
        for (read, state) in states.enumerated() {
            guard let state else { continue }
            if !mustMatch {
                offer(read, State(cost: state.cost + (isSmall ? 0 : Cost.skippedWord), initials: state.initials))
            }
            // Letters before the word that are found nowhere.
            for lost in 0...max(0, letters.count - read - 1) where read + lost < letters.count {
                if mustMatch, lost > 0 { break }
                let base = State(cost: state.cost + lost * Cost.lostLetter, initials: state.initials)
                readLetters(of: characters, word, from: read + lost, base, letters, mustBegin: mustMatch, offer)
            }
        }
        return next
    }

    /// Offers every way to read letters out of one word: from its beginning, or from inside it.
    private static func readLetters(
        of characters: [Character],
        _ word: Word,
        from read: Int,
        _ base: State,
        _ letters: [Character],
        mustBegin: Bool,
        _ offer: (Int, State) -> Void
    ) {
        var state = base
        var read = read
        var position = 0
        if characters.first == letters[read] {
            state.initials += 1
        } else if mustBegin {
            return
        }
        while read < letters.count, let found = characters[position...].firstIndex(of: letters[read]) {
            // The letters of a word that is itself an acronym are all initials.
            let isInitial = found == 0 || (word.isAllCapitals && found == position)
            if isInitial, found > 0 { state.initials += 1 }
            state.cost += isInitial ? 0 : Cost.innerLetter
            read += 1
            position = found + 1
            offer(read, state)
            if position >= characters.count { break }
        }
    }
}
