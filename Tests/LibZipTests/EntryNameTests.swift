import LibZip
import TestSupport
import Testing

@Suite struct EntryNameTests {
    @Test(arguments: [
        "../a", "a/../b", "a/..", "..", "/a", "/", "C:/a", "c:a", "a\\b", "..\\a", "a\nb", "a\tb", "a\u{7F}",
        "a\u{85}b", "a\u{2028}b", "a/../", "/\u{301}a", "../\u{301}a", "",
    ])
    func refusesAnUnsafeName(name: String) {
        let failure = failure(opening: [TestEntry("good"), TestEntry(name)])
        #expect(failure?.kind == .unsafeName)
        #expect(failure?.part == name)
        #expect(failure?.message.contains(where: \.isNewline) == false)
    }

    @Test(arguments: [
        "a..b", "..a", "a../b", ".rels", "./a", "a b", "ab:c", "1:2", "é", "…/a", "[Content_Types].xml", "名/前",
    ])
    func acceptsASafeName(name: String) throws {
        #expect(try archive([TestEntry(name)]).entries.map(\.name) == [name])
    }

    /// libzip would cut the name off at the NUL; the second name is in an encoding that it guesses.
    @Test(arguments: [Array("a.xml\0.exe".utf8), [0x82, 0, 0x61], [0], Array("a\0".utf8)])
    func refusesANameWithANul(name: [UInt8]) {
        let failure = failure(opening: [TestEntry("a.xml").with(\.name, name)])
        #expect(failure?.kind == .unsafeName)
        #expect(failure?.message.hasSuffix("holds a control character") == true)
    }

    @Test func refusesANameWithANulThatIsMarkedAsUTF8() {
        let entry = TestEntry("a").with(\.name, Array("a\0b".utf8)).with(\.flags, 0x800)
        #expect(failure(opening: [entry])?.kind == .unsafeName)
    }

    @Test func quotesALongNameOnOneLine() throws {
        let archive = try archive([])
        let failure = failure(reading: "a\n\u{1B}" + String(repeating: "b", count: 200), of: archive)
        let start = #"'a\n\u{1B}"# + String(repeating: "b", count: 117)
        #expect(failure?.message == start + "…' is not in the archive")
    }

    @Test func refusesTheSameNameTwice() {
        let failure = failure(opening: [TestEntry("a", text: "1"), TestEntry("b"), TestEntry("a", text: "2")])
        #expect(failure?.kind == .duplicateName)
        #expect(failure?.message == "'a' is in the archive twice")
    }

    @Test func tellsNamesApartByTheirBytes() throws {
        let names = ["a", "A", "\u{E9}", "e\u{301}"]
        let archive = try archive(names.map { TestEntry($0, Array($0.utf8)) })
        #expect(archive.entries.count == 4)
        for name in names { #expect(try archive.contents(of: name) == Array(name.utf8)) }
    }

    @Test func readsNamesOfDOS() throws {
        let archive = try archive([TestEntry("x", text: "1").with(\.name, [0x82, 0x2E, 0x78])])
        #expect(archive.entries.map(\.name) == ["é.x"])
        #expect(try archive.contents(of: "é.x") == [0x31])
    }

    /// An overlong form of `/` passes for UTF-8 in libzip.
    @Test func refusesANameThatIsNotUTF8() {
        let entry = TestEntry("a").with(\.name, [0x2E, 0x2E, 0xC0, 0xAF, 0x61])
        #expect(failure(opening: [entry])?.kind == .unsafeName)
    }
}
