import TestSupport
import Testing

@testable import TesseraReaders

@Suite struct PDFFontTests {
    /// What a font makes of a string, which is written as in a content stream.
    private func run(_ string: String, _ font: String, streams: [Int: String] = [:]) throws -> PDFPage.TextRun {
        var writer = PDFWriter(pages: ["BT /F 10 Tf \(string) Tj ET"], resources: "/Font<</F<</Type/Font\(font)>>>>")
        for (number, text) in streams { writer.set(number, stream: text) }
        return try #require(try PDFDocument(writer.file()).page(0).runs.first)
    }

    @Test(arguments: [
        ("/Encoding/WinAnsiEncoding", "<80 93 E9 A0 AD 7F>", "€“é -•"),
        ("/Encoding/MacRomanEncoding", "<80 8E D2 DE FF>", "Äé“ﬁˇ"),
        ("/Encoding/StandardEncoding", "<27 60 AE D0 F1>", "’‘ﬁ—æ"),
        ("", "<27 41>", "’A"),
        (
            "/Encoding<</BaseEncoding/WinAnsiEncoding/Differences[65/alpha/beta 90/uni0416/u1F600/f_f_i/a.alt]>>",
            "(ABCZ[\\\\])",
            "αβCЖ😀ffia"
        ),
    ])
    func simpleFontsHaveEncodings(encoding: String, string: String, expected: String) throws {
        #expect(try run(string, "/Subtype/Type1/BaseFont/Times-Roman\(encoding)").text == expected)
    }

    @Test(arguments: [("Symbol", "<61 62 57 B7>", "αβΩ•"), ("ZapfDingbats", "<21 48 6C D5>", "✁★●→")])
    func fontsOfSignsHaveTheirOwnEncodings(name: String, string: String, expected: String) throws {
        #expect(try run(string, "/Subtype/Type1/BaseFont/\(name)").text == expected)
    }

    @Test func trueTypeFontsHaveThatOfWindows() throws {
        #expect(try run("<93 27>", "/Subtype/TrueType/BaseFont/Arial").text == "“'")
    }

    @Test(arguments: [
        "/Subtype/Type1/Encoding<</Differences[65/g12]>>", "/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]",
        "/Subtype/Type0/Encoding/Identity-H/DescendantFonts[<<>>]",
        "/Subtype/Type0/Encoding/UniJIS-UTF16-H/DescendantFonts[<<>>]",
    ])
    func whatHasNoKnownValueIsUnknown(font: String) throws {
        #expect(try run("(A1)", font).text == nil)
    }

    @Test func toUnicodeCountsMore() throws {
        let map =
            "1 beginbfchar <41> <00660066> endbfchar 2 beginbfrange <42> <44> <0391> <50> <51> [<0058> <0059>] endbfrange"
        let run = try run("(ABDPQR)", "/Subtype/Type1/ToUnicode 40 0 R", streams: [40: map])
        #expect(run.text == "ffΑΓXYR")
    }

