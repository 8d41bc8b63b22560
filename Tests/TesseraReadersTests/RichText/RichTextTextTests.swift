import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Characters and paragraphs of Rich Text Format.
@Suite struct RichTextTextTests {
    @Test(
        "characters",
        arguments: [
            (#"a\emdash b\endash c\~d\_e\-f"#, "a\u{2014}b\u{2013}c\u{A0}d\u{2011}e\u{AD}f"),
            (#"\lquote a\rquote \ldblquote b\rdblquote \bullet c"#, "\u{2018}a\u{2019}\u{201C}b\u{201D}\u{2022}c"),
            (#"a\tab b\{c\}\\d"#, "a\tb{c}\\d"),
            (#"a\emspace b\enspace c\qmspace d\zwj e\zwnj f"#, "a\u{2003}b\u{2002}c\u{2005}d\u{200D}e\u{200C}f"),
            ("a\nb\r\nc", "abc"),
            (#"na\'efve caf\'e9 \'80\'93"#, "na\u{EF}ve caf\u{E9} \u{20AC}\u{201C}"),
            (#"{\b bold}{\i\b0  not}\unknown7  word"#, "bold not word"),
            (#"a{\*\unknown b{c}}d"#, "ad"),
            (#"a\'zzb"#, "azzb"),
        ]
    )
    func characters(content: String, text: String) throws {
        #expect(try richText(content) == ["p: \(text)"])
    }

    @Test(
        "Unicode",
        arguments: [
            (#"\u233?t\u233 ?"#, "\u{E9}t\u{E9}"),
            (#"\u-4064?"#, "\u{F020}"),
            (#"\u8364\'80x"#, "\u{20AC}x"),
            (#"\uc2\u26085\'93\'fax"#, "\u{65E5}x"),
            (#"\uc0\u233t"#, "\u{E9}t"),
            (#"{\uc0\u233}\u233?t"#, "\u{E9}\u{E9}t"),
            (#"\uc3\u233 ?\~\{t"#, "\u{E9}t"),
            (#"\u233{t}"#, "\u{E9}t"),
            (#"\u-10240?\u-8398?"#, "\u{10332}"),
            (#"{\u-10240?}{\uc0\u-8398}"#, "\u{10332}"),
            (#"\u66304?"#, "\u{10300}"),
            (#"a\u1?b\u0?c"#, "abc"),
            (#"\u233\bin3 }}}t"#, "\u{E9}t"),
            (#"\upr{old}{\*\ud{\u233?}}t"#, "\u{E9}t"),
            // More bytes than a character has anywhere are no number of bytes.
            (#"\uc1000000000\u233?text"#, "\u{E9}text"),
            (#"\uc-1\u233?text"#, "\u{E9}text"),
        ]
    )
    func unicode(content: String, text: String) throws {
        #expect(try richText(content) == ["p: \(text)"])
    }

    @Test("half a character is none", arguments: [#"a\u-10240?b"#, #"a\u-8398?b"#])
    func surrogates(content: String) throws {
        #expect(try richText(content) == ["p: a\u{FFFD}b", "warning: malformed-text"])
        #expect(try richText(#"\u-8398?\u-10240?b"#) == ["p: \u{FFFD}\u{FFFD}b", "warning: malformed-text"])
    }

    /// A control word behind a Unicode character is no stand-in for it.
    @Test func aFallbackEndsAtAControlWord() throws {
        #expect(try richText(#"\u233\par text"#) == ["p: \u{E9}", "p: text"])
    }

    @Test func readsParagraphs() throws {
        #expect(try richText(#"a\par\pard b\par c"#) == ["p: a", "p: b", "p: c"])
        #expect(try richText("a\\\nb\\\r\nc") == ["p: a", "p: b", "p: c"])
        #expect(try richText(#"a\line b\column c\sect d\softline e"#) == ["p: a", "p: b", "p: c", "p: de"])
        #expect(try richText(#"a\page b"#) == ["p: a", "page break", "p: b"])
    }

    @Test func readsHeadings() throws {
        let styles =
            #"{\stylesheet{\s0 Normal;}{\s1\outlinelevel2 Title;}{\s2\sbasedon1 B;}{\s3 heading 4;}{\s4\sbasedon4 C;}}"#
        #expect(try richText(styles + #"\pard\s1 a\par\pard b\par\s2 c\par"#) == ["h3: a", "p: b", "h3: c"])
        #expect(try richText(styles + #"\pard\s3 a\par\pard\s4 b\par\pard\s9 c\par"#) == ["h4: a", "p: b", "p: c"])
        #expect(try richText(#"\outlinelevel0 a\par\outlinelevel9 b\par\pard c"#) == ["h1: a", "p: b", "p: c"])
        #expect(try richText(styles + #"\pard\s1\outlinelevel9 a\par"#) == ["p: a"])
        // What makes it a heading may come behind its text.
        #expect(try richText(#"a\outlinelevel1\par b"#) == ["h2: a", "h2: b"])
    }

    @Test func readsLists() throws {
        let list = #"{\listtext\pard 1.\tab}\ls3 a\par{\listtext a)}\ilvl1 b\par\pard c"#
        #expect(try richText(list) == ["item1: a", "item2: b", "p: c"])
        let old = #"{\pntext\'b7\tab}{\*\pn\pnlvlblt{\pntxtb\'b7}}a\par{\pntext 1.}{\*\pn\pnlvl2}b\par\pard c"#
        #expect(try richText(old) == ["item1: a", "item2: b", "p: c"])
        #expect(try richText(#"{\stylesheet{\s5\ls1\ilvl2 L;}}\s5 a\par\pard\s5\ls0 b"#) == ["item3: a", "p: b"])
    }

    @Test func knowsWhatIsHidden() throws {
        let read = try readRichText(#"a {\v b}c\v d\v0 e\v f\plain g"#)
        #expect(read.lines == ["p: a bcdefg"])
        #expect(read.document.hidden == ["b", "d", "f"])
        let styles = #"{\stylesheet{\s1\v H;}{\*\cs2\v h;}}"#
        #expect(try readRichText(styles + #"\s1 a b\par\pard c{\cs2 d}e"#).document.hidden == ["a b", "d"])
    }

    @Test func leavesOutDeletions() throws {
        #expect(
            try richText(#"a {\deleted b}{\revised c}"#) == ["p: a c", "left out, tracked-deletion: b"]
        )
        // Where the mark of a paragraph is deleted, the next goes on in it.
        #expect(
            try richText(#"a{\deleted b\par c}d\par"#)
                == ["p: ad", "left out, tracked-deletion: b", "left out, tracked-deletion: c"]
        )
    }

    @Test func tellsPlaces() throws {
        let bytes = Array("{\\rtf1\nfirst\\par\r\nsec\\'f6nd \\b third}".utf8)
        let document = try read(bytes, with: RichTextReader()).document
        #expect(document.paragraphs.map { $0.place.start } == [.line(2, column: 1), .line(3, column: 1)])
        // Columns of the text say nothing of the file.
        let place = try #require(document.paragraphs.last?.place)
        #expect(place.narrowed(to: 2..<4) == place)
    }

    @Test func knowsTheDocument() throws {
        let read = try readRichText(
            #"{\info{\title Caf\'e9 \u8364?}{\author A. Clerk}{\creatim\yr2024\mo3\dy3\hr9\min5}"#
                + #"{\revtim\yr2024\mo3\dy4\hr10\min0\sec7}{\printim\yr1999}}text"#
        )
        #expect(read.lines == ["p: text"])
        #expect(read.document.metadata.title == "Caf\u{E9} \u{20AC}")
        #expect(read.document.metadata.author == "A. Clerk")
        #expect(read.document.metadata.created == "2024-03-03T09:05:00")
        #expect(read.document.metadata.modified == "2024-03-04T10:00:07")
        #expect(try readRichText(#"{\info{\title  }{\creatim\yr0\mo0\dy0}}a"#).document.metadata == DocumentMetadata())
    }
}
