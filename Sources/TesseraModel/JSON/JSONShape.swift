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
        fileprivate let content: JSONMembers<Value>.Content

        /// A member that every object has.
        public static func member(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            _ value: @escaping @Sendable (Value) -> JSONValue
        ) -> Member {
            Member(name: name, schema: schema.described(description), isOptional: false, content: .value(value))
        }

        /// A member that is absent where the value is nil.
        public static func optional(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            _ value: @escaping @Sendable (Value) -> JSONValue?
        ) -> Member {
            Member(name: name, schema: schema.described(description), isOptional: true, content: .value(value))
        }

        /// An array of objects, each of which stands for a value; it may be empty.
        // Inlined like ``JSONMembers/write(_:to:)``.
        @inlinable public static func list<Element>(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            of shape: JSONShape<Element>,
            _ elements: @escaping @Sendable (Value) -> [Element]
        ) -> Member {
            Member(list: name, schema.described(description), isOptional: false, .list(of: shape.written, elements))
        }

        /// An array of objects, each of which stands for a value; it is absent where it would be empty.
        @inlinable public static func optionalList<Element>(
            _ name: String,
            _ schema: JSONSchema,
            _ description: String,
            of shape: JSONShape<Element>,
            _ elements: @escaping @Sendable (Value) -> [Element]
        ) -> Member {
            Member(
                list: name,
                schema.described(description),
                isOptional: true,
                .list(of: shape.written, orNothing: true, elements)
            )
        }

        private init(name: String, schema: JSONSchema, isOptional: Bool, content: JSONMembers<Value>.Content) {
            self.name = name
            self.schema = schema
            self.isOptional = isOptional
            self.content = content
        }

        @usableFromInline init(
            list name: String,
            _ schema: JSONSchema,
            isOptional: Bool,
            _ content: JSONMembers<Value>.Content
        ) {
            self.init(name: name, schema: schema, isOptional: isOptional, content: content)
        }

        /// The same member of something that has such a value.
        fileprivate func inside<Whole>(_ part: @escaping @Sendable (Whole) -> Value) -> JSONShape<Whole>.Member {
            JSONShape<Whole>.Member(name: name, schema: schema, isOptional: isOptional, content: content.inside(part))
        }

        /// The same member of something that may have such a value.
        fileprivate func inside<Whole>(_ part: @escaping @Sendable (Whole) -> Value?) -> JSONShape<Whole>.Member {
            JSONShape<Whole>.Member(name: name, schema: schema, isOptional: true, content: content.inside(part))
        }
    }

    /// In the order of the declaration.
    public let members: [Member]
    /// The members as they are written.
    @usableFromInline let written: JSONMembers<Value>

    /// - Parameter members: Members with different names.
    public init(_ members: [Member]) {
        self.members = members
        written = JSONMembers(members.map { ($0.name, $0.content) })
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
    @inlinable public func json(_ value: Value) -> JSONValue { written.json(value) }

    /// The array that stands for values.
    @inlinable public func json(_ values: some Sequence<Value>) -> JSONValue {
        .array(values.map(written.json))
    }

    /// Writes the object that stands for a value, without making a tree of it.
    @inlinable public func write(_ value: Value, to text: inout JSONText) { written.write(value, to: &text) }

    /// What such objects look like.
    public var schema: JSONSchema {
        .object(members.map { (name: $0.name, schema: $0.schema, isRequired: !$0.isOptional) })
    }
}