    @Test func widthsAreThoseOfTheFont() throws {
        let widths = "/FirstChar 65/Widths[500 700 9 0 R]"
        #expect(try run("(AB)", "/Subtype/Type1\(widths)").box.summary[2] == 12)
        #expect(try run("(AZ)", "/Subtype/Type1\(widths)/FontDescriptor<</MissingWidth 300>>").box.width == 8)
        #expect(
            try run("(AB)", "/Subtype/Type3/FontMatrix[0.01 0 0 0.01 0 0]/FirstChar 65/Widths[50 70]").box.summary[2]
                == 12
        )
        // No widths: those of Courier are known, of the others a mean one.
        #expect(try run("(AB)", "/Subtype/Type1/BaseFont/Courier").box.width == 12)
        #expect(try run("(AB)", "/Subtype/Type1/BaseFont/Helvetica").box.width == 10)
    }

    @Test func compositeFontsHaveCodesOfTwoBytes() throws {
        let map = """
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            1 beginbfchar <0003> <D83DDE00> endbfchar 1 beginbfrange <0010> <0020> <0041> endbfrange
            """
        let widths = "/DW 400/W[3[600] 16 17 700]"
        let font = "/Subtype/Type0/Encoding/Identity-H/ToUnicode 40 0 R/DescendantFonts[<<\(widths)>>]"
        let run = try run("<0003001000110012>", font, streams: [40: map])
        #expect(run.text == "😀ABC")
        #expect(abs(run.box.width - 24) < 1e-9)
    }

    @Test func codesMayHaveSeveralLengths() throws {
        let encoding = """
            2 begincodespacerange <00> <7F> <8000> <FFFF> endcodespacerange
            1 begincidrange <20> <7F> 1 endcidrange 1 begincidchar <8001> 500 endcidchar
            """
        let map = "2 beginbfchar <41> <0061> <8001> <0062> endbfchar"
        let font = "/Subtype/Type0/Encoding 41 0 R/ToUnicode 40 0 R/DescendantFonts[<</DW 0/W[34[250] 500[750]]>>]"
        let run = try run("<418001>", font, streams: [40: map, 41: encoding])
        #expect(run.text == "ab")
        #expect(run.box.width == 10)
    }

    @Test(arguments: [
        ("/BaseFont/ABCDEF+Arial-BoldMT", true), ("/BaseFont/Arial", false), ("/FontDescriptor<</Flags 262144>>", true),
        ("/FontDescriptor<</FontWeight 700>>", true), ("/FontDescriptor<</FontWeight 400/Flags 32>>", false),
    ])
    func boldFontsAreKnown(font: String, isBold: Bool) throws {
        #expect(try run("(A)", "/Subtype/TrueType\(font)").isBold == isBold)
    }

    @Test func descriptorsSayHowHighAFontIs() throws {
        let run = try run("(A)", "/Subtype/TrueType/FontDescriptor<</Ascent 800/Descent -200>>")
        #expect(run.box.summary == [0, 92, 5, 102])
        let wrong = try self.run("(A)", "/Subtype/TrueType/FontDescriptor<</Ascent 0/Descent 200>>")
        #expect(wrong.box.summary == [0, 90.5, 5, 102])
    }

    @Test func fontProgramsHaveEncodings() throws {
        let program =
            "%!PS\n/Encoding 256 array\n0 1 255 {1 index exch /.notdef put} for\ndup 1 /alpha put\ndup 2 /fi put\nreadonly def"
        let run = try run("<0102>", "/Subtype/Type1/FontDescriptor<</FontFile 40 0 R>>", streams: [40: program])
        #expect(run.text == "αﬁ")
    }

    /// A font of three glyphs: .notdef, "A" (34 of the standard strings) and "alpha", its own.
    @Test func fontProgramsOfTheCompactFormatHaveEncodings() throws {
        let top: [UInt8] = [
            29, 0, 0, 0, 47, 15, 29, 0, 0, 0, 52, 16, 29, 0, 0, 0, 38, 17,
        ]
        var program: [UInt8] = [1, 0, 4, 1, 0, 0]
        program += [0, 1, 1, 1, UInt8(1 + top.count)] + top
        program += [0, 1, 1, 1, 6] + Array("alpha".utf8)
        program += [0xFF]
        #expect(program.count <= 47)
        let glyphs: [UInt8] = [0, 3, 1, 1, 2, 3, 4, 14, 14, 14]
        let start = program.count
        program += glyphs
        let charset = program.count
        program += [0, 0, 34, 1, 135]
        let encoding = program.count
        program += [0x80, 2, 5, 6, 1, 7, 1, 135]
        for (place, value) in [(12, charset), (18, encoding), (24, start)] { program[place + 3] = UInt8(value) }
        let names = try #require(CFFEncoding(program)?.names)
        #expect(names == [5: "A", 6: "alpha", 7: "alpha"])
        for length in program.indices { _ = CFFEncoding(Array(program[..<length])) }
    }

    @Test func theTablesAreComplete() {
        #expect(PDFEncodings.macRoman.count { $0 != nil } == 95 + 128)
        #expect(PDFEncodings.winAnsi.count { $0 != nil } == 95 + 129)
        #expect(PDFEncodings.standard.count { $0 != nil } == 149)
        #expect(PDFEncodings.symbol.count { $0 != nil } == 95 + 95 - 1)
        #expect(GlyphNames.scalars(of: "Aacute") == ["Á"])
        #expect(GlyphNames.scalars(of: "nosuchname") == nil)
        #expect(GlyphNames.scalars(of: ".notdef") == nil)
    }
}
