import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Documents whose structure tree says what their text is.
struct PDFTaggedTests {
    /// The content of a page with this structure, in which object 10 is the page, followed by a table of one cell.
    private func read(_ content: String, _ structure: String) throws -> PDFContent {
        var writer = PDFWriter(
            pages: ["BT /F 9 Tf \(content) /TD<</MCID 99>>BDC 0 -10 Td (end) Tj EMC ET"],
            resources: courier,
            catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 40 0 R"
        )
        let table = "<</S/Table/Pg 10 0 R/K<</S/TR/K<</S/TD/K<</S/P/K 99>>>>>>>>"
        writer.set(40, "<</K[\(structure) \(table)]>>")
        let document = try PDFDocument(writer.file())
        var log = DiagnosticLog()
        let tagged = try #require(try TaggedContent(document, limits: .standard, log: &log))
        #expect(log.diagnostics == [])
        return try tagged.content()
    }

    @Test func `Text that the tags forget is left out with that reason, and said; too much of it is not trusted`()
        throws
    {
        func tagged(_ tags: Int, log: inout DiagnosticLog) throws -> PDFContent? {
            let pieces = (0..<100).map { piece($0, "word \($0)") }.joined(separator: " ")
            var writer = PDFWriter(
                pages: ["BT /F 9 Tf \(pieces) ET"],
                resources: courier,
                catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 40 0 R"
            )
            let kids = (0..<tags).map(String.init).joined(separator: " ")
            writer.set(40, "<</K<</S/Table/Pg 10 0 R/K<</S/TR/K<</S/TD/K<</S/P/K[\(kids)]>>>>>>>>>>")
            return try TaggedContent(try PDFDocument(writer.file()), limits: .standard, log: &log)?.content()
        }
        var log = DiagnosticLog()
        let content = try #require(try tagged(99, log: &log))
        #expect(content.omissions.map(\.paragraph.text) == ["word 99"])
        #expect(content.omissions.map(\.reason) == [.outsideStructure])
        #expect(log.diagnostics.map(\.id) == ["outside-structure"])
        log = DiagnosticLog()
        #expect(try tagged(50, log: &log) == nil)
        #expect(log.diagnostics.map(\.id) == ["untrusted-structure"])
        #expect(log.diagnostics.first?.message.contains("50 %") == true)
    }

    private func piece(_ id: Int, _ text: String, _ move: String = "0 -10 Td") -> String {
        "/P<</MCID \(id)>>BDC \(move) (\(text)) Tj EMC"
    }

    @Test func `The bullet or number of an item is none of its text, though nothing marks it as a label`() throws {
        let content = try read(
            [
                piece(0, "1."), piece(1, "the first", "20 0 Td"), piece(2, "2."), piece(3, "the second", "20 0 Td"),
                piece(4, "a."), piece(5, "whole"),
            ].joined(separator: " "),
            """
            <</S/L/Pg 10 0 R/K[<</S/LI/K<</S/LBody/K<</S/P/K[0 1]>>>>>> <</S/LI/K<</S/LBody/K<</S/P/K[2 3]>>>>>>
            <</S/LI/K<</S/LBody/K<</S/P/K[4 5]>>>>>>]>>
            """
        )
        // "a." is a line of its own, and therefore text.
        #expect(content.blocks.dropLast().flatMap(\.paragraphs).map(\.text) == ["the first", "the second", "a. whole"])
        #expect(content.omissions.map(\.paragraph.text) == ["1.", "2."])
        #expect(content.omissions.allSatisfy { $0.reason == .listLabel })
    }

    @Test func `A note follows the paragraph that calls it, without either mark`() throws {
        let content = try read(
            [
                piece(0, "called here"), "/F 5 Tf", piece(1, "1", "60 3 Td"), "/F 9 Tf", piece(2, "another"),
                piece(3, "1"), piece(4, "what it says", "9 0 Td"),
            ].joined(separator: " "),
            """
            <</S/P/Pg 10 0 R/K[0 <</S/Link/K 1>>]>> <</S/P/Pg 10 0 R/K 2>>
            <</S/Note/Pg 10 0 R/K<</S/P/K[3 4]>>>>
            """
        )
        let blocks = content.blocks.dropLast()
        #expect(blocks.flatMap(\.paragraphs).map(\.text) == ["called here", "what it says", "another"])
        guard blocks.count > 1, case .note(_, let label) = blocks[1] else {
            Issue.record("the second block is no note")
            return
        }
        #expect(label == "1")
    }

    @Test func `A figure as large as the text around it calls no note`() throws {
        let content = try read(
            [piece(0, "see item"), piece(1, "1", "60 0 Td"), piece(2, "1"), piece(3, "what it says", "9 0 Td")]
                .joined(separator: " "),
            "<</S/P/Pg 10 0 R/K[0 <</S/Link/K 1>>]>> <</S/Note/Pg 10 0 R/K<</S/P/K[2 3]>>>>"
        )
        #expect(content.blocks.dropLast().flatMap(\.paragraphs).map(\.text) == ["see item1", "what it says"])
    }

    @Test(
        "Addresses go on in the next line where the others end with a blank",
        arguments: [
            (" ", "one two three at http://a.org/pages five"), ("", "one two three at http://a.org/p ages five"),
        ]
    )
    func addresses(blank: String, text: String) throws {
        let content = try read(
            [
                piece(0, "one" + blank), piece(1, "two" + blank), piece(2, "three" + blank),
                piece(3, "at http://a.org/p"), piece(4, "ages" + blank), piece(5, "five"),
            ].joined(separator: " "),
            "<</S/P/Pg 10 0 R/K[0 1 2 3 4 5]>>"
        )
        #expect(content.blocks.first?.paragraphs.map(\.text) == [text])
    }

    @Test func `What stands outside the text is told apart`() throws {
        var writer = PDFWriter(
            pages: [
                """
                BT /F 9 Tf /TH<</MCID 0>>BDC 0 90 Td (Laws and rules) Tj EMC /TD<</MCID 1>>BDC 0 -10 Td (none) Tj EMC
                /Artifact BMC 0 -10 Td (Laws and) Tj 0 -10 Td (rules) Tj 0 -10 Td (Page 7) Tj 0 -10 Td (Report) Tj EMC ET
                """
            ],
            resources: courier,
            catalog: "/MarkInfo<</Marked true>>/StructTreeRoot 40 0 R"
        )
        writer.set(40, "<</K<</S/Table/Pg 10 0 R/K[<</S/TR/K<</S/TH/K 0>>>> <</S/TR/K<</S/TD/K 1>>>>]>>>>")
        var log = DiagnosticLog()
        let document = try PDFDocument(writer.file())
        let content = try #require(try TaggedContent(document, limits: .standard, log: &log)).content()
        #expect(
            content.omissions.map { [$0.paragraph.text, $0.reason.rawValue] } == [
                ["Laws and", "repeated-column-heading"], ["rules", "repeated-column-heading"],
                ["Page 7", "page-number"], ["Report", "running-head"],
            ]
        )
    }
}
