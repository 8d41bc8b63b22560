/// The members of a JSON object.
///
/// An array, not a dictionary: objects here have a handful of members, and hashing their names would cost more than
/// all the rest of writing them.
public struct JSONObject: Sendable, Equatable, ExpressibleByDictionaryLiteral {
    private var members: [(key: String, value: JSONValue)]
    /// Whether the members are known to be sorted by name.
    private var isSorted = false

    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = elements.map { (key: $0.0, value: $0.1) }
    }

    /// - Parameter elements: members with different names.
    public init(_ elements: some Sequence<(key: String, value: JSONValue)>) {
        members = Array(elements)
    }

    /// - Parameter members: members with different names, sorted by name.
    public init(sorted members: [(key: String, value: JSONValue)]) {
        self.members = members
        isSorted = true
    }

    /// The value of a member; nil for none.
    public subscript(_ key: String) -> JSONValue? {
        get { members.first { $0.key == key }?.value }
        set {
            members.removeAll { $0.key == key }
            if let newValue {
                members.append((key, newValue))
                isSorted = false
            }
        }
    }

    /// The members sorted by name.
    public var sorted: [(key: String, value: JSONValue)] {
        isSorted ? members : members.sorted { $0.key < $1.key }
    }

    public var isEmpty: Bool { members.isEmpty }

    /// These members with others, whose names must be different.
    public func adding(_ others: JSONObject) -> JSONObject { JSONObject(members + others.members) }

    public static func == (one: JSONObject, other: JSONObject) -> Bool {
        let first = one.sorted
        let second = other.sorted
        return first.count == second.count
            && zip(first, second).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    }
}
