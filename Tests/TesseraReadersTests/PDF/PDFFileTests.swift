import TesseraModel
import TestSupport
import Testing

@testable import TesseraReaders

/// Files whose objects are found in each of the ways that there are.
@Suite struct PDFFileTests {
    private let writer = PDFWriter(pages: ["BT /F 10 Tf (One) Tj ET", "BT /F 10 Tf (Two) Tj ET"], resources: courier)

    private func texts(_ bytes: [UInt8]) throws -> [String] {
        let document = try PDFDocument(bytes)
        return try (0..<document.pageCount).flatMap { try document.texts($0) }
    }

    @Test(arguments: [.table, .none, .stream(packed: []), .stream(packed: [1, 2, 3, 10])] as [PDFWriter.References])
    func findsTheObjects(references: PDFWriter.References) throws {
        #expect(try texts(writer.file(references)) == ["One", "Two"])
    }

    @Test func offsetsMayCountFromTheHeader() throws {
        let file = Array("some junk\n".utf8) + writer.file()
        let document = try PDFDocument(file)
        #expect(!document.file.isRepaired)
        #expect(try document.texts() == ["One"])
    }

    @Test func offsetsMayCountFromTheBeginning() throws {
        var writer = writer
        writer.junk = Array("some junk\n".utf8)
        let document = try PDFDocument(writer.file())
        #expect(!document.file.isRepaired)
        #expect(try document.texts() == ["One"])
    }

    /// What an update appends: a content stream, and a section that leads back to the first one.
    private func update(_ file: [UInt8], previous: Int, section extra: String = "") -> [UInt8] {
        var file = file + Array("\n".utf8)
        let place = file.count
        file += Array("11 0 obj <</Length 23>>stream\nBT /F 10 Tf (New) Tj ET\nendstream endobj\n".utf8)
        let start = file.count
        let digits = String(repeating: "0", count: 10 - String(place).count) + String(place)
        file += Array("xref\n11 1\n\(digits) 00000 n \n\(extra)".utf8)
        file += Array("trailer<</Size 30/Root 1 0 R/Prev \(previous)>>\nstartxref\n\(start)\n%%EOF\n".utf8)
        return file
    }

    private func startOfReferences(_ file: [UInt8]) throws -> Int {
        try #require(PDFRepair.places(of: "xref", in: file).first)
    }

    @Test func updatesReplaceObjects() throws {
        let file = writer.file()
        #expect(try texts(update(file, previous: try startOfReferences(file))) == ["New", "Two"])
    }

    @Test func aChainOfSectionsMayNotLoop() throws {
        let file = writer.file()
        let start = try startOfReferences(file)
        let updated = update(file, previous: start)
        let own = try #require(PDFRepair.places(of: "xref", in: updated).dropFirst(2).first)
        // It leads back to itself, so that most objects are missing, and are looked for.
        let document = try PDFDocument(update(file, previous: own))
        #expect(try document.texts() == ["New"])
    }

    @Test func offsetsThatAreWrongAreRepaired() throws {
        var file = writer.file()
        // What is put in between moves all that follows.
        let place = try #require(PDFRepair.places(of: "10 0 obj", in: file).first)
        file.insert(contentsOf: Array("123456789 ".utf8), at: place)
        let document = try PDFDocument(file)
        #expect(try document.texts() == ["One"])
        #expect(document.file.isRepaired)
    }

    @Test func aFileThatIsCutOffGivesWhatIsLeft() throws {
        let file = writer.file()
        let place = try #require(PDFRepair.places(of: "(Two)", in: file).first)
        // Without its end the second stream is lost, and the trailer with it.
        #expect(try texts(Array(file[..<place])) == ["One"])
    }

    @Test func objectStreamsAreFoundWithoutReferences() throws {
        var file = writer.file(.stream(packed: [1, 2, 3, 10, 20]))
        let place = try #require(PDFRepair.places(of: "startxref", in: file).first)
        file.removeSubrange(place...)
        let document = try PDFDocument(file)
        #expect(document.file.isRepaired)
        #expect(try document.texts(1) == ["Two"])
    }

    @Test(arguments: ["0", "5", "9999", "-1", "8 0 R", "11 0 R", "/None"])
    func lengthsOfStreamsAreNotBelieved(length: String) throws {
        var writer = writer
        writer.set(11, stream: "BT /F 10 Tf (One) Tj ET", length: length)
        #expect(try texts(writer.file()) == ["One", "Two"])
    }

    @Test func theLengthMayBeAnObject() throws {
        var writer = writer
        // The word ends the stream where the length is not looked at.
        writer.set(11, stream: "BT /F 10 Tf (endstream) Tj ET", length: "8 0 R")
        writer.set(8, "29")
        #expect(try texts(writer.file()) == ["endstream", "Two"])
    }

    @Test func pagesThatHoldThemselvesAreReadOnce() throws {
        var writer = writer
        writer.set(2, "<</Type/Pages/Kids[10 0 R 2 0 R 10 0 R 20 0 R]/MediaBox[0 0 9 9]>>")
        #expect(try texts(writer.file()) == ["One", "Two"])
    }

    @Test func contentsMayComeInPieces() throws {
        var writer = writer
        writer.set(10, "<</Type/Page/Parent 2 0 R/Resources 3 0 R/Contents[30 0 R 31 0 R 99 0 R]>>")
        writer.set(30, stream: "BT /F 10 Tf 20 30 Td")
        writer.set(31, stream: "(One) Tj")
        #expect(try texts(writer.file()) == ["One", "Two"])
        writer.set(30, stream: "BT /F 1")
        writer.set(31, stream: "0 Tf (a) Tj")
        // A token ends where its stream ends: the size is not 10.
        let page = try PDFDocument(writer.file()).page(0)
        #expect(page.runs.map(\.fontSize) == [1])
    }

    @Test(arguments: [
        "", "no document", "%PDF-1.7\n", "%PDF-1.7\ntrailer<</Root 1 0 R>>", "%PDF-1.7\n1 0 obj<</Type/Catalog>>",
    ])
    func whatIsNoDocumentIsRefused(text: String) throws {
        #expect(try pdfFailure(on: Array(text.utf8)).id == "damaged-document")
    }
}
