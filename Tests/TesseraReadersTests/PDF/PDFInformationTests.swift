import TestSupport
import Testing

@testable import TesseraReaders

@Suite struct PDFInformationTests {
    @Test func readsWhatADocumentSaysOfItself() throws {
        var writer = PDFWriter(pages: [""], catalog: "/Lang(en-GB)/AcroForm<</XFA 9 0 R>>")
        writer.set(9, "(xfa)")
        writer.set(40, "<</Title<FEFF00C4>/Author(A \\204 B)/CreationDate(D:20070717103000+02'00')/ModDate(D:2008)>>")
        writer.trailer = "/Info 40 0 R"
        var expected = try PDFDocument(PDFWriter(pages: [""]).file()).information()
        #expect(expected.title == nil)
        expected.title = "Ä"
        expected.author = "A — B"
        expected.created = "2007-07-17T10:30:00+02:00"
        expected.modified = "2008"
        expected.language = "en-GB"
        expected.hasXFA = true
        #expect(try PDFDocument(writer.file()).information() == expected)
    }

    @Test(arguments: [
        ("D:20070717103015Z", "2007-07-17T10:30:15Z"), ("D:20070717103015-05'30'", "2007-07-17T10:30:15-05:30"),
        ("D:20070717103015", "2007-07-17T10:30:15"), ("D:200707171030", "2007-07-17T10:30:00"),
        ("20070717", "2007-07-17"), ("D:200707", "2007-07"), ("D:20071399", "2007"), ("July 17", nil), ("", nil),
    ])
    func datesAreThoseOfISO8601(date: String, expected: String?) {
        #expect(PDFDate.iso8601(date) == expected)
    }

    @Test(
        arguments: [
            ([0xFE, 0xFF, 0x00, 0x41, 0xD8, 0x3D, 0xDE, 0x00], "A😀"), ([0xFF, 0xFE, 0x41, 0x00], "A"),
            ([0xEF, 0xBB, 0xBF, 0xC3, 0xA9], "é"), ([0x41, 0x80, 0xA0, 0xE9], "A•€é"),
            ([0xFE, 0xFF, 0x00, 0x1B, 0x00, 0x65, 0x00, 0x6E, 0x00, 0x1B, 0x00, 0x41], "A"), ([0xFE, 0xFF, 0x00], ""),
        ] as [([UInt8], String)]
    )
    func stringsHaveSeveralEncodings(bytes: [UInt8], expected: String) {
        #expect(PDFText.decode(bytes) == expected)
    }
}
