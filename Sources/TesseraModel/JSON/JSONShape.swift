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
    /// By name, which is the order in which they are written.
    private let sorted: [Member]

    /// - Parameter members: Members with different names.
    public init(_ members: [Member]) {
        self.members = members
        sorted = members.sorted { $0.name < $1.name }
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
    public func json(_ value: Value) -> JSONValue {
        .object(
            JSONObject(
                sorted.lazy.compactMap { member in member.value(value).map { (key: member.name, value: $0) } }
            )
        )
    }

    /// The array that stands for values.
    public func json(_ values: some Sequence<Value>) -> JSONValue { .array(values.map { json($0) }) }

    /// What such objects look like.
    public var schema: JSONSchema {
        .object(members.map { (name: $0.name, schema: $0.schema, isRequired: !$0.isOptional) })
    }
}
