/// A JSON Schema (draft-07), or a part of one, as a value.
///
/// Draft-07 because Data Package uses it, and because every validator knows it. The keywords are those that the
/// schemas of this project need, no more.
public struct JSONSchema: Sendable, Equatable {
    /// The keywords, `type` and so on.
    public private(set) var keywords: JSONObject

    private init(_ keywords: JSONObject) { self.keywords = keywords }

    /// Any value.
    public static let any = JSONSchema([:])
    public static let boolean = JSONSchema(["type": "boolean"])

    /// A text.
    /// - Parameters:
    ///   - pattern: What the whole text looks like: see ``ValuePattern``.
    ///   - minLength: The least number of characters.
    ///   - format: A word of draft-07, section 7.3, such as `uri`.
    public static func string(
        pattern: String? = nil,
        minLength: Int? = nil,
        format: String? = nil
    ) -> JSONSchema {
        var schema = JSONSchema(["type": "string"])
        schema.keywords["pattern"] = pattern.map { .string(ValuePattern.anchored($0)) }
        schema.keywords["minLength"] = minLength.map(JSONValue.number)
        schema.keywords["format"] = format.map(JSONValue.string)
        return schema
    }

    /// A text of a notation that takes some texts for something else, as YAML does with `2007` and `true`.
    /// - Parameter pattern: What the whole text looks like.
    public static func scalar(pattern: String? = nil) -> JSONSchema {
        var schema = JSONSchema(["type": .array(["string", "number", "boolean"]), "minLength": .number(1)])
        schema.keywords["pattern"] = pattern.map { .string(ValuePattern.anchored($0)) }
        return schema
    }

    /// A text that is not empty.
    public static let text = JSONSchema.string(minLength: 1)

    /// One of some words.
    public static func words(_ words: [String]) -> JSONSchema {
        JSONSchema(["type": "string", "enum": .array(words.map(JSONValue.string))])
    }

    /// One of the words of an enumeration.
    public static func words<Word: CaseIterable & RawRepresentable<String>>(_: Word.Type) -> JSONSchema {
        words(Word.allCases.map(\.rawValue))
    }

    /// One of some values.
    public static func values(_ values: [JSONValue]) -> JSONSchema { JSONSchema(["enum": .array(values)]) }

    /// This value and no other.
    public static func constant(_ value: JSONValue) -> JSONSchema { JSONSchema(["const": value]) }

    public static func integer(from minimum: Int? = nil, to maximum: Int? = nil) -> JSONSchema {
        ranged("integer", minimum.map(Double.init), maximum.map(Double.init))
    }

    public static func number(from minimum: Double? = nil, to maximum: Double? = nil) -> JSONSchema {
        ranged("number", minimum, maximum)
    }

    private static func ranged(_ type: String, _ minimum: Double?, _ maximum: Double?) -> JSONSchema {
        var schema = JSONSchema(["type": .string(type)])
        schema.keywords["minimum"] = minimum.map { .number($0) }
        schema.keywords["maximum"] = maximum.map { .number($0) }
        return schema
    }

    /// - Parameters:
    ///   - element: What each element is.
    ///   - minItems: The least number of elements.
    ///   - uniqueItems: Whether no element may stand in it twice.
    public static func array(of element: JSONSchema, minItems: Int? = nil, uniqueItems: Bool = false) -> JSONSchema {
        var schema = JSONSchema(["type": "array", "items": element.json])
        schema.keywords["minItems"] = minItems.map(JSONValue.number)
        if uniqueItems { schema.keywords["uniqueItems"] = .bool(true) }
        return schema
    }

    /// An object with the members named here and no other.
    public static func object(_ members: [(name: String, schema: JSONSchema, isRequired: Bool)]) -> JSONSchema {
        var schema = JSONSchema([
            "type": "object", "additionalProperties": .bool(false),
            "properties": .object(JSONObject(members.map { (key: $0.name, value: $0.schema.json) })),
        ])
        let required = members.filter(\.isRequired).map(\.name)
        if !required.isEmpty { schema.keywords["required"] = .array(required.map(JSONValue.string)) }
        return schema
    }

    /// An object with the members named here, and with any others beside them.
    public static func open(_ members: [(name: String, schema: JSONSchema, isRequired: Bool)]) -> JSONSchema {
        var schema = object(members)
        schema.keywords["additionalProperties"] = nil
        return schema
    }

    /// An object with members of any name.
    /// - Parameters:
    ///   - value: What each member is.
    ///   - pattern: What the names look like; nil for any.
    public static func map(to value: JSONSchema, names pattern: String? = nil) -> JSONSchema {
        var schema = JSONSchema(["type": "object", "additionalProperties": value.json])
        schema.keywords["propertyNames"] = pattern.map {
            .object(["pattern": .string(ValuePattern.anchored($0))])
        }
        return schema
    }

    /// The same object with exactly one of these members.
    public func withOne(of members: [String]) -> JSONSchema {
        var schema = self
        schema.keywords["oneOf"] = .array(members.map { .object(["required": .array([.string($0)])]) })
        return schema
    }

    /// The same object without all of these members at once.
    public func withoutAll(of members: [String]) -> JSONSchema {
        var schema = self
        schema.keywords["not"] = .object(["required": .array(members.map(JSONValue.string))])
        return schema
    }

    /// A value that fits exactly one of these.
    public static func oneOf(_ schemas: [JSONSchema]) -> JSONSchema {
        JSONSchema(["oneOf": .array(schemas.map(\.json))])
    }

    /// A value that fits one or more of these.
    public static func anyOf(_ schemas: [JSONSchema]) -> JSONSchema {
        JSONSchema(["anyOf": .array(schemas.map(\.json))])
    }

    /// The definition of this name in the document that the schema is part of.
    public static func reference(_ name: String) -> JSONSchema {
        JSONSchema(["$ref": .string("#/definitions/\(name)")])
    }

    /// The same, or null.
    public var nullable: JSONSchema {
        var schema = self
        guard case .string(let type)? = keywords["type"] else {
            return .anyOf([self, JSONSchema(["type": "null"])])
        }
        schema.keywords["type"] = .array([.string(type), "null"])
        if case .array(let words)? = keywords["enum"] { schema.keywords["enum"] = .array(words + [.null]) }
        return schema
    }

    /// The same with a sentence for people.
    public func described(_ description: String) -> JSONSchema {
        // Beside `$ref` every other keyword is ignored (draft-07, 8.3).
        var schema = keywords["$ref"] == nil ? self : JSONSchema(["allOf": .array([json])])
        schema.keywords["description"] = .string(description)
        return schema
    }

    /// The same with the value that an absent one stands for.
    public func withDefault(_ value: JSONValue) -> JSONSchema {
        var schema = keywords["$ref"] == nil ? self : JSONSchema(["allOf": .array([json])])
        schema.keywords["default"] = value
        return schema
    }

    public var json: JSONValue { .object(keywords) }

    /// The schema as a document of its own.
    /// - Parameters:
    ///   - id: Name of the schema, with its version: `urn:tessera:schema:report:1`.
    ///   - title: What is described, for people.
    ///   - definitions: What references name.
    public func document(
        id: String,
        title: String,
        definitions: [(name: String, schema: JSONSchema)] = []
    ) -> JSONValue {
        var members = keywords
        members["$schema"] = "http://json-schema.org/draft-07/schema#"
        members["$id"] = .string(id)
        members["title"] = .string(title)
        if !definitions.isEmpty {
            members["definitions"] = .object(JSONObject(definitions.map { (key: $0.name, value: $0.schema.json) }))
        }
        return .object(members)
    }
}
