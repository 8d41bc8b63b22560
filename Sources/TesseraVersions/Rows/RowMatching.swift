import TesseraModel

/// Finds out which rows of two versions are the same: by references, titles and texts taken together, so that a row is
/// recognised under another number, and another row under its old number is not taken for it.
struct RowMatching {
    private let old: [RowProfile]
    private let new: [RowProfile]
    private let vocabulary: Vocabulary
    /// Positions of the old rows by those of the new ones.
    private var matches: [Int: Int] = [:]
    private var matchedOld: Set<Int> = []
    private var oldTexts: [Int: RowWords] = [:]
    private var newTexts: [Int: RowWords] = [:]

    /// - Returns: positions of the old row by the position of the new one.
    static func matches(_ old: [RowProfile], _ new: [RowProfile], _ vocabulary: Vocabulary) -> RowMatching {
        var matching = RowMatching(old: old, new: new, vocabulary: vocabulary)
        matching.matchIdentical()
        matching.readOthers()
        matching.matchLikely()
        matching.matchLeft { $0.references.isEmpty ? nil : AnyHashable($0.references) }
        matching.matchLeft { $0.title.isEmpty ? nil : AnyHashable($0.title) }
        return matching
    }

    private init(old: [RowProfile], new: [RowProfile], vocabulary: Vocabulary) {
        self.old = old
        self.new = new
        self.vocabulary = vocabulary
    }

    /// The position of the old row that a new one is.
    func old(of new: Int) -> Int? { matches[new] }

    private var leftOld: [Int] { old.indices.filter { !matchedOld.contains($0) } }
    private var leftNew: [Int] { new.indices.filter { matches[$0] == nil } }

    private mutating func match(_ oldPosition: Int, _ newPosition: Int) {
        matches[newPosition] = oldPosition
        matchedOld.insert(oldPosition)
    }

    /// Rows that say the same under the same number, of several alike in their order; then those that have the same number
    /// and title as no other row; then those that say the same as no other row, under whatever number.
    private mutating func matchIdentical() {
        var places = Dictionary(grouping: old.indices.reversed()) { old[$0].identity }
        for position in new.indices {
            guard let found = places[new[position].identity]?.popLast() else { continue }
            match(found, position)
        }
        matchLeft { row in
            row.references.isEmpty || row.title.isEmpty ? nil : AnyHashable([AnyHashable(row.references), row.title])
        }
        matchLeft { row in row.text.isEmpty ? nil : AnyHashable([row.title, row.text]) }
    }

    private mutating func readOthers() {
        for position in leftOld { oldTexts[position] = RowWords(old[position], vocabulary) }
        for position in leftNew { newTexts[position] = RowWords(new[position], vocabulary) }
    }

    // MARK: Likely pairs

    private struct Candidate {
        let old: Int
        let new: Int
        let score: Double
        let distance: Int
    }

    /// The likeliest pairs first.
    private mutating func matchLikely() {
        let scored = candidates.map { pair in
            Candidate(old: pair.old, new: pair.new, score: score(pair), distance: abs(pair.old - pair.new))
        }
        let likely = scored.filter { $0.score >= 0.34 }.sorted {
            ($1.score, $0.distance, $0.new, $0.old) < ($0.score, $1.distance, $1.new, $1.old)
        }
        for candidate in likely where matches[candidate.new] == nil && !matchedOld.contains(candidate.old) {
            match(candidate.old, candidate.new)
        }
    }

    private struct PositionPair: Hashable {
        let old: Int
        let new: Int
    }

    /// Pairs that have a reference, a word of the title or a run of words in common that few other rows have.
    private var candidates: Set<PositionPair> {
        var pairs: Set<PositionPair> = []
        func add<Key: Hashable>(_ keys: (RowProfile, RowWords) -> [Key]) {
            var places: [Key: [Int]] = [:]
            for (position, words) in oldTexts {
                for key in keys(old[position], words) { places[key, default: []].append(position) }
            }
            for (position, words) in newTexts {
                for key in keys(new[position], words) {
                    guard let found = places[key], found.count <= 8 else { continue }
                    for other in found { pairs.insert(PositionPair(old: other, new: position)) }
                }
            }
        }
        add { profile, _ in Array(profile.references) }
        add { profile, _ in profile.title.isEmpty ? [] : [profile.title] }
        add { _, words in Array(words.title.hashes) }
        add { _, words in Array(words.text.hashes) }
        return pairs
    }

