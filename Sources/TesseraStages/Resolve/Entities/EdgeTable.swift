/// The edges of a trie: which node follows a node by a symbol. A hash table with open addressing, for numbers alone.
struct EdgeTable: Sendable {
    /// What stands for no node.
    static let none: Int32 = -1

    /// Node and symbol in one number; there are always at least twice as many slots as edges.
    private var keys: [UInt64]
    private var nodes: [Int32]
    private var count = 0

    /// - Parameter capacity: how many edges are expected.
    init(capacity: Int) {
        var slots = 16
        while slots < capacity * 2 { slots *= 2 }
        keys = Array(repeating: 0, count: slots)
        nodes = Array(repeating: EdgeTable.none, count: slots)
    }

    /// The node behind a node; ``none`` where no edge has that symbol.
    func node(behind node: Int32, _ symbol: Int32) -> Int32 {
        let key = EdgeTable.key(node, symbol)
        var slot = slot(of: key)
        while nodes[slot] != EdgeTable.none, keys[slot] != key { slot = (slot + 1) & (keys.count - 1) }
        return nodes[slot]
    }

    /// Adds an edge that is not there yet.
    mutating func add(_ node: Int32, _ symbol: Int32, to next: Int32) {
        if (count + 1) * 2 > keys.count {
            var larger = EdgeTable(capacity: keys.count)
            for slot in keys.indices where nodes[slot] != EdgeTable.none { larger.place(keys[slot], nodes[slot]) }
            self = larger
        }
        place(EdgeTable.key(node, symbol), next)
    }

    private mutating func place(_ key: UInt64, _ node: Int32) {
        var slot = slot(of: key)
        while nodes[slot] != EdgeTable.none { slot = (slot + 1) & (keys.count - 1) }
        keys[slot] = key
        nodes[slot] = node
        count += 1
    }

    private static func key(_ node: Int32, _ symbol: Int32) -> UInt64 {
        UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: symbol))
    }

    /// Multiplicative hashing (D. E. Knuth, "The Art of Computer Programming", volume 3, 6.4).
    private func slot(of key: UInt64) -> Int {
        Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & (keys.count - 1)
    }
}
