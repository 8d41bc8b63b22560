import CLibXML2

/// A compiled RELAX NG schema in the XML syntax, to be used up by one reader.
///
/// A schema is self-contained: one that includes another file is refused, so nothing is ever loaded.
public struct RelaxNGSchema: ~Copyable {
    /// The name of the namespace of RELAX NG's own elements.
    private static let namespace = "http://relaxng.org/ns/structure/1.0"

    /// Frees the compiled grammar with the last of its owners.
    @safe
    final class Grammar {
        let pointer: xmlRelaxNGPtr

        init(owning pointer: xmlRelaxNGPtr) {
            unsafe self.pointer = pointer
        }

        deinit {
            unsafe xmlRelaxNGFree(pointer)
        }
    }

    let grammar: Grammar

    /// Compiles a schema.
    ///
    /// - Parameter bytes: The schema in the XML syntax of RELAX NG.
    /// - Throws: `XMLFailure`; `.malformed` where the bytes are no XML, `.forbidden` where there is a DTD,
    ///   an `include` or an `externalRef`, `.invalid` where the XML is no RELAX NG schema.
    public init(bytes: [UInt8]) throws(XMLFailure) {
        try Self.refuseReferences(in: bytes)
        grammar = try Self.compile(bytes)
    }

    /// Reads the schema as a plain document first.
    ///
    /// libxml2 compiles a schema with entities on and follows its references to files, so both must be out of
    /// the way before it starts.
    private static func refuseReferences(in bytes: [UInt8]) throws(XMLFailure) {
        var reader = try XMLStreamReader(bytes: bytes, name: "schema", schema: nil)
        while let event = try reader.next() {
            guard case .start(let element) = event, element.namespace == namespace else { continue }
            guard ["include", "externalRef"].contains(element.localName) else { continue }
            throw XMLFailure(
                kind: .forbidden,
                message: "a schema must be self-contained: '\(element.localName)' would load another file",
                line: reader.line
            )
        }
    }

    private static func compile(_ bytes: [UInt8]) throws(XMLFailure) -> Grammar {
        // Warnings would go to stderr; errors were found by the reader already.
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
        let document = unsafe bytes.withUnsafeBytes { bytes in
            let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            return unsafe xmlReadMemory(start, Int32(bytes.count), "schema", nil, Int32(bitPattern: options))
        }
        let log = ErrorLog()
        defer { unsafe xmlFreeDoc(document) }
        let parser = unsafe xmlRelaxNGNewDocParserCtxt(document)
        defer { unsafe xmlRelaxNGFreeParserCtxt(parser) }
        unsafe xmlRelaxNGSetParserStructuredErrors(parser, ErrorLog.handler, log.reference)
        let pointer = unsafe xmlRelaxNGParse(parser)
        guard let pointer = unsafe pointer, log.first == nil else {
            unsafe xmlRelaxNGFree(pointer)
            throw log.first?.failure(limits: .standard, column: { _, column in column })
                ?? XMLFailure(kind: .invalid, message: "the schema cannot be compiled")
        }
        return unsafe Grammar(owning: pointer)
    }
}
