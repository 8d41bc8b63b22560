import TesseraModel

/// The objects of a PDF file, each read when it is asked for.
///
/// A file that is damaged gives what can be found in it; what cannot is the null object.
/// It belongs to one thread at a time.
final class PDFFile {
    let bytes: [UInt8]
    let limits: ReadingLimits
    /// Where `%PDF-` stands: offsets may count from there.
    let headerOffset: Int
    var references = PDFCrossReferences()
    /// Whether the cross-references were lost and had to be found by a search.
    private(set) var isRepaired = false
    /// What decrypts, for a file that is encrypted.
    private(set) var security: PDFSecurity?

    private var objects: [Int: PDFObject] = [:]
    /// The objects that are being read: one that needs itself is null.
    private var pending: Set<Int> = []
    private var objectStreams: [Int: PDFObjectStream] = [:]
    /// How many bytes may still be parsed as objects, and may still come of unpacking.
    private var parsingBudget: Int
    var unpackingBudget: Int
    /// Where `endstream` stands, from front to back; found when it is first needed.
    lazy var streamEnds = PDFRepair.places(of: "endstream", in: bytes)

    /// How deep reading one object may lead to reading others.
    private static let greatestChain = 16

    /// - Throws: ``TesseraModel/DocumentFailure`` for a file that holds no PDF document, is encrypted with a password,
    ///   or passes a limit.
    init(_ bytes: [UInt8], limits: ReadingLimits) throws(DocumentFailure) {
        self.bytes = bytes
        self.limits = limits
        headerOffset = PDFFile.header(in: bytes) ?? 0
        // An honest file is parsed once, and what its object streams hold.
        parsingBudget = bytes.count.multipliedReportingOverflow(by: 16).partialValue + (16 << 20)
        unpackingBudget = limits[.totalSize]
        var reading = PDFCrossReferenceReading(file: self)
        if try reading.read() {
            references = reading.references
        } else {
            try repair()
        }
        try openSecurity()
        if try root == nil {
            try repair()
            try openSecurity()
        }
        guard try root != nil else { throw DocumentFailure(.damagedPDF("it has no catalog of its pages")) }
    }

    /// The offset of the header, which stands somewhere in the first 1,024 bytes (ISO 32000-1, annex H, note 13).
    static func header(in bytes: [UInt8]) -> Int? {
        let mark = Array("%PDF-".utf8)
        let last = min(bytes.count - mark.count, 1_024)
        guard last >= 0 else { return nil }
        return (0...last).first { bytes[$0..<($0 + mark.count)].elementsEqual(mark) }
    }

    var trailer: PDFDictionary { references.trailer }

    /// The catalog; nil where there is none with pages.
    private var root: PDFDictionary? {
        get throws(DocumentFailure) {
            guard let root = try dictionary(trailer["Root"]), try dictionary(root["Pages"]) != nil else { return nil }
            return root
        }
    }

    /// The document catalog (ISO 32000-1, 7.7.2).
    var catalog: PDFDictionary {
        get throws(DocumentFailure) { try dictionary(trailer["Root"]) ?? .empty }
    }

    func openSecurity() throws(DocumentFailure) {
        security = nil
        guard let encryption = try dictionary(trailer["Encrypt"]) else { return }
        security = try PDFSecurity(encryption, of: self)
        // What was read so far was not decrypted.
        objects.removeAll()
        objectStreams.removeAll()
    }

    /// Finds the objects by a search through the whole file, once.
    private func repair() throws(DocumentFailure) {
        guard !isRepaired else { return }
        isRepaired = true
        objects.removeAll()
        objectStreams.removeAll()
        references = try PDFRepair.crossReferences(of: self)
    }
}

// MARK: Objects

extension PDFFile {
    /// The object itself, where a reference to it is given.
    func resolve(_ object: PDFObject) throws(DocumentFailure) -> PDFObject {
        var object = object
        // A reference to an object that is a reference is a fault; a few of them do no harm.
        for _ in 0..<4 {
            guard case .reference(let reference) = object else { return object }
            object = try self.object(reference.number)
        }
        return .null
    }

