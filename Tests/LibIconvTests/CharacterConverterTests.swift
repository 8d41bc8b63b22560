import LibIconv
import Testing

@Suite struct CharacterConverterTests {
    /// A converter cannot be copied, and so cannot go through `#require`.
    private func convert(_ bytes: [UInt8], from encoding: String) -> (text: String, malformed: Int)? {
        guard var converter = CharacterConverter(from: encoding) else { return nil }
        let (text, malformed) = converter.convert(bytes)
        return (String(decoding: text, as: UTF8.self), malformed)
    }

    @Test(
        arguments: [
            ("CP1251", [0xCF, 0xF0, 0xE0, 0xE2, 0xEE], "Право"),
            ("CP932", [0x96, 0x40, 0x97, 0xA5], "法律"),
            ("GB18030", [0xB7, 0xA8, 0xC2, 0xC9], "法律"),
            ("UHC", [0xB9, 0xFD], "법"),
            ("ISO-2022-JP", [0x1B, 0x24, 0x42, 0x4B, 0x21, 0x1B, 0x28, 0x42, 0x21], "法!"),
        ] as [(String, [UInt8], String)]
    )
    func converts(encoding: String, bytes: [UInt8], text: String) throws {
        let converted = try #require(convert(bytes, from: encoding))
        #expect(converted.text == text)
        #expect(converted.malformed == 0)
    }

    /// A lead byte before an ASCII character, and one at the very end.
    @Test func replacesWhatIsNoCharacter() throws {
        let converted = try #require(convert([0x41, 0x96, 0x20, 0x42, 0x96], from: "CP932"))
        #expect(converted.text == "A\u{FFFD} B\u{FFFD}")
        #expect(converted.malformed == 2)
    }

    @Test func longTextsComeWhole() throws {
        let converted = try #require(convert(Array(repeating: 0xE0, count: 200_000), from: "CP1251"))
        #expect(converted.text == String(repeating: "а", count: 200_000))
    }

    @Test func eachTextBeginsAnew() {
        guard var converter = CharacterConverter(from: "ISO-2022-JP") else {
            Issue.record("the C library lacks ISO-2022-JP")
            return
        }
        _ = converter.convert([0x1B, 0x24, 0x42, 0x4B, 0x21])
        #expect(converter.convert(Array("laws".utf8)).text == Array("laws".utf8))
    }

    @Test func unknownEncodingsAreNone() {
        #expect(convert([], from: "no-such-encoding") == nil)
    }
}
