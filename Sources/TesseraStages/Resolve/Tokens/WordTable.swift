/// Words found by their bytes without making a `String`: a hash table with open addressing.
///
/// The letter case of ASCII letters makes no difference, unless the table is made so.
struct WordTable: Sendable {
    /// What ``index(of:in:hash:)`` gives for a word that is not in the table.
    static let unknown: Int32 = -1

    /// The bytes of all words, folded, one behind the other, and where each begins.
    private var letters: [UInt8] = []
    private var starts: [Int32] = [0]
    private var hashes: [UInt32] = []
    /// Numbers of words; there are always twice as many slots as words.
    private var slots: [Int32] = Array(repeating: WordTable.unknown, count: 16)
    private let isCaseSensitive: Bool

    /// - Parameters:
    ///   - words: the words; the index of each is its number here. Of words that are equal, the first counts.
    ///   - isCaseSensitive: whether capitals and small letters differ.
    init(_ words: [String], isCaseSensitive: Bool = false) {
        self.isCaseSensitive = isCaseSensitive
        for word in words {
            let bytes = Array(word.utf8)
            append(bytes, 0..<bytes.count, hash: bytes.reduce(WordTable.emptyHash, WordTable.step))
        }
    }

    /// The number of the word that stands at some bytes.
    /// - Parameters:
    ///   - range: UTF-8 byte offsets into `bytes`.
    ///   - bytes: the text.
    ///   - hash: the hash of these bytes, as ``step(_:_:)`` makes it.
    func index(of range: Range<Int>, in bytes: [UInt8], hash: UInt32) -> Int32 {
        let mask = slots.count - 1
        var slot = WordTable.slot(hash) & mask
        while true {
            let number = slots[slot]
            if number == WordTable.unknown || isWord(number, at: range, in: bytes, hash) { return number }
            slot = (slot + 1) & mask
        }
    }

    /// The number of the word that stands at some bytes, which is added if it is new.
    mutating func intern(_ range: Range<Int>, in bytes: [UInt8], hash: UInt32) -> Int32 {
        let known = index(of: range, in: bytes, hash: hash)
        if known != WordTable.unknown { return known }
        append(bytes, range, hash: hash)
        return Int32(hashes.count - 1)
    }

    private mutating func append(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt32) {
        let known = index(of: range, in: bytes, hash: hash)
        for byte in bytes[range] { letters.append(folded(byte)) }
        starts.append(Int32(letters.count))
        hashes.append(hash)
        // A word that is there already keeps its number; the new one is found by nobody.
        if known == WordTable.unknown { place(Int32(hashes.count - 1)) }
        guard hashes.count * 2 > slots.count else { return }
        let placed = slots.filter { $0 != WordTable.unknown }
        slots = Array(repeating: WordTable.unknown, count: slots.count * 2)
        for number in placed { place(number) }
    }

    private mutating func place(_ number: Int32) {
        let mask = slots.count - 1
        var slot = WordTable.slot(hashes[Int(number)]) & mask
        while slots[slot] != WordTable.unknown { slot = (slot + 1) & mask }
        slots[slot] = number
    }

    private func isWord(_ number: Int32, at range: Range<Int>, in bytes: [UInt8], _ hash: UInt32) -> Bool {
        guard hashes[Int(number)] == hash else { return false }
        let start = Int(starts[Int(number)])
        guard Int(starts[Int(number) + 1]) - start == range.count else { return false }
        for offset in 0..<range.count
        where letters[start + offset] != folded(bytes[range.lowerBound + offset]) {
            return false
        }
        return true
    }

    // MARK: Hashing, FNV-1a (Fowler, Noll, Vo) of 32 bits

    /// The hash of no bytes.
    static let emptyHash: UInt32 = 0x811C_9DC5

    /// The hash with one byte more; letters count without their case.
    static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte | 0x20)) &* 0x0100_0193 }

    /// The low bits alone pick a slot, so the high ones are mixed in.
    private static func slot(_ hash: UInt32) -> Int { Int(hash ^ (hash >> 15)) }

    private func folded(_ byte: UInt8) -> UInt8 { !isCaseSensitive && byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
