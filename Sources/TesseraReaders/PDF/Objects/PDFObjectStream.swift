import TesseraModel

/// A stream of objects, unpacked (ISO 32000-1, 7.5.7).
struct PDFObjectStream {
    private let bytes: [UInt8]
    /// Number and offset of each object.
    private let places: [(number: Int, offset: Int)]
    /// The index of each number; of two of one number the last.
    private let indices: [Int: Int]

    init(_ stream: PDFStream, of file: PDFFile) throws(DocumentFailure) {
        let first = max(0, try file.integer(stream.dictionary["First"]) ?? 0)
        let count = try file.integer(stream.dictionary["N"]) ?? 0
        bytes = try file.contents(of: stream).bytes
        var places: [(number: Int, offset: Int)] = []
        var scanner = PDFScanner(bytes, 0..<first)
        // The stated number is not believed: there are only as many as stand there.
        while places.count < count, case .integer(let number) = scanner.next(),
            case .integer(let offset) = scanner.next(), offset >= 0, offset <= bytes.count
        {
            places.append((number, min(bytes.count, first + offset)))
        }
        self.places = places
        var indices: [Int: Int] = [:]
        for (index, place) in places.enumerated() { indices[place.number] = index }
        self.indices = indices
    }

    /// The numbers of the objects in it.
    var numbers: [Int] { places.map(\.number) }

    /// - Parameter index: where the cross-references say that it stands.
    func object(_ number: Int, at index: Int, of file: PDFFile) throws(DocumentFailure) -> PDFObject {
        var place = places.indices.contains(index) ? places[index] : nil
        if place?.number != number { place = indices[number].map { places[$0] } }
        guard let place else { return .null }
        let scanner = PDFScanner(bytes, place.offset..<bytes.count)
        // Its strings are encrypted with the whole stream only.
        var parser = PDFObjectParser(scanner, limits: file.limits)
        guard case .object(let object) = try parser.next() else { return .null }
        try file.countParsed(parser.scanner.position - place.offset)
        return object
    }
}
