import LibZip
import TestSupport
import Testing

@Suite struct ZipArchiveTests {
    @Test func givesItsPartsInOrderWithoutFolders() throws {
        let archive = try archive([
            TestEntry("mimetype", text: "application/test"),
            TestEntry("word/"),
            TestEntry("word/document.xml", text: "<document/>"),
            .run("word/blank.xml", repetitions: 10),
        ])
        #expect(archive.entries.map(\.name) == ["mimetype", "word/document.xml", "word/blank.xml"])
        #expect(archive.entries.map(\.size) == [16, 11, 2581])
        #expect(archive.entries[2].compressedSize == Deflate.run(of: 0x20, repetitions: 10).count)
        #expect(archive.entries.allSatisfy { !$0.isEncrypted })
        #expect(archive.contains("word/document.xml"))
        #expect(!archive.contains("word/"))
        #expect(!archive.contains("Word/document.xml"))
    }

    @Test func readsWholeParts() throws {
        let text = Array("héllo".utf8)
        let long = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }
        let archive = try archive([
            TestEntry("plain", text),
            .deflated("deflated", long, as: Deflate.stored(long)),
            .run("run", repetitions: 1000),
            TestEntry("empty"),
            .deflated("emptyDeflated", [], as: Deflate.stored([])),
        ])
        #expect(try archive.contents(of: "plain") == text)
        #expect(try archive.contents(of: "deflated") == long)
        #expect(try archive.contents(of: "run") == [UInt8](repeating: 0x20, count: 258_001))
        #expect(try archive.contents(of: "empty").isEmpty)
        #expect(try archive.contents(of: "emptyDeflated").isEmpty)
        #expect(try archive.contents(of: "plain") == text, "a part can be read again")
    }

    @Test func saysWhichPartIsMissing() throws {
        let failure = failure(reading: "b.xml", of: try archive([TestEntry("a.xml")]))
        #expect(failure?.kind == .missingPart)
        #expect(failure?.part == "b.xml")
        #expect(failure?.message == "'b.xml' is not in the archive")
    }

    @Test func opensAnArchiveWithoutEntries() throws {
        #expect(try archive([]).entries.isEmpty)
    }

    @Test func opensAnArchiveWithAComment() throws {
        var writer = ZipWriter([TestEntry("a", text: "1")])
        writer.comment = Array("a comment with PK\u{5}\u{6} in it, and more after it than a record is long".utf8)
        #expect(try ZipArchive(writer.bytes).contents(of: "a") == [0x31])
    }

    @Test func opensAnArchiveBehindAProgram() throws {
        var writer = ZipWriter([TestEntry("a", text: "1")])
        writer.prefix = Array("#!/bin/sh\nexit\n".utf8)
        #expect(try ZipArchive(writer.bytes).contents(of: "a") == [0x31])
    }

    @Test func opensAnArchiveOfZip64() throws {
        var writer = ZipWriter([TestEntry("a", text: "1"), TestEntry("b", text: "2")])
        writer.isZip64 = true
        #expect(try ZipArchive(writer.bytes).contents(of: "b") == [0x32])
    }

    @Test func opensAnArchiveInAnArchive() throws {
        let inner = ZipWriter([TestEntry("x", text: "inner")]).bytes
        let archive = try archive([TestEntry("a", text: "1"), TestEntry("b.zip", inner)])
        #expect(archive.entries.map(\.name) == ["a", "b.zip"])
        #expect(try ZipArchive(try archive.contents(of: "b.zip")).contents(of: "x") == Array("inner".utf8))
    }

    @Test func worksOnSeveralThreads() async throws {
        let bytes = ZipWriter([.run("run", repetitions: 2000), TestEntry("a", text: "1")]).bytes
        let sum = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 { group.addTask { try ZipArchive(bytes).contents(of: "run").count } }
            return try await group.reduce(0, +)
        }
        #expect(sum == 20 * Deflate.runLength(repetitions: 2000))
    }
}
