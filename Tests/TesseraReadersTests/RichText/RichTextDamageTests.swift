import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Files that are damaged, or made to do harm.
@Suite struct RichTextDamageTests {
    @Test(arguments: ["", "\u{FEFF}", "\n\t "])
    func contentDecides(lead: String) throws {
        let file = SourceFile(lead + #"{\rtf1 a}"#, path: "report.doc")
        #expect(try Readers.standard.reader(for: file).format.name == "rtf")
        #expect(try read(file.bytes, with: RichTextReader()).document.paragraphs.map(\.text) == ["a"])
    }

    @Test func otherTextIsPlain() throws {
        let file = SourceFile(#"see {\rtf1 a}"#, path: "report.rtf")
        #expect(try Readers.standard.reader(for: file).format.name == "text")
        #expect(try failure(of: RichTextReader(), on: file.bytes).id == "unsupported-format")
        #expect(try failure(of: RichTextReader(), on: Array(#"{\rtf1{\b  }\par}"#.utf8)).id == "empty-document")
    }

    @Test(
        "what is missing is said",
        arguments: [
            (#"{\rtf1 a\par b"#, ["a", "b"]), (#"{\rtf1 {\b a}{\v{\i b"#, ["ab"]), (#"{\rtf1 a\'"#, ["a"]),
            (#"{\rtf1 a{\pict 00ff"#, ["a"]), (#"{\rtf1 a\bin999999999 bc}"#, ["a"]), (#"{\rtf1 a\"#, ["a"]),
            (#"{\rtf1 a{\*\unknown{\pict\bin99 "#, ["a"]), (#"{\rtf1 a\par}b\par}"#, ["a"]),
        ]
    )
    func damage(text: String, paragraphs: [String]) throws {
        let read = try ReadMarkup(RichTextReader(), text)
        #expect(read.document.paragraphs.map(\.text) == paragraphs)
        #expect(read.diagnostics.map(\.id) == ["damaged-rich-text"])
        #expect(read.diagnostics.map(\.severity) == [.warning])
    }

    @Test(arguments: ["", "\n", "\0\0", "}", "}\r\n}\u{1A}"])
    func emptinessBehindTheEndIsNoDamage(tail: String) throws {
        #expect(try ReadMarkup(RichTextReader(), #"{\rtf1 a}"# + tail).diagnostics == [])
    }

    /// Only what changes something takes memory.
    @Test func aMillionGroups() throws {
        let count = 1_000_000
        let open = String(repeating: "{", count: count)
        let text = #"{\rtf1 a\#(open)b{\v c}"#
        let read = try ReadMarkup(RichTextReader(), text)
        #expect(read.document.paragraphs.map(\.text) == ["abc"])
        #expect(read.document.hidden == ["c"])
        #expect(read.diagnostics.map(\.id) == ["damaged-rich-text"])
        let closed = text + String(repeating: "}", count: count) + "d}"
        #expect(try ReadMarkup(RichTextReader(), closed).document.paragraphs.map(\.text) == ["abcd"])
    }

    @Test func aMillionGroupsThatChangeSomething() throws {
        let text = #"{\rtf1 a"# + String(repeating: #"{\f1 "#, count: 300_000) + "b"
        let refused = try failure(of: RichTextReader(limits: limits(.depth, 16)), on: Array(text.utf8))
        #expect(refused.id == "limit-exceeded")
        #expect(refused.message.contains("'depth'"))
        #expect(try ReadMarkup(RichTextReader(), text).document.paragraphs.map(\.text) == ["ab"])
    }

    @Test(
        "nesting has a limit",
        arguments: [
            #"\intbl\itap999999999 a\nestcell"#,
            String(repeating: #"{\footnote a"#, count: 1_000),
            String(repeating: #"{\shp{\*\shpinst{\shptxt a"#, count: 1_000),
        ]
    )
    func depth(content: String) throws {
        let refused = try failure(of: RichTextReader(), on: Array(#"{\rtf1 x\#(content)}"#.utf8))
        #expect(refused.id == "limit-exceeded")
        #expect(refused.message.contains("'depth'"))
    }

    @Test func manyRows() throws {
        let rows = #"\trowd\cellx9\cellx99\intbl"# + String(repeating: #" a\cell\cell\row"#, count: 600)
        let refused = try failure(of: RichTextReader(limits: limits(.cells, 1_000)), on: Array("{\\rtf1 \(rows)}".utf8))
        #expect(refused.message.contains("'cells'"))
        #expect(try richTable(rows).count == 600)
    }

    /// What a cell covers counts, however few cells there are.
    @Test func manyColumns() throws {
        let columns = (1...20).map { #"\cellx\#($0 * 100)"# }.joined()
        let cells = String(repeating: #"\cell"#, count: 20)
        let wide = String(repeating: #"\trowd\cellx2000 b\cell\row"#, count: 50)
        let text = #"\trowd\#(columns)\intbl a\#(cells)\row\#(wide)"#
        #expect(try richTable(text).count == 51)
        let bytes = Array("{\\rtf1 \(text)}".utf8)
        #expect(try failure(of: RichTextReader(limits: limits(.cells, 1_000)), on: bytes).message.contains("'cells'"))
        #expect(try failure(of: RichTextReader(limits: limits(.span, 10)), on: bytes).message.contains("'span'"))
    }

    /// Each row would keep all edges that came before it.
    @Test func edgesWithoutEnd() throws {
        let rows = (1...20_000).map { #"\cellx\#($0) a\cell\row"# }.joined()
        #expect(try richTable(#"\trowd\intbl"# + rows).count == 20_000)
    }

    @Test func fieldsInFields() throws {
        let fields = String(repeating: #"{\field{\fldinst{\fldrslt "#, count: 1_000)
        #expect(try failure(of: RichTextReader(), on: Array("{\\rtf1 \(fields)".utf8)).id == "limit-exceeded")
    }

    @Test func codePagesThatNobodyKnows() throws {
        let pages = (3_000..<4_000).map { #"\ansicpg\#($0)\'e9"# }.joined()
        #expect(try readRichText(pages).document.paragraphs.map(\.text.count) == [1_000])
    }

    @Test func numbersThatAreTooLarge() throws {
        let big = "99999999999999999999999999"
        let words = ["f", "s-", "ls", "ilvl", "ansicpg", "deff", "outlinelevel", "yr", "uc"]
        let text = #"\u\#(big)?"# + words.map { "\\\($0)\(big)" }.joined() + #" a\'e9"#
        #expect(try readRichText(text).document.paragraphs.map(\.text) == ["\u{FFFD}aé"])
    }
}