    func dictionary(_ object: PDFObject) throws(DocumentFailure) -> PDFDictionary? { try resolve(object).dictionary }
    func array(_ object: PDFObject) throws(DocumentFailure) -> [PDFObject]? { try resolve(object).array }
    func integer(_ object: PDFObject) throws(DocumentFailure) -> Int? { try resolve(object).integer }
    func number(_ object: PDFObject) throws(DocumentFailure) -> Double? { try resolve(object).number }
    func name(_ object: PDFObject) throws(DocumentFailure) -> String? { try resolve(object).name }
    func string(_ object: PDFObject) throws(DocumentFailure) -> [UInt8]? { try resolve(object).string }

    /// The numbers of an array; nil where it is none, or something else stands in it.
    func numbers(_ object: PDFObject) throws(DocumentFailure) -> [Double]? {
        guard let items = try array(object) else { return nil }
        var numbers: [Double] = []
        for item in items {
            guard let number = try number(item) else { return nil }
            numbers.append(number)
        }
        return numbers
    }

    /// The indirect object of a number; null for one that is not there.
    func object(_ number: Int) throws(DocumentFailure) -> PDFObject {
        if let object = objects[number] { return object }
        guard pending.count < PDFFile.greatestChain, pending.insert(number).inserted else { return .null }
        defer { pending.remove(number) }
        let object = try readObject(number)
        objects[number] = object
        return object
    }

    private func readObject(_ number: Int) throws(DocumentFailure) -> PDFObject {
        switch references[number] {
        case .offset(let offset, let generation):
            let reference = PDFReference(number: number, generation: generation)
            for start in [offset, offset &+ headerOffset] where start >= 0 && start < bytes.count {
                if let object = try parseObject(at: start, reference) { return object }
            }
            guard !isRepaired else { return .null }
            // One place that is wrong makes all of them doubtful.
            try repair()
            return try readObject(number)
        case .compressed(let stream, let index):
            return try objectStream(stream)?.object(number, at: index, of: self) ?? .null
        case .free, nil: return .null
        }
    }

    /// The object stream of a number (ISO 32000-1, 7.5.7).
    private func objectStream(_ number: Int) throws(DocumentFailure) -> PDFObjectStream? {
        if let known = objectStreams[number] { return known }
        // An object stream stands in no other one.
        guard case .offset = references[number], let stream = try object(number).stream else { return nil }
        let made = try PDFObjectStream(stream, of: self)
        objectStreams[number] = made
        return made
    }

    /// The object whose number stands at an offset of the file; nil where another one or none stands there.
    /// - Parameter expected: its number and generation; nil takes whatever is there.
    func parseObject(at offset: Int, _ expected: PDFReference?) throws(DocumentFailure) -> PDFObject? {
        var scanner = PDFScanner(bytes, offset..<bytes.count)
        guard case .integer(let number) = scanner.next(), case .integer(let generation) = scanner.next(),
            case .keyword(.object) = scanner.next(), expected == nil || expected?.number == number
        else { return nil }
        let reference = PDFReference(number: number, generation: generation)
        let decryption = security.map { PDFStringDecryption(security: $0, reference: reference) }
        var parser = PDFObjectParser(scanner, limits: limits, decryption: decryption)
        defer { parsingBudget -= parser.scanner.position - offset }
        guard parsingBudget > 0 else { throw DocumentFailure(.damagedPDF("its objects overlap")) }
        guard case .object(let object) = try parser.next() else { return .null }
        guard case .dictionary(let dictionary) = object, case .keyword(.stream) = parser.scanner.next() else {
            return object
        }
        return .stream(try stream(dictionary, at: parser.scanner.position, reference))
    }

    /// Counts bytes of an object stream that are parsed.
    func countParsed(_ count: Int) throws(DocumentFailure) {
        parsingBudget -= count
        guard parsingBudget > 0 else { throw DocumentFailure(.damagedPDF("its objects overlap")) }
    }
}

extension Diagnostic {
    static let damagedDocumentID = damagedPDF("").id

    /// - Parameter finding: what is wrong, as a sentence without a full stop.
    static func damagedPDF(_ finding: String) -> Diagnostic {
        Diagnostic(
            "damaged-document",
            .error,
            "the file is no sound PDF document: \(finding)",
            suggestion: "get the file again from its source, or open it in a PDF viewer and save it anew"
        )
    }
}
