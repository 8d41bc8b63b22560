/// A table of positions with something between each two of them ([MS-DOC], 2.2.2: PLC).
struct PositionTable {
    private let bytes: LittleEndianBytes
    private let elementSize: Int
    /// How many elements there are; there is one position more.
    let count: Int

    init(_ bytes: LittleEndianBytes, elementSize: Int) {
        self.bytes = bytes
        self.elementSize = elementSize
        count = max(0, (bytes.count - 4) / (4 + elementSize))
    }

    /// From 0 to ``count``.
    func position(_ index: Int) -> Int { bytes.signedLong(at: 4 * index) ?? 0 }

    /// From 0 to below ``count``.
    func element(_ index: Int) -> LittleEndianBytes {
        bytes.prefix(at: 4 * (count + 1) + elementSize * index, count: elementSize)
    }

    /// The texts between the positions, which together are all of a text, whatever the positions say.
    /// - Parameter length: how many characters the text has.
    func stories(length: Int) -> [Range<Int>] {
        guard bytes.count >= 8, length > 0 else { return length > 0 ? [0..<length] : [] }
        var stories: [Range<Int>] = []
        var start = 0
        for index in 1..<max(2, bytes.count / 4) where index <= count {
            let end = max(start, min(position(index), length))
            stories.append(start..<end)
            start = end
        }
        if start < length { stories.append(start..<length) }
        return stories
    }
}
