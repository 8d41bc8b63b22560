/// Which records of two versions of a file are the same.
///
/// That is what their keys say, but for records that are named by where they stand in a cell, `II.2/laws@159`: with a
/// single letter, all that stand behind it have other names. Of those, the ones in the same cell that say the same are
/// paired in their order; then those of one kind that are left between two pairs.
struct RecordPairs {
    /// The old record's key of each new one that has one.
    private(set) var old: [String: String] = [:]
    private let pairedOld: Set<String>

    func isPaired(old key: String) -> Bool { pairedOld.contains(key) }

    init(_ oldRecords: Records, _ newRecords: Records) {
        var pairs: [String: String] = [:]
        for key in newRecords.keys where Placed(key) == nil && oldRecords[key] != nil { pairs[key] = key }
        let oldGroups = Placed.groups(of: oldRecords)
        for (cell, new) in Placed.groups(of: newRecords) {
            guard let old = oldGroups[cell] else { continue }
            for (oldKey, newKey) in RecordPairs.aligned(old, new) { pairs[newKey] = oldKey }
        }
        old = pairs
        pairedOld = Set(pairs.values)
    }

    private static func aligned(_ old: [Placed], _ new: [Placed]) -> [(old: String, new: String)] {
        let changes = new.map(\.contents).difference(from: old.map(\.contents))
        var removed: Set<Int> = []
        var inserted: Set<Int> = []
        for change in changes {
            switch change {
            case .remove(let offset, _, _): removed.insert(offset)
            case .insert(let offset, _, _): inserted.insert(offset)
            }
        }
        var pairs: [(old: String, new: String)] = []
        var oldIndex = 0
        var newIndex = 0
        while oldIndex < old.count || newIndex < new.count {
            // What came and went between two pairs.
            var gone: [Placed] = []
            while oldIndex < old.count, removed.contains(oldIndex) {
                gone.append(old[oldIndex])
                oldIndex += 1
            }
            while newIndex < new.count, inserted.contains(newIndex) {
                let record = new[newIndex]
                newIndex += 1
                guard let twin = gone.firstIndex(where: { $0.kind == record.kind }) else { continue }
                pairs.append((gone[twin].key, record.key))
                gone.removeSubrange(...twin)
            }
            if oldIndex < old.count, newIndex < new.count {
                pairs.append((old[oldIndex].key, new[newIndex].key))
                oldIndex += 1
                newIndex += 1
            }
        }
        return pairs
    }
}

/// A record that is named by its offset in a cell.
private struct Placed {
    let key: String
    /// What the record says, but for where it stands.
    private(set) var contents: [String] = []
    /// What two records have in common of which one has become the other.
    private(set) var kind: [String] = []
    /// The key without the offset: the cell, with what stands around it.
    private let cell: String

    /// Nil for a key without an offset.
    init?(_ key: String) {
        guard let sign = key.lastIndex(of: "@") else { return nil }
        let digits = key[key.index(after: sign)...].prefix { $0.isASCII && $0.isNumber }
        // Behind the offset stands nothing, the number of a twin, or a path inside the record.
        guard !digits.isEmpty, digits.endIndex == key.endIndex || " /".contains(key[digits.endIndex]) else {
            return nil
        }
        self.key = key
        cell = key[..<sign] + "@" + key[digits.endIndex...].prefix { $0 != " " }
    }

    private static let kinds: Set<String> = ["type", "kind", "acronym_id", "acronym", "scheme", "role"]

    /// The records of each cell, in their order.
    static func groups(of records: Records) -> [String: [Placed]] {
        var groups: [String: [Placed]] = [:]
        for key in records.keys {
            guard var placed = Placed(key), let fields = records[key] else { continue }
            let telling = fields.filter { ![records.keyField, "start", "end"].contains($0.key) }
                .sorted { $0.key < $1.key }
            placed.contents = telling.flatMap { [$0.key, $0.value] }
            placed.kind = telling.filter { kinds.contains($0.key) }.flatMap { [$0.key, $0.value] }
            groups[placed.cell, default: []].append(placed)
        }
        return groups
    }
}
