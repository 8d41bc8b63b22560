/// A JSON value, written with an indent of two blanks.
indirect enum JSON {
    case null
    case bool(Bool)
    case number(Double)
    case text(String)
    case list([JSON])
    case object([(name: String, value: JSON)])
    /// What another program wrote as JSON, taken as it is.
    case written(String)

    /// The value, or null for nil.
    init(_ number: Double?) { self = number.map(JSON.number) ?? .null }
    init(_ text: String?) { self = text.map(JSON.text) ?? .null }

    func text(indent: String = "") -> String {
        switch self {
        case .null: "null"
        case .bool(let value): "\(value)"
        case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
        case .text(let text): Self.quoted(text)
        case .list(let values): Self.list("[", values.map { $0.text(indent: indent + "  ") }, "]", indent)
        case .object(let members):
            Self.list(
                "{",
                members.map { "\(Self.quoted($0.name)): \($0.value.text(indent: indent + "  "))" },
                "}",
                indent
            )
        case .written(let json): json
        }
    }

    private static func list(_ begin: String, _ elements: [String], _ end: String, _ indent: String) -> String {
        guard !elements.isEmpty else { return begin + end }
        return begin + elements.map { "\n\(indent)  \($0)" }.joined(separator: ",") + "\n\(indent)\(end)"
    }

    /// With the escapes of RFC 8259, section 7.
    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            case "\t": "\\t"
            case "\0"..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
            default: String(scalar)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}
