/// A place where two texts differ: the words that one of them has there, and those of the other.
struct Hunk: Equatable {
    /// Places among the words of the old text; empty where words were added.
    var old: Range<Int>
    /// Places among the words of the new text; empty where words were removed.
    var new: Range<Int>

    /// All of them, in order.
    static func all(_ old: ArraySlice<Word>, _ new: ArraySlice<Word>, _ vocabulary: Vocabulary) -> [Hunk] {
        let pairs = SequenceAlignment.pairs(old.map(\.id), new.map(\.id))
        var hunks: [Hunk] = []
        var place = (old: old.startIndex, new: new.startIndex)
        for pair in pairs + [(old.count, new.count)] {
            let next = (old: pair.old + old.startIndex, new: pair.new + new.startIndex)
            if place.old < next.old || place.new < next.new {
                hunks.append(Hunk(old: place.old..<next.old, new: place.new..<next.new))
            }
            place = (next.old + 1, next.new + 1)
        }
        return joined(hunks, old, new).reduce(into: []) { slid, hunk in
            let previous = slid.last?.old.upperBound ?? old.startIndex
            slid.append(self.slid(hunk, room: hunk.old.lowerBound - previous, old, new, vocabulary))
        }
    }

    /// Joins what a lone word or mark parts that both texts have by chance.
    private static func joined(_ hunks: [Hunk], _ old: ArraySlice<Word>, _ new: ArraySlice<Word>) -> [Hunk] {
        var joined: [Hunk] = []
        for hunk in hunks {
            guard let last = joined.last, hunk.old.lowerBound - last.old.upperBound == 1,
                min(last.old.count, last.new.count, hunk.old.count, hunk.new.count) >= 1,
                last.old.count + last.new.count + hunk.old.count + hunk.new.count >= 8,
                new[last.new.upperBound].range.count <= 3
            else {
                joined.append(hunk)
                continue
            }
            joined[joined.count - 1].old = last.old.lowerBound..<hunk.old.upperBound
            joined[joined.count - 1].new = last.new.lowerBound..<hunk.new.upperBound
        }
        return joined
    }

    /// Moves what was only added or only removed to where a reader would mark it: `[, in Geneva],` and
    /// `, [in Geneva,]` are the same change, and the mark belongs before the words.
    /// - Parameter room: how many words both texts have before it, up to the hunk before.
    private static func slid(
        _ hunk: Hunk,
        room: Int,
        _ old: ArraySlice<Word>,
        _ new: ArraySlice<Word>,
        _ vocabulary: Vocabulary
    ) -> Hunk {
        guard hunk.old.isEmpty != hunk.new.isEmpty else { return hunk }
        let words = hunk.old.isEmpty ? new : old
        var range = hunk.old.isEmpty ? hunk.new : hunk.old
        // Up, as long as the hunk's end says the same as what stands before it.
        var moved = 0
        var best: Int?
        while moved < room, words[range.lowerBound - 1].id == words[range.upperBound - 1].id {
            range = range.lowerBound - 1..<range.upperBound - 1
            moved += 1
            let first = words[range.lowerBound]
            if first.kind == .mark, vocabulary[first.id] == ",", best == nil { best = moved }
        }
        guard let best else { return hunk }
        let shift = { (range: Range<Int>) in range.lowerBound - best..<range.upperBound - best }
        return Hunk(old: shift(hunk.old), new: shift(hunk.new))
    }
}
