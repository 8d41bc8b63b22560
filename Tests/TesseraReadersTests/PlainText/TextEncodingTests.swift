import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// How the encoding of a text is found, and what happens to bytes that do not fit it.
@Suite struct TextEncodingTests {
    /// Characters of one, two, three and four bytes in UTF-8; the last takes two units in UTF-16.
    private static let text = "Größe of SA/LW – “stocks” 🏛\n\tN/A"
    private static let expected = ["Größe of SA/LW – “stocks” 🏛", "N/A"]

    @Test(arguments: [
        ("utf-8", Array(text.utf8)),
        ("utf-8", [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
        ("utf-16le", [0xFF, 0xFE] + text.utf16Bytes(bigEndian: false)),
        ("utf-16be", [0xFE, 0xFF] + text.utf16Bytes(bigEndian: true)),
        ("utf-16le", text.utf16Bytes(bigEndian: false)),
        ("utf-16be", text.utf16Bytes(bigEndian: true)),
    ])
    func isFoundWithAndWithoutAMark(encoding: String, bytes: [UInt8]) throws {
        let read = try ReadText(bytes)
        #expect(read.texts == Self.expected)
        #expect(read.document.metadata.encoding == encoding)
        #expect(read.diagnostics.isEmpty)
        let place = try #require(read.document.paragraphs.first).place
        #expect(place == SourcePlace(start: .line(1, column: 1), end: .line(1, column: 39)), "the mark has no column")
    }

    @Test func windows1252IsTheFallbackWithAWarning() throws {
        let bytes =
            Array("\tthe States".utf8) + [0x92] + Array(" ".utf8) + [0x93] + Array("laws".utf8)
            + [0x94, 0x20, 0x96, 0x20, 0x80, 0x20, 0xE9, 0xA0, 0x85, 0x9F]
        let read = try ReadText(bytes)
        #expect(read.texts == ["the States’ “laws” – € é\u{A0}…Ÿ"])
        #expect(read.document.metadata.encoding == "windows-1252")
        #expect(read.diagnostics.map(\.id) == ["fallback-encoding"])
        #expect(read.diagnostics.map(\.severity) == [.warning])
    }

    @Test func windows1252KnowsEveryByte() throws {
        let read = try ReadText([0x41] + Array(0x80...0xFF) + [0x42])
        let text = try #require(read.texts.first)
        #expect(text.unicodeScalars.count == 130)
        #expect(!text.unicodeScalars.contains("\u{FFFD}"))
        #expect(text.unicodeScalars.dropFirst(33).dropLast().map(\.value) == Array(0xA0...0xFF))
    }

    /// The mark says UTF-8, so that Windows-1252 is not tried.
    @Test func invalidUTF8BehindAMarkIsReplacedWithAWarning() throws {
        let read = try ReadText([0xEF, 0xBB, 0xBF] + Array("laws".utf8) + [0xFF] + Array("x\n\tN/A".utf8))
        #expect(read.texts == ["laws\u{FFFD}x", "N/A"])
        #expect(read.document.metadata.encoding == "utf-8")
        #expect(read.diagnostics.map(\.id) == ["malformed-text"])
    }

    @Test func loneSurrogatesAreReplacedWithAWarning() throws {
        let units: [UInt8] = [0xFF, 0xFE, 0x41, 0, 0x00, 0xDC, 0x42, 0, 0x00, 0xD8, 0x43, 0]
        let read = try ReadText(units)
        #expect(read.texts == ["A\u{FFFD}B\u{FFFD}C"])
        #expect(read.diagnostics.map(\.id) == ["malformed-text"])
    }

    @Test func replacementCharactersOfTheSourceAreNoFault() throws {
        #expect(try ReadText("laws\u{FFFD}").diagnostics.isEmpty)
        #expect(try ReadText([0xFF, 0xFE] + "a\u{FFFD}".utf16Bytes(bigEndian: false)).diagnostics.isEmpty)
    }

    /// Blanks of the same length, so that columns stay those of the file.
    @Test(arguments: ["\u{1B}", "\u{B}"])
    func controlCharactersBecomeBlanks(control: String) throws {
        let read = try ReadText("\tSection II,\(control)para 6\n\(control)\n")
        #expect(read.texts == ["Section II, para 6"])
        #expect(read.document.paragraphs.map(\.place) == [SourcePlace(line: 1, column: 2, "Section II, para 6")])
    }

    @Test func fewControlCharactersAmongManyAreNoBinary() throws {
        let line = String(repeating: "laws and policies ", count: 20)
        #expect(try ReadText("\(line)\u{1}\u{2}.").texts == ["\(line)  ."])
    }

    @Test func noncharactersAreReplaced() throws {
        #expect(try ReadText("a\u{FFFE}b\u{FFFF}c").texts == ["a\u{FFFD}b\u{FFFD}c"])
    }
}
