import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// The text of Word 97 documents: pieces, paragraphs, runs and what stands for something else.
@Suite struct Word97TextTests {
    typealias Run = MadeWord97.Run

    // MARK: Pieces

    @Test func readsPiecesOfBothKinds() throws {
        let text = "“café” – 日本 𐌲"
        let document = try word97([par("“café” – "), par(text)]) { made in
            made.pieces = [.init(characters: 0..<10), .init(characters: 10..<25, isCompressed: false)]
            // Code page 1252.
            made.texts[.main]?[0] = par("\u{93}caf\u{E9}\u{94} \u{96} ")
        }
        #expect(document.outline == ["paragraph: “café” –", "paragraph: \(text)"])
    }

    /// A file that was saved quickly has its pieces in any order, with modifiers of their own.
    @Test func readsPiecesInAnyOrder() throws {
        let document = try word97([par("one"), par("two"), par("three")]) { made in
            made.groups = [sprm(0x2640, [1])]
            made.pieces = [
                .init(characters: 8..<14), .init(characters: 0..<4, modifier: 1),
                // The outline level by its short number.
                .init(characters: 4..<8, modifier: 0x78 << 1 | 3 << 8),
            ]
        }
        #expect(document.outline == ["heading 2: one", "heading 4: two", "paragraph: three"])
    }

    @Test func placesCountCharacters() throws {
        let document = try word97([par("é𐌲"), par("b")])
        let places = document.paragraphs.map { "\($0.place.part) \($0.place.start) \($0.place.end)" }
        #expect(places == ["WordDocument c0 c3", "WordDocument c4 c5"])
    }

    // MARK: Paragraphs

    @Test func knowsKindsOfParagraphs() throws {
        let list = sprm(0x460B, [3, 0])
        let paragraphs = [
            par("a", style: 1), par("b", style: 2), par("c", sprm(0x2640, [9]), style: 1),
            par("d", list, sprm(0x260A, [2])), par("e", style: 3), par("f", sprm(0x460B, [0, 0]), style: 3),
            par("g", sprm(0x460B, [0x01, 0xF8]), style: 3), par("h"), par("i", sprm(0x4600, [1, 0])),
        ]
        let document = try word97(paragraphs) { made in
            made.styles = [
                .init(number: 0, name: "Normal"), .init(number: 1, name: "heading 1"), .init(base: 1),
                .init(paragraph: list),
            ]
        }
        #expect(
            document.outline == [
                "heading 1: a", "heading 1: b", "paragraph: c", "item 3: d", "item 1: e", "paragraph: f",
                "paragraph: g", "paragraph: h", "heading 1: i",
            ]
        )
    }

    @Test func stylesThatGoInACircleEnd() throws {
        let document = try word97([par("a", style: 1)]) { made in
            made.styles = [.init(base: 1), .init(base: 0)]
        }
        #expect(document.outline == ["paragraph: a"])
    }

    @Test func breaksEndLines() throws {
        let document = try word97([par("a\u{B}b\u{E}c"), par("d\u{C}e")])
        #expect(
            document.outline == [
                "paragraph: a", "paragraph: b", "paragraph: c", "paragraph: d", "page break", "paragraph: e",
            ]
        )
    }

    /// The end of a section has the same mark as that of a page.
    @Test func sectionsAreNoPages() throws {
        let document = try word97([par("a\u{C}b")]) { made in
            made.tables[6] = positions([0, 2, 4], [[UInt8]](repeating: [UInt8](repeating: 0, count: 12), count: 2))
        }
        #expect(document.outline == ["paragraph: a", "paragraph: b"])
    }

    // MARK: Characters

    @Test func knowsCharactersThatStandForOthers() throws {
        let symbol = sprm(0x6A09, [1, 0, 0xB7, 0xF0])
        let runs = [
            Run("a\u{1E}b\u{1F}c\td"), Run("(", symbol), Run("\u{1}\u{8}\u{5}"), Run("<x>", sprm(0x0855)), Run("(e)"),
        ]
        #expect(try word97([par(runs)]).paragraphs.map(\.text) == ["a\u{2011}b\u{AD}c\td\u{F0B7}x(e)"])
    }

    @Test func knowsWhatIsHidden() throws {
        let hidden = sprm(0x083C)
        let paragraphs = [
            par([Run("a "), Run("b", hidden), Run("c")]), par("d", style: 1),
            par([Run("e"), Run("f", sprm(0x4A30, [2, 0])), Run("g", sprm(0x083C, [0x81]))]),
            par([Run("h", sprm(0x4A30, [2, 0]), sprm(0x083C, [0])), Run("i", sprm(0x083C, [0x80]))]),
        ]
        let document = try word97(paragraphs) { made in
            made.styles = [.init(), .init(characters: hidden), .init(kind: 2, characters: hidden)]
        }
        #expect(document.hidden == ["b", "d", "f", "g"])
    }

    @Test func keepsWhatWasDeleted() throws {
        let deleted = sprm(0x0800)
        var joined = par("one")
        joined.markModifiers = deleted
        let document = try word97([
            par([Run("a"), Run("b", deleted), Run("c", deleted, sprm(0x083C)), Run("d", sprm(0x0801))]),
            joined, par(" two", sprm(0x2640, [0])),
        ])
        #expect(
            document.outline == ["paragraph: ad", "heading 1: one two", "left out, tracked-deletion: bc"]
        )
    }

    @Test func readsTheReadingOfCharacters() throws {
        let field = "\u{13}EQ \\* jc2 \\* \"Font:MS Mincho\" \\* hps10 \\o\\ad(\\s\\up 9(とうきょう),東京)\u{15}"
        let document = try word97([par("in \(field)!")])
        #expect(document.outline == ["paragraph: in 東京!", "paragraph: とうきょう"])
    }

    // MARK: Fields

    @Test(arguments: [
        ("HYPERLINK \"http://a.org/\" \\o \"tip\"", "http://a.org/"), ("HYPERLINK \\l \"b\"", "#b"),
        ("HYPERLINK “http://a.org/”", "http://a.org/"),
    ])
    func knowsHyperlinks(instruction: String, target: String) throws {
        let document = try word97([par("see \u{13} \(instruction) \u{14}the é\u{15}.")])
        #expect(document.paragraphs.map(\.text) == ["see the é."])
        #expect(document.links == ["the é -> \(target)"])
    }

    @Test func instructionsAreNoText() throws {
        let inner = "\u{13} PAGE \u{14}7\u{15}"
        let document = try word97([
            par("a\u{13} IF \(inner) = 7 \"x\" \u{14}b\u{15}c"), par("\u{13} TOC \u{14}d\(inner)"), par("e\u{15}f"),
            par("g\u{13} XE \"h\" \u{15}"),
        ])
        #expect(document.outline == ["paragraph: abc", "paragraph: d7", "paragraph: ef", "paragraph: g"])
    }

    /// Without an end, all that follows would be an instruction.
    @Test func fieldsWithoutEndAreNone() throws {
        let document = try word97([par("a\u{13} b"), par("c\u{14}d"), par("e\u{13} F \u{14}g\u{15}h")])
        #expect(document.outline == ["paragraph: a b", "paragraph: cd", "paragraph: egh"])
    }

    // MARK: What the document says of itself

    @Test func knowsTheLanguage() throws {
        let document = try word97([par("a")]) { $0.styles = [.init(characters: sprm(0x486D, [0x0C, 0x08]))] }
        #expect(document.metadata.language == "fr-BE")
    }
}
