import TesseraModel
import TesseraWriters

/// Turns a Table Schema (Data Package v2) into a JSON Schema (draft-07) of the table's rows, and rows into JSON.
struct RowSchema {
    private struct Field {
        var name: String
        var type: String
    }

    /// The schema of an array of rows.
    let schema: JSONValue
    private let fields: [Field]

    /// - Parameter tableSchema: a Table Schema, as the writer of descriptors makes it.
    init(_ tableSchema: JSONValue) {
        var fields: [Field] = []
        var properties: [(key: String, value: JSONValue)] = []
        var required: [JSONValue] = []
        for field in tableSchema["fields"]?.items ?? [] {
            guard case .string(let name)? = field["name"], case .string(let type)? = field["type"] else { continue }
            fields.append(Field(name: name, type: type))
            properties.append((name, RowSchema.property(type, field)))
            if field["constraints"]?["required"] == .bool(true) { required.append(.string(name)) }
        }
        self.fields = fields
        schema = .object([
            "$schema": "http://json-schema.org/draft-07/schema#",
            "type": "array",
            "items": .object([
                "type": "object", "properties": .object(JSONObject(properties)), "required": .array(required),
                "additionalProperties": .bool(false),
            ]),
        ])
    }

    /// Table Schema and JSON Schema share most names of constraints; what is about whole columns (`unique`) is not here.
    private static func property(_ type: String, _ field: JSONValue) -> JSONValue {
        var members: JSONObject = [:]
        switch type {
        case "integer", "number", "boolean": members["type"] = .string(type)
        default: members["type"] = "string"
        }
        if type == "date" { members["format"] = "date" }
        if type == "datetime" { members["format"] = "date-time" }
        for name in ["enum", "minimum", "maximum", "minLength", "maxLength"] {
            if let value = field["constraints"]?[name] { members[name] = value }
        }
        // A pattern of Table Schema fits the whole value.
        if case .string(let pattern)? = field["constraints"]?["pattern"] {
            members["pattern"] = .string("^(?:\(pattern))$")
        }
        return .object(members)
    }

    /// A row as a JSON object: an empty value is none, and what is no number stays a text, so that its type is wrong.
    /// - Parameter values: by the names of the columns.
    func row(_ values: [String: String]) -> JSONValue {
        .object(
            JSONObject(
                fields.compactMap { field in
                    guard let text = values[field.name], !text.isEmpty else { return nil }
                    return (key: field.name, value: RowSchema.value(text, field.type))
                }
            )
        )
    }

    private static func value(_ text: String, _ type: String) -> JSONValue {
        switch type {
        case "integer", "number":
            // Swift reads more than a table may hold: `0x10`, `inf`, ` 1`.
            guard text.utf8.allSatisfy({ $0 &- 48 < 10 || $0 == 45 || $0 == 46 }), let number = Double(text) else {
                return .string(text)
            }
            // A number that is not whole, or that cannot be held, stays as it is written.
            if type == "integer", number != number.rounded() || number.magnitude >= 0x1p53 { return .string(text) }
            return .number(number)
        case "boolean": return text == "true" ? .bool(true) : text == "false" ? .bool(false) : .string(text)
        default: return .string(text)
        }
    }
}

extension JSONValue {
    /// A member of an object; nil for none, and for what is no object.
    subscript(_ name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The items of an array; nil for what is no array.
    var items: [JSONValue]? {
        if case .array(let items) = self { items } else { nil }
    }

    var text: String? {
        if case .string(let text) = self { text } else { nil }
    }

    /// The value at some place.
    /// - Parameter path: names of members and numbers of items from 0.
    func value(at path: [String]) -> JSONValue? {
        var value = self
        for step in path {
            let next: JSONValue?
            switch value {
            case .object(let members): next = members[step]
            case .array(let items):
                guard let index = Int(step), items.indices.contains(index) else { return nil }
                next = items[index]
            default: return nil
            }
            guard let next else { return nil }
            value = next
        }
        return value
    }
}
