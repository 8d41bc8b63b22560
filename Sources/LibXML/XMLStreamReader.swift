import CLibXML2

/// Reads an XML document in memory as a stream of events, checking it against a schema on the way.
///
/// Nothing but the bytes given is ever read: no DTD, no entity, no network. Several readers may work on
/// several threads at once; one reader belongs to one thread at a time.
///
/// libxml2 parses some hundred bytes ahead, so a fault may be thrown a few events before its place.
public struct XMLStreamReader: ~Copyable {
    private let handle: ReaderHandle
    private let limits: XMLLimits
    private var nodes = 0
    private var pendingEnd: XMLEvent?
    private var failure: XMLFailure?

    /// Makes a reader at the beginning of a document.
    ///
    /// - Parameters:
    ///   - bytes: The document, in any encoding that it declares and libxml2 knows.
    ///   - name: What the document is called; nothing is opened by this name.
    ///   - schema: The schema that the document must match, or nil to check well-formedness only.
    ///   - limits: How much of the document is accepted.
    /// - Throws: `XMLFailure`; `.forbidden` where the document has a DTD, `.malformed` where it is empty,
    ///   `.limit` where it holds 2 GiB or more.
    public init(
        bytes: [UInt8],
        name: String,
        schema: consuming RelaxNGSchema?,
        limits: XMLLimits = .standard
    ) throws(XMLFailure) {
        handle = try ReaderHandle(bytes: bytes, name: name, schema: schema)
        self.limits = XMLLimits(
            maximumDepth: min(limits.maximumDepth, XMLLimits.libraryDepth),
            maximumNodes: limits.maximumNodes
        )
    }

    /// The line of the current event, from 1, where it is known: the line on which the tag or text ends.
    ///
    /// libxml2 keeps 16 bits for an element's line. Beyond line 65,534 an element has the line of the text
    /// beside it, or nil where there is none.
    public var line: Int? {
        guard let node = unsafe xmlTextReaderCurrentNode(handle.pointer) else { return nil }
        let line = unsafe xmlGetLineNo(node)
        return line > 0 && line != 65_535 ? line : nil
    }

    /// Moves to the next event.
    ///
    /// - Returns: The event, or nil at the end of a document that is well-formed and valid.
    /// - Throws: `XMLFailure` for the first fault, and the same one again on every later call.
    public mutating func next() throws(XMLFailure) -> XMLEvent? {
        if let failure { throw failure }
        if let end = pendingEnd {
            pendingEnd = nil
            return end
        }
        do throws(XMLFailure) {
            while try advance() {
                if let event = try currentEvent() { return event }
            }
            return nil
        } catch {
            failure = error
            throw error
        }
    }

    /// Moves the reader by one node; false at the end of the document.
    private func advance() throws(XMLFailure) -> Bool {
        let result = unsafe xmlTextReaderRead(handle.pointer)
        if let first = handle.log.first { throw first.failure(limits: limits, column: handle.byteColumn) }
        guard result >= 0 else {
            throw XMLFailure(kind: .malformed, message: "libxml2 stopped without saying why", line: line)
        }
        guard handle.isValid else {
            throw XMLFailure(kind: .invalid, message: "the document does not match its schema", line: line)
        }
        return result == 1
    }

    /// The event of the node that the reader stands at, or nil for a node that gives none.
    private mutating func currentEvent() throws(XMLFailure) -> XMLEvent? {
        let kind = unsafe UInt32(bitPattern: xmlTextReaderNodeType(handle.pointer))
        switch kind {
        case XML_READER_TYPE_ELEMENT.rawValue:
            try count()
            guard unsafe xmlTextReaderDepth(handle.pointer) < limits.maximumDepth else {
                throw .depth(limits, line: line)
            }
            return .start(element())
        case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
            XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
            try count()
            return .text(unsafe XMLLibrary.string(xmlTextReaderConstValue(handle.pointer)) ?? "")
        case XML_READER_TYPE_END_ELEMENT.rawValue:
            return end()
        case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
            throw .documentType(line: line, column: nil)
        default:
            return nil
        }
    }

    private mutating func count() throws(XMLFailure) {
        nodes += 1
        guard nodes <= limits.maximumNodes else { throw .nodes(limits, line: line) }
    }
}

extension XMLStreamReader {
    private mutating func element() -> XMLElement {
        let isEmpty = unsafe xmlTextReaderIsEmptyElement(handle.pointer) == 1
        if isEmpty { pendingEnd = end() }
        let (localName, namespace) = currentName()
        return XMLElement(localName: localName, namespace: namespace, attributes: attributes(), isEmpty: isEmpty)
    }

    private func end() -> XMLEvent {
        let (localName, namespace) = currentName()
        return .end(localName: localName, namespace: namespace)
    }

    private func currentName() -> (localName: String, namespace: String?) {
        (
            unsafe XMLLibrary.string(xmlTextReaderConstLocalName(handle.pointer)) ?? "",
            unsafe XMLLibrary.string(xmlTextReaderConstNamespaceUri(handle.pointer))
        )
    }

    /// The attributes of the current element; the reader stands at the element again afterwards.
    private func attributes() -> [XMLAttribute] {
        var attributes: [XMLAttribute] = []
        var found = unsafe xmlTextReaderMoveToFirstAttribute(handle.pointer)
        while found == 1 {
            if unsafe xmlTextReaderIsNamespaceDecl(handle.pointer) != 1 {
                let (localName, namespace) = currentName()
                let value = unsafe XMLLibrary.string(xmlTextReaderConstValue(handle.pointer)) ?? ""
                attributes.append(XMLAttribute(localName: localName, namespace: namespace, value: value))
            }
            found = unsafe xmlTextReaderMoveToNextAttribute(handle.pointer)
        }
        _ = unsafe xmlTextReaderMoveToElement(handle.pointer)
        return attributes
    }
}
