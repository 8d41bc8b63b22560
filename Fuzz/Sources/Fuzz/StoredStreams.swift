/// Writes a compound file in order, around streams that are all large enough for sectors of their own ([MS-CFB]).
struct StoredStreams {
    private static let sectorSize = 512
    private static let free = 0xFFFF_FFFF
    private static let endOfChain = 0xFFFF_FFFE
    /// The header names so many sectors of the allocation table, and of a longer one nothing is needed here.
    private static let namedSectors = 109

    private(set) var bytes: [UInt8] = []

    init(_ streams: KeyValuePairs<String, [UInt8]>) {
        var content: [UInt8] = []
        var allocation: [Int] = []
        func append(_ bytes: [UInt8]) -> Int {
            let start = allocation.count
            let count = max(1, (bytes.count + StoredStreams.sectorSize - 1) / StoredStreams.sectorSize)
            allocation += (1...count).map { $0 == count ? StoredStreams.endOfChain : start + $0 }
            content += bytes + [UInt8](repeating: 0, count: count * StoredStreams.sectorSize - bytes.count)
            return start
        }
        var directory = StoredStreams.entry("Root Entry", 5, child: 1, start: StoredStreams.endOfChain)
        for (index, (name, bytes)) in streams.enumerated() {
            let right = index + 1 == streams.count ? StoredStreams.free : index + 2
            directory += StoredStreams.entry(name, 2, right: right, start: append(bytes), size: bytes.count)
        }
        let directoryStart = append(directory)
        let numbers = StoredStreams.sectorSize / 4
        let tables = (allocation.count + numbers - 2) / (numbers - 1)
        let tableStart = allocation.count
        allocation += Array(repeating: StoredStreams.free - 2, count: tables)
        allocation += Array(repeating: StoredStreams.free, count: tables * numbers - allocation.count)
        bytes = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
        for value in [0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0] { bytes += number(value, 2) }
        // No stream is among the small ones, whatever its size.
        let end = StoredStreams.endOfChain
        for value in [0, tables, directoryStart, 0, 0, end, 0, end, 0] { bytes += number(value, 4) }
        for index in 0..<StoredStreams.namedSectors {
            bytes += number(index < tables ? tableStart + index : StoredStreams.free, 4)
        }
        bytes += content
        for value in allocation { bytes += number(value, 4) }
    }

    private static func entry(
        _ name: String,
        _ kind: UInt8,
        right: Int = free,
        child: Int = free,
        start: Int,
        size: Int = 0
    ) -> [UInt8] {
        let name = name.utf16.flatMap { number(Int($0), 2) }
        var bytes = name + [UInt8](repeating: 0, count: 64 - name.count) + number(name.count + 2, 2) + [kind, 1]
        bytes += number(free, 4) + number(right, 4) + number(child, 4) + [UInt8](repeating: 0, count: 36)
        return bytes + number(start, 4) + number(size, 8)
    }

    /// A Word document whose streams stand one after another, behind the lengths of the first two, 4 bytes each.
    static func word(_ bytes: [UInt8]) -> [UInt8] {
        let lengths = [0, 4].map { offset in
            (0..<4).reduce(0) { offset + $1 < bytes.count ? $0 | Int(bytes[offset + $1]) << (8 * $1) : $0 }
        }
        let streams = bytes.dropFirst(8)
        let rest = streams.dropFirst(lengths[0])
        let table = Array(rest.prefix(lengths[1]))
        return StoredStreams([
            "WordDocument": Array(streams.prefix(lengths[0])), "0Table": table, "1Table": table,
            "Data": Array(rest.dropFirst(lengths[1])),
        ]).bytes
    }
}

/// A number, the lowest byte first.
private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
}
