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
            var decoder = DocumentDecoder(
                Array(hostile.prefix(1 + random.number(below: bytes.count))),
                from: 0,
                limits: .standard
            )
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

    private func document(_ blocks: [Block]) -> SourceDocument {
        SourceDocument(origin: Origin(path: "a.txt", mediaType: "text/plain", sha256: "", bytes: 0), blocks: blocks)
    }

    private let place = SourcePlace(start: .character(0), end: .character(0))

    /// A few bytes may not ask for more cells than a document may have.
    @Test(arguments: [(10_001, 1, 0), (1, 10_001, 0), (0, 1, 0), (1, -1, 0), (1, 1, 10_001), (10_000, 10_000, 0)])
    func spansBeyondTheLimitsAreRefused(rows: Int, columns: Int, skipped: Int) throws {
        func bytes(_ rows: Int, _ columns: Int, _ skipped: Int) -> [UInt8] {
            let cell = TableCell([], rowSpan: rows, columnSpan: columns, at: place)
            let grid = [TableRow([cell], skippedColumns: skipped)] + Array(repeating: TableRow([]), count: 9_999)
            return DocumentCoding.encode(document([.table(Table(.grid(grid), at: place))]), [])
        }
        _ = try DocumentCoding.decode(bytes(10_000, 10, 10_000))
        #expect(throws: DocumentCoding.Failure.malformed) {
            try DocumentCoding.decode(bytes(rows, columns, skipped))
        }
    }

    /// Paths that have all in common with the one before are short here and long there.
    @Test func pathsThatWouldFillTheMemoryAreRefused() throws {
        func bytes(_ count: Int) -> [UInt8] {
            let path = "/" + String(repeating: "a", count: 10_000)
            let blocks = (0..<count).map { line in
                Block.pageBreak(SourcePlace(start: .node(path: path, line: line), end: .node(path: path, line: line)))
            }
            return DocumentCoding.encode(document(blocks), [])
        }
        _ = try DocumentCoding.decode(bytes(10))
        #expect(throws: DocumentCoding.Failure.malformed) { try DocumentCoding.decode(bytes(1_000)) }
    }

    @Test(arguments: [Double.nan, .infinity, -.infinity])
    func numbersThatAreNoneAreRefused(_ x: Double) {
        let place = SourcePlace(start: .page(1, x: x, y: 0), end: .page(1, x: 0, y: 0))
        let bytes = DocumentCoding.encode(document([.pageBreak(place)]), [])
        #expect(throws: DocumentCoding.Failure.malformed) { try DocumentCoding.decode(bytes) }
    }

    @Test func bytesOfAnotherVersionAreForeign() {
        let origin = Origin(path: "a.txt", mediaType: "text/plain", sha256: "", bytes: 0)
        var bytes = DocumentCoding.encode(SourceDocument(origin: origin, blocks: []), [])
        bytes[16] += 1
        #expect(throws: DocumentCoding.Failure.foreign) { try DocumentCoding.decode(bytes) }
    }
}
