/// An object of a PDF file (ISO 32000-1, 7.3).
enum PDFObject: Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case real(Double)
    /// Decrypted, of an encoding that depends on where it stands.
    case string([UInt8])
    case name(String)
    case array([PDFObject])
    case dictionary(PDFDictionary)
    case stream(PDFStream)
    case reference(PDFReference)
}

/// The number and generation of an indirect object (ISO 32000-1, 7.3.10).
struct PDFReference: Sendable, Hashable {
    var number: Int
    var generation: Int
}

/// A stream as it stands in the file: what describes it, and where its bytes are.
final class PDFStream: Sendable {
    let dictionary: PDFDictionary
    /// The encoded bytes, as offsets in the file.
    let range: Range<Int>
    /// What the stream is called, by which it is decrypted.
    let reference: PDFReference

    init(_ dictionary: PDFDictionary, range: Range<Int>, reference: PDFReference) {
        self.dictionary = dictionary
        self.range = range
        self.reference = reference
    }
}

/// The entries of a dictionary. Of two with one key the last one counts.
final class PDFDictionary: Sendable {
    static let empty = PDFDictionary([])

    /// In the order of the file.
    let entries: [(key: String, value: PDFObject)]
    /// Where the entries stand, for a dictionary too large to be searched.
    private let places: [String: Int]

    init(_ entries: [(key: String, value: PDFObject)]) {
        self.entries = entries
        var places: [String: Int] = [:]
        if entries.count > 16 {
            for (place, entry) in entries.enumerated() { places[entry.key] = place }
        }
        self.places = places
    }

    /// The value as it stands, which may be a reference.
    subscript(key: String) -> PDFObject {
        guard places.isEmpty else { return places[key].map { entries[$0].value } ?? .null }
        return entries.last { $0.key == key }?.value ?? .null
    }
}

extension PDFObject {
    var isNull: Bool {
        if case .null = self { true } else { false }
    }

    /// A whole number; of a real one its whole part. Nil where it is so large that reckoning with it might overflow.
    var integer: Int? {
        switch self {
        case .integer(let value): value
        case .real(let value): abs(value) < 1e15 ? Int(exactly: value.rounded(.towardZero)) : nil
        default: nil
        }
    }

    var number: Double? {
        switch self {
        case .integer(let value): Double(value)
        case .real(let value): value
        default: nil
        }
    }

    var boolean: Bool? {
        if case .boolean(let value) = self { value } else { nil }
    }

    var name: String? {
        if case .name(let value) = self { value } else { nil }
    }

    var string: [UInt8]? {
        if case .string(let value) = self { value } else { nil }
    }

    var array: [PDFObject]? {
        if case .array(let value) = self { value } else { nil }
    }

    /// A dictionary, or that of a stream.
    var dictionary: PDFDictionary? {
        switch self {
        case .dictionary(let value): value
        case .stream(let value): value.dictionary
        default: nil
        }
    }

    var stream: PDFStream? {
        if case .stream(let value) = self { value } else { nil }
    }

    var reference: PDFReference? {
        if case .reference(let value) = self { value } else { nil }
    }
}
