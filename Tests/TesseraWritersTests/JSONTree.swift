import FoundationEssentials
import Testing

/// JSON of any shape, read by another parser.
enum JSONTree: Decodable, Equatable {
    case none
    case text(String)
    case number(Double)
    case flag(Bool)
    case list([JSONTree])
    case members([String: JSONTree])

    init(from decoder: any Decoder) throws {
        let value = try decoder.singleValueContainer()
        if value.decodeNil() {
            self = .none
        } else if let members = Self.attempt({ try value.decode([String: JSONTree].self) }) {
            self = .members(members)
        } else if let list = Self.attempt({ try value.decode([JSONTree].self) }) {
            self = .list(list)
        } else if let text = Self.attempt({ try value.decode(String.self) }) {
            self = .text(text)
        } else if let flag = Self.attempt({ try value.decode(Bool.self) }) {
            self = .flag(flag)
        } else {
            self = .number(try value.decode(Double.self))
        }
    }

    /// Nil where the value has another type: the next one is tried then.
    private static func attempt<Value>(_ decode: () throws -> Value) -> Value? {
        do { return try decode() } catch { return nil }
    }

    /// A member; nil where there is none.
    subscript(_ name: String) -> JSONTree? {
        if case .members(let members) = self { members[name] } else { nil }
    }

    var elements: [JSONTree] {
        if case .list(let elements) = self { elements } else { [] }
    }

    var text: String? {
        if case .text(let text) = self { text } else { nil }
    }
}

extension Dataset {
    /// A file of the dataset, as JSON.
    func tree(_ name: String) throws -> JSONTree {
        try JSONDecoder().decode(JSONTree.self, from: Data(bytes(name)))
    }
}
