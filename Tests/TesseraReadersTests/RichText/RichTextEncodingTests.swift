import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Code pages of Rich Text Format: of the document, and of its fonts.
@Suite struct RichTextEncodingTests {
    @Test(
        "code pages of the document",
        arguments: [
            (#"\ansi\ansicpg1250 za\'bf\'f3\'b3\'e6"#, "zażółć"),
            (#"\ansi \'e9\'80"#, "é€"),
            (#"\mac \'8e\'a5"#, "é•"),
            (#"\pc \'82\'e1"#, "éß"),
            (#"\pca \'82\'9b"#, "éø"),
            (#"\ansi\ansicpg1251 \'d3\'e2"#, "Ув"),
            (#"\ansi\ansicpg65001 \'c3\'a9t\'e2\'82\'ac"#, "ét€"),
            (#"\ansi\ansicpg932 \'93\'fa\'96\'7b"#, "日本"),
            (#"\ansi\ansicpg932 \'83A\'83\'42"#, "アィ"),
            (#"\ansi\ansicpg932 \'b1 \'83\'5c"#, "\u{FF71} ソ"),
            (#"\ansi\ansicpg936 \'d6\'d0\'ce\'c4"#, "中文"),
            (#"\ansi\ansicpg949 \'c7\'d1\'b1\'db"#, "한글"),
            (#"\ansi\ansicpg950 \'a4\'a4\'a4\'e5"#, "中文"),
            (#"\ansi\ansicpg99999 \'e9"#, "é"),
        ]
    )
    func document(content: String, text: String) throws {
        #expect(try ReadMarkup(RichTextReader(), "{\\rtf1\(content)}").lines == ["p: \(text)"])
    }

    @Test func fontsHaveCodePages() throws {
        let fonts =
            #"{\fonttbl{\f0\fnil\fcharset0 A;}{\f1\fcharset204 B{\*\falt C};}{\f2\fcharset238\cpg1250 D;}{\f3\fcharset128 E;}}"#
        #expect(try richText(fonts + #"\'e9{\f1 \'d3\f2 \'b3}\'e9\f3 \'93\'fa\plain \'e9"#) == ["p: éУłé日é"])
        #expect(try richText(#"{\fonttbl\f0\fnil A;\f1\fcharset161 B;}\f1 \'e1\f0 \'e1"#) == ["p: αá"])
        // The default font counts where none is named.
        #expect(try richText(#"\deff1{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\'d3{\f0 \'d3}"#) == ["p: УÓ"])
    }

    @Test func associatedFontsDoNotCount() throws {
        let fonts = #"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset128 B;}}"#
        #expect(try richText(fonts + #"\loch\af0\hich\af0\dbch\f1 \'93\'fa"#) == ["p: 日"])
        #expect(try richText(fonts + #"\dbch\af1\loch\f0 \'e9"#) == ["p: é"])
    }

    /// As the reader of `.docx` has them: in the private area of Unicode.
    @Test func fontsOfSymbols() throws {
        let fonts = #"{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset2 Symbol;}}"#
        #expect(try richText(fonts + #"\f1 \'b7\f0 a"#) == ["p: \u{F0B7}a"])
        let field = #"{\field{\*\fldinst SYMBOL 183 \\f "Symbol" \\s 11}{\fldrslt\f1}}a"#
        #expect(try richText(fonts + field) == ["p: \u{F0B7}a"])
    }

    @Test func saysWhatIsNoCharacter() throws {
        let half = #"{\fonttbl{\f1\fcharset128 A;}}\f1 a\'93\par b"#
        #expect(try richText(half) == ["p: a\u{FFFD}", "p: b", "warning: malformed-text"])
        #expect(try richText(#"\ansicpg65001 a\'ffb"#) == ["p: a\u{FFFD}b", "warning: malformed-text"])
    }

    @Test func readsBytesThatAreNotEscaped() throws {
        let bytes = Array(#"{\rtf1\ansi\ansicpg1251 "#.utf8) + [0xD3, 0xE2, 0x00, 0x07] + Array("}".utf8)
        #expect(try read(bytes, with: RichTextReader()).document.paragraphs.map(\.text) == ["Ув"])
    }
}
