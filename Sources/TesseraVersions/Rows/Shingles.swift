/// The runs of three words of a text, as numbers: texts that share many are likely to be versions of each other, while
/// texts about the same matter share their words but few of these.
///
/// Andrei Z. Broder, "On the resemblance and containment of documents", Compression and Complexity of Sequences (1997).
struct Shingles {
    let hashes: Set<Int>

    private static let length = 3

    init(_ words: Words) {
        let ids = words.words.lazy.filter { $0.kind != .mark }.map(\.id)
        let sequence = Array(ids)
        guard !sequence.isEmpty else {
            hashes = []
            return
        }
        let length = min(Shingles.length, sequence.count)
        hashes = Set((0...sequence.count - length).map { sequence[$0..<$0 + length].hashValue })
    }

    /// The share of runs that both have, from 0 to 1.
    func resemblance(to other: Shingles) -> Double {
        let shared = hashes.intersection(other.hashes).count
        let all = hashes.count + other.hashes.count - shared
        return all == 0 ? 0 : Double(shared) / Double(all)
    }

    /// The share of its own runs that the other one has too, from 0 to 1.
    func containment(in other: Shingles) -> Double {
        hashes.isEmpty ? 0 : Double(hashes.intersection(other.hashes).count) / Double(hashes.count)
    }
}
