import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// How the encoding of an HTML document is found: by a mark, by its bytes, by what it declares, or not at all.
@Suite struct HTMLEncodingTests {
    /// Bytes behind a declaration.
    private func html(_ declaration: String, _ bytes: [UInt8]) -> [UInt8] {
        Array("<html><head>\(declaration)</head><p>".utf8) + bytes
    }

    @Test(
        arguments: [
            ("windows-1251", "windows-1251", [0xCF, 0xF0, 0xE0, 0xE2, 0xEE], "Право"),
            ("KOI8-R", "koi8-r", [0xF0, 0xD2, 0xC1, 0xD7, 0xCF], "Право"),
            ("iso-8859-2", "iso-8859-2", [0xBE, 0xE1, 0x62, 0x61], "žába"),
            ("latin1", "windows-1252", [0x93, 0x6C, 0x61, 0x77, 0x73, 0x94, 0x20, 0x81], "“laws” \u{81}"),
            ("us-ascii", "windows-1252", [0x80], "€"),
            ("x-mac-roman", "macintosh", [0x8A, 0x20, 0xD1], "ä —"),
            ("cp1258", "windows-1258", [0x41, 0xEC, 0x61], "A\u{301}a"),
            ("windows-1253", "windows-1253", [0xE1, 0xAA], "α\u{FFFD}"),
            ("gb2312", "gbk", [0xB7, 0xA8, 0xC2, 0xC9], "法律"),
            ("Shift_JIS", "shift_jis", [0x96, 0x40, 0x97, 0xA5, 0x87, 0x40], "法律①"),
            ("x-euc-jp", "euc-jp", [0xCB, 0xA1, 0xCE, 0xA7], "法律"),
            ("iso-2022-jp", "iso-2022-jp", [0x1B, 0x24, 0x42, 0x4B, 0x21, 0x1B, 0x28, 0x42], "法"),
            ("big5", "big5", [0xAA, 0x6B, 0xAB, 0xDF], "法律"),
            ("ks_c_5601-1987", "euc-kr", [0xB9, 0xFD], "법"),
        ] as [(String, String, [UInt8], String)]
    )
    func declaredEncodingsAreKnownByTheirLabels(label: String, name: String, bytes: [UInt8], text: String) throws {
        for declaration in [
            "<meta charset=\(label)>", "<META http-equiv='Content-Type' content='text/html; charset=\"\(label)\"'>",
        ] {
            let read = try ReadHTML(html(declaration, bytes))
            #expect(read.texts == [text])
            #expect(read.document.metadata.encoding == name)
            #expect(read.diagnostics.map(\.id) == (text.contains("\u{FFFD}") ? ["malformed-text"] : []))
        }
    }

    @Test func anXMLDeclarationCounts() throws {
        let bytes =
            Array("<?xml version='1.0' encoding='ISO-8859-15'?><html><p>".utf8) + [0xA4] + Array("</p></html>".utf8)
        let read = try ReadHTML(bytes)
        #expect(read.texts == ["€"])
        #expect(read.document.metadata.encoding == "iso-8859-15")
    }

    @Test func validUTF8OverrulesTheDeclaration() throws {
        let read = try ReadHTML(html("<meta charset=iso-8859-1>", Array("Größe – “laws”".utf8)))
        #expect(read.texts == ["Größe – “laws”"])
        #expect(read.document.metadata.encoding == "utf-8")
        #expect(read.diagnostics.map(\.id) == ["contradicted-encoding"])
        #expect(read.diagnostics.first?.message.contains("'windows-1252'") == true)
    }

    @Test func asciiContradictsNothing() throws {
        let read = try ReadHTML(html("<meta charset=windows-1250>", Array("laws".utf8)))
        #expect(read.document.metadata.encoding == "windows-1250")
        #expect(read.diagnostics.isEmpty)
    }

    @Test(arguments: ["", "<meta charset=utf-8>", "<meta charset=utf-16>", "<meta charset=no-such-thing>"])
    func windows1252IsTheLastResort(declaration: String) throws {
        let read = try ReadHTML(html(declaration, [0x93, 0x6C, 0x61, 0x77, 0x73, 0x94, 0x20, 0xE9]))
        #expect(read.texts == ["“laws” é"])
        #expect(read.document.metadata.encoding == "windows-1252")
        #expect(read.diagnostics.map(\.id) == ["fallback-encoding"])
    }

    @Test func singleFaultsDoNotMakeATextWindows1252() throws {
        let read = try ReadHTML(html("<meta charset=utf-8>", Array("Größe – “laws”".utf8) + [0xFF]))
        #expect(read.texts == ["Größe – “laws”\u{FFFD}"])
        #expect(read.diagnostics.map(\.id) == ["malformed-text"])
    }

    @Test func marksComeFirst() throws {
        let marked = try ReadHTML([0xEF, 0xBB, 0xBF] + html("<meta charset=latin1>", Array("Größe".utf8)))
        #expect(marked.texts == ["Größe"])
        #expect(marked.diagnostics.isEmpty)
        let wide = try ReadHTML([0xFF, 0xFE] + "<meta charset=latin1><p>Größe".utf16Bytes(bigEndian: false))
        #expect(wide.texts == ["Größe"])
        #expect(wide.document.metadata.encoding == "utf-16le")
    }

    @Test(arguments: [
        "<!-- <meta charset=koi8-r> --><meta charset=windows-1251>",
        "<img alt='<meta charset=koi8-r>'><meta charset=windows-1251>",
        "<metadata charset=koi8-r><meta name=charset content='charset=koi8-r'><meta charset=windows-1251>",
        "<!-- \(String(repeating: "-", count: 5000)) --><meta content='text/html;charset = windows-1251' http-equiv=content-type>",
    ])
    func onlyDeclarationsCount(declaration: String) throws {
        #expect(try ReadHTML(html(declaration, [0xCF, 0xF0])).texts == ["Пр"])
    }
}
