import FileSystem
public import TesseraModel

/// Texts that come as JSON Lines: `{"id": …, "text": "…"}`, one a line.
public enum TextLines {
    /// A line, or what is wrong with it.
    public enum Line: Sendable {
        case text(id: JSONValue, text: String)
        case mistake(Diagnostic)
    }

    /// The longest input, in bytes.
    private static let longestInput = 4 << 30

    /// Whole numbers below this one are what they are in 64 bits of IEEE 754.
    private static let exactNumbers = 9_007_199_254_740_992.0

    /// Reads all lines; empty ones are passed over.
    /// - Parameter path: a file, or `-` for standard input.
    /// - Throws: ``SetUpFailure`` where the file cannot be read.
    public static func lines(of path: String) throws(SetUpFailure) -> [Line] {
        let bytes: [UInt8]
        do {
            bytes =
                path == "-"
                ? try FileSystem.standardInput(limit: longestInput)
                : try FileSystem.contents(of: path, limit: longestInput)
        } catch {
            throw SetUpFailure(path, .unreadable(error))
        }
        var lines: [Line] = []
        for (number, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated()
        where !line.allSatisfy({ $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) {
            lines.append(Self.line(Array(line), number: number + 1))
        }
        return lines
    }

    private static func line(_ bytes: [UInt8], number: Int) -> Line {
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes)
        } catch {
            return .mistake(.wrongTextLine("the line is no JSON", number))
        }
        guard case .object(let members) = value else {
            return .mistake(.wrongTextLine("the line is no JSON object", number))
        }
        guard case .string(let text)? = members["text"] else {
            return .mistake(.wrongTextLine("the line has no 'text', or it is no string", number))
        }
        switch members["id"] {
        case .string(let id)?: return .text(id: .string(id), text: text)
        // Others would come out rounded, or written in another way.
        case .number(let id)? where id.rounded() == id && id.magnitude < exactNumbers:
            return .text(id: .number(id), text: text)
        default:
            return .mistake(
                .wrongTextLine("the line has no 'id', or it is neither a string nor a whole number below 2^53", number)
            )
        }
    }
}

extension Diagnostic {
    fileprivate static func wrongTextLine(_ message: String, _ number: Int) -> Diagnostic {
        let position = Position.line(number, column: 1)
        return Diagnostic(
            "wrong-text-line",
            .error,
            message,
            at: SourcePlace(start: position, end: position),
            suggestion: "write one object a line: {\"id\": \"…\", \"text\": \"…\"}"
        )
    }
}
