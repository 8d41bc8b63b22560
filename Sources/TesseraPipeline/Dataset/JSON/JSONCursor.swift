import TesseraModel

/// Why a JSON value is not what it should be.
package struct JSONDecodingFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// Names of members and numbers of items from 0, from the root to the value.
    package var path: [String]
    /// What is wrong, as a sentence without a full stop.
    package var message: String

    package init(path: [String], message: String) {
        self.path = path
        self.message = message
    }

    package var description: String { "\(path.joined(separator: "/")): \(message)" }
}

/// A place in a JSON value, from which typed values are taken.
struct JSONCursor {
    let value: JSONValue
    /// From the root; kept backwards, because it is hardly ever asked for.
    private let steps: Steps

    private final class Steps: Sendable {
        let name: String
        let parent: Steps?

        init(_ name: String, in parent: Steps?) {
            self.name = name
            self.parent = parent
        }
    }

    init(_ value: JSONValue) {
        self.value = value
        steps = Steps("", in: nil)
    }

    private init(_ value: JSONValue, _ steps: Steps) {
        self.value = value
        self.steps = steps
    }

    var path: [String] {
        var names: [String] = []
        var step = steps
        while let parent = step.parent {
            names.append(step.name)
            step = parent
        }
        return names.reversed()
    }

    func failure(_ message: String) -> JSONDecodingFailure { JSONDecodingFailure(path: path, message: message) }

    // MARK: Going on

    /// A member of the object; nil where it has none such.
    func member(_ name: String) throws(JSONDecodingFailure) -> JSONCursor? {
        guard case .object(let members) = value else { throw failure("this is no object") }
        return members[name].map { JSONCursor($0, Steps(name, in: steps)) }
    }

    /// A member that must be there.
    func required(_ name: String) throws(JSONDecodingFailure) -> JSONCursor {
        guard let member = try member(name) else { throw failure("the member '\(name)' is missing") }
        return member
    }

    func has(_ name: String) throws(JSONDecodingFailure) -> Bool { try member(name) != nil }

    /// What is made of each item of an array.
    func items<Item>(
        _ name: String,
        _ make: (JSONCursor) throws(JSONDecodingFailure) -> Item
    ) throws(JSONDecodingFailure) -> [Item] {
        let list = try required(name)
        guard case .array(let values) = list.value else { throw list.failure("this is no array") }
        var items: [Item] = []
        items.reserveCapacity(values.count)
        for (index, value) in values.enumerated() {
            items.append(try make(JSONCursor(value, Steps(String(index), in: list.steps))))
        }
        return items
    }

    /// The same of an array that may be missing.
    func optionalItems<Item>(
        _ name: String,
        _ make: (JSONCursor) throws(JSONDecodingFailure) -> Item
    ) throws(JSONDecodingFailure) -> [Item] {
        try has(name) ? try items(name, make) : []
    }

    // MARK: Plain values

    func string() throws(JSONDecodingFailure) -> String {
        guard case .string(let text) = value else { throw failure("this is no text") }
        return text
    }

    func string(_ name: String) throws(JSONDecodingFailure) -> String { try required(name).string() }

    /// Nil for null, and where there is no such member.
    func optionalString(_ name: String) throws(JSONDecodingFailure) -> String? {
        guard let member = try member(name), member.value != .null else { return nil }
        return try member.string()
    }

    func strings(_ name: String) throws(JSONDecodingFailure) -> [String] {
        try items(name) { item throws(JSONDecodingFailure) in try item.string() }
    }

    func number(_ name: String) throws(JSONDecodingFailure) -> Double {
        let member = try required(name)
        guard case .number(let number) = member.value else { throw member.failure("this is no number") }
        return number
    }

    func integer() throws(JSONDecodingFailure) -> Int {
        guard case .number(let number) = value, let integer = Int(exactly: number) else {
            throw failure("this is no whole number")
        }
        return integer
    }

    func integer(_ name: String) throws(JSONDecodingFailure) -> Int { try required(name).integer() }

    /// One of the values that a type knows.
    func word<Word: RawRepresentable<String>>(_ name: String) throws(JSONDecodingFailure) -> Word {
        let member = try required(name)
        let text = try member.string()
        guard let word = Word(rawValue: text) else {
            throw member.failure("'\(text.shortened(to: 40))' is none of the words that may stand here")
        }
        return word
    }

    /// The members `start` and `end`, offsets in UTF-8 bytes.
    func range() throws(JSONDecodingFailure) -> Range<Int> {
        let start = try integer("start")
        let end = try integer("end")
        guard start >= 0, start <= end else { throw failure("the end \(end) lies before the start \(start)") }
        return start..<end
    }
}
