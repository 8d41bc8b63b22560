import LibZip
import TestSupport
import Testing

@Suite struct ZipLimitsTests {
    @Test func refusesTooManyEntries() throws {
        let entries = (0..<4).map { TestEntry("\($0)") }
        #expect(try archive(entries, limits: ZipLimits(entries: 4)).entries.count == 4)
        let failure = failure(opening: entries, limits: ZipLimits(entries: 3))
        #expect(failure?.kind == .limit(.entries))
        #expect(failure?.message == "the archive has more than 3 entries")
    }

    /// The end record has 16 bits for the count, so libzip does not mind 65,536 entries more.
    @Test func countsTheEntriesItself() {
        var writer = ZipWriter((0..<65_538).map { TestEntry("\($0)") })
        writer.declaredCount = 2
        let bytes = writer.bytes
        #expect(failure(opening: bytes)?.kind == .limit(.entries))
        #expect(failure(opening: bytes, limits: ZipLimits(entries: 65_538)) == nil)
    }

    @Test(arguments: [2, 5])
    func countsTheEntriesOfZip64(declared: Int) {
        var writer = ZipWriter((0..<5).map { TestEntry("\($0)") })
        writer.isZip64 = true
        writer.declaredCount = declared
        #expect(failure(opening: writer.bytes, limits: ZipLimits(entries: 4))?.kind == .limit(.entries))
    }

    @Test func refusesAPartBeforeItIsInflated() throws {
        let entry = TestEntry.deflated("big.xml", [], as: [0xFF]).with(\.size, 1001)
        let archive = try archive([entry], limits: ZipLimits(partSize: 1000))
        let failure = failure(reading: "big.xml", of: archive)
        #expect(failure?.kind == .limit(.partSize))
        #expect(failure?.part == "big.xml")
        #expect(failure?.message == "'big.xml' has 1001 bytes, more than the 1000 of one part")
    }

    @Test func countsAllPartsThatAreRead() throws {
        let entries = ["a", "b", "c"].map { TestEntry($0, [UInt8](repeating: 1, count: 400)) }
        let archive = try archive(entries, limits: ZipLimits(totalSize: 1000))
        #expect(try archive.contents(of: "a").count == 400)
        #expect(try archive.contents(of: "a").count == 400)
        let failure = failure(reading: "c", of: archive)
        #expect(failure?.kind == .limit(.totalSize))
        let words = "'c' with its 400 bytes would take the parts that are read over 1000 bytes in all"
        #expect(failure?.message == words)
    }

    @Test func refusesABombByItsRatio() throws {
        let bomb = TestEntry.run("bomb", repetitions: 20_000)
        #expect(try archive([bomb]).contents(of: "bomb").count == 5_160_001, "158 : 1 is below the limit")
        let failure = failure(reading: "bomb", of: try archive([bomb], limits: ZipLimits(compressionRatio: 100)))
        #expect(failure?.kind == .limit(.compressionRatio))
        let words = "'bomb' has 5160001 bytes packed into 32503, more than 100 : 1"
        #expect(failure?.message == words)
    }

    @Test func allowsASmallPartAnyRatio() throws {
        let archive = try archive([.run("blank", repetitions: 10_000)], limits: ZipLimits(compressionRatio: 2))
        #expect(try archive.contents(of: "blank").count == 2_580_001)
    }

    /// A bomb that declares little stops where its declaration does, so no ratio needs to be counted.
    @Test func stopsABombThatDeclaresLittle() throws {
        let bomb = TestEntry.run("bomb", repetitions: 20_000).with(\.size, 100_000)
        let archive = try archive([bomb], limits: ZipLimits(compressionRatio: 100))
        #expect(try bytesRead(of: "bomb", in: archive, bufferSize: 65_536) == 65_536)
        #expect(failure(reading: "bomb", of: archive)?.kind == .damaged)
    }

    @Test func holdsAnEmptyPartToTheRatio() throws {
        let archive = try archive([TestEntry("a").with(\.size, ZipLimits.ratioAllowance + 1)])
        #expect(failure(reading: "a", of: archive)?.kind == .limit(.compressionRatio))
    }

    /// Each of the parts is in proportion, but all of them are the same bytes.
    @Test func refusesPartsThatOverlap() {
        let data = TestEntry("0", [UInt8](repeating: 1, count: 1000))
        var writer = ZipWriter((0..<20).map { data.with(\.name, Array("\($0)".utf8)) })
        writer.sharesData = true
        let failure = failure(opening: writer.bytes)
        #expect(failure?.kind == .damaged)
        #expect(failure?.message == "'2' overlaps other parts or lies outside the archive")
    }

    @Test func hasDefaults() {
        let limits = ZipLimits.standard
        #expect(limits.entries == 10_000 && limits.compressionRatio == 250)
        #expect(limits.partSize == 1_073_741_824 && limits.totalSize == 2_147_483_648)
    }
}
