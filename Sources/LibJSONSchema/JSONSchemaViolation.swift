/// A place at which a text breaks a rule of its schema.
public struct JSONSchemaViolation: Sendable, Equatable {
    /// The keyword of the schema that is broken.
    public enum Rule: Sendable, Equatable {
        case type, `enum`, const, pattern, format
        case minimum, maximum, multipleOf
        case minLength, maxLength
        case minItems, maxItems, uniqueItems
        /// The name of the member that is missing.
        case required(String)
        /// The name of the member that no rule allows; nil where the library does not say.
        case additionalProperties(String?)
        /// A keyword that no schema of this program uses.
        case other
        /// There is another violation inside.
        case consequence
    }

    /// The place in the text, as a JSON Pointer (RFC 6901): empty for the whole text.
    public var pointer: String
    /// What the library says.
    public var message: String

    public init(pointer: String, message: String) {
        self.pointer = pointer
        self.message = message
    }

    /// The steps of ``pointer``: names of members and numbers of items, from 0.
    public var path: [String] {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { step in
            guard step.contains("~") else { return String(step) }
            var name = ""
            var rest = step[...]
            while let character = rest.popFirst() {
                guard character == "~" else {
                    name.append(character)
                    continue
                }
                name += rest.popFirst() == "1" ? "/" : "~"
            }
            return name
        }
    }

    /// What rule is broken, as far as the message tells.
    public var rule: Rule {
        for (start, rule) in JSONSchemaViolation.beginnings where message.hasPrefix(start) { return rule }
        if message.hasPrefix("Missing required property") { return quoted.map(Rule.required) ?? .other }
        if message.hasPrefix("Object contains a property that could not be validated") {
            return .additionalProperties(lastQuoted)
        }
        if message.contains("should contain no more than") { return .maxItems }
        if message.contains("should contain no fewer than") { return .minItems }
        return .other
    }

    /// How valijson 1.0 begins its messages.
    private static let beginnings: [(String, Rule)] = [
        ("Value type not permitted by 'type'", .type),
        ("Failed to match against any enum values", .enum),
        ("Failed to match expected value set by 'const'", .const),
        ("Failed to match regex", .pattern),
        ("String is too long for a 'pattern'", .pattern),
        ("String should be a valid", .format),
        ("Expected number greater", .minimum),
        ("Expected number less", .maximum),
        ("Value should be a multiple of", .multipleOf),
        ("String should be no fewer", .minLength),
        ("String should be no more", .maxLength),
        ("Elements at indexes", .uniqueItems),
        ("Failed to validate item #", .consequence),
        ("Failed to validate against schema associated", .consequence),
        ("Failed to validate against additional properties schema", .consequence),
        ("Failed to validate against child schema", .consequence),
        ("Failed to validate against any schemas allowed by anyOf", .consequence),
        ("Failed to validate against any child schemas", .consequence),
        ("Failed to validate against a conditional schema", .consequence),
    ]

    /// The first text between single quotes.
    private var quoted: String? {
        guard let start = message.firstIndex(of: "'"), let end = message.lastIndex(of: "'"), start < end else {
            return nil
        }
        return String(message[message.index(after: start)..<end])
    }

    /// The text between the last single quotes of a message that ends with them.
    private var lastQuoted: String? {
        guard let mark = message.range(of: "constraints: '"), let end = message.lastIndex(of: "'"),
            mark.upperBound <= end
        else { return nil }
        return String(message[mark.upperBound..<end])
    }
}

extension String {
    /// Where a text first stands in this one.
    fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
