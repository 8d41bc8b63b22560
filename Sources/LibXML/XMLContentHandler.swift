/// What becomes of the content of a document that ``XMLPushParser`` parses.
///
/// Elements that are not in the vocabulary are not reported; their text and the elements inside them are.
public protocol XMLContentHandler: AnyObject {
    /// An element of the vocabulary begins.
    /// - Throws: ``XMLInterruption`` to stop the parser.
    func start(_ name: Int, _ tag: borrowing XMLTag) throws(XMLInterruption)

    /// An element of the vocabulary ends.
    /// - Throws: ``XMLInterruption`` to stop the parser.
    func end(_ name: Int) throws(XMLInterruption)

    /// Text, white space and CDATA included. Adjacent text may come in pieces, never cut inside a character.
    /// - Throws: ``XMLInterruption`` to stop the parser.
    func text(_ text: borrowing XMLText) throws(XMLInterruption)
}

/// Thrown by a content handler that has seen enough; it keeps the reason itself.
public struct XMLInterruption: Error {
    public init() {}
}

/// A piece of text that lives as long as the call that hands it over.
@safe
public struct XMLText: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>

    init(_ bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = bytes }

    /// Appends the text, UTF-8, to some bytes.
    public func append(to target: inout [UInt8]) { unsafe target.append(contentsOf: bytes) }

    /// Whether the text holds nothing but blanks, tabs and line ends.
    public var isWhiteSpace: Bool {
        unsafe bytes.allSatisfy { $0 <= 0x20 }
    }
}

/// A start tag that lives as long as the call that hands it over.
@safe
public struct XMLTag: ~Copyable {
    private let core: UnsafeMutablePointer<PushParserCore>
    private let attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
    /// How many attributes there are; nil for the attributes of HTML, which a null pointer ends.
    private let count: Int?

    init(
        _ core: UnsafeMutablePointer<PushParserCore>,
        _ attributes: UnsafeMutablePointer<UnsafePointer<UInt8>?>?,
        count: Int?
    ) {
        unsafe self.core = core
        unsafe self.attributes = attributes
        self.count = count
    }

    /// The value of an attribute of the vocabulary, with character references resolved; nil where it is absent.
    public func value(_ name: Int) -> String? {
        guard let attributes = unsafe attributes else { return nil }
        if let count {
            // Five pointers each: local name, prefix, namespace, start and end of the value.
            for attribute in 0..<count {
                let fields = unsafe attributes + 5 * attribute
                guard unsafe core.pointee.names.number(fields[0], fields[2]) == name else { continue }
                guard let start = unsafe fields[3], let end = unsafe fields[4] else { return "" }
                return unsafe XMLTag.resolved(UnsafeBufferPointer(start: start, count: end - start))
            }
            return nil
        }
        var fields = unsafe attributes
        while let attribute = unsafe fields[0] {
            if unsafe core.pointee.names.number(attribute, nil) == name {
                return unsafe XMLLibrary.string(fields[1]) ?? ""
            }
            unsafe fields += 2
        }
        return nil
    }

    /// The value of an attribute as it is meant.
    ///
    /// Where libxml2 does not expand entities, it resolves all references but those to an ampersand, and writes
    /// each of these as `&#38;`, however the document has it.
    private static func resolved(_ value: UnsafeBufferPointer<UInt8>) -> String {
        guard unsafe value.contains(UInt8(ascii: "&")) else { return unsafe String(decoding: value, as: UTF8.self) }
        let reference = Array("&#38;".utf8)
        var bytes: [UInt8] = []
        var rest = unsafe value[...]
        while let first = unsafe rest.first {
            bytes.append(first)
            unsafe rest = rest.dropFirst(rest.starts(with: reference) ? reference.count : 1)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
