/// Writes a compound file ([MS-CFB]); what a test wants to be wrong it says here.
public struct CompoundFileWriter {
    /// By their names; one in a storage has that of the storage before a slash.
    public var streams: [(name: String, content: [UInt8])]
    /// 3, with sectors of 512 bytes, or 4, with sectors of 4,096.
    public var version = 3
    /// Changes which sector follows which, before it is written.
    public var changeAllocation: (inout [UInt32]) -> Void = { _ in }
    /// Changes the directory, before it is written: entries of 128 bytes, the first that of the root.
    public var changeDirectory: (inout [UInt8]) -> Void = { _ in }

    public init(_ streams: [(name: String, content: [UInt8])]) { self.streams = streams }

    private static let smallStreamLimit = 4096
    private static let smallSectorSize = 64
    private static let namedSectors = 109
    private static let free = UInt32.max
    private static let endOfChain = UInt32.max - 1
    private static let allocationSector = UInt32.max - 2
    private static let listSector = UInt32.max - 3

    private var sectorSize: Int { version == 4 ? 4096 : 512 }

    public var bytes: [UInt8] {
        var file = Sectors(size: sectorSize)
        var small: [UInt8] = []
        var smallAllocation: [UInt32] = []
        var places: [(start: UInt32, size: Int)] = []
        for (_, content) in streams {
            if content.count >= Self.smallStreamLimit {
                places.append((file.append(content), content.count))
            } else {
                places.append((content.isEmpty ? Self.endOfChain : UInt32(smallAllocation.count), content.count))
                let count = (content.count + Self.smallSectorSize - 1) / Self.smallSectorSize
                for index in 0..<count {
                    smallAllocation.append(index + 1 == count ? Self.endOfChain : UInt32(smallAllocation.count + 1))
                }
                small += content + [UInt8](repeating: 0, count: count * Self.smallSectorSize - content.count)
            }
        }
        let root = (start: file.append(small), size: small.count)
        let smallTable = file.append(smallAllocation.flatMap { LittleEndian.bytes(Int($0), width: 4) })
        var directory = directory(places, root)
        changeDirectory(&directory)
        let directoryStart = file.append(directory)
        changeAllocation(&file.allocation)
        let (tables, list) = file.appendAllocation()
        var header = Self.signature + [UInt8](repeating: 0, count: 16)
        func add(_ values: [Int], _ width: Int) {
            for value in values { header += LittleEndian.bytes(value, width: width) }
        }
        add([0x3E, version, 0xFFFE, version == 4 ? 12 : 9, 6, 0, 0, 0], 2)
        add([0, tables.count, Int(directoryStart), 0, Self.smallStreamLimit, Int(smallTable)], 4)
        add([smallAllocation.isEmpty ? 0 : 1, Int(list), 0], 4)
        for index in 0..<Self.namedSectors { add([index < tables.count ? Int(tables[index]) : Int(Self.free)], 4) }
        header += [UInt8](repeating: 0, count: sectorSize - header.count)
        return header + file.content
    }

    private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

    // MARK: Directory

    private func directory(_ places: [(start: UInt32, size: Int)], _ root: (start: UInt32, size: Int)) -> [UInt8] {
        /// Name, kind, place, and the entries that it leads to.
        var entries: [(name: String, kind: UInt8, start: UInt32, size: Int, right: UInt32, child: UInt32)] = [
            ("Root Entry", 5, root.start, root.size, Self.free, Self.free)
        ]
        var storages: [Substring: Int] = ["": 0]
        func hang(_ entry: Int, in storage: Int) {
            // Each leads to the one that was there before: a tree all the same.
            entries[entry].right = entries[storage].child
            entries[storage].child = UInt32(entry)
        }
        for ((name, _), place) in zip(streams, places) {
            let slash = name.firstIndex(of: "/")
            let folder = slash.map { name[..<$0] } ?? ""
            if storages[folder] == nil {
                storages[folder] = entries.count
                entries.append((String(folder), 1, 0, 0, Self.free, Self.free))
                hang(entries.count - 1, in: 0)
            }
            let last = slash.map { String(name[name.index(after: $0)...]) } ?? name
            entries.append((last, 2, place.start, place.size, Self.free, Self.free))
            hang(entries.count - 1, in: storages[folder] ?? 0)
        }
        return entries.flatMap { entry in
            let name = entry.name.utf16.flatMap { LittleEndian.bytes(Int($0), width: 2) }
            var bytes = name + [UInt8](repeating: 0, count: 64 - name.count)
            bytes += LittleEndian.bytes(name.count + 2, width: 2) + [entry.kind, 1]
            bytes += LittleEndian.bytes(Int(Self.free), width: 4) + LittleEndian.bytes(Int(entry.right), width: 4)
            bytes += LittleEndian.bytes(Int(entry.child), width: 4) + [UInt8](repeating: 0, count: 36)
            return bytes + LittleEndian.bytes(Int(entry.start), width: 4) + LittleEndian.bytes(entry.size, width: 8)
        }
    }

    // MARK: Sectors

    private struct Sectors {
        let size: Int
        var content: [UInt8] = []
        var allocation: [UInt32] = []

        init(size: Int) { self.size = size }

        /// - Returns: the first sector.
        mutating func append(_ bytes: [UInt8]) -> UInt32 {
            let count = (bytes.count + size - 1) / size
            guard count > 0 else { return CompoundFileWriter.endOfChain }
            let start = allocation.count
            for index in 1...count {
                allocation.append(index == count ? CompoundFileWriter.endOfChain : UInt32(start + index))
            }
            content += bytes + [UInt8](repeating: 0, count: count * size - bytes.count)
            return UInt32(start)
        }

        /// - Returns: the sectors of the table, and the first of those that name them where the header has no room.
        mutating func appendAllocation() -> (tables: [UInt32], list: UInt32) {
            let numbers = size / 4
            var tables = 0
            var lists = 0
            while (allocation.count + tables + lists + numbers - 1) / numbers > tables {
                tables += 1
                lists = max(0, tables - CompoundFileWriter.namedSectors + numbers - 2) / (numbers - 1)
            }
            let first = allocation.count
            let sectors = (first..<first + tables).map { UInt32($0) }
            allocation += [UInt32](repeating: CompoundFileWriter.allocationSector, count: tables)
            allocation += [UInt32](repeating: CompoundFileWriter.listSector, count: lists)
            let list = lists > 0 ? UInt32(first + tables) : CompoundFileWriter.endOfChain
            let padding = [UInt32](repeating: CompoundFileWriter.free, count: tables * numbers - allocation.count)
            content += (allocation + padding).flatMap { LittleEndian.bytes(Int($0), width: 4) }
            var rest = sectors.dropFirst(CompoundFileWriter.namedSectors)
            for index in 0..<lists {
                var page = Array(rest.prefix(numbers - 1))
                rest = rest.dropFirst(numbers - 1)
                page += [UInt32](repeating: CompoundFileWriter.free, count: numbers - 1 - page.count)
                page.append(index + 1 == lists ? CompoundFileWriter.endOfChain : list + UInt32(index + 1))
                content += page.flatMap { LittleEndian.bytes(Int($0), width: 4) }
            }
            return (sectors, list)
        }
    }
}
