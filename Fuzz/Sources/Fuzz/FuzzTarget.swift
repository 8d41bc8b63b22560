import TesseraModel
@_spi(Probe) import TesseraReaders

/// Small, so that a run takes little time and memory; and so that all of them are met.
private let limits: ReadingLimits = {
    var limits = ReadingLimits.standard
    limits[.partSize] = 1 << 20
    limits[.totalSize] = 4 << 20
    limits[.entries] = 100
    limits[.depth] = 100
    limits[.span] = 1_000
    limits[.cells] = 10_000
    limits[.lineLength] = 32 << 10
    return limits
}()

/// What the elements of the seeds are.
private let mapping: XMLMapping = {
    var mapping = XMLMapping(roots: ["report"], tables: ["matrix"], rows: ["commitment"], cells: ["cell"])
    mapping.headerRows = ["headings"]
    mapping.headings = ["title"]
    mapping.paragraphs = ["p"]
    mapping.lineBreaks = ["br"]
    mapping.link = XMLMapping.Link(elements: ["a"], target: "href")
    mapping.rowSpan = "rows"
    mapping.columnSpan = "cols"
    mapping.ignored = ["comment", "note"]
    return mapping
}()

/// A reader, and how bytes become a file for it.
struct FuzzTarget: Sendable {
    let name: String
    private let reader: @Sendable (SourceFile) throws(DocumentFailure) -> any Reader
    private let file: @Sendable ([UInt8]) -> [UInt8]

    private init(
        _ name: String,
        _ reader: some Reader,
        file: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 }
    ) {
        self.name = name
        self.reader = { _ throws(DocumentFailure) in reader }
        self.file = file
    }

    /// All readers, and which of them reads a file is told by its content.
    private init(any name: String) {
        self.name = name
        reader = { file throws(DocumentFailure) in try Readers(limits: limits).reader(for: file) }
        file = { $0 }
    }

    // One line a target. Compressed data, and streams that are scattered over a file, keep libFuzzer from what is in
    // them, so such formats come twice: as they are, and made here around the bytes that matter.
    static let all = [
        FuzzTarget(any: "any"),
        FuzzTarget("text", PlainTextReader(limits: limits)),
        FuzzTarget("tessera-xml", DocumentXMLReader(limits: limits)),
        FuzzTarget("docx", WordReader(limits: limits)),
        FuzzTarget("docx-part", WordReader(limits: limits), file: SamplePackage.word),
        FuzzTarget("doc", Word97Reader(limits: limits)),
        FuzzTarget("doc-stream", Word97Reader(limits: limits), file: StoredStreams.word),
        FuzzTarget("word-xml", WordXMLReader(limits: limits)),
        FuzzTarget("odt", OpenDocumentReader(limits: limits)),
        FuzzTarget("odt-part", OpenDocumentReader(limits: limits), file: SamplePackage.openDocument),
        FuzzTarget("fodt", FlatOpenDocumentReader(limits: limits)),
        FuzzTarget("html", HTMLReader(limits: limits)),
        FuzzTarget("rtf", RichTextReader(limits: limits)),
        FuzzTarget("docbook", DocBookReader(limits: limits)),
        FuzzTarget("pdf-objects", PDFProbe(.file, limits: limits)),
        FuzzTarget("pdf-content", PDFProbe(.content, limits: limits)),
        FuzzTarget("pdf-words", PDFProbe(.words, limits: limits)),
        FuzzTarget("mapped-xml", MappedXMLReader(mappings: [mapping], limits: limits)),
    ]

    static func named(_ name: String) -> FuzzTarget? { all.first { $0.name == name } }

    /// Reads some bytes, and looks whether what comes of it is sound. That a file is refused is no fault.
    func run(_ bytes: [UInt8]) {
        let bytes = file(bytes)
        let origin = Origin(
            path: "fuzz.\(name)",
            mediaType: "",
            sha256: String(repeating: "0", count: 64),
            bytes: bytes.count
        )
        let source = SourceFile(bytes: bytes, origin: origin)
        var log = DiagnosticLog()
        do {
            let reader = try reader(source)
            _ = reader.recognises(source)
            let document = try reader.read(source, log: &log)
            Invariants.check(document)
            // The schema of the XML form is compiled each time, which takes longer than all the rest.
            if bytes.reduce(0, &+).isMultiple(of: 8) { Invariants.checkXMLForm(of: document) }
        } catch {
            precondition(!error.diagnostic.message.isEmpty)
        }
    }
}
