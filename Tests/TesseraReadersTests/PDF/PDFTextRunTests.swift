import TestSupport
import Testing

@testable import TesseraReaders

/// Text on a page of 200 by 100 points, in a font that is 600 wide.
@Suite struct PDFTextRunTests {
    private func runs(_ content: String) throws -> [PDFPage.TextRun] { try page("BT /F 10 Tf \(content) ET").runs }

    @Test func aRunHasABox() throws {
        let run = try #require(try runs("20 30 Td (Text) Tj").first)
        #expect(run.text == "Text")
        // Without a descriptor the ascent is 0.95 and the descent 0.35.
        #expect(run.box.summary == [20, 60.5, 44, 73.5])
        #expect(run.baseline == 70)
        #expect(run.fontSize == 10)
        #expect(run.rotation == 0)
        #expect(!run.isInvisible)
    }

    @Test func eachStringIsARun() throws {
        let runs = try runs("10 TL 20 50 Td (a) Tj (b) Tj T* (c) Tj (d) ' 1 2 (e f) \" 5 -20 TD (g) Tj T* (h) Tj")
        #expect(runs.map(\.text) == ["a", "b", "c", "d", "e f", "g", "h"])
        #expect(runs.map(\.box.x0) == [20, 26, 20, 20, 20, 25, 25])
        #expect(runs.map(\.baseline) == [50, 50, 60, 70, 80, 100, 120])
        // Three glyphs, three times the character spacing and once the word spacing.
        #expect(runs[4].box.width == 18 + 6 + 1)
    }

    @Test func anArrayIsOneRunWithGaps() throws {
        let run = try #require(try runs("[(one) -300 (t\\363) -100 (wo) 300 (!) -900] TJ").first)
        #expect(run.text == "onetówo!")
        #expect(run.gaps == [3])
        #expect(abs(run.box.width - (48 + 3 + 1 - 3 + 9)) < 1e-9)
    }

    @Test func statesOfTextChangeItsWidth() throws {
        #expect(try runs("50 Tz (ab) Tj").map(\.box.width) == [6])
        #expect(try runs("2 Tc (ab) Tj").map(\.box.width) == [16])
        #expect(try runs("3 Tw (a b) Tj").map(\.box.width) == [21])
        #expect(try runs("4 Ts (a) Tj").map(\.baseline) == [96])
        #expect(try runs("3 Tr (a) Tj").map(\.isInvisible) == [true])
    }

    @Test(arguments: [("1 0 0 1", 0), ("0 1 -1 0", 270), ("-1 0 0 -1", 180), ("0 -1 1 0", 90), ("1 1 -1 1", 315)])
    func textMayRunInAnyDirection(matrix: String, rotation: Int) throws {
        let runs = try runs("\(matrix) 100 50 Tm (Text) Tj")
        #expect(runs.map(\.rotation) == [rotation])
    }

    @Test func turnedTextHasItsBox() throws {
        let runs = try runs("0 2 -2 0 100 20 Tm (ab) Tj")
        #expect(runs.map(\.fontSize) == [20])
        #expect(runs.map(\.box.summary) == [[81, 56, 107, 80]])
    }

    @Test func contentIsMarked() throws {
        let runs = try runs(
            "(a) Tj /P <</MCID 3>> BDC (b) Tj /Span BMC (c) Tj EMC EMC EMC /Artifact BMC (d) Tj EMC /P /Q BDC (e) Tj EMC"
        )
        #expect(runs.map(\.markedContent?.id) == [nil, 3, 3, nil, nil])
        #expect(runs.map(\.isArtifact) == [false, false, false, true, false])
    }

    @Test func propertiesMayBeResources() throws {
        let page = try page(
            "BT /F 9 Tf /P /Q BDC (a) Tj EMC ET",
            resources: courier + "/Properties<</Q<</MCID 7>>>>"
        )
        #expect(page.runs.map(\.markedContent) == [PDFMarkedContent(form: 0, id: 7)])
    }

    @Test func actualTextReplacesWhatIsShown() throws {
        let runs = try runs(
            "/Span<</ActualText(new)>>BDC (o) Tj /Span<</ActualText(inner)>>BDC (l) Tj EMC (d) Tj EMC (!) Tj"
        )
        #expect(runs.map(\.text) == ["new", "", "", "!"])
    }

    @Test func actualTextNeedsNothingShown() throws {
        let runs = try runs("/Span<</MCID 1/ActualText<FEFF00E9>>>BDC EMC")
        #expect(runs.map(\.text) == ["é"])
        #expect(runs.map(\.markedContent?.id) == [1])
    }

    @Test func formsMayHaveMarksOfTheirOwn() throws {
        var writer = PDFWriter(pages: ["/P <</MCID 1>> BDC /X Do /Y Do EMC"])
        writer.set(3, "<<\(courier)/XObject<</X 40 0 R/Y 41 0 R>>>>")
        let content = "BT /F 9 Tf (a) Tj /P <</MCID 2>> BDC (b) Tj EMC ET EMC"
        writer.set(40, stream: content, "/Subtype/Form/StructParents 1")
        // The content of a form that has none belongs to who shows it.
        writer.set(41, stream: content, "/Subtype/Form")
        let runs = try PDFDocument(writer.file()).page(0).runs
        let page = PDFMarkedContent(form: 0, id: 1)
        #expect(runs.map(\.markedContent) == [page, PDFMarkedContent(form: 40, id: 2), page, page])
    }

    @Test func linksHaveTargets() throws {
        let entries = """
            /Annots[<</Subtype/Link/Rect[10 20 60 30]/A<</S/URI/URI(http://a.org/\u{E9})>>>>
            <</Subtype/Link/Rect[0 0 1 1]/Dest[10 0 R/Fit]>> <</Subtype/Link/Rect[0 0 1 1]/A<</S/GoTo/D(place)>>>>
            <</Subtype/Link/A<</S/Launch/F(a.doc)>>>> <</Subtype/Text>> <</Subtype/Link/A<</S/Hide>>>> 7]
            """
        let links = try page("", page: entries).links
        #expect(links.map(\.target) == ["http://a.org/\u{E9}", "#page=1", "#place", "a.doc"])
        #expect(links.first?.box.summary == [10, 70, 60, 80])
    }

    @Test func textOfUnknownFontsIsUnknown() throws {
        let runs = try page("BT /None 10 Tf (ab) Tj ET BT (c) Tj ET").runs
        #expect(runs.map(\.text) == [nil, nil])
        #expect(runs.map(\.font) == [0, 0])
    }
}

struct CharacterCleaningTests {
    @Test func `Controls become blanks, and what is no character U+FFFD, wherever the text is cut`() {
        let text = Array("a\u{8}b\nc\u{FFFE}d\u{FFFF}\u{FFFD}e".utf8)
        for size in 1...text.count {
            var cleaning = CharacterCleaning()
            var cleaned: [UInt8] = []
            for start in stride(from: 0, to: text.count, by: size) {
                var piece = Array(text[start..<min(start + size, text.count)])
                cleaning.clean(&piece, count: piece.count)
                cleaned += piece
            }
            #expect(String(decoding: cleaned, as: UTF8.self) == "a b\nc\u{FFFD}d\u{FFFD}\u{FFFD}e")
        }
    }
}
