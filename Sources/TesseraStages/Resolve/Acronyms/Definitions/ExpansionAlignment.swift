/// Finds which words an acronym's letters stand for.
///
/// As in A. S. Schwartz and M. A. Hearst, "A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical
/// Text" (PSB 2003), the letters are looked for in the words in order, from the last to the first. Unlike there, the
/// cheapest of all ways is taken, by dynamic programming over words and letters: letters at the beginning of words
/// cost nothing, letters inside little, words that no letter stands for more, letters found nowhere most. Where the
/// name may begin is judged too: behind an article or punctuation rather than in the middle of a run of capitals. So
/// `DDR` is `Disarmament, Demobilization and Reintegration`, not the shorter run of words that also holds the letters.
struct ExpansionAlignment {
    /// The words that an acronym stands for. Words are counted from the acronym on.
    struct Fit {
        /// The first word of the expansion.
        var start: Int
        /// The nearest word that a letter stands for.
        var last: Int
        var cost: Int
    }

    /// Where an expansion may begin and end.
    enum Extent {
        /// It ends with the nearest word, and begins where that costs least.
        case endsHere
        /// It begins with the farthest word (an article aside), and ends where that costs least.
        case beginsFarthest
        /// It is all of the words.
        case whole
    }

    /// Costs, in hundredths of a letter that begins a word out of turn.
    private enum Cost {
        /// A letter right behind the one before it.
        static let next = 30
        /// A letter further inside the word.
        static let inner = 75
        /// The first letter taken out of a word is not its first.
        static let middle = 200
        static let middleOfNumber = 500
        /// A word of which three letters or more are taken in a row from its beginning costs no more than this.
        static let beginning = 50
        /// Some letters out of a word that is an acronym itself.
        static let brokenAcronym = 50
        /// A letter found nowhere.
        static let lost = 230
        /// Words that no letter stands for.
        static let skipped = 110
        static let skippedCapital = 90
        static let skippedNumber = 80
        static let skippedInCompound = 60
        static let skippedSmallWord = 10
        static let skippedTail = 2
        /// Words in front of where the letters begin.
        static let late = 80
        /// The first word is a small one, begins inside a compound, or inside a run of capitals.
        static let smallStart = 100
        static let compoundStart = 80
        static let capitalBefore = 60
        static let smallBeforeCapital = 20
        /// What speaks for a beginning.
        static let border = -40
        static let article = -50
        static let smallWordBefore = -10
        static let smallLetterBefore = -40
        static let largestGain = 50
        static let never = Int.max / 2

        static func crossing(_ gap: WordGap) -> Int {
            switch gap {
            case .space, .slash, .hyphen: 0
            case .comma: 60
            case .brackets: 80
            case .quote, .dash: 150
            case .border: never
            }
        }
    }

    /// The cheapest way to have read some of the letters, those at the end.
    private struct State {
        var cost: Int
        /// The nearest word that a letter stands for; -1 for none yet.
        var last: Int
    }

    /// Words looked at: twice the letters, and some.
    private static func longest(_ letters: Int) -> Int { min(letters * 2 + 8, 28) }

    /// The cheapest way to read an acronym's letters out of the words in front of it.
    /// - Parameters:
    ///   - letters: folded letters of the acronym.
    ///   - words: are read as far as needed.
    ///   - limit: the highest cost that is of interest.
    /// - Returns: nil where none is cheap enough.
    static func best(
        _ letters: [UInt32],
        in words: inout WordsBefore,
        _ extent: Extent = .endsHere,
        limit: Int
    ) -> Fit? {
        if extent == .endsHere, let fit = initials(letters, in: &words) { return fit }
        let count = letters.count
        // states[n]: all letters from the nth on are read.
        var states = [State](repeating: State(cost: Cost.never, last: -1), count: count + 1)
        states[count].cost = 0
        var next = states
        var best: Fit?
        var index = 0
        let longest = extent == .endsHere ? longest(count) : .max
        while index < longest, words.read(index + 1) {
            // The word in front decides how good a beginning this one is.
            let hasBefore = words.read(index + 2)
            let word = words.words[index]
            if index > 0 { cross(words.words[index - 1].gap, &states) }
            loseLetters(&states)
            let bound = (best?.cost ?? limit + 1) + Cost.largestGain
            guard skip(word, extent, states, &next, below: bound) else { break }
            let before = hasBefore ? words.words[index + 1] : nil
            let start = startCost(word, before, extent, farthest: words.words.count - 1 - index, in: words)
            let found = take(letters, word, index, words, states, &next, start: start)
            if let found, found.cost <= limit, found.cost < best?.cost ?? .max { best = found }
            swap(&states, &next)
            index += 1
        }
        return best
    }

