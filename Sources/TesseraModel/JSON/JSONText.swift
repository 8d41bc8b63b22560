/// JSON text in the making, written the one way this project writes JSON: UTF-8, two spaces of indent or all on one
/// line, and no escapes but those that RFC 8259 requires.
///
/// What is written goes into one buffer, without a tree of values in between. Whoever writes members sorts them.
public struct JSONText: Sendable {
    public enum Layout: Sendable {
        /// Each element on a line of its own.
        case indented
        /// All on one line.
        case line
    }

    /// What was written so far.
    public private(set) var bytes: [UInt8] = []
    /// What stands between two elements: a comma and a line end with the indent, or a comma and a blank.
    private var separator: [UInt8]
    private let isIndented: Bool
    /// Whether the list that is open last has an element.
    private var hasElements = false

    public init(_ layout: Layout = .indented) {
        isIndented = layout == .indented
        separator = Array((layout == .indented ? ",\n" : ", ").utf8)
    }

    /// The name of a member as it is written, with the colon: made once for many objects.
    public struct Name: Sendable {
        fileprivate let bytes: [UInt8]

        public init(_ name: String) {
            var text = JSONText(.line)
            text.append(name)
            bytes = text.bytes + Array(": ".utf8)
        }
    }

    // MARK: Lists

    public mutating func beginObject() { open(UInt8(ascii: "{")) }

    /// Begins a member; its value is to follow.
    public mutating func beginMember(_ name: Name) {
        beginElement()
        bytes.append(contentsOf: name.bytes)
    }

    public mutating func endObject() { close(UInt8(ascii: "}")) }

    public mutating func beginArray() { open(UInt8(ascii: "[")) }

    /// Begins an element of an array; its value is to follow.
    public mutating func beginElement() {
        if hasElements {
            bytes.append(contentsOf: separator)
        } else if isIndented {
            bytes.append(contentsOf: separator[1...])
        }
        hasElements = true
    }

    public mutating func endArray() { close(UInt8(ascii: "]")) }

    private mutating func open(_ bracket: UInt8) {
        bytes.append(bracket)
        hasElements = false
        if isIndented { separator.append(contentsOf: [UInt8(ascii: " "), UInt8(ascii: " ")]) }
    }

    private mutating func close(_ bracket: UInt8) {
        if isIndented {
            separator.removeLast(2)
            if hasElements { bytes.append(contentsOf: separator[1...]) }
        }
        bytes.append(bracket)
        // The list stands in another one.
        hasElements = true
    }

    /// Ends the text with a line end.
    public mutating func endLine() {
        bytes.append(UInt8(ascii: "\n"))
        hasElements = false
    }

    // MARK: Values

    /// Writes a value; the members of objects are sorted.
    public mutating func append(_ value: JSONValue) {
        switch value {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let number): append(number)
        case .string(let string): append(string)
        case .array(let values):
            beginArray()
            for value in values {
                beginElement()
                append(value)
            }
            endArray()
        case .object(let members):
            beginObject()
            for member in members.sorted {
                beginElement()
                append(member.key)
                bytes.append(contentsOf: ": ".utf8)
                append(member.value)
            }
            endObject()
        }
    }

    public mutating func append(_ number: Double) {
        bytes.append(contentsOf: number.plainDescription.utf8)
    }

    /// Writes a string with the escapes that RFC 8259, section 7, requires, and no others.
    public mutating func append(_ string: String) {
        bytes.append(UInt8(ascii: "\""))
        if JSONText.needsEscape(string.utf8.span) {
            // The bytes since the last escape are copied in one piece, which an array does at once.
            let characters = Array(string.utf8)
            var start = 0
            for index in characters.indices where JSONText.needsEscape(characters[index]) {
                bytes.append(contentsOf: characters[start..<index])
                appendEscape(characters[index])
                start = index + 1
            }
            bytes.append(contentsOf: characters[start...])
        } else {
            bytes.append(contentsOf: string.utf8)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ characters: borrowing Span<UInt8>) -> Bool {
        for index in characters.indices where needsEscape(characters[index]) { return true }
        return false
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func appendEscape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: "\\\"".utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: "\\\\".utf8)
        case UInt8(ascii: "\n"): bytes.append(contentsOf: "\\n".utf8)
        case UInt8(ascii: "\t"): bytes.append(contentsOf: "\\t".utf8)
        default:
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: (digits.utf8.count == 1 ? "\\u000" : "\\u00").utf8)
            bytes.append(contentsOf: digits.utf8)
        }
    }
}
