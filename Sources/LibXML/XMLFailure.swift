/// Why an XML document or a RELAX NG schema could not be read.
public struct XMLFailure: Error, Sendable, Equatable {
    /// What sort of fault it is.
    public enum Kind: Sendable, Equatable {
        /// The bytes are not well-formed XML with namespaces.
        case malformed
        /// The document breaks its schema, or the schema is not a RELAX NG schema.
        case invalid
        /// A limit was passed; the message names it.
        case limit
        /// Elements are nested deeper than ``XMLLimits/maximumDepth``.
        case depth
        /// There are more different names than ``XMLLimits/maximumNames``.
        case names
        /// A tag has more attributes than ``XMLLimits/maximumAttributes``.
        case attributes
        /// The content handler stopped the parser.
        case interrupted
        /// The document holds a DTD or an entity, or the schema wants to load a file.
        case forbidden
    }

    /// What sort of fault it is.
    public let kind: Kind
    /// One line of text for a person, without a line break at its end.
    public let message: String
    /// The line of the fault, from 1, where it is known.
    public let line: Int?
    /// The column of the fault in UTF-8 bytes, from 1, where it is known.
    ///
    /// For a document in another encoding than UTF-8 it counts characters.
    public let column: Int?

    /// Makes a failure from its parts.
    ///
    /// - Parameters:
    ///   - kind: What sort of fault it is.
    ///   - message: One line of text for a person.
    ///   - line: The line, from 1.
    ///   - column: The column in UTF-8 bytes, from 1.
    public init(kind: Kind, message: String, line: Int? = nil, column: Int? = nil) {
        self.kind = kind
        self.message = message
        self.line = line
        self.column = column
    }
}

extension XMLFailure: CustomStringConvertible {
    /// The position, where known, and the message: `3:7: Opening and ending tag mismatch`.
    public var description: String {
        guard let line else { return message }
        guard let column else { return "\(line): \(message)" }
        return "\(line):\(column): \(message)"
    }
}

extension XMLFailure {
    /// A document with a document type declaration, found at a position.
    static func documentType(line: Int?, column: Int?) -> Self {
        Self(
            kind: .forbidden,
            message: "documents with a DTD (<!DOCTYPE …>) are not read, because a DTD can define entities",
            line: line,
            column: column
        )
    }

    /// More bytes than the parser can count.
    static func size(_ count: Int) -> Self {
        Self(kind: .limit, message: "\(count) bytes of XML are more than libxml2 can hold (\(Int32.max))")
    }

    /// Elements nested too deeply.
    static func depth(_ limits: XMLLimits, line: Int?) -> Self {
        Self(
            kind: .depth,
            message: "elements are nested more than \(limits.maximumDepth) deep",
            line: line
        )
    }

    /// Too many attributes of one element.
    static func attributes(_ limits: XMLLimits, line: Int?) -> Self {
        Self(kind: .attributes, message: "a tag has more than \(limits.maximumAttributes) attributes", line: line)
    }

    /// Too many different elements.
    static func names(_ limits: XMLLimits, line: Int?) -> Self {
        Self(kind: .names, message: "more than \(limits.maximumNames) different elements", line: line)
    }

    /// Too many elements and pieces of text.
    static func nodes(_ limits: XMLLimits, line: Int?) -> Self {
        Self(
            kind: .limit,
            message: "more than \(limits.maximumNodes) elements and pieces of text",
            line: line
        )
    }
}
