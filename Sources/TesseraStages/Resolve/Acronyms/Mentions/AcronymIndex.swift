/// Acronyms by their spelling, for looking up words of a text without making texts of them.
///
/// A hash table with open addressing, behind a bit set that most words that are no acronym do not pass (B. H. Bloom,
/// "Space/Time Trade-offs in Hash Coding with Allowable Errors", CACM 13, 1970, with one hash): so the cost of a word
/// hardly depends on the number of acronyms. A key of several words is found word by word: every beginning of it is an
/// entry too.
///
/// A class, for it is looked into once a word: a structure of three arrays would be retained three times.
final class AcronymIndex: Sendable {
    /// What the table says of the words up to some point.
    struct Entry: Sendable {
        /// The number of the key; -1 for a mere beginning of longer keys.
        var key: Int32
        /// Whether longer keys begin so.
        var goesOn: Bool
    }

    /// The acronyms, by number.
    let keys: [String]
    private let slots: [Slot]
    private let filter: [UInt64]
    /// One bit for each pair of bytes that keys begin with.
    private let beginnings: [UInt64]
    private let mask: UInt64
    private let filterMask: UInt64

    private struct Slot: Sendable {
        /// 0 for an empty slot.
        var hash: UInt64 = 0
        var entry = Entry(key: -1, goesOn: false)
    }

    /// - Parameter keys: acronyms without repetition; their numbers are their places in the list.
    init(_ keys: [String]) {
        self.keys = keys
        let parts = keys.map(Self.hashes)
        let entries = max(8, parts.reduce(0) { $0 + $1.count })
        var slots = Array(repeating: Slot(), count: Self.powerOfTwo(from: entries * 2))
        // 16 bits an entry let one word in sixteen pass that is none.
        var filter = Array(repeating: UInt64(0), count: Self.powerOfTwo(from: entries * 16) / 64)
        mask = UInt64(slots.count - 1)
        filterMask = UInt64(filter.count * 64 - 1)
        for (number, hashes) in parts.enumerated() {
            for (index, hash) in hashes.enumerated() {
                let mixed = hash.mixed
                let bit = mixed & filterMask
                filter[Int(bit >> 6)] |= 1 << (bit & 63)
                var slot = Int(mixed >> 32 & mask)
                while slots[slot].hash != 0, slots[slot].hash != mixed { slot = (slot + 1) & Int(mask) }
                slots[slot].hash = mixed
                if index == hashes.count - 1 {
                    slots[slot].entry.key = Int32(number)
                } else {
                    slots[slot].entry.goesOn = true
                }
            }
        }
        var beginnings = Array(repeating: UInt64(0), count: 65_536 / 64)
        for key in keys {
            let bytes = Array(key.utf8.prefix(2))
            guard bytes.count == 2 else { continue }
            let pair = Int(bytes[0]) << 8 | Int(bytes[1])
            beginnings[pair >> 6] |= 1 << UInt64(pair & 63)
        }
        self.beginnings = beginnings
        self.slots = slots
        self.filter = filter
    }

    /// Whether a key of two bytes or more may begin so.
    @inline(__always)
    func mayBegin(_ first: UInt8, _ second: UInt8) -> Bool {
        let pair = Int(first) << 8 | Int(second)
        return beginnings[pair >> 6] & (1 << UInt64(pair & 63)) != 0
    }

    /// - Parameter hash: of all bytes from the beginning of the first word.
    @inline(__always)
    func entry(_ hash: Hash) -> Entry? {
        let mixed = hash.mixed
        let bit = mixed & filterMask
        guard filter[Int(bit >> 6)] & (1 << (bit & 63)) != 0 else { return nil }
        var slot = Int(mixed >> 32 & mask)
        while slots[slot].hash != 0 {
            if slots[slot].hash == mixed { return slots[slot].entry }
            slot = (slot + 1) & Int(mask)
        }
        return nil
    }

    /// The number of a key; nil for none.
    func number(of key: String) -> Int? {
        guard let hash = Self.hashes(of: key).last, let entry = entry(hash), entry.key >= 0 else { return nil }
        return Int(entry.key)
    }

    /// The hashes of a key up to the end of each of its words.
    private static func hashes(of key: String) -> [Hash] {
        let bytes = Array(key.utf8)
        var hashes: [Hash] = []
        var hash = Hash()
        for (offset, byte) in bytes.enumerated() {
            hash.add(byte)
            let isEnd = offset + 1 == bytes.count || (bytes.isWordByte(at: offset) && !bytes.isWordByte(at: offset + 1))
            if isEnd { hashes.append(hash) }
        }
        return hashes
    }

    private static func powerOfTwo(from count: Int) -> Int { 1 << (Int.bitWidth - (count - 1).leadingZeroBitCount) }

    /// A hash that grows byte by byte: FNV-1a with 64 bits (G. Fowler, L. C. Noll, K.-P. Vo).
    struct Hash {
        private var value: UInt64 = 0xcbf2_9ce4_8422_2325

        @inline(__always)
        mutating func add(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x100_0000_01b3 }

        /// All bits depend on all bytes, and it is never 0.
        @inline(__always)
        fileprivate var mixed: UInt64 {
            let folded = (value ^ value >> 29) &* 0x9e37_79b9_7f4a_7c15
            return (folded ^ folded >> 32) | 1
        }
    }
}
