import CLibXML2

/// What the functions that libxml2 calls work on.
///
/// A struct behind a pointer and not a class: these functions run for every tag of a document, and neither
/// reference counts nor checks for exclusive access should cost more than the parser itself.
@safe
struct PushParserCore: ~Copyable {
    /// How much is given to libxml2 at once: small enough for the processor's cache.
    static let pieceLength = 64 << 10

    private let notation: XMLPushParser.Notation
    private let limits: XMLLimits
    var names: NameTable
    var openElements = OpenElements()
    private(set) var context: xmlParserCtxtPtr?
    /// Set while the parser works. Whoever lets it work holds the handler; to hold it for every tag would be dear.
    unowned(unsafe) var handler: (any XMLContentHandler)?
    private(set) var failure: XMLFailure?
    /// Whether nothing has stopped the parser yet.
    private(set) var isGoing = true
    private let log = ErrorLog()
    /// How many attributes a tag has that is not complete yet.
    private var waitingAttributes = 0

    init(_ notation: XMLPushParser.Notation, _ vocabulary: XMLVocabulary, _ limits: XMLLimits) {
        self.notation = notation
        self.limits = limits
        names = NameTable(vocabulary)
    }

    private var isHTML: Bool {
        if case .html = notation { true } else { false }
    }

    private var allowsDoctype: Bool {
        if case .xml(allowsDoctype: false) = notation { false } else { true }
    }

    // MARK: The parser of libxml2

    /// - Parameter core: the address of this value, which libxml2 hands to its functions.
    /// - Returns: whether there was memory for it.
    mutating func open(_ core: UnsafeMutablePointer<PushParserCore>) -> Bool {
        var functions = unsafe isHTML ? PushParserCore.htmlFunctions : PushParserCore.xmlFunctions
        if isHTML {
            unsafe context = htmlCreatePushParserCtxt(&functions, core, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
            guard unsafe context != nil else { return false }
            let options = HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
            unsafe htmlCtxtUseOptions(context, Int32(bitPattern: options))
        } else {
            unsafe context = xmlCreatePushParserCtxt(&functions, core, nil, 0, nil)
            guard unsafe context != nil else { return false }
            // Beyond its own depth libxml2 has no limit but `limits`, which the start of each element checks.
            let isDeep = limits.maximumDepth > XMLLimits.libraryDepth
            let options = XML_PARSE_NONET.rawValue | (isDeep ? XML_PARSE_HUGE.rawValue : 0)
            unsafe xmlCtxtUseOptions(context, Int32(bitPattern: options))
        }
        return true
    }

    mutating func close() {
        guard let context = unsafe context else { return }
        if let document = unsafe context.pointee.myDoc { unsafe xmlFreeDoc(document) }
        unsafe context.pointee.myDoc = nil
        unsafe isHTML ? htmlFreeParserCtxt(context) : xmlFreeParserCtxt(context)
        unsafe self.context = nil
    }

    mutating func push(_ bytes: UnsafePointer<UInt8>?, count: Int, isLast: Bool) {
        let characters = unsafe UnsafeRawPointer(bytes)?.assumingMemoryBound(to: CChar.self)
        if isHTML {
            unsafe _ = htmlParseChunk(context, characters, Int32(count), isLast ? 1 : 0)
            return
        }
        unsafe _ = xmlParseChunk(context, characters, Int32(count), isLast ? 1 : 0)
        unsafe countAttributes(UnsafeBufferPointer(start: bytes, count: count))
        // Namespace faults leave the document readable, and libxml2 goes on behind them.
        if isGoing, let first = log.first {
            fail(first.failure(limits: limits, column: { _, column in column }))
        }
    }

    /// Looks for a tag that goes on and on: libxml2 waits for its end before it parses it.
    private mutating func countAttributes(_ piece: UnsafeBufferPointer<UInt8>) {
        guard let input = unsafe context?.pointee.input, let start = unsafe input.pointee.cur,
            let end = unsafe input.pointee.end, unsafe end - start >= piece.count, unsafe end - start > 1,
            unsafe start[0] == UInt8(ascii: "<"), unsafe start[1] >= UInt8(ascii: "A")
        else {
            waitingAttributes = 0
            return
        }
        unsafe waitingAttributes += piece.count { $0 == UInt8(ascii: "=") }
        if waitingAttributes > limits.maximumAttributes { fail(.attributes(limits, line: line)) }
    }

    mutating func fail(_ failure: XMLFailure) {
        guard isGoing else { return }
        isGoing = false
        self.failure = failure
        unsafe xmlStopParser(context)
    }

    var line: Int? {
        guard let input = unsafe context?.pointee.input else { return nil }
        return unsafe Int(input.pointee.line)
    }

    // MARK: What libxml2 reports

    /// - Returns: the element's number in the vocabulary where the handler must be told.
    mutating func begin(_ name: Int) -> Int? {
        guard isGoing else { return nil }
        openElements.push(name, line: line ?? 1)
        guard openElements.depth <= limits.maximumDepth else {
            fail(.depth(limits, line: line))
            return nil
        }
        guard names.count <= limits.maximumNames else {
            fail(.names(limits, line: line))
            return nil
        }
        let number = names.number(at: name)
        return number >= 0 ? number : nil
    }

    /// - Returns: the element's number in the vocabulary where the handler must be told.
    mutating func end() -> Int? {
        guard isGoing, let name = openElements.pop() else { return nil }
        let number = names.number(at: name)
        return number >= 0 ? number : nil
    }

    mutating func interrupt() { fail(XMLFailure(kind: .interrupted, message: "the handler stopped the parser")) }

    mutating func record(_ error: xmlErrorPtr) {
        // Where a document type names a DTD, an entity may be defined there; `reference` judges it.
        if unsafe error.pointee.code == XML_WAR_UNDECLARED_ENTITY.rawValue { return }
        unsafe log.record(error)
    }

    mutating func refuseDoctype() {
        guard !allowsDoctype else { return }
        refuseDeclaration()
    }

    mutating func refuseDeclaration() { fail(.documentType(line: line, column: nil)) }

    mutating func refuseEntity(_ name: UnsafePointer<UInt8>?) {
        let name = unsafe XMLLibrary.string(name) ?? ""
        fail(XMLFailure(kind: .malformed, message: "the entity '&\(name);' is not defined", line: line))
    }
}