    /// How likely it is that two rows are the same, from 0 to 1.
    private func score(_ pair: PositionPair) -> Double {
        guard let oldWords = oldTexts[pair.old], let newWords = newTexts[pair.new] else { return 0 }
        let oldRow = old[pair.old]
        let newRow = new[pair.new]
        var sum = 0.0
        var weights = 0.0
        func add(_ weight: Double, _ value: Double) {
            sum += weight * value
            weights += weight
        }
        if !oldRow.references.isEmpty || !newRow.references.isEmpty {
            let shared = oldRow.references.intersection(newRow.references).count
            add(1, Double(shared) / Double(oldRow.references.union(newRow.references).count))
        }
        if !oldRow.title.isEmpty || !newRow.title.isEmpty {
            add(1.1, oldRow.title == newRow.title ? 1 : oldWords.title.resemblance(to: newWords.title))
        }
        // Where a row says nothing of its own yet, its texts are no evidence.
        if !oldWords.text.hashes.isEmpty, !newWords.text.hashes.isEmpty {
            add(1.5, oldWords.text.resemblance(to: newWords.text).squareRoot())
        }
        return weights == 0 ? 0 : sum / weights
    }

    /// Rows of which nothing else has become of, by what is theirs alone.
    private mutating func matchLeft(by key: (RowProfile) -> AnyHashable?) {
        func unique(_ positions: [Int], _ rows: [RowProfile]) -> [AnyHashable: Int] {
            var found: [AnyHashable: Int?] = [:]
            for position in positions {
                guard let key = key(rows[position]) else { continue }
                found[key] = found[key] == nil ? .some(position) : .some(nil)
            }
            return found.compactMapValues { $0 }
        }
        let oldPlaces = unique(leftOld, old)
        for (key, position) in unique(leftNew, new).sorted(by: { $0.value < $1.value }) {
            if let found = oldPlaces[key] { match(found, position) }
        }
    }

    // MARK: Split and merged rows

    /// The position of the old row that a new one without a match was part of.
    func origin(ofSplit position: Int) -> Int? {
        guard matches[position] == nil else { return nil }
        let candidates = new.indices.filter { matches[$0] != nil }
        return candidates.compactMap { other -> (position: Int, share: Double)? in
            guard let source = matches[other] else { return nil }
            let share = shareOfPart(
                new[position],
                newTexts[position],
                beside: new[other],
                newTexts[other],
                of: old[source],
                oldTexts[source]
            )
            return share > 0 ? (source, share) : nil
        }.max { $0.share < $1.share }?.position
    }

    /// The position of the new row that an old one without a match has become part of.
    func goal(ofMerged position: Int) -> Int? {
        guard !matchedOld.contains(position) else { return nil }
        return matches.sorted { $0.key < $1.key }.compactMap { goal, other -> (position: Int, share: Double)? in
            let share = shareOfPart(
                old[position],
                oldTexts[position],
                beside: old[other],
                oldTexts[other],
                of: new[goal],
                newTexts[goal]
            )
            return share > 0 ? (goal, share) : nil
        }.max { $0.share < $1.share }?.position
    }

    /// How much speaks for a row being a part of another one, beside a row that is known to be one; 0 where it is none.
    private func shareOfPart(
        _ part: RowProfile,
        _ partWords: RowWords?,
        beside sibling: RowProfile,
        _ siblingWords: RowWords?,
        of whole: RowProfile,
        _ wholeWords: RowWords?
    ) -> Double {
        let areNumbered = [part, sibling].allSatisfy {
            !$0.references.isEmpty && $0.references.isSubset(of: whole.references)
        }
        if areNumbered, part.references.isDisjoint(with: sibling.references) { return 2 }
        guard let partWords, let siblingWords, let wholeWords, partWords.text.hashes.count >= 5 else { return 0 }
        let contained = partWords.text.containment(in: wholeWords.text)
        return contained >= 0.6 && partWords.text.containment(in: siblingWords.text) < 0.3 ? contained : 0
    }
}

/// The words of a row's title and texts.
private struct RowWords {
    let title: Shingles
    let text: Shingles

    init(_ profile: RowProfile, _ vocabulary: Vocabulary) {
        title = Shingles(Words(profile.title, vocabulary))
        text = Shingles(Words(profile.text, vocabulary))
    }
}
