import TestSupport
import Testing

@testable import TesseraReaders

@Suite struct PDFFilterTests {
    /// What a stream decodes to.
    private func contents(_ bytes: [UInt8], _ entries: String) throws -> PDFStreamContents {
        var writer = PDFWriter(pages: [""])
        writer.set(40, stream: bytes, entries)
        let file = try PDFDocument(writer.file()).file
        let stream = try #require(try file.object(40).stream)
        return try file.contents(of: stream)
    }

    private func text(_ bytes: [UInt8], _ entries: String) throws -> String {
        String(decoding: try contents(bytes, entries).bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("48 65 6C6C 6F>junk", "/Filter/ASCIIHexDecode", "Hello"),
        ("48656C6C6F7", "/Filter/AHx", "Hellop"),
        ("87cURD]i,\"Ebo7~>", "/Filter/ASCII85Decode", "Hello World"),
        ("z87cUR~>", "/Filter[/A85]", "\0\0\0\0Hell"),
        ("\u{4}Hello\u{80}", "/Filter/None", "\u{4}Hello\u{80}"),
        ("38 37 63 55 52 44 5D 7E 3E>", "/Filter[/AHx/A85]", "Hello"),
        ("plain", "", "plain"),
    ])
    func decodesText(encoded: String, entries: String, expected: String) throws {
        #expect(try text(Array(encoded.utf8), entries) == expected)
    }

    @Test func decodesRunLengths() throws {
        let bytes: [UInt8] = [2, 0x61, 0x62, 0x63, 253, 0x64, 128, 9, 9]
        #expect(try text(bytes, "/Filter/RunLengthDecode") == "abcdddd")
    }

    /// The example of ISO 32000-1, 7.4.4.2.
    @Test func decodesLZW() throws {
        let bytes: [UInt8] = [0x80, 0x0B, 0x60, 0x50, 0x22, 0x0C, 0x0C, 0x85, 0x01]
        #expect(try contents(bytes, "/Filter/LZWDecode").bytes == [45, 45, 45, 45, 45, 65, 45, 45, 45, 66])
    }

    @Test func inflates() throws {
        let bytes = [0x78, 0x01] + Deflate.stored(Array("Hello".utf8))
        // Its checksum is missing, which does no harm.
        let contents = try contents(bytes, "/Filter/FlateDecode")
        #expect(String(decoding: contents.bytes, as: UTF8.self) == "Hello")
        #expect(contents.isDamaged)
    }

    @Test func inflatesWhatHasTheWrongHeader() throws {
        #expect(try text([0, 0] + Deflate.stored(Array("Hello".utf8)), "/Filter/Fl") == "Hello")
    }

    @Test(
        arguments: [
            (0, [10, 20, 30, 40]), (1, [10, 30, 60, 100]), (2, [11, 22, 33, 44]), (3, [10, 26, 44, 64]),
            (4, [11, 31, 61, 101]),
        ] as [(UInt8, [UInt8])]
    )
    func undoesThePredictorsOfPNG(filter: UInt8, row: [UInt8]) throws {
        let bytes: [UInt8] = [0, 1, 2, 3, 4, filter, 10, 20, 30, 40]
        let predictor = try #require(PDFPredictor(kind: 15, colours: 1, bits: 8, columns: 4))
        #expect(predictor.decode(bytes) == [1, 2, 3, 4] + row)
    }

    @Test func undoesThePredictorOfTIFF() throws {
        let two = try #require(PDFPredictor(kind: 2, colours: 2, bits: 8, columns: 2))
        #expect(two.decode([1, 2, 3, 4, 5, 6, 7, 8]) == [1, 2, 4, 6, 5, 6, 12, 14])
        let wide = try #require(PDFPredictor(kind: 2, colours: 1, bits: 16, columns: 2))
        #expect(wide.decode([1, 0xFF, 0, 1]) == [1, 0xFF, 2, 0])
    }

    @Test func aRowThatIsCutOffIsRead() throws {
        let predictor = try #require(PDFPredictor(kind: 12, colours: 1, bits: 8, columns: 4))
        #expect(predictor.decode([2, 1, 2, 3, 4, 2, 1, 1]) == [1, 2, 3, 4, 2, 3])
        #expect(predictor.decode([]) == [])
        #expect(predictor.decode([2]) == [])
    }

    @Test(arguments: [(1, 8, 0), (0, 8, 4), (1, 7, 4), (1, 8, -1), (1, 8, Int.max)])
    func predictorsThatMakeNoSenseAreRefused(colours: Int, bits: Int, columns: Int) {
        #expect(PDFPredictor(kind: 12, colours: colours, bits: bits, columns: columns) == nil)
    }

    @Test func imagesAreLeftAlone() throws {
        let contents = try contents(Array("FFD8>".utf8), "/Filter[/AHx/DCTDecode]")
        #expect(contents.bytes == [0xFF, 0xD8])
        #expect(contents.imageFilter == "DCTDecode")
    }
}
