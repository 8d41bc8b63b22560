import LibZip
import TestSupport
import Testing

@Suite struct DamagedArchiveTests {
    private let content = (0..<3000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    private var writer: ZipWriter {
        ZipWriter([TestEntry("a", content), .run("b", repetitions: 500)])
    }

    @Test func refusesAnEmptyFile() {
        let failure = failure(opening: [UInt8]())
        #expect(failure?.kind == .damaged)
        #expect(failure?.message == "the archive is empty (0 bytes)")
    }

    @Test(arguments: [1, 21, 22, 23, 5000, 200_000])
    func refusesSomethingElse(count: Int) {
        let garbage = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* $0 &* 31 >> 5) }
        #expect(failure(opening: garbage)?.kind == .damaged)
        #expect(failure(opening: [UInt8](repeating: 0x50, count: count))?.kind == .damaged)
    }

    @Test func refusesEveryTruncation() {
        let bytes = writer.bytes
        for count in stride(from: 0, to: bytes.count, by: 17) {
            #expect(failure(opening: Array(bytes.prefix(count)))?.kind == .damaged)
        }
        #expect(failure(opening: Array(bytes.dropLast()))?.kind == .damaged)
    }

    @Test(arguments: [-4000, -1, 1, 46, 4000, 1 << 31])
    func refusesADirectoryThatIsElsewhere(shift: Int) {
        var writer = writer
        writer.directoryShift = shift
        #expect(failure(opening: writer.bytes)?.kind == .damaged)
        writer.isZip64 = true
        #expect(failure(opening: writer.bytes)?.kind == .damaged)
    }

    @Test(arguments: [-94, -47, -1, 1, 1 << 31])
    func refusesADirectoryOfAnotherSize(growth: Int) {
        var writer = writer
        writer.directoryGrowth = growth
        #expect(failure(opening: writer.bytes)?.kind == .damaged)
        writer.isZip64 = true
        #expect(failure(opening: writer.bytes)?.kind == .damaged)
    }

    @Test(arguments: [0, 1, 3, 65_535])
    func refusesAnotherNumberOfEntries(count: Int) {
        var writer = writer
        writer.isZip64 = true
        writer.declaredCount = count
        #expect(failure(opening: writer.bytes)?.kind == .damaged)
    }

    @Test func makesNoRoomForEntriesThatAreNotThere() {
        var writer = writer
        writer.isZip64 = true
        writer.declaredCount = 1 << 50
        #expect(failure(opening: writer.bytes)?.kind == .damaged)
    }

    /// libzip takes from the header in front of a part only where its data begin; the CRC-32 tells the rest.
    @Test func refusesAPartThatIsNotInItsPlace() throws {
        var bytes = writer.bytes
        bytes[26] += 1  // the length of the name
        let archive = try ZipArchive(bytes)
        #expect(failure(reading: "a", of: archive)?.kind == .damaged)
        #expect(try archive.contents(of: "b").count == Deflate.runLength(repetitions: 500))
    }

    @Test func refusesAPartBeyondTheArchive() throws {
        let failure = failure(opening: [TestEntry("a", content).with(\.compressedSize, 1 << 30)])
        #expect(failure?.kind == .damaged)
        let archive = try archive([TestEntry("a", content).with(\.compressedSize, 3100).with(\.size, 3100)])
        #expect(throws: ZipFailure.self) { try archive.contents(of: "a") }
    }

    /// Every end record would make libzip read the whole directory again: half a minute for this archive.
    @Test func refusesManyEndRecords() {
        var writer = ZipWriter((0..<5000).map { TestEntry("\($0)") })
        writer.ends = 2500
        let elapsed = ContinuousClock().measure {
            let failure = failure(opening: writer.bytes)
            #expect(failure?.kind == .damaged)
            #expect(failure?.message == "the archive has 2500 ends of a central directory")
        }
        #expect(elapsed < .seconds(5))
    }

    /// Whatever one wrong byte does, it ends in a failure or in the right bytes.
    @Test func survivesEveryChangeOfAByte() throws {
        let content = Array("some content".utf8)
        let bytes = ZipWriter([TestEntry("a", content), .run("b", repetitions: 3)]).bytes
        for place in bytes.indices {
            for change in [UInt8(0x01), 0x80, 0xFF] {
                var changed = bytes
                changed[place] ^= change
                do throws(ZipFailure) {
                    let archive = try ZipArchive(changed)
                    for entry in archive.entries {
                        let read = try archive.contents(of: entry.name)
                        #expect(read == content || read == [UInt8](repeating: 0x20, count: 775))
                    }
                } catch {
                    #expect(!error.message.isEmpty)
                }
            }
        }
    }
}
