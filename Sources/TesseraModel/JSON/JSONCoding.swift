/// What a JSON object that stands for a value looks like, for values that are read as well as written: from one
/// declaration come the writer, the reader and the schema.
public struct JSONCoding<Value: Sendable>: Sendable {
    /// A member of the object.
    public struct Member: Sendable {
        fileprivate let member: JSONShape<Value>.Member
        /// Puts what was read into the value; what is wrong with it comes back.
        fileprivate let read: @Sendable (JSONValue, inout Value) -> [JSONMistake]
    }

    /// The writer and the schema.
    public let shape: JSONShape<Value>
    private let members: [Member]

    /// - Parameter members: Members with different names.
    public init(_ members: [Member]) {
        self.members = members
        shape = JSONShape(members.map(\.member))
    }

    /// Reads an object.
    /// - Parameters:
    ///   - json: The object.
    ///   - value: Takes what was read; members that are absent leave it as it is.
    /// - Returns: All that is wrong, in the order of the declaration; empty where nothing is.
    public func read(_ json: JSONValue, into value: inout Value) -> [JSONMistake] {
        guard case .object(let object) = json else { return [JSONMistake([], "must be an object")] }
        var mistakes: [JSONMistake] = []
        for member in members {
            let name = member.member.name
            if let found = object[name] {
                mistakes += member.read(found, &value).map { $0.inside(name) }
            } else if !member.member.isOptional {
                mistakes.append(JSONMistake([name], "is missing"))
            }
        }
        let known = members.map(\.member.name)
        for (name, _) in object.sorted where !known.contains(name) {
            mistakes.append(JSONMistake([name], "is unknown; the members are \(known.joined(separator: ", "))"))
        }
        return mistakes
    }
}

/// What is wrong with a member of a JSON object.
public struct JSONMistake: Sendable, Equatable {
    /// The names of the members that lead to it.
    public var path: [String]
    /// What is wrong, to be read behind its name: `must be text`.
    public var message: String

    public init(_ path: [String], _ message: String) {
        self.path = path
        self.message = message
    }

    fileprivate func inside(_ name: String) -> JSONMistake { JSONMistake([name] + path, message) }
}

extension JSONCoding.Member {
    /// A number that is always the same, such as a version.
    public static func constant(_ name: String, _ number: Int, _ description: String) -> Self {
        Self(member: .member(name, .constant(.number(number)), description) { _ in .number(number) }) { json, _ in
            json == .number(number) ? [] : [JSONMistake([], "must be \(number)")]
        }
    }

    /// A text that is not empty, and always there.
    public static func text(
        _ name: String,
        _ description: String,
        _ path: any WritableKeyPath<Value, String> & Sendable
    ) -> Self {
        Self(member: .member(name, .text, description) { .string($0[keyPath: path]) }) { json, value in
            guard case .string(let text) = json, !text.isEmpty else { return [.notText] }
            value[keyPath: path] = text
            return []
        }
    }

    /// A text that may be absent, and with `mayBeEmpty` empty.
    public static func optionalText(
        _ name: String,
        _ description: String,
        mayBeEmpty: Bool = false,
        _ path: any WritableKeyPath<Value, String?> & Sendable
    ) -> Self {
        let schema = mayBeEmpty ? JSONSchema.string() : .text
        return Self(
            member: .optional(name, schema, description) { $0[keyPath: path].map(JSONValue.string) }
        ) { json, value in
            guard case .string(let text) = json, mayBeEmpty || !text.isEmpty else {
                return [mayBeEmpty ? JSONMistake([], "must be text") : .notText]
            }
            value[keyPath: path] = text
            return []
        }
    }

    /// Some of these words, at least one; absent for nil.
    public static func optionalWords(
        _ name: String,
        _ words: [String],
        _ description: String,
        _ path: any WritableKeyPath<Value, [String]?> & Sendable
    ) -> Self {
        let schema = JSONSchema.array(of: .words(words), minItems: 1)
        let member = JSONShape<Value>.Member.optional(name, schema, description) {
            $0[keyPath: path].map { .array($0.map(JSONValue.string)) }
        }
        return Self(member: member) { json, value in
            guard case .array(let elements) = json, !elements.isEmpty else {
                return [JSONMistake([], "must be a list of one or more of \(words.joined(separator: ", "))")]
            }
            var found: [String] = []
            for element in elements {
                guard case .string(let word) = element, words.contains(word) else {
                    return [
                        JSONMistake(
                            [],
                            "has \(element.description.shortened(to: 40)), and knows \(words.joined(separator: ", "))"
                        )
                    ]
                }
                found.append(word)
            }
            value[keyPath: path] = found
            return []
        }
    }

    /// An object of its own; absent for nil. `schema` says what is asked of it besides its members, and reading begins
    /// with the value `start`.
    public static func optionalObject<Part: Sendable>(
        _ name: String,
        _ coding: JSONCoding<Part>,
        schema: JSONSchema? = nil,
        from start: Part,
        _ description: String,
        _ path: any WritableKeyPath<Value, Part?> & Sendable
    ) -> Self {
        Self(
            member: .optional(name, schema ?? coding.shape.schema, description) {
                $0[keyPath: path].map(coding.shape.json)
            }
        ) { json, value in
            var part = start
            let mistakes = coding.read(json, into: &part)
            value[keyPath: path] = part
            return mistakes
        }
    }
}

extension JSONMistake {
    fileprivate static let notText = JSONMistake([], "must be text that is not empty")
}
