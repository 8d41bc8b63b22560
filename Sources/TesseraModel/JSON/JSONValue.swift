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
    public func serialised() -> [UInt8] {
        var out: [UInt8] = []
        append(to: &out, indent: 0)
        out.append(UInt8(ascii: "\n"))
        return out
    }

    /// The JSON text on one line, with a line end: JSON Lines. Keys are sorted.
    public func line() -> [UInt8] {
        var out: [UInt8] = []
        append(to: &out)
        out.append(UInt8(ascii: "\n"))
        return out
    }

    /// The JSON text on one line.
    public var description: String { String(decoding: line().dropLast(), as: UTF8.self) }

    private func append(to out: inout [UInt8]) {
        switch self {
        case .null, .bool, .number, .string: append(to: &out, indent: 0)
        case .array(let values):
            out.append(UInt8(ascii: "["))
            for (index, value) in values.enumerated() {
                if index > 0 { out.append(contentsOf: ", ".utf8) }
                value.append(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (index, member) in members.sorted.enumerated() {
                if index > 0 { out.append(contentsOf: ", ".utf8) }
                JSONValue.append(member.key, to: &out)
                out.append(contentsOf: ": ".utf8)
                member.value.append(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    private func append(to out: inout [UInt8], indent: Int) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let value): out.append(contentsOf: value.plainDescription.utf8)
        case .string(let value): JSONValue.append(value, to: &out)
        case .array(let values):
            JSONValue.appendList(values, "[", "]", to: &out, indent: indent) { value, out in
                value.append(to: &out, indent: indent + 2)
            }
        case .object(let members):
            JSONValue.appendList(members.sorted, "{", "}", to: &out, indent: indent) { member, out in
                JSONValue.append(member.key, to: &out)
                out.append(contentsOf: ": ".utf8)
                member.value.append(to: &out, indent: indent + 2)
            }
        }
    }

    private static func appendList<Element>(
        _ elements: [Element],
        _ open: String,
        _ close: String,
        to out: inout [UInt8],
        indent: Int,
        _ appendElement: (Element, inout [UInt8]) -> Void
    ) {
        out.append(contentsOf: open.utf8)
        for (index, element) in elements.enumerated() {
            out.append(contentsOf: index == 0 ? "\n".utf8 : ",\n".utf8)
            out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent + 2))
            appendElement(element, &out)
        }
        if !elements.isEmpty {
            out.append(UInt8(ascii: "\n"))
            out.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
        }
        out.append(contentsOf: close.utf8)
    }

    /// A string with the escapes that RFC 8259, section 7, requires, and no others.
    private static func append(_ string: String, to out: inout [UInt8]) {
        out.append(UInt8(ascii: "\""))
        // Hardly any text needs an escape, and then its bytes are copied as they are.
        if !string.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
            out.append(contentsOf: string.utf8)
            out.append(UInt8(ascii: "\""))
            return
        }
        for byte in string.utf8 {
            switch byte {
            case UInt8(ascii: "\""): out.append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): out.append(contentsOf: "\\\\".utf8)
            case UInt8(ascii: "\n"): out.append(contentsOf: "\\n".utf8)
            case UInt8(ascii: "\t"): out.append(contentsOf: "\\t".utf8)
            case 0..<0x20:
                let hex = Array("0123456789abcdef".utf8)
                out.append(contentsOf: "\\u00".utf8)
                out.append(hex[Int(byte >> 4)])
                out.append(hex[Int(byte & 15)])
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self = .string(value) }
}
