/// Words that a scanner knows, found by their bytes without making a `String`: a hash table with open addressing.
///
/// The letter case of ASCII letters makes no difference.
struct WordTable: Sendable {
    /// What ``index(of:in:hash:)`` gives for a word that is not in the table.
    static let unknown: Int32 = -1

    private let words: [[UInt8]]
    private var slots: [Int32]
    private let mask: Int

    /// - Parameter words: the words; the index of each is its number here. Of words that are equal, the first counts.
    init(_ words: [String]) {
        self.words = words.map { $0.utf8.map(WordTable.folded) }
        var capacity = 16
        while capacity < words.count * 2 { capacity *= 2 }
        mask = capacity - 1
        slots = Array(repeating: WordTable.unknown, count: capacity)
        for (number, word) in self.words.enumerated() {
            var slot = Int(truncatingIfNeeded: WordTable.hash(word)) & mask
            while slots[slot] != WordTable.unknown, words[Int(slots[slot])] != words[number] { slot = (slot + 1) & mask }
            if slots[slot] == WordTable.unknown { slots[slot] = Int32(number) }
        }
    }

    /// The number of the word that stands at some bytes.
    /// - Parameters:
    ///   - range: UTF-8 byte offsets into `bytes`.
    ///   - bytes: the text.
    ///   - hash: the hash of these bytes, as ``step(_:_:)`` makes it.
    func index(of range: Range<Int>, in bytes: [UInt8], hash: UInt64) -> Int32 {
        var slot = Int(truncatingIfNeeded: WordTable.finished(hash)) & mask
        while slots[slot] != WordTable.unknown {
            if isWord(Int(slots[slot]), at: range, in: bytes) { return slots[slot] }
            slot = (slot + 1) & mask
        }
        return WordTable.unknown
    }

    private func isWord(_ number: Int, at range: Range<Int>, in bytes: [UInt8]) -> Bool {
        let word = words[number]
        guard word.count == range.count else { return false }
        for offset in word.indices where word[offset] != WordTable.folded(bytes[range.lowerBound + offset]) {
            return false
        }
        return true
    }

    // MARK: Hashing, FNV-1a (Fowler, Noll, Vo)

    /// The hash of no bytes.
    static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325

    /// The hash with one byte more.
    static func step(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(folded(byte))) &* 0x100_0000_01B3 }

    private static func hash(_ word: [UInt8]) -> UInt64 { finished(word.reduce(emptyHash, step)) }

    /// The low bits alone pick a slot, so the high ones are mixed in.
    private static func finished(_ hash: UInt64) -> UInt64 { hash ^ (hash >> 29) }

    private static func folded(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
