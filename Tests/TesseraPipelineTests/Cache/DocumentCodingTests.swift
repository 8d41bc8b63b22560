import TesseraModel
import Testing

@testable import TesseraPipeline

/// What is kept of a reading comes back equal, or not at all.
@Suite struct DocumentCodingTests {
    @Test(arguments: 1...100)
    func randomDocumentsComeBackEqual(seed: Int) throws {
        var random = RandomDocuments(seed: seed)
        let document = random.document()
        let diagnostics = random.diagnostics()
        let bytes = DocumentCoding.encode(document, diagnostics)
        let extract = try DocumentCoding.decode(bytes)
        #expect(extract.document == document)
        #expect(extract.diagnostics == diagnostics)
        // Strings are equal in more ways than bytes are.
        #expect(DocumentCoding.encode(extract.document, extract.diagnostics) == bytes)
    }

    @Test(arguments: 1...40)
    func damagedBytesAreRefused(seed: Int) {
        var random = RandomDocuments(seed: seed)
        let bytes = DocumentCoding.encode(random.document(), random.diagnostics())
        var flipped = bytes
        flipped[random.number(below: bytes.count)] ^= 1 << UInt8(random.number(below: 8))
        let cut = Array(bytes.prefix(random.number(below: bytes.count)))
        let extended = bytes + [UInt8(random.number(below: 256))]
        for damaged in [flipped, cut, extended] {
            #expect(throws: DocumentCoding.Failure.self) { try DocumentCoding.decode(damaged) }
        }
    }

    /// Behind the checksum: bytes that somebody made may be anything, and never more than an error.
    @Test(arguments: 1...40)
    func hostileContentIsReadOrRefused(seed: Int) {
        var random = RandomDocuments(seed: seed)
        let bytes = Array(DocumentCoding.encode(random.document(), []).dropLast(32))
        var refused = 0
        for _ in 0..<50 {
            var hostile = bytes
            for _ in 0...random.number(below: 4) {
                hostile[random.number(below: bytes.count)] = UInt8(random.number(below: 256))
            }
            var decoder = DocumentDecoder(Array(hostile.prefix(1 + random.number(below: bytes.count))), from: 0)
            do throws(DocumentCoding.Failure) {
                _ = try decoder.document()
            } catch {
                #expect(error == .malformed)
                refused += 1
            }
        }
        #expect(refused > 0)
    }

    @Test func nestingBeyondTheLimitIsRefused() {
        let place = SourcePlace(start: .character(0), end: .character(0))
        var block = Block.paragraph(Paragraph("inside", at: place))
        for _ in 0...DocumentDecoder.deepest {
            block = .table(Table(.stream([TableCell([block], at: place)]), at: place))
        }
        let origin = Origin(path: "deep.txt", mediaType: "text/plain", sha256: "", bytes: 0)
        let bytes = DocumentCoding.encode(SourceDocument(origin: origin, blocks: [block]), [])
        #expect(throws: DocumentCoding.Failure.malformed) { try DocumentCoding.decode(bytes) }
    }

    @Test func bytesOfAnotherVersionAreForeign() {
        let origin = Origin(path: "a.txt", mediaType: "text/plain", sha256: "", bytes: 0)
        var bytes = DocumentCoding.encode(SourceDocument(origin: origin, blocks: []), [])
        bytes[16] += 1
        #expect(throws: DocumentCoding.Failure.foreign) { try DocumentCoding.decode(bytes) }
    }
}
