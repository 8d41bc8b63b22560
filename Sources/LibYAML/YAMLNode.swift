/// A value of a YAML document and where it was written.
///
/// Nothing is interpreted: `1`, `yes` and `null` are scalars, `<<` is a key like any other.
public struct YAMLNode: Sendable, Equatable {
    /// What a value is made of.
    public enum Content: Sendable, Equatable {
        /// Text. It is quoted where it was not written plain: in quotes or as a block (`|`, `>`), so that it
        /// is text and never a number, a truth value or null.
        case scalar(String, isQuoted: Bool)
        /// Values in order.
        case sequence([YAMLNode])
        /// Keys and values in the order of the file; a repeated key is kept.
        case mapping([Entry])
    }

    /// A key of a mapping with its value.
    public struct Entry: Sendable, Equatable {
        /// The key, mostly a scalar.
        public let key: YAMLNode
        /// The value; a missing one is an empty plain scalar.
        public let value: YAMLNode

        /// Makes an entry from its parts.
        public init(key: YAMLNode, value: YAMLNode) {
            self.key = key
            self.value = value
        }
    }

    /// What the value is made of.
    public let content: Content
    /// The line on which the value begins, from 1.
    ///
    /// What an alias repeats has the place of its anchor.
    public let line: Int
    /// The column at which the value begins, in UTF-8 bytes, from 1.
    public let column: Int

    /// Makes a node from its parts.
    ///
    /// - Parameters:
    ///   - content: What the value is made of.
    ///   - line: The line, from 1.
    ///   - column: The column in UTF-8 bytes, from 1.
    public init(content: Content, line: Int, column: Int) {
        self.content = content
        self.line = line
        self.column = column
    }
}
