import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Compound files, sound and damaged ([MS-CFB]).
@Suite struct CompoundFileTests {
    private static let small = Array("a few bytes".utf8)
    private static let large = (0..<20_000).map { UInt8(truncatingIfNeeded: $0 * 7 / 3) }
    private static let streams = [
        ("small", small), ("large", large), ("empty", []), ("other", Array(small.reversed())),
    ]

    private func compound(_ writer: CompoundFileWriter) throws -> CompoundFile {
        try CompoundFile(writer.bytes, limits: .standard)
    }

    @Test(arguments: [3, 4])
    func readsStreams(version: Int) throws {
        var writer = CompoundFileWriter(Self.streams)
        writer.version = version
        var file = try compound(writer)
        for (name, content) in Self.streams { #expect(file.stream(name) == content, "\(name)") }
        #expect(file.stream("SMALL") == Self.small, "letter case makes no difference")
        #expect(file.stream("none") == nil)
        #expect(file.damage == [])
    }

    /// The header has room for 109 sectors of the allocation table; further ones have a list of their own.
    @Test func readsLargeFiles() throws {
        let content = [UInt8](repeating: 7, count: 8_000_000)
        var file = try compound(CompoundFileWriter([("large", content), ("small", Self.small)]))
        #expect(file.stream("large") == content)
        #expect(file.stream("small") == Self.small)
        #expect(file.damage == [])
    }

    @Test func streamsInStoragesAreNotThoseAtTheTop() throws {
        var file = try compound(CompoundFileWriter([("pool/a", Self.small), ("b", Self.large)]))
        #expect(file.stream("a") == nil)
        #expect(!file.contains("a"))
        #expect(file.contains("pool"))
        #expect(file.stream("pool") == nil)
        #expect(file.stream("b") == Self.large)
    }

    // MARK: Damage

    @Test func aChainThatGoesInACircleEnds() throws {
        var writer = CompoundFileWriter([("large", Self.large)])
        writer.changeAllocation = { $0[10] = 3 }
        var file = try compound(writer)
        #expect(file.stream("large") == Array(Self.large.prefix(11 * 512)))
        #expect(file.damage == ["14368 of the 20000 bytes of the stream 'large' are missing"])
    }

    @Test(arguments: [0xFFFF_FFFF, 0xFFFF_FFFD, 100_000] as [UInt32])
    func aChainThatLeadsOutOfTheFileEnds(next: UInt32) throws {
        var writer = CompoundFileWriter([("large", Self.large)])
        writer.changeAllocation = { $0[4] = next }
        var file = try compound(writer)
        #expect(file.stream("large") == Array(Self.large.prefix(5 * 512)))
        #expect(file.damage.count == 1)
    }

    @Test func aDirectoryThatGoesInACircleEnds() throws {
        var writer = CompoundFileWriter(Self.streams)
        // The second entry leads to itself, and the root to it.
        writer.changeDirectory = { directory in
            for offset in [128 + 68, 128 + 72] { directory.replaceSubrange(offset..<offset + 4, with: [1, 0, 0, 0]) }
        }
        var file = try compound(writer)
        #expect(file.stream("small") == Self.small)
        #expect(file.stream("other") == Array(Self.small.reversed()))
    }

    @Test func aLostStreamIsFound() throws {
        var writer = CompoundFileWriter([("a", Self.small), ("b", Self.large)])
        // The root leads nowhere.
        writer.changeDirectory = { $0.replaceSubrange(76..<80, with: [255, 255, 255, 255]) }
        var file = try compound(writer)
        #expect(file.stream("b") == Self.large)
        #expect(file.damage == ["its directory has lost the stream 'b'"])
    }

    @Test func whatIsLeftOfACutFileIsRead() throws {
        let bytes = CompoundFileWriter([("large", Self.large), ("b", Self.small)]).bytes
        // The directory and the table of sectors stand at the end.
        #expect(throws: DocumentFailure.self) { try CompoundFile(Array(bytes.prefix(10_000)), limits: .standard) }
        // Three numbers are left of the table.
        var cut = try CompoundFile(Array(bytes.dropLast(500)), limits: .standard)
        #expect(cut.damage == ["1 sectors of its allocation table are missing", "its directory breaks off"])
        #expect(cut.stream("large") == Array(Self.large.prefix(4 * 512)))
    }

    @Test func aMisplacedDirectoryIsFound() throws {
        var bytes = CompoundFileWriter([("large", Self.large), ("b", Self.small)]).bytes
        bytes.replaceSubrange(48..<52, with: [255, 255, 0, 0])
        var file = try CompoundFile(bytes, limits: .standard)
        #expect(file.stream("large") == Self.large)
        #expect(file.damage.contains("its directory was not where it should be"))
    }

    @Test(arguments: [0, 8, 30, 511, 512, 600, 1024])
    func tooFewBytesAreNoFile(count: Int) {
        let bytes = Array(CompoundFileWriter(Self.streams).bytes.prefix(count))
        #expect(throws: DocumentFailure.self) { try CompoundFile(bytes, limits: .standard) }
    }

    @Test func tooManyEntriesAreRefused() throws {
        let bytes = CompoundFileWriter((0..<20).map { ("\($0)", []) }).bytes
        let failure = #expect(throws: DocumentFailure.self) {
            try CompoundFile(bytes, limits: limits(.entries, 20))
        }
        #expect(failure?.diagnostic.id == "limit-exceeded")
    }

