/// Finds sentences that one version has lost among those that the other has won.
struct MoveMatching {
    struct Source {
        /// Place among the removed sentences.
        let old: Int
        /// Whether they say the same, word by word.
        let isExact: Bool
    }

    private let removed: [SentenceRun]
    private let added: [SentenceRun]
    /// Sources by the place of the sentence among the added ones.
    private(set) var matches: [Int: Source] = [:]
    private(set) var matchedOld: Set<Int> = []

    /// Below this number of words, sentences are alike by chance: `See above.`
    private static let leastWords = 4
    /// The same for sentences that are not quite the same.
    private static let leastWordsWhereReworded = 8

    init(_ removed: [SentenceRun], _ added: [SentenceRun]) {
        self.removed = removed
        self.added = added
    }

    mutating func run() {
        matchExact()
        matchAlike()
    }

    private mutating func match(_ old: Int, _ new: Int, isExact: Bool) {
        matches[new] = Source(old: old, isExact: isExact)
        matchedOld.insert(old)
    }

    private mutating func matchExact() {
        var places: [[Int32]: [Int]] = [:]
        for (place, run) in removed.enumerated() where MoveMatching.count(run) >= MoveMatching.leastWords {
            places[run.ids, default: []].append(place)
        }
        for (position, run) in added.enumerated() {
            guard let found = places[run.ids]?.filter({ !matchedOld.contains($0) }), !found.isEmpty else { continue }
            // Of several alike, the one behind the sentence that came here before.
            let expected = matches[position - 1].map { $0.old + 1 }
            match(found.first { $0 == expected } ?? found[0], position, isExact: true)
        }
    }

    private static func count(_ run: SentenceRun) -> Int { run.words.count { $0.kind != .mark } }

    private mutating func matchAlike() {
        let old = removed.indices.filter { !matchedOld.contains($0) && isLong(removed[$0]) }
        let new = added.indices.filter { matches[$0] == nil && isLong(added[$0]) }
        guard !old.isEmpty, !new.isEmpty else { return }
        let bags = Dictionary(uniqueKeysWithValues: old.map { ($0, WordBag(removed[$0].words)) })
        var places: [Int32: [Int]] = [:]
        for place in old { for id in Set(removed[place].ids) { places[id, default: []].append(place) } }
        for position in new {
            let bag = WordBag(added[position].words)
            var candidates: Set<Int> = []
            // Words that many sentences have tell nothing.
            for id in Set(added[position].ids) {
                if let found = places[id], found.count <= 12 { candidates.formUnion(found) }
            }
            let scored = candidates.filter { !matchedOld.contains($0) }.sorted().compactMap { place in
                bags[place].map { (place: place, likeness: $0.likeness(to: bag)) }
            }
            guard let best = scored.max(by: { $0.likeness < $1.likeness }), best.likeness >= 0.75 else { continue }
            match(best.place, position, isExact: false)
        }
    }

    private func isLong(_ run: SentenceRun) -> Bool { MoveMatching.count(run) >= MoveMatching.leastWordsWhereReworded }
}
