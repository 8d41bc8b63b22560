/// A JSON value, serialised the one way this project writes JSON: UTF-8, sorted keys, two spaces of indent.
public enum JSONValue: Sendable, Equatable, CustomStringConvertible {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONValue])
    case object(JSONObject)

    /// The value, or null for nil.
    public static func optional(_ string: String?) -> JSONValue {
        string.map(JSONValue.string) ?? .null
    }

    public static func number(_ integer: Int) -> JSONValue {
        .number(Double(integer))
    }

    /// The JSON text with a final newline. Keys are sorted.
    public func serialised() -> [UInt8] { text(.indented) }

    /// The JSON text on one line, with a line end: JSON Lines. Keys are sorted.
    public func line() -> [UInt8] { text(.line) }

    private func text(_ layout: JSONText.Layout) -> [UInt8] {
        var text = JSONText(layout)
        text.append(self)
        text.endLine()
        return text.bytes
    }

    /// The JSON text on one line.
    public var description: String { String(decoding: line().dropLast(), as: UTF8.self) }
}

extension JSONValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}
