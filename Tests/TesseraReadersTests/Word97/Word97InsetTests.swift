import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// What stands beside the main text of Word 97 documents: notes, comments, running heads, text boxes.
@Suite struct Word97InsetTests {
    @Test func notesFollowTheirReference() throws {
        let document = try word97([par("a\u{2}b*"), par("c\u{2}")]) { made in
            made.texts[.footnotes] = [par("\u{2} first"), par("more"), par("own"), par("")]
            made.texts[.endnotes] = [par("\u{2} last"), par("")]
            // Two in the first paragraph, the second with a mark of its own.
            made.tables[2] = positions([1, 3, 99], [[1, 0], [0, 0]])
            made.tables[3] = positions([0, 13, 17, 18])
            made.tables[46] = positions([6, 99], [[1, 0]])
            made.tables[47] = positions([0, 7, 8])
        }
        #expect(
            document.outline == [
                "paragraph: ab*", "note 1:  first", "note 1: more", "note : own", "paragraph: c", "note 2:  last",
            ]
        )
        #expect(document.paragraphs[1].place.part == "WordDocument/footnotes")
    }

    @Test func notesWithoutReferenceAreNotLost() throws {
        let document = try word97([par("a")]) { $0.texts[.footnotes] = [par("stray")] }
        #expect(document.outline == ["paragraph: a", "note : stray"])
    }

    @Test func notesInCellsStayThere() throws {
        let row = cell("a\u{2}") + cell("b") + [rowEnd([0, 100, 200])]
        let document = try word97(row + [par("")]) { made in
            made.texts[.footnotes] = [par("\u{2}n"), par("")]
            made.tables[2] = positions([1, 9], [[1, 0]])
            made.tables[3] = positions([0, 3, 4])
        }
        #expect(document.sketch == ["a / n | b"])
    }

    @Test func commentsAndRunningHeadsAreLeftOut() throws {
        let document = try word97([par("a\u{5}")]) { made in
            made.texts[.headers] = [par("head"), par("foot"), par("")]
            made.tables[11] = positions([0, 5, 10, 11])
            made.texts[.comments] = [par("\u{5}remark"), par("")]
            made.tables[5] = positions([0, 8, 9])
            made.texts[.headerBoxes] = [par("box in the head"), par("")]
        }
        #expect(
            document.outline == [
                "paragraph: a", "left out, running-head: head", "left out, running-head: foot",
                "left out, running-head: box in the head", "left out, comment: remark",
            ]
        )
    }

    // MARK: Text boxes

    /// An anchor ([MS-DOC], 2.9.253: Spa), which begins with the number of its shape.
    private func anchor(_ shape: Int) -> [UInt8] {
        LittleEndian.bytes(shape, width: 4) + [UInt8](repeating: 0, count: 22)
    }

    /// What tells the shape of a text box ([MS-DOC], 2.9.106: FTXBXS).
    private func box(_ shape: Int) -> [UInt8] {
        [UInt8](repeating: 0, count: 14) + LittleEndian.bytes(shape, width: 4) + [UInt8](repeating: 0, count: 4)
    }

    @Test func textBoxesFollowTheirAnchor() throws {
        let document = try word97([par("a\u{8}"), par("b"), par("c\u{8}")]) { made in
            made.texts[.boxes] = [par("last"), par("first"), par("nowhere"), par("")]
            made.tables[40] = positions([1, 6, 99], [anchor(1025), anchor(1026)])
            made.tables[56] = positions([0, 5, 11, 19, 20], [box(1026), box(1025), box(7), box(0)])
        }
        #expect(
            document.outline == [
                "paragraph: a", "paragraph: first", "paragraph: b", "paragraph: c", "paragraph: last",
                "paragraph: nowhere",
            ]
        )
    }

    /// A record of a drawing ([MS-ODRAW], 2.2.1).
    private func record(_ kind: Int, _ content: [UInt8]) -> [UInt8] {
        [0x0F, 0] + LittleEndian.bytes(kind, width: 2) + LittleEndian.bytes(content.count, width: 4) + content
    }

    private func shape(_ number: Int) -> [UInt8] {
        record(0xF004, record(0xF00A, LittleEndian.bytes(number, width: 4) + [0, 0, 0, 0]))
    }

    @Test func textBoxesInGroupsFollowTheAnchorOfTheGroup() throws {
        let document = try word97([par("a\u{8}"), par("b")]) { made in
            made.texts[.boxes] = [par("inner"), par("")]
            made.tables[40] = positions([1, 99], [anchor(1026)])
            made.tables[56] = positions([0, 6, 7], [box(1030), box(0)])
            let inner = record(0xF003, shape(1028) + shape(1030))
            let group = record(0xF003, shape(1026) + shape(1027) + inner)
            let drawing = record(0xF002, record(0xF003, shape(1024) + group))
            made.tables[50] = record(0xF000, [1, 2, 3]) + [0] + drawing
        }
        #expect(document.outline == ["paragraph: a", "paragraph: inner", "paragraph: b"])
    }
}
