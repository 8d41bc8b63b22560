package import TesseraModel

/// Why some bytes are no JSON.
package struct JSONFailure: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, as a part of a sentence: `a comma or ']' is missing`.
    package var message: String
    /// From 1.
    package var line: Int
    /// From 1, in UTF-8 bytes.
    package var column: Int

    package var description: String { "line \(line), column \(column): \(message)" }
}

/// Reads JSON as RFC 8259 describes it, without any leniency.
package struct JSONParser {
    /// Deeper than any file of a dataset.
    package static let depthLimit = 128

    var scanner: JSONScanner

    private init(_ bytes: [UInt8]) { scanner = JSONScanner(bytes) }

    /// Reads a text.
    /// - Throws: ``JSONFailure`` for bytes that are no JSON, and for an object that has two members of one name.
    package static func parse(_ bytes: [UInt8]) throws(JSONFailure) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0)
        try parser.scanner.end()
        return value
    }

    private mutating func value(depth: Int) throws(JSONFailure) -> JSONValue {
        guard depth <= JSONParser.depthLimit else { throw scanner.failure("it is nested too deep") }
        switch scanner.next() {
        case UInt8(ascii: "{"): return .object(try object(depth: depth))
        case UInt8(ascii: "["): return .array(try array(depth: depth))
        case UInt8(ascii: "\""): return .string(try scanner.string())
        case UInt8(ascii: "t"):
            try scanner.word("true")
            return .bool(true)
        case UInt8(ascii: "f"):
            try scanner.word("false")
            return .bool(false)
        case UInt8(ascii: "n"):
            try scanner.word("null")
            return .null
        default: return .number(try scanner.number())
        }
    }

    private mutating func array(depth: Int) throws(JSONFailure) -> [JSONValue] {
        scanner.skip()
        var values: [JSONValue] = []
        if scanner.take("]") { return values }
        repeat { values.append(try value(depth: depth + 1)) } while scanner.take(",")
        guard scanner.take("]") else { throw scanner.failure("a comma or ']' is missing") }
        return values
    }

    private mutating func object(depth: Int) throws(JSONFailure) -> JSONObject {
        scanner.skip()
        var members: [(key: String, value: JSONValue)] = []
        if scanner.take("}") { return JSONObject(members) }
        // Looking through a few names costs less than hashing them.
        var names: Set<String> = []
        repeat {
            let (name, start) = try scanner.name()
            let isKnown =
                names.isEmpty ? members.contains { $0.key == name } : !names.insert(name).inserted
            if isKnown { throw scanner.failure("the object has two members '\(name.shortened(to: 40))'", at: start) }
            members.append((name, try value(depth: depth + 1)))
            if names.isEmpty, members.count == 16 { names = Set(members.map(\.key)) }
        } while scanner.take(",")
        guard scanner.take("}") else { throw scanner.failure("a comma or '}' is missing") }
        return JSONObject(members)
    }
}
