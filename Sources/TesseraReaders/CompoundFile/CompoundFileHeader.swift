/// Where the parts of a compound file lie ([MS-CFB], 2.2), and how its sectors are strung together.
struct CompoundFileHeader {
    /// Sectors of small streams have this size in every version.
    static let smallSectorSize = 64
    /// How many sectors of the allocation table the header itself names.
    private static let namedSectors = 109

    let directoryStart: Int
    /// Streams of fewer bytes are kept among the small ones.
    let smallStreamLimit: Int
    let smallAllocationStart: Int
    private let sectorShift: Int
    /// How many sectors there are, the last of them perhaps cut off.
    private let sectorCount: Int
    private let tableStart: Int

    /// - Returns: nil where the header does not tell how large sectors are.
    init?(_ bytes: LittleEndianBytes) {
        guard let shift = bytes.short(at: 30), shift == 9 || shift == 12 else { return nil }
        sectorShift = shift
        let size = 1 << shift
        sectorCount = max(0, (bytes.count - size + size - 1) / size)
        directoryStart = bytes.long(at: 48) ?? CompoundFile.endOfChain
        smallStreamLimit = bytes.long(at: 56) ?? 4096
        smallAllocationStart = bytes.long(at: 60) ?? CompoundFile.endOfChain
        tableStart = bytes.long(at: 68) ?? CompoundFile.endOfChain
    }

    private var sectorSize: Int { 1 << sectorShift }

    /// How many sectors so many bytes take.
    func sectors(_ size: Int) -> Int { (size + sectorSize - 1) >> sectorShift }

    // MARK: Sectors

    private func sector(_ number: Int, of bytes: LittleEndianBytes) -> LittleEndianBytes {
        bytes.prefix(at: (number + 1) << sectorShift, count: sectorSize)
    }

    /// The bytes of some sectors; one that the file lacks, or has only in part, ends them.
    func content(of sectors: [Int], in bytes: LittleEndianBytes, count: Int = .max) -> [UInt8] {
        var content: [UInt8] = []
        content.reserveCapacity(min(count, sectors.count << sectorShift))
        var index = 0
        while index < sectors.count, content.count < count {
            // Neighbours are copied as one.
            var end = index + 1
            while end < sectors.count, sectors[end] == sectors[end - 1] + 1 { end += 1 }
            let wanted = min((end - index) << sectorShift, count - content.count)
            let piece = bytes.prefix(at: (sectors[index] + 1) << sectorShift, count: wanted)
            content += piece.bytes
            if piece.count < wanted { break }
            index = end
        }
        return content
    }

    /// Follows a chain of sectors.
    /// - Parameters:
    ///   - allocation: which sector follows which.
    ///   - count: how many are needed.
    /// - Returns: the sectors as far as they are sound, and whether the chain is broken: it leads out of the file, or
    ///   back to itself.
    func chain(
        from start: Int,
        in allocation: [UInt32],
        count: Int = .max
    ) -> (sectors: [Int], isBroken: Bool) {
        var sectors: [Int] = []
        var seen = [Bool](repeating: false, count: allocation.count)
        var next = start
        while next != CompoundFile.endOfChain, sectors.count < count {
            guard next < allocation.count, !seen[next] else { return (sectors, true) }
            seen[next] = true
            sectors.append(next)
            next = Int(allocation[next])
        }
        return (sectors, false)
    }

    // MARK: Allocation table

    /// Which sector follows which, for every sector that the file has ([MS-CFB], 2.3).
    func allocation(of bytes: LittleEndianBytes, _ damage: inout [String]) -> [UInt32] {
        var allocation: [UInt32] = []
        allocation.reserveCapacity(sectorCount)
        let perSector = sectorSize / 4
        var missing = 0
        for number in tableSectors(of: bytes, &damage) where allocation.count < sectorCount {
            var numbers = CompoundFileHeader.numbers(Array(sector(number, of: bytes).bytes))
            if numbers.count < perSector {
                missing += 1
                // What follows is told by the sectors behind it, and keeps its place.
                numbers += repeatElement(.max, count: perSector - numbers.count)
            }
            allocation += numbers.prefix(sectorCount - allocation.count)
        }
        if missing > 0 { damage.append("\(missing) sectors of its allocation table are missing") }
        if allocation.count < sectorCount {
            // LibreOffice and others leave no sector out; what is not in the table belongs to no stream.
            if allocation.isEmpty { damage.append("its allocation table is missing") }
            allocation += repeatElement(.max, count: sectorCount - allocation.count)
        }
        return allocation
    }

    /// The sectors of the allocation table, first those that the header names ([MS-CFB], 2.5).
    private func tableSectors(of bytes: LittleEndianBytes, _ damage: inout [String]) -> [Int] {
        var sectors: [Int] = []
        func add(_ piece: LittleEndianBytes, _ count: Int) {
            for index in 0..<count {
                guard let number = piece.long(at: 4 * index), number < CompoundFile.endOfChain - 3 else { continue }
                sectors.append(number)
            }
        }
        add(bytes.prefix(at: 76, count: 4 * CompoundFileHeader.namedSectors), CompoundFileHeader.namedSectors)
        let perSector = sectorSize / 4 - 1
        var next = tableStart
        var count = 0
        while next < sectorCount, sectors.count < sectorCount {
            guard count <= sectorCount / perSector else {
                damage.append("the list of its allocation table goes in a circle")
                break
            }
            count += 1
            let sector = sector(next, of: bytes)
            add(sector, perSector)
            next = sector.long(at: 4 * perSector) ?? CompoundFile.endOfChain
        }
        return sectors
    }

    /// Numbers of 32 bits.
    static func numbers(_ bytes: [UInt8]) -> [UInt32] {
        let bytes = LittleEndianBytes(bytes)
        return (0..<bytes.count / 4).map { UInt32(truncatingIfNeeded: bytes.long(at: 4 * $0) ?? 0) }
    }
}