    // MARK: Properties

    /// A property set with a code page, texts and moments ([MS-OLEPS], 2.21).
    private func properties(_ values: [(name: Int, value: [UInt8])]) -> PropertySet {
        var stream: [UInt8] = [0xFE, 0xFF] + [UInt8](repeating: 0, count: 42) + LittleEndian.bytes(48, width: 4)
        var head: [UInt8] = []
        var body: [UInt8] = []
        for (name, value) in values {
            head += LittleEndian.bytes(name, width: 4)
            head += LittleEndian.bytes(8 + 8 * values.count + body.count, width: 4)
            body += value
        }
        stream += LittleEndian.bytes(8 + head.count + body.count, width: 4)
        stream += LittleEndian.bytes(values.count, width: 4) + head + body
        return PropertySet(stream)
    }

    private func text(_ bytes: [UInt8]) -> [UInt8] {
        LittleEndian.bytes(0x1E, width: 4) + LittleEndian.bytes(bytes.count, width: 4) + bytes
    }

    @Test(arguments: [
        (1252, [0x93, 0x61, 0x94, 0], "“a”"), (65001, Array("日本\0".utf8), "日本"), (1251, [0xC0, 0], "А"),
        (932, [0x93, 0xFA, 0], "日"), (1200, [0x42, 0x30, 0, 0], "あ"), (3, [0x61], "a"),
    ])
    func knowsTexts(codePage: Int, bytes: [UInt8], expected: String) {
        let codePage = LittleEndian.bytes(2, width: 4) + LittleEndian.bytes(codePage, width: 4)
        #expect(properties([(1, codePage), (2, text(bytes))]).text(.title) == expected)
    }

    @Test(arguments: [
        (128_291_040_000_000_000, "2007-07-17T00:00:00Z"), (133_537_247_990_000_000, "2024-02-29T23:59:59Z"),
        (0, nil), (9_000_000_000, nil), (Int.max, nil),
    ])
    func knowsMoments(count: Int, expected: String?) {
        let value = LittleEndian.bytes(0x40, width: 4) + LittleEndian.bytes(count, width: 8)
        #expect(properties([(12, value)]).time(.created) == expected)
        #expect(properties([(12, value)]).text(.title) == nil)
    }

    @Test func propertiesThatLieOutsideAreNone() {
        let set = properties([(2, LittleEndian.bytes(0x1E, width: 4) + [255, 255, 255, 255, 97])])
        #expect(set.text(.title) == "a")
        #expect(PropertySet([]).text(.title) == nil)
        #expect(PropertySet([0xFE, 0xFF] + [UInt8](repeating: 255, count: 60)).text(.title) == nil)
    }
}
