import LibJSONSchema
import TesseraModel
import TesseraPipeline

/// A JSON Schema with what is needed to say in plain words how a value breaks it.
struct SchemaCheck: ~Copyable {
    /// A violation in plain words.
    struct Violation {
        /// Names of members and numbers of items from 0, from the root to the value.
        var path: [String]
        /// A part of a sentence: `'x' is no whole number`.
        var message: String
    }

    private let schema: JSONSchemaValidator
    private let json: JSONValue

    /// - Parameter schema: one of this program's own schemas.
    init(_ schema: JSONValue) {
        json = schema
        do {
            self.schema = try JSONSchemaValidator(schema.serialised())
        } catch {
            preconditionFailure("a schema of this program cannot be compiled: \(error)")
        }
    }

    /// What a value breaks.
    /// - Parameter bytes: the value as its file has it; nil for one that was made here.
    func violations(of value: JSONValue, in bytes: [UInt8]? = nil) -> [Violation] {
        do {
            let text = bytes ?? value.line()
            let locator = JSONLocator(text)
            return try schema.violations(of: text).compactMap { violation in
                if isWholeNumber(violation, value) { return nil }
                return Violation(path: violation.path, message: sentence(violation, value, locator))
            }
        } catch {
            // What was serialised here is JSON, so it can only be too deep.
            return [Violation(path: [], message: error.message)]
        }
    }

    /// Whether a number is only written as if it were none of the whole ones: `2.0`. The validator goes by the notation,
    /// draft-07 by the value.
    private func isWholeNumber(_ violation: JSONSchemaViolation, _ root: JSONValue) -> Bool {
        guard case .type = violation.rule, case .number(let number)? = root.value(at: violation.path),
            number == number.rounded(), number.magnitude < 0x1p53, let type = subschema(at: violation.path)?["type"]
        else { return false }
        return type == "integer" || type.items?.contains("integer") == true
    }

    private func sentence(_ violation: JSONSchemaViolation, _ root: JSONValue, _ locator: JSONLocator) -> String {
        let value = root.value(at: violation.path) ?? .null
        let rule = subschema(at: violation.path) ?? .null
        // Numbers as the file has them: not all can be held.
        var shown = value.shown
        if case .number = value, let word = locator.word(at: violation.path) { shown = word.shortened(to: 40) }
        switch violation.rule {
        case .type: return "\(shown) is no \(SchemaCheck.types(rule["type"]))"
        case .enum:
            let words = (rule["enum"]?.items ?? []).filter { $0 != .null }.map { $0.text ?? $0.description }
            return "\(shown) is none of the values that may stand here: \(words.joined(separator: ", "))"
        case .const: return "\(shown) stands where \((rule["const"] ?? .null).shown) must stand"
        case .pattern: return "\(shown) does not fit the pattern \(rule["pattern"]?.text ?? "of its column")"
        case .format: return "\(shown) is no \(rule["format"]?.text == "date" ? "date" : "date with a time")"
        case .minimum: return "\(shown) is less than \((rule["minimum"] ?? .null).description)"
        case .maximum: return "\(shown) is more than \((rule["maximum"] ?? .null).description)"
        case .minLength: return "the text is empty"
        case .maxLength: return "\(shown) is longer than \((rule["maxLength"] ?? .null).description) characters"
        case .minItems: return "the list has fewer than \((rule["minItems"] ?? .null).description) entries"
        case .maxItems: return "the list has more than \((rule["maxItems"] ?? .null).description) entries"
        case .uniqueItems: return "the list has an entry twice"
        case .multipleOf: return "\(shown) is no multiple of \((rule["multipleOf"] ?? .null).description)"
        case .required(let name): return "the member '\(name)' is missing"
        case .additionalProperties(let name):
            return "there is no member '\((name ?? "").shortened(to: 40))' in this place"
        case .other, .consequence: return violation.message
        }
    }

    /// `text`, `whole number or null`.
    private static func types(_ type: JSONValue?) -> String {
        let names = type?.items?.compactMap(\.text) ?? [type?.text ?? "value of this kind"]
        return names.map { name in
            switch name {
            case "string": "text"
            case "integer": "whole number"
            case "array": "list"
            default: name
            }
        }.joined(separator: " or ")
    }

    /// The part of the schema that a place must fit, as far as `properties`, `items` and `$ref` lead there.
    private func subschema(at path: [String]) -> JSONValue? {
        var part = resolved(json)
        for step in path {
            guard let here = part else { return nil }
            if let property = here["properties"]?[step] {
                part = resolved(property)
            } else if let items = here["items"], Int(step) != nil {
                part = resolved(items)
            } else {
                return nil
            }
        }
        return part
    }

    private func resolved(_ part: JSONValue) -> JSONValue? {
        var part = part
        // A circle of references is none of this program's.
        for _ in 0..<8 {
            guard case .string(let reference)? = part["$ref"] else { return part }
            guard let target = json.value(at: reference.split(separator: "/").dropFirst().map(String.init)) else {
                return nil
            }
            part = target
        }
        return nil
    }
}

extension JSONValue {
    /// The value for a message.
    var shown: String {
        switch self {
        case .string(let text): "'\(text.onOneLine.shortened(to: 40))'"
        case .array: "a list"
        case .object: "an object"
        default: description
        }
    }
}

extension String {
    /// With a sign for each line end, so that a message stays on one line, and names for what is not seen.
    var onOneLine: String { Excerpt.shown(unicodeScalars) }
}
