/// The words of a sentence without their order, marks left out.
///
/// Long words weigh more than short ones: the short ones are those that any two sentences of a language share.
struct WordBag {
    private var counts: [Int32: (count: Int, weight: Int)] = [:]
    /// The weight of all words together.
    private(set) var total = 0
    private(set) var count = 0

    init(_ words: ArraySlice<Word>) {
        for word in words where word.kind != .mark {
            let weight = min(word.range.count, 12)
            counts[word.id, default: (0, weight)].count += 1
            total += weight
            count += 1
        }
    }

    private func shared(with other: WordBag) -> Int {
        counts.reduce(0) { sum, entry in
            sum + min(entry.value.count, other.counts[entry.key]?.count ?? 0) * entry.value.weight
        }
    }

    /// Sørensen and Dice's coefficient: 1 for the same words, 0 for none in common.
    func likeness(to other: WordBag) -> Double {
        let all = total + other.total
        return all == 0 ? 0 : 2 * Double(shared(with: other)) / Double(all)
    }

    /// The share of its words that the other one has too.
    func containment(in other: WordBag) -> Double { total == 0 ? 0 : Double(shared(with: other)) / Double(total) }

    func joined(with other: WordBag) -> WordBag {
        var bag = self
        bag.counts.merge(other.counts) { ($0.count + $1.count, $0.weight) }
        bag.total += other.total
        bag.count += other.count
        return bag
    }
}
