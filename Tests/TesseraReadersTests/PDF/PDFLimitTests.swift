import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

@Suite struct PDFLimitTests {
    private func expectLimit(_ name: ReadingLimits.Name, _ value: Int, _ writer: PDFWriter) throws {
        let diagnostic = try pdfFailure(on: writer.file(), limits: limits(name, value))
        #expect(diagnostic.id == "limit-exceeded")
        #expect(diagnostic.message.contains("'\(name.rawValue)'"), "\(diagnostic.message)")
    }

    /// Content of some megabytes from few bytes.
    private var bomb: PDFWriter {
        var writer = PDFWriter(pages: [""])
        let data = [0x78, 0x01] + Deflate.run(of: 0x20, repetitions: 40_000)
        writer.set(11, stream: data, "/Filter/FlateDecode")
        return writer
    }

    @Test func aStreamMustNotUnpackToTooMuch() throws {
        try expectLimit(.compressionRatio, 100, bomb)
        try expectLimit(.partSize, 1_000_000, bomb)
    }

    @Test func allStreamsTogetherMustNotEither() throws {
        var writer = PDFWriter(pages: ["", "", ""])
        let data = [0x78, 0x01] + Deflate.run(of: 0x20, repetitions: 4_000)
        for number in [11, 21, 31] { writer.set(number, stream: data, "/Filter/FlateDecode") }
        try expectLimit(.totalSize, 2_500_000, writer)
    }

    @Test func aPageMustNotDrawTooMuch() throws {
        try expectLimit(.objects, 1_000, PDFWriter(pages: [String(repeating: "0 0 1 1 re f ", count: 400)]))
    }

    @Test func theStructureMustNotBeTooDeep() throws {
        var writer = PDFWriter(pages: [""], catalog: "/StructTreeRoot 40 0 R")
        writer.set(40, "<</K 41 0 R>>")
        for number in 41..<80 { writer.set(number, "<</S/Div/K \(number + 1) 0 R>>") }
        try expectLimit(.depth, 30, writer)
        #expect(try PDFDocument(writer.file()).structure()?.elements.count == 39)
    }

    /// Each form shows the next one twice: 2²⁰ times the last one, where that is not stopped.
    @Test func formsThatMultiplyAreStopped() throws {
        var writer = PDFWriter(pages: ["/X Do"], resources: "/XObject<</X 40 0 R>>")
        for number in 40..<60 {
            let entries = "/Subtype/Form/Resources<</XObject<</X \(number + 1) 0 R>>>>"
            writer.set(number, stream: "/X Do /X Do", entries)
        }
        writer.set(60, stream: "0 0 1 1 re f", "/Subtype/Form")
        try expectLimit(.objects, 10_000, writer)
    }

    @Test func aFormThatShowsItselfIsShownOnce() throws {
        var writer = PDFWriter(pages: ["/X Do"], resources: "/XObject<</X 40 0 R>>")
        writer.set(40, stream: "0 0 50 50 re f /X Do", "/Subtype/Form")
        #expect(try PDFDocument(writer.file()).page(0).fills.count == 1)
    }

    @Test func manyObjectsAtOnePlaceAreNotReadOverAndOver() throws {
        // Without an end each string goes on to the end of the file.
        let text = (1...3_000).map { "\($0) 0 obj (" }.joined(separator: "\n")
        let file = Array("%PDF-1.7\n\(text)\ntrailer<</Root 1 0 R>>".utf8)
        #expect(try pdfFailure(on: file).id == "damaged-document")
    }
}

/// Numbers that reckoning must not trip over.
@Suite struct PDFNumberTests {
    private let huge = String(repeating: "9", count: 400)

    @Test func textOfEndlessWidthIsStillText() throws {
        for content in ["\(huge) Tc", "1e9 0 0 1 0 0 Tm \(huge) Tw", "\(huge) 0 0 \(huge) 0 0 Tm", "\(huge).5 Tz"] {
            let runs = try page("BT /F 10 Tf \(content) (a b) Tj (c) Tj ET").runs
            #expect(runs.map(\.text) == ["a b", "c"])
            #expect(runs.allSatisfy { $0.box.isFinite && $0.baseline.isFinite && $0.fontSize.isFinite })
        }
    }

    @Test func pathsOfEndlessLengthAreNone() throws {
        let large = String(repeating: "9", count: 200)
        let content = "\(large) 0 0 \(large) 0 0 cm \(large) w 0 0 m \(large) 0 l S 0 0 \(large) \(large) re f /X Do"
        let page = try page(content)
        #expect(page.rules.isEmpty)
        #expect(page.fills.isEmpty)
        #expect(page.imageCoverage == 0)
    }

    @Test(arguments: ["/First 9223372036854774784.", "/First -5", "/First \(String(repeating: "9", count: 30))"])
    func objectStreamsMayLie(first: String) throws {
        var writer = PDFWriter(pages: ["BT /F 10 Tf (a) Tj ET"], resources: courier)
        writer.set(50, stream: "60 0 61 99999999", "/Type/ObjStm/N 2\(first)")
        // Without references all object streams are looked into.
        #expect(try PDFDocument(writer.file(.none)).texts() == ["a"])
    }

    @Test func offsetsMayBeTheLargestNumbers() throws {
        var writer = PDFWriter(pages: ["BT /F 10 Tf (a) Tj ET"], resources: courier)
        writer.junk = Array("junk\n".utf8)
        let row = [1] + [UInt8](repeating: 0xFF, count: 8) + [0]
        writer.set(50, stream: row + row, "/Type/XRef/W[1 8 1]/Index[1 2]/Size 3/Root 1 0 R")
        var file = writer.file(.none)
        let place = try #require(PDFRepair.places(of: "50 0 obj", in: file).first)
        file += Array("startxref\n\(place)\n%%EOF".utf8)
        #expect(try PDFDocument(file).texts() == ["a"])
    }
}
