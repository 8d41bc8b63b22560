import TesseraModel

/// Finds out which columns of two versions are the same: by id, then by heading.
enum ColumnMatching {
    /// - Returns: in the order of the new version, removed ones last.
    static func pairs(_ old: [Column], _ new: [Column], _ vocabulary: Vocabulary) -> [(old: Column?, new: Column?)] {
        var left = old
        var pairs: [(old: Column?, new: Column?)] = new.map { column in
            guard let index = left.firstIndex(where: { $0.id == column.id }) else { return (nil, column) }
            return (left.remove(at: index), column)
        }
        for index in pairs.indices where pairs[index].old == nil {
            guard let column = pairs[index].new else { continue }
            let bag = ColumnMatching.bag(column, vocabulary)
            let likeness = left.map { ColumnMatching.bag($0, vocabulary).likeness(to: bag) }
            guard let best = likeness.indices.max(by: { likeness[$0] < likeness[$1] }), likeness[best] >= 0.5 else {
                continue
            }
            pairs[index].old = left.remove(at: best)
        }
        return pairs + left.map { ($0, nil) }
    }

    private static func bag(_ column: Column, _ vocabulary: Vocabulary) -> WordBag {
        WordBag(Words(column.heading.text.lowercased(), vocabulary).words[...])
    }
}
