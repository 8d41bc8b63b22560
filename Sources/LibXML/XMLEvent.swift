/// One step of reading a document from its beginning to its end.
///
/// Comments and processing instructions give no event.
public enum XMLEvent: Sendable, Equatable {
    /// A start tag. An empty element `<a/>` gives a start and then an end.
    case start(XMLElement)
    /// Text or CDATA, white space included. Adjacent text may come in pieces.
    case text(String)
    /// An end tag: its name without prefix and the name of its namespace.
    case end(localName: String, namespace: String?)
}

/// The start tag of an element.
public struct XMLElement: Sendable, Equatable {
    /// The name without its prefix.
    public let localName: String
    /// The name of the namespace, or nil where the element has none.
    public let namespace: String?
    /// The attributes in the order of the document, without namespace declarations.
    public let attributes: [XMLAttribute]
    /// Whether the element was written as `<a/>`; an end event follows all the same.
    public let isEmpty: Bool

    /// Makes an element from its parts.
    public init(localName: String, namespace: String?, attributes: [XMLAttribute], isEmpty: Bool) {
        self.localName = localName
        self.namespace = namespace
        self.attributes = attributes
        self.isEmpty = isEmpty
    }
}

/// An attribute of a start tag.
public struct XMLAttribute: Sendable, Equatable {
    /// The name without its prefix.
    public let localName: String
    /// The name of the namespace; nil for a name without prefix.
    public let namespace: String?
    /// The value, with character references resolved.
    public let value: String

    /// Makes an attribute from its parts.
    public init(localName: String, namespace: String?, value: String) {
        self.localName = localName
        self.namespace = namespace
        self.value = value
    }
}
