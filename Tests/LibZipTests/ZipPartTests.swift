import LibZip
import TestSupport
import Testing

@Suite struct ZipPartTests {
    private let content = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    private func damage(_ entry: TestEntry) throws -> String? {
        let archive = try archive([entry, TestEntry("padding", content)])
        let failure = failure(reading: String(decoding: entry.name, as: UTF8.self), of: archive)
        #expect(failure == nil || failure?.kind == .damaged)
        return failure?.message
    }

    @Test func givesPieces() throws {
        let archive = try archive([.deflated("a", content, as: Deflate.stored(content))])
        var part = try archive.open("a")
        var buffer = [UInt8](repeating: 0, count: 300)
        var counts: [Int] = []
        var read: [UInt8] = []
        repeat {
            counts.append(try part.next(into: &buffer))
            read += buffer.prefix(counts.last ?? 0)
        } while counts.last != 0
        #expect(counts == [300, 300, 300, 100, 0])
        #expect(read == content)
        let size = part.entry.size
        #expect(size == 1000)
    }

    @Test func makesABufferWhereThereIsNone() throws {
        var part = try archive([TestEntry("a", content)]).open("a")
        var buffer: [UInt8] = []
        let count = try part.next(into: &buffer)
        #expect(count == 1000)
        #expect(buffer.count == ZipPart.chunkSize)
    }

    @Test func readsSeveralPartsByTurns() throws {
        let long = [UInt8](repeating: 0x20, count: Deflate.runLength(repetitions: 1000))
        let archive = try archive([.run("a", repetitions: 1000), TestEntry("b", long), TestEntry("c", content)])
        var first = try archive.open("a")
        var second = try archive.open("b")
        var buffer = [UInt8](repeating: 0, count: 10_000)
        var total = 0
        while true {
            let counts = (try first.next(into: &buffer), try second.next(into: &buffer))
            #expect(try archive.contents(of: "c") == content)
            if counts == (0, 0) { break }
            total += counts.0 + counts.1
        }
        #expect(total == 2 * long.count)
    }

    @Test func outlivesItsArchive() throws {
        var part = try archive([.run("a", repetitions: 1000)]).open("a")
        var buffer = [UInt8](repeating: 0, count: 300_000)
        let count = try part.next(into: &buffer)
        #expect(count == 258_001)
    }

    @Test func refusesAWrongChecksum() throws {
        let message = "'a' cannot be read: CRC error"
        #expect(try damage(TestEntry("a", content).with(\.checksum, 1)) == message)
        let deflated = TestEntry.deflated("a", content, as: Deflate.stored(content))
        #expect(try damage(deflated) == nil)
        #expect(try damage(deflated.with(\.checksum, 1)) == message)
        #expect(
            try damage(TestEntry("a").with(\.checksum, 1)) == "'a' is empty but declares a CRC-32 of something else"
        )
    }

    @Test func holdsBackTheLastBytesOfADamagedPart() throws {
        let archive = try archive([TestEntry("a", content).with(\.checksum, 1)])
        #expect(try bytesRead(of: "a", in: archive, bufferSize: 300) == 900)
        #expect(try bytesRead(of: "a", in: archive, bufferSize: 1000) == 0)
    }

    @Test(arguments: [0, 1, 999])
    func refusesAPartWithMoreThanItDeclares(size: Int) throws {
        let message = "'a' holds more than the \(size) bytes that it declares"
        #expect(try damage(.deflated("a", content, as: Deflate.stored(content)).with(\.size, size)) == message)
        #expect(try damage(TestEntry("a", content).with(\.size, size)) == message)
    }

    @Test func refusesAPartWithLessThanItDeclares() throws {
        let message = "'a' ends after 1000 of the 1001 bytes that it declares"
        #expect(try damage(.deflated("a", content, as: Deflate.stored(content)).with(\.size, 1001)) == message)
        #expect(try damage(TestEntry("a", content).with(\.size, 1001)) == message)
        #expect(try damage(TestEntry("a").with(\.size, 5)) == "'a' ends after 0 of the 5 bytes that it declares")
    }

    @Test func refusesADeflateStreamThatIsNone() throws {
        #expect(try damage(.deflated("a", content, as: [0x07, 0xFF])) == "'a' cannot be read: Zlib error: data error")
        let cut = Array(Deflate.run(of: 0x20, repetitions: 1000).prefix(100))
        let entry = TestEntry.run("a", repetitions: 1000).with(\.data, cut).with(\.compressedSize, 100)
        #expect(try damage(entry)?.contains("of the 258001 bytes that it declares") == true)
    }

    @Test func failsTheSameWayAgain() throws {
        var part = try archive([TestEntry("a", content).with(\.checksum, 1)]).open("a")
        var buffer = [UInt8](repeating: 0, count: 1000)
        var failures: [ZipFailure] = []
        for _ in 0..<2 {
            do throws(ZipFailure) {
                _ = try part.next(into: &buffer)
            } catch {
                failures.append(error)
            }
        }
        #expect(failures.count == 2)
        #expect(failures.first == failures.last)
    }

    @Test func refusesAnEncryptedPart() throws {
        let archive = try archive([TestEntry("a", content).with(\.flags, 1), TestEntry("b", content)])
        #expect(archive.entries.map(\.isEncrypted) == [true, false])
        let failure = failure(reading: "a", of: archive)
        #expect(failure?.kind == .encrypted)
        #expect(failure?.message == "'a' is encrypted")
        #expect(try archive.contents(of: "b") == content)
    }

    /// Deflate64, bzip2, LZMA, XZ and a number that nobody has.
    @Test(arguments: [9, 12, 14, 95, 4711])
    func refusesAnotherMethod(method: Int) throws {
        let failure = failure(reading: "a", of: try archive([TestEntry("a", content).with(\.method, method)]))
        #expect(failure?.kind == .unsupported(method: method))
        #expect(failure?.message == "'a' is compressed with method \(method); only deflate is read")
    }
}
