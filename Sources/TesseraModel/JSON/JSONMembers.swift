/// The members of the JSON objects that stand for values of a type: sorted once, and written without a tree of values.
///
/// ``JSONShape`` has them too, with a schema.
public struct JSONMembers<Value>: Sendable {
    /// What a member holds.
    public struct Content: Sendable {
        /// The value of the member; nil where the object has none.
        @usableFromInline let json: @Sendable (Value) -> JSONValue?
        /// Writes the member, name and all.
        @usableFromInline let write: @Sendable (Value, JSONText.Name, inout JSONText) -> Void

        @usableFromInline init(
            json: @escaping @Sendable (Value) -> JSONValue?,
            write: @escaping @Sendable (Value, JSONText.Name, inout JSONText) -> Void
        ) {
            self.json = json
            self.write = write
        }

        /// A small value; nil for a member that is absent.
        public static func value(_ json: @escaping @Sendable (Value) -> JSONValue?) -> Content {
            Content(json: json) { value, name, text in
                guard let json = json(value) else { return }
                text.beginMember(name)
                text.append(json)
            }
        }

        /// An array of objects; with `isAbsentWhenEmpty`, the member is absent where there are no elements.
        @inlinable public static func list<Element>(
            of members: JSONMembers<Element>,
            orNothing isAbsentWhenEmpty: Bool = false,
            _ elements: @escaping @Sendable (Value) -> [Element]
        ) -> Content {
            Content { value in
                let elements = elements(value)
                return elements.isEmpty && isAbsentWhenEmpty ? nil : .array(elements.map(members.json))
            } write: { value, name, text in
                let elements = elements(value)
                guard !elements.isEmpty || !isAbsentWhenEmpty else { return }
                text.beginMember(name)
                text.beginArray()
                for element in elements {
                    text.beginElement()
                    members.write(element, to: &text)
                }
                text.endArray()
            }
        }

        /// The same of something that has such a value.
        func inside<Whole>(_ part: @escaping @Sendable (Whole) -> Value) -> JSONMembers<Whole>.Content {
            let (json, write) = (json, write)
            return JSONMembers<Whole>.Content {
                json(part($0))
            } write: {
                write(part($0), $1, &$2)
            }
        }

        /// The same of something that may have such a value.
        func inside<Whole>(_ part: @escaping @Sendable (Whole) -> Value?) -> JSONMembers<Whole>.Content {
            let (json, write) = (json, write)
            return JSONMembers<Whole>.Content {
                part($0).flatMap(json)
            } write: {
                if let value = part($0) { write(value, $1, &$2) }
            }
        }
    }

    /// Sorted, as they are written.
    @usableFromInline let names: [String]
    @usableFromInline let writtenNames: [JSONText.Name]
    /// The content of the member of the same index.
    @usableFromInline let contents: [Content]

    /// - Parameter members: Members with different names, in any order.
    public init(_ members: [(name: String, content: Content)]) {
        let sorted = members.sorted { $0.name < $1.name }
        // Closures: a key path into a generic type is made at run time, for each type that stands in for `Value`.
        names = sorted.map { $0.name }
        writtenNames = names.map { JSONText.Name($0) }
        contents = sorted.map { $0.content }
    }

    /// The object that stands for a value.
    // Inlined, for a generic function of another module is three times as slow.
    @inlinable public func json(_ value: Value) -> JSONValue {
        var found: [(key: String, value: JSONValue)] = []
        found.reserveCapacity(names.count)
        for index in names.indices {
            if let json = contents[index].json(value) { found.append((names[index], json)) }
        }
        return .object(JSONObject(sorted: found))
    }

    /// Writes the object that stands for a value.
    @inlinable public func write(_ value: Value, to text: inout JSONText) {
        text.beginObject()
        for index in contents.indices { contents[index].write(value, writtenNames[index], &text) }
        text.endObject()
    }
}