    /// The words whose initials are the letters, small words aside, where a name can well begin with the first of them:
    /// nearly always it is so, and nothing is cheaper.
    private static func initials(_ letters: [UInt32], in words: inout WordsBefore) -> Fit? {
        var index = 0
        var read = letters.count
        while words.read(index + 1) {
            let word = words.words[index]
            if index > 0, Cost.crossing(words.words[index - 1].gap) > Cost.crossing(.comma) { return nil }
            if words.letters[word.letters.lowerBound] == letters[read - 1] {
                read -= 1
            } else if !word.isSmallWord || index == 0 {
                return nil
            }
            if read == 0 {
                let before = words.read(index + 2) ? words.words[index + 1] : nil
                return startCost(word, before) <= 0 ? Fit(start: index, last: 0, cost: 0) : nil
            }
            index += 1
        }
        return nil
    }

    /// The cost of what stands between two words.
    private static func cross(_ gap: WordGap, _ states: inout [State]) {
        let cost = Cost.crossing(gap)
        guard cost > 0 else { return }
        for read in states.indices { states[read].cost = min(states[read].cost + cost, Cost.never) }
    }

    private static func loseLetters(_ states: inout [State]) {
        for read in states.indices.dropFirst().reversed() where states[read].cost + Cost.lost < states[read - 1].cost {
            states[read - 1] = State(cost: states[read].cost + Cost.lost, last: states[read].last)
        }
    }

    /// Passes over a word.
    /// - Returns: whether any way is cheap enough to go on.
    private static func skip(
        _ word: TextWord,
        _ extent: Extent,
        _ states: [State],
        _ next: inout [State],
        below bound: Int
    ) -> Bool {
        var cost =
            word.isSmallWord
            ? Cost.skippedSmallWord
            : word.isNumber ? Cost.skippedNumber : word.isCapitalised ? Cost.skippedCapital : Cost.skipped
        if word.gap == .hyphen { cost = min(cost, Cost.skippedInCompound) }
        var isOpen = false
        for read in states.indices {
            let isTail = read == states.count - 1 && extent == .beginsFarthest
            next[read] = states[read]
            next[read].cost = min(states[read].cost + (isTail ? Cost.skippedTail : cost), Cost.never)
            isOpen = isOpen || (read > 0 && states[read].cost < bound)
        }
        return isOpen
    }

    /// What it costs to begin with a word; nil where the expansion cannot.
    private static func startCost(
        _ word: TextWord,
        _ before: TextWord?,
        _ extent: Extent,
        farthest distance: Int,
        in words: WordsBefore
    ) -> Int? {
        switch extent {
        case .endsHere: return startCost(word, before)
        case .whole: return distance == 0 || (distance == 1 && before?.isSmallWord == true) ? 0 : nil
        case .beginsFarthest:
            guard distance < 4 else { return nil }
            let farthest = words.words[words.words.count - 1]
            return distance * Cost.late - (distance > 0 && farthest.isSmallWord ? Cost.late : 0)
        }
    }

    private static func startCost(_ word: TextWord, _ before: TextWord?) -> Int {
        var cost = word.isSmallWord ? Cost.smallStart : 0
        switch word.gap {
        case .hyphen: cost += Cost.compoundStart
        case .border, .quote, .brackets, .dash, .comma: cost += Cost.border
        case .space, .slash:
            guard let before else { break }
            if before.isPossessive {
                cost += Cost.border
            } else if before.isSmallWord {
                cost += before.isArticle ? Cost.article : Cost.smallWordBefore
            } else if word.isCapitalised {
                cost += before.isCapitalised ? Cost.capitalBefore : Cost.smallLetterBefore
            } else if before.isCapitalised {
                cost += Cost.smallBeforeCapital
            }
        }
        return cost
    }

    /// Reads letters out of a word, in every way.
    /// - Returns: the cheapest expansion that begins with the word.
    private static func take(
        _ letters: [UInt32],
        _ word: TextWord,
        _ index: Int,
        _ words: WordsBefore,
        _ states: [State],
        _ next: inout [State],
        start: Int?
    ) -> Fit? {
        var best: Fit?
        let own = word.letters
        for first in letters.indices {
            var position = own.lowerBound
            var cost = 0
            var isInRow = true
            for end in first..<letters.count {
                guard let found = words.letters[position..<own.upperBound].firstIndex(of: letters[end]) else { break }
                if end == first {
                    if found > own.lowerBound { cost += word.isNumber ? Cost.middleOfNumber : Cost.middle }
                    isInRow = found == own.lowerBound
                } else if found > position {
                    cost += Cost.inner
                    isInRow = false
                } else if !word.isAllCapitals, !word.isNumber {
                    cost += Cost.next
                }
                position = found + 1
                let from = states[end + 1]
                guard from.cost < Cost.never else { continue }
                var total = cost
                if isInRow, end - first >= 2 { total = min(total, Cost.beginning) }
                if word.isAllCapitals, end - first + 1 < own.count { total += Cost.brokenAcronym }
                total += from.cost
                let last = from.last < 0 ? index : from.last
                if total < next[first].cost { next[first] = State(cost: total, last: last) }
                let beginsWord = letters[first] == words.letters[own.lowerBound]
                if first == 0, beginsWord, let start, total + start < best?.cost ?? .max {
                    best = Fit(start: index, last: last, cost: total + start)
                }
            }
        }
        return best
    }
}
