/// Bytes of a binary format whose numbers begin with their least significant byte. What lies outside of them is nil.
struct LittleEndianBytes {
    private let storage: [UInt8]
    private let range: Range<Int>

    init(_ bytes: [UInt8]) {
        storage = bytes
        range = 0..<bytes.count
    }

    private init(_ storage: [UInt8], _ range: Range<Int>) {
        self.storage = storage
        self.range = range
    }

    static let empty = LittleEndianBytes([])

    var count: Int { range.count }

    /// The bytes themselves.
    var bytes: ArraySlice<UInt8> { storage[range] }

    func byte(at offset: Int) -> Int? {
        holds(1, at: offset) ? Int(storage[range.lowerBound + offset]) : nil
    }

    /// An unsigned number of 16 bits.
    func short(at offset: Int) -> Int? {
        guard holds(2, at: offset) else { return nil }
        let start = range.lowerBound + offset
        return Int(storage[start]) | Int(storage[start + 1]) << 8
    }

    /// A signed number of 16 bits.
    func signedShort(at offset: Int) -> Int? {
        short(at: offset).map { Int(Int16(truncatingIfNeeded: $0)) }
    }

    /// An unsigned number of 32 bits.
    func long(at offset: Int) -> Int? {
        guard holds(4, at: offset) else { return nil }
        let start = range.lowerBound + offset
        return Int(storage[start]) | Int(storage[start + 1]) << 8 | Int(storage[start + 2]) << 16
            | Int(storage[start + 3]) << 24
    }

    /// A signed number of 32 bits.
    func signedLong(at offset: Int) -> Int? {
        long(at: offset).map { Int(Int32(truncatingIfNeeded: $0)) }
    }

    /// - Returns: nil where there are fewer bytes.
    func slice(at offset: Int, count: Int) -> LittleEndianBytes? {
        guard holds(count, at: offset) else { return nil }
        let start = range.lowerBound + offset
        return LittleEndianBytes(storage, start..<start + count)
    }

    /// As many of the bytes as there are.
    func prefix(at offset: Int, count: Int) -> LittleEndianBytes {
        let start = max(0, min(offset, self.count))
        return slice(at: start, count: max(0, min(count, self.count - start))) ?? .empty
    }

    private func holds(_ width: Int, at offset: Int) -> Bool {
        offset >= 0 && width >= 0 && offset <= count && width <= count - offset
    }
}
