/// One entry of an archive that a test makes; every field may lie.
public struct TestEntry {
    /// What stands in the archive, compressed or not.
    public var data: [UInt8]
    public var name: [UInt8]
    public var method = 0
    public var flags = 0
    public var size: Int
    public var compressedSize: Int
    public var checksum: Int
    public var extra: [UInt8] = []

    /// An entry that holds its bytes as they are.
    public init(_ name: String, _ content: [UInt8] = []) {
        self.name = Array(name.utf8)
        data = content
        size = content.count
        compressedSize = content.count
        checksum = Checksum.crc32(content)
    }

    /// An entry that holds text as it is.
    public init(_ name: String, text: String) {
        self.init(name, Array(text.utf8))
    }

    /// An entry with deflated data; the size and checksum are those of the content.
    public static func deflated(_ name: String, _ content: [UInt8], as data: [UInt8]) -> Self {
        var entry = Self(name, content)
        entry.data = data
        entry.compressedSize = data.count
        entry.method = 8
        return entry
    }

    /// An entry with one byte, repeated as often as `Deflate.run` does it.
    public static func run(_ name: String, repetitions: Int) -> Self {
        let content = [UInt8](repeating: 0x20, count: Deflate.runLength(repetitions: repetitions))
        return .deflated(name, content, as: Deflate.run(of: 0x20, repetitions: repetitions))
    }

    /// The same entry with something changed.
    public func with<Value>(_ path: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
        var copy = self
        copy[keyPath: path] = value
        return copy
    }

    /// What the header in front of the data and the entry of the directory have in common.
    fileprivate var fields: [UInt8] {
        LittleEndian.bytes(20, width: 2) + LittleEndian.bytes(flags, width: 2) + LittleEndian.bytes(method, width: 2)
            + LittleEndian.bytes(0, width: 4) + LittleEndian.bytes(checksum, width: 4)
            + LittleEndian.bytes(compressedSize, width: 4) + LittleEndian.bytes(size, width: 4)
            + LittleEndian.bytes(name.count, width: 2) + LittleEndian.bytes(extra.count, width: 2)
    }
}

/// Writes an archive; what a test wants to be wrong it says here.
public struct ZipWriter {
    public var entries: [TestEntry]
    public var prefix: [UInt8] = []
    public var comment: [UInt8] = []
    /// What is added to the offset of the directory in the end record.
    public var directoryShift = 0
    /// What is added to the size of the directory in the end record.
    public var directoryGrowth = 0
    /// The number of entries in the end record.
    public var declaredCount: Int?
    /// Whether the data of every entry is that of the first.
    public var sharesData = false
    /// How many end records there are.
    public var ends = 1
    /// Whether the directory is described by the records of Zip64.
    public var isZip64 = false

    public init(_ entries: [TestEntry]) {
        self.entries = entries
    }

    public var bytes: [UInt8] {
        var archive = prefix
        var directory: [UInt8] = []
        for (index, entry) in entries.enumerated() {
            let offset = sharesData ? prefix.count : archive.count
            if !sharesData || index == 0 {
                archive += LittleEndian.bytes(0x0403_4B50, width: 4) + entry.fields + entry.name + entry.extra
                archive += entry.data
            }
            directory += LittleEndian.bytes(0x0201_4B50, width: 4) + LittleEndian.bytes(20, width: 2) + entry.fields
            directory += LittleEndian.bytes(0, width: 10)
            directory += LittleEndian.bytes(offset, width: 4) + entry.name + entry.extra
        }
        let offset = archive.count + directoryShift
        let size = directory.count + directoryGrowth
        archive += directory
        if isZip64 { archive += end64(offset: offset, size: size, place: archive.count) }
        for _ in 0..<ends { archive += end(offset: offset, size: size) }
        return archive + comment
    }

    private func end(offset: Int, size: Int) -> [UInt8] {
        let count = LittleEndian.bytes(declaredCount ?? entries.count, width: 2)
        return LittleEndian.bytes(0x0605_4B50, width: 4) + LittleEndian.bytes(0, width: 4) + count + count
            + LittleEndian.bytes(size, width: 4) + LittleEndian.bytes(offset, width: 4)
            + LittleEndian.bytes(comment.count, width: 2)
    }

    private func end64(offset: Int, size: Int, place: Int) -> [UInt8] {
        let count = LittleEndian.bytes(declaredCount ?? entries.count, width: 8)
        return LittleEndian.bytes(0x0606_4B50, width: 4) + LittleEndian.bytes(44, width: 8)
            + LittleEndian.bytes(45, width: 2) + LittleEndian.bytes(45, width: 2) + LittleEndian.bytes(0, width: 8)
            + count + count + LittleEndian.bytes(size, width: 8) + LittleEndian.bytes(offset, width: 8)
            + LittleEndian.bytes(0x0706_4B50, width: 4) + LittleEndian.bytes(0, width: 4)
            + LittleEndian.bytes(place, width: 8) + LittleEndian.bytes(1, width: 4)
    }
}
