import LibZlib
import TesseraModel

/// The bytes of a stream, as far as its filters could be undone.
struct PDFStreamContents {
    var bytes: [UInt8]
    /// The filter of an image at which undoing stopped: `DCTDecode`.
    var imageFilter: String?
    /// Whether the encoded data is damaged, so that some of it may be missing.
    var isDamaged = false
}

/// Undoes the filters of streams (ISO 32000-1, 7.4).
struct PDFFilters {
    private let file: PDFFile
    private var limits: ReadingLimits { file.limits }

    /// No honest stream has more.
    private static let greatestChain = 16
    /// How large a stream may become at any ratio, in bytes: a blank page compresses well.
    private static let ratioAllowance = 4 << 20

    init(file: PDFFile) { self.file = file }

    func decode(_ encoded: ArraySlice<UInt8>, _ dictionary: PDFDictionary) throws(DocumentFailure) -> PDFStreamContents
    {
        let filters = try names(dictionary)
        guard !filters.isEmpty else { return PDFStreamContents(bytes: Array(encoded)) }
        let parameters = try parameters(dictionary)
        var contents = PDFStreamContents(bytes: [])
        var input = encoded
        for (index, filter) in filters.prefix(PDFFilters.greatestChain).enumerated() {
            let parameter = index < parameters.count ? try file.dictionary(parameters[index]) : nil
            let limit = limit(for: input.count)
            switch filter {
            case "FlateDecode", "Fl":
                let inflation = PDFFilters.inflate(input, limit: limit)
                if inflation.end == .limit { throw failure(input.count, limit) }
                if inflation.end != .complete { contents.isDamaged = true }
                contents.bytes = try predict(inflation.bytes, parameter)
            case "LZWDecode", "LZW":
                let early = try parameter.flatMap { value throws(DocumentFailure) in
                    try file.integer(value["EarlyChange"])
                }
                guard let bytes = PDFLZW.decode(input, earlyChange: early != 0, limit: limit) else {
                    throw failure(input.count, limit)
                }
                contents.bytes = try predict(bytes, parameter)
            case "ASCII85Decode", "A85": contents.bytes = PDFTextFilters.ascii85(input)
            case "ASCIIHexDecode", "AHx": contents.bytes = PDFTextFilters.hexadecimal(input)
            case "RunLengthDecode", "RL":
                guard let bytes = PDFTextFilters.runLength(input, limit: limit) else {
                    throw failure(input.count, limit)
                }
                contents.bytes = bytes
            case "Crypt": contents.bytes = Array(input)
            default:
                contents.imageFilter = filter
                contents.bytes = Array(input)
                return contents
            }
            input = contents.bytes[...]
        }
        return contents
    }

    private func names(_ dictionary: PDFDictionary) throws(DocumentFailure) -> [String] {
        var filter = try file.resolve(dictionary["Filter"])
        if filter.isNull { filter = try file.resolve(dictionary["F"]) }
        switch filter {
        case .name(let name): return [name]
        case .array(let items):
            var names: [String] = []
            for item in items { if let name = try file.name(item) { names.append(name) } }
            return names
        default: return []
        }
    }

    private func parameters(_ dictionary: PDFDictionary) throws(DocumentFailure) -> [PDFObject] {
        var parameters = try file.resolve(dictionary["DecodeParms"])
        if parameters.isNull { parameters = try file.resolve(dictionary["DP"]) }
        return parameters.array ?? [parameters]
    }

    private func predict(_ bytes: [UInt8], _ parameters: PDFDictionary?) throws(DocumentFailure) -> [UInt8] {
        guard let parameters, let kind = try file.integer(parameters["Predictor"]), kind > 1 else { return bytes }
        let predictor = PDFPredictor(
            kind: kind,
            colours: try file.integer(parameters["Colors"]) ?? 1,
            bits: try file.integer(parameters["BitsPerComponent"]) ?? 8,
            columns: try file.integer(parameters["Columns"]) ?? 1
        )
        return predictor?.decode(bytes) ?? bytes
    }

    private func limit(for count: Int) -> Int {
        let ratio = count.multipliedReportingOverflow(by: limits[.compressionRatio])
        let byRatio = ratio.overflow ? Int.max : ratio.partialValue
        return min(limits[.partSize], max(PDFFilters.ratioAllowance, byRatio))
    }

    private func failure(_ count: Int, _ limit: Int) -> DocumentFailure {
        let name: ReadingLimits.Name = limit == limits[.partSize] ? .partSize : .compressionRatio
        let finding = "a stream of \(count) bytes unpacks to more than \(limit)"
        return DocumentFailure(.limitExceeded(name, finding, limits: limits))
    }

    /// Inflates; a stream whose header is wrong is taken for one without.
    static func inflate(_ bytes: ArraySlice<UInt8>, limit: Int) -> Inflation {
        let inflation = Zlib.inflate(bytes, limit: limit)
        guard inflation.end == .damaged, inflation.bytes.isEmpty, bytes.count > 2 else { return inflation }
        // Some programs put a line end in front of the data.
        if let first = bytes.first, first == 0x0A || first == 0x0D {
            return Zlib.inflate(bytes.dropFirst(), limit: limit)
        }
        return Zlib.inflate(bytes.dropFirst(2), wrapping: .none, limit: limit)
    }
}
