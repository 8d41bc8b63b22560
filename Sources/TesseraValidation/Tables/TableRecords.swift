import TesseraModel
import TesseraPipeline
import TesseraWriters

/// A record of a table's file, by the names of the table's columns.
struct TableRecord {
    var line: Int
    var values: [String: String]

    /// The values of some columns, for comparing.
    func key(_ columns: [String]) -> [String] { columns.map { values[$0] ?? "" } }

    /// The same as messages name it.
    func name(_ columns: [String]) -> String { key(columns).joined(separator: " ") }
}

/// The records of a table's file, and those that the report has for them.
struct TableAlignment {
    /// A record of the file with the one that it stands for.
    struct Pair {
        var found: TableRecord
        var expected: TableRecord
        /// The position of the expected record in the table.
        var position: Int
    }

    /// How many records without a partner are compared with all others.
    private static let few = 200

    private(set) var pairs: [Pair] = []
    /// Records that the report does not have.
    private(set) var surplus: [TableRecord] = []
    /// Records that the file does not have.
    private(set) var missing: [TableRecord] = []
    /// Whether all pairs stand in the order of the report.
    var isOrdered: Bool { zip(pairs, pairs.dropFirst()).allSatisfy { $0.position < $1.position } }

    /// Finds the record for each key; what is left over is put together where most values agree.
    init(_ found: [TableRecord], _ expected: [TableRecord], key: [String]) {
        var positions: [[String]: Int] = [:]
        for (position, record) in expected.enumerated() where positions[record.key(key)] == nil {
            positions[record.key(key)] = position
        }
        var isTaken = Array(repeating: false, count: expected.count)
        var partners: [Int?] = []
        for record in found {
            let position = positions[record.key(key)].flatMap { isTaken[$0] ? nil : $0 }
            if let position { isTaken[position] = true }
            partners.append(position)
        }
        // Comparing all with all is for a few; of many, only what stands in the same place is looked at.
        let isMany = partners.count { $0 == nil } > TableAlignment.few
        for (index, record) in found.enumerated() where partners[index] == nil {
            // Next to each other in both is the best guess among those that are alike.
            let neighbour = index > 0 ? (partners[index - 1] ?? -2) + 1 : 0
            let free = isMany ? [neighbour].filter(expected.indices.contains) : Array(expected.indices)
            let best = free.filter { !isTaken[$0] }.max { one, other in
                TableAlignment.rank(record, expected[one], one == neighbour)
                    < TableAlignment.rank(record, expected[other], other == neighbour)
            }
            guard let best, TableAlignment.isLike(record, expected[best], key) else { continue }
            isTaken[best] = true
            partners[index] = best
        }
        for (record, partner) in zip(found, partners) {
            if let partner {
                pairs.append(Pair(found: record, expected: expected[partner], position: partner))
            } else {
                surplus.append(record)
            }
        }
        missing = expected.indices.filter { !isTaken[$0] }.map { expected[$0] }
    }

    private static func equalValues(_ one: TableRecord, _ other: TableRecord) -> Int {
        other.values.count { name, value in !value.isEmpty && one.values[name] == value }
    }

    private static func rank(_ one: TableRecord, _ other: TableRecord, _ isNeighbour: Bool) -> Int {
        equalValues(one, other) * 2 + (isNeighbour ? 1 : 0)
    }

    /// Whether half of the values outside the key, or half of the key itself, agree.
    private static func isLike(_ one: TableRecord, _ other: TableRecord, _ key: [String]) -> Bool {
        let filled = other.values.filter { !$0.value.isEmpty && !key.contains($0.key) }
        guard !filled.isEmpty else { return false }
        let equal = filled.count { name, value in one.values[name] == value }
        let keyParts = key.count > 1 ? key.count { one.values[$0] == other.values[$0] } : 0
        return equal * 2 >= filled.count || keyParts > 0 && keyParts * 2 >= key.count
    }
}
