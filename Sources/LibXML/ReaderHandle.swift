import CLibXML2

/// Owns one reader of libxml2 with everything that the reader points at.
///
/// A class, so that a throw half-way through the set-up frees what was made by then.
@safe
final class ReaderHandle {
    /// The reader does not copy its input, so the bytes need an address that never changes.
    private let storage: UnsafeMutableBufferPointer<UInt8>
    private let grammar: RelaxNGSchema.Grammar?
    let log = ErrorLog()
    let pointer: xmlTextReaderPtr

    init(bytes: [UInt8], name: String, schema: consuming RelaxNGSchema?) throws(XMLFailure) {
        XMLLibrary.prepare()
        guard let size = Int32(exactly: bytes.count) else { throw .size(bytes.count) }
        guard size > 0 else { throw XMLFailure(kind: .malformed, message: "the document is empty") }
        grammar = Self.grammar(of: schema)
        let storage = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe storage.initialize(fromContentsOf: bytes)
        let start = unsafe UnsafeRawPointer(storage.baseAddress)?.assumingMemoryBound(to: CChar.self)
        let prolog = unsafe tessera_xml_read_prolog(start, size)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
        guard prolog.line == 0 else {
            unsafe storage.deallocate()
            throw .documentType(line: Int(prolog.line), column: nil)
        }
        guard let pointer = unsafe xmlReaderForMemory(start, size, name, nil, Int32(bitPattern: options)) else {
            unsafe storage.deallocate()
            throw XMLFailure(kind: .limit, message: "libxml2 could not make a reader: out of memory")
        }
        unsafe self.storage = storage
        unsafe self.pointer = pointer
        // The log before the schema: the reader passes its error handler on to the validator.
        unsafe xmlTextReaderSetStructuredErrorHandler(pointer, ErrorLog.handler, log.reference)
        if let grammar, unsafe xmlTextReaderRelaxNGSetSchema(pointer, grammar.pointer) != 0 {
            throw XMLFailure(kind: .invalid, message: "the schema cannot be used with a reader")
        }
    }

    deinit {
        unsafe xmlFreeTextReader(pointer)
        unsafe storage.deallocate()
    }

    /// Whether a schema is set and the document up to here matches it, or no schema is set.
    var isValid: Bool {
        guard grammar != nil else { return true }
        return unsafe xmlTextReaderIsValid(pointer) == 1
    }

    private static func grammar(of schema: consuming RelaxNGSchema?) -> RelaxNGSchema.Grammar? {
        guard let schema else { return nil }
        return schema.grammar
    }

    /// The column in UTF-8 bytes of a place that libxml2 gives as a line and a column in characters.
    ///
    /// Where the line is not UTF-8, the document has another encoding and the column stays as it is.
    func byteColumn(line: Int, characters: Int) -> Int {
        var start = 0
        for _ in 1..<max(line, 1) {
            guard let feed = unsafe storage[start...].firstIndex(of: 0x0A) else { return characters }
            start = feed + 1
        }
        let rest = unsafe storage[start...].prefix { $0 != 0x0A }
        guard let text = unsafe String(validating: rest, as: UTF8.self) else { return characters }
        let before = text.unicodeScalars.prefix(characters - 1)
        let missing = characters - 1 - before.count
        return before.reduce(1) { $0 + UTF8.width($1) } + missing
    }
}
