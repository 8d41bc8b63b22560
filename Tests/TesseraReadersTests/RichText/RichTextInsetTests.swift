import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// What stands inside the text of a document in Rich Text Format: fields, notes, text boxes.
@Suite struct RichTextInsetTests {
    @Test(
        "hyperlinks",
        arguments: [
            (#"{\field{\*\fldinst HYPERLINK "http://a.org/x"}{\fldrslt link}}"#, "http://a.org/x"),
            (#"{\field\fldedit{\*\fldinst {HYPERLINK "u" \\l "b" \\o "tip"}}{\fldrslt {\ul link}}}"#, "u#b"),
            (#"{\field{\*\fldinst HYPERLINK \\l "b"}{\fldrslt link}}"#, "#b"),
            (#"{\field{\*\fldinst HYPERLINK "http://a.org/\'e9\u233?"}{\fldrslt link}}"#, "http://a.org/éé"),
        ]
    )
    func hyperlinks(field: String, target: String) throws {
        #expect(try richText("see \(field) here") == ["p: see [link](\(target)) here"])
    }

    @Test func aHyperlinkGoesOnInTheNextParagraph() throws {
        let field = #"{\field{\*\fldinst HYPERLINK "t"}{\fldrslt one\par two}} after"#
        #expect(try richText("before " + field) == ["p: before [one](t)", "p: [two](t) after"])
    }

    @Test func otherFieldsAreTheirResult() throws {
        #expect(try richText(#"{\field{\*\fldinst PAGE}{\fldrslt 12}}"#) == ["p: 12"])
        let nested =
            #"{\field{\*\fldinst HYPERLINK {\field{\*\fldinst QUOTE}{\fldrslt "http://a.org"}}}{\fldrslt link}}"#
        #expect(try richText(nested) == ["p: [link](http://a.org)"])
        #expect(try richText(#"a{\fldinst b}{\fldrslt c}"#) == ["p: abc"])
    }

    @Test func notesFollowTheirParagraph() throws {
        let note = #"a{\super\chftn{\footnote\pard\plain\s2{\super\chftn} one\par two}} b\par c"#
        #expect(try richText(note) == ["p: a b", "note 1:  one", "note 1: two", "p: c"])
        let own = #"a*{\footnote * own}b{\chftn{\*\footnote\ftnalt\chftn end}}\par"#
        #expect(try richText(own) == ["p: a*b", "note : * own", "note 1: end"])
    }

    @Test func aNoteInACellStaysThere() throws {
        let row = #"\trowd\cellx100\cellx200\pard\intbl a{\footnote n}\cell b\cell\row"#
        #expect(try richText(row) == ["table", "row p: a / note : n | b"])
    }

    @Test func leavesOutCommentsAndRunningHeads() throws {
        let comment = #"a{\*\atnid x}{\*\atnauthor y}\chatn{\*\annotation{\*\atnref 1}why?}b"#
        #expect(try richText(comment) == ["p: ab", "left out, comment: why?"])
        #expect(
            try richText(#"{\header one\par}{\footerf two{\chpgn}}{\headerl\pard\par}text"#)
                == ["p: text", "left out, running-head: one", "left out, running-head: two"]
        )
    }

    @Test func textBoxesFollowTheirParagraph() throws {
        let shape =
            #"{\shp{\*\shpinst\shpleft0{\sp{\sn n}{\sv v}}{\shptxt\pard box\par}}{\shprslt{\*\do{\dptxbxtext no}}}}"#
        #expect(try richText("a\(shape)b") == ["p: ab", "p: box"])
        #expect(try richText(#"a{\*\do\dobxpage{\dptxbxtext\pard box\par}\dpx0}b"#) == ["p: ab", "p: box"])
        let inner = #"a{\shp{\*\shpinst{\shptxt out{\shp{\*\shpinst{\shptxt in}}}}}}b\par c"#
        #expect(try richText(inner) == ["p: ab", "p: out", "p: in", "p: c"])
    }

    @Test func passesOverWhatIsNoText() throws {
        let pictures = #"a{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict\wmetafile8\bin4 }}{{}}b"#
        #expect(try richText(pictures) == ["p: ab"])
        #expect(try richText(#"a{\object\objemb{\*\objclass x}{\*\objdata 00ff}{\result b}}c"#) == ["p: abc"])
        #expect(try richText(#"a{\xe{\v index}}{\tc contents}{\*\bkmkstart m}{\*\bkmkend m}b"#) == ["p: ab"])
        #expect(try richText(#"{\colortbl;\red0;}{\*\generator X;}{\*\listtable{\list{\listname L;}}}a"#) == ["p: a"])
    }

    @Test func keepsTheTextOfFormulas() throws {
        let fraction = #"{\mf{\mfPr{\mtype lin}{\mctrlPr x}}{\mnum{\mr\mscr0 a}}{\mden{\mr b}}}"#
        #expect(try richText(#"x {\mmath{\*\moMath\#(fraction)}{\mmathPict{\pict 00}}} y"#) == ["p: x ab y"])
    }

    /// [MS-OXRTFEX]: tags are passed over, and so is what only makes up for them.
    @Test func readsHTMLInside() throws {
        let html =
            #"\fromhtml1{\*\htmltag64 <p>}\htmlrtf{\htmlrtf0 one\htmlrtf\par no}\htmlrtf0{\*\htmltag72 </p>}"#
            + #"two{\*\htmltag84 &nbsp;}\htmlrtf\'a0\htmlrtf0 three{\*\htmltag84 <b>}\htmlrtf\b gone\htmlrtf0 four"#
        #expect(try richText(html) == ["p: one", "p: two\u{A0}threefour"])
        // Outside of such documents, the words mean nothing.
        #expect(try richText(#"a\htmlrtf b\htmlrtf0 c"#) == ["p: abc"])
    }
}
