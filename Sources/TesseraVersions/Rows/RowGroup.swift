import TesseraModel

/// Rows of two versions that are the same: one of each, but for those that were split, merged, added or removed.
struct RowGroup {
    var old: [RowProfile]
    var new: [RowProfile]
    /// Whether the row stands elsewhere among the rows that both versions have.
    var isMoved = false

    var pair: ReportDifference.RowPair {
        ReportDifference.RowPair(old: old.map(\.row.id), new: new.map(\.row.id), relation: relation)
    }

    var relation: ReportDifference.RowPair.Relation {
        if old.isEmpty { return .added }
        if new.isEmpty { return .removed }
        if new.count > 1 { return .split }
        if old.count > 1 { return .merged }
        return old[0].references == new[0].references ? .same : .renumbered
    }

    /// The groups of two versions, in the order of the new one; removed rows behind the one that they followed.
    static func all(_ old: [RowProfile], _ new: [RowProfile], _ vocabulary: Vocabulary) -> [RowGroup] {
        let matching = RowMatching.matches(old, new, vocabulary)
        // Groups by the position of their first new row.
        var groups: [Int: RowGroup] = [:]
        var leaders: [Int: Int] = [:]
        for position in new.indices {
            guard let source = matching.old(of: position) else { continue }
            groups[position] = RowGroup(old: [old[source]], new: [new[position]])
            leaders[source] = position
        }
        for position in new.indices where matching.old(of: position) == nil {
            if let leader = matching.origin(ofSplit: position).flatMap({ leaders[$0] }) {
                groups[leader]?.new.append(new[position])
            } else {
                groups[position] = RowGroup(old: [], new: [new[position]])
            }
        }
        var removed: [Int] = []
        for position in old.indices where leaders[position] == nil {
            if let goal = matching.goal(ofMerged: position), groups[goal] != nil {
                groups[goal]?.old.append(old[position])
                leaders[position] = goal
            } else {
                removed.append(position)
            }
        }
        var ordered = groups.sorted { $0.key < $1.key }.map(\.value)
        for index in ordered.indices {
            ordered[index].old.sort { $0.position < $1.position }
            ordered[index].new.sort { $0.position < $1.position }
        }
        markMoved(&ordered)
        for position in removed { insert(old[position], into: &ordered) }
        return ordered
    }

    /// Marks the fewest rows without which the others stand in the same order as before.
    private static func markMoved(_ groups: inout [RowGroup]) {
        let paired = groups.indices.filter { !groups[$0].old.isEmpty }
        let places = paired.map { Int32(groups[$0].old[0].position) }
        let kept = Set(SequenceAlignment.pairs(places.sorted(), places).map(\.new))
        for (number, index) in paired.enumerated() where !kept.contains(number) { groups[index].isMoved = true }
    }

    /// Rows are inserted from first to last, so that the one before is there.
    private static func insert(_ row: RowProfile, into groups: inout [RowGroup]) {
        let before = groups.lastIndex { group in group.old.contains { $0.position == row.position - 1 } }
        let earlier =
            before
            ?? groups.lastIndex { group in
                !group.new.isEmpty && !group.isMoved && group.old.contains { $0.position < row.position }
            }
        groups.insert(RowGroup(old: [row], new: []), at: earlier.map { $0 + 1 } ?? 0)
    }
}
