/// What a JSON object that stands for a value looks like: from one declaration come the objects and their schema,
/// which therefore cannot disagree.
///
///     let shape = JSONShape<Column>([
///         .member("id", .text, "Id of the column") { .string($0.id) },
///         .optional("note", .text, "What there is to say; absent where there is nothing") { … },
///     ])
public struct JSONShape<Value>: Sendable {
    /// A member of the object.
    public struct Member: Sendable {
        public let name: String
        /// What its value is, with a sentence for people.
        public let schema: JSONSchema
        /// Whether it may be absent.
        public let isOptional: Bool
        fileprivate let value: @Sendable (Value) -> JSONValue?

        /// A member that every object has.
        public static func member(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            _ value: @escaping @Sendable (Value) -> JSONValue
        ) -> Member {
            Member(name: name, schema: schema.described(description), isOptional: false, value: value)
        }

        /// A member that is absent where the value is nil.
        public static func optional(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            _ value: @escaping @Sendable (Value) -> JSONValue?
        ) -> Member {
            Member(name: name, schema: schema.described(description), isOptional: true, value: value)
        }

        /// The same member of something that has such a value.
        fileprivate func inside<Whole>(_ part: @escaping @Sendable (Whole) -> Value) -> JSONShape<Whole>.Member {
            let value = value
            return JSONShape<Whole>.Member(name: name, schema: schema, isOptional: isOptional) { value(part($0)) }
        }

        /// The same member of something that may have such a value.
        fileprivate func inside<Whole>(_ part: @escaping @Sendable (Whole) -> Value?) -> JSONShape<Whole>.Member {
            let value = value
            return JSONShape<Whole>.Member(name: name, schema: schema, isOptional: true) { part($0).flatMap(value) }
        }
    }

    /// In the order of the declaration.
    public let members: [Member]
    /// The names of the members as they are written: sorted.
    @usableFromInline let names: [String]
    /// Take the value of the member of the same index.
    @usableFromInline let values: [@Sendable (Value) -> JSONValue?]

    /// - Parameter members: Members with different names.
    public init(_ members: [Member]) {
        self.members = members
        let sorted = members.sorted { $0.name < $1.name }
        names = sorted.map(\.name)
        values = sorted.map(\.value)
    }

    /// The members as part of a larger object.
    /// - Parameter part: Takes the part from the whole.
    public func members<Whole>(from part: @escaping @Sendable (Whole) -> Value) -> [JSONShape<Whole>.Member] {
        members.map { $0.inside(part) }
    }

    /// The members as part of a larger object; absent, all of them, where the part is.
    /// - Parameter part: Takes the part from the whole.
    public func members<Whole>(
        ofOptional part: @escaping @Sendable (Whole) -> Value?
    ) -> [JSONShape<Whole>.Member] {
        members.map { $0.inside(part) }
    }

    /// The object that stands for a value.
    // Inlined, for a generic function of another module is three times as slow.
    @inlinable public func json(_ value: Value) -> JSONValue {
        var found: [(key: String, value: JSONValue)] = []
        found.reserveCapacity(names.count)
        for index in names.indices {
            if let json = values[index](value) { found.append((names[index], json)) }
        }
        return .object(JSONObject(sorted: found))
    }

    /// The array that stands for values.
    @inlinable public func json(_ values: some Sequence<Value>) -> JSONValue {
        var elements: [JSONValue] = []
        elements.reserveCapacity(values.underestimatedCount)
        for value in values { elements.append(json(value)) }
        return .array(elements)
    }

    /// What such objects look like.
    public var schema: JSONSchema {
        .object(members.map { (name: $0.name, schema: $0.schema, isRequired: !$0.isOptional) })
    }
}
