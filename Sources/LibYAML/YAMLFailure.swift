/// Why a YAML file could not be read.
public struct YAMLFailure: Error, Sendable, Equatable {
    /// One line of text for a person.
    public let message: String
    /// The line of the fault, from 1.
    public let line: Int
    /// The column of the fault in UTF-8 bytes, from 1.
    public let column: Int

    /// Makes a failure from its parts.
    ///
    /// - Parameters:
    ///   - message: One line of text for a person.
    ///   - line: The line, from 1.
    ///   - column: The column in UTF-8 bytes, from 1.
    public init(message: String, line: Int, column: Int) {
        self.message = message
        self.line = line
        self.column = column
    }
}

extension YAMLFailure: CustomStringConvertible {
    /// The position and the message: `3:7: did not find expected key`.
    public var description: String {
        "\(line):\(column): \(message)"
    }
}

extension YAMLFailure {
    init(_ message: String, at position: YAMLPosition) {
        self.init(message: message, line: position.line, column: position.column)
    }

    static func depth(_ limits: YAMLLimits, at position: YAMLPosition) -> Self {
        Self("values are nested more than \(limits.maximumDepth) deep (maximumDepth)", at: position)
    }

    static func nodes(_ limits: YAMLLimits, at position: YAMLPosition) -> Self {
        Self("more than \(limits.maximumNodes) values, counting what aliases repeat (maximumNodes)", at: position)
    }

    static func tag(_ tag: String, at position: YAMLPosition) -> Self {
        Self("tags are not supported: '\(tag)'", at: position)
    }

    static func alias(_ name: String, at position: YAMLPosition) -> Self {
        Self("alias '*\(name)' has no anchor '&\(name)' that is complete before it", at: position)
    }

    static func secondDocument(at position: YAMLPosition) -> Self {
        Self("a second document begins here; a file holds one", at: position)
    }
}
