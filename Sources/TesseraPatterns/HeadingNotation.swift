/// The notation of heading patterns: literal text, `{name:type}`, `{:type}`, `{name:type?}` and `{text?}`.
enum HeadingNotation {
    /// Compiles a pattern.
    /// - Throws: ``PatternFailure`` at the first mistake.
    static func compile(_ notation: String) throws(PatternFailure) -> HeadingProgram {
        var nodes: [HeadingNode] = []
        var captures: [HeadingProgram.CaptureRule] = []
        var rest = notation[...]
        while let open = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
            let offset = notation.utf8.distance(from: notation.startIndex, to: open)
            guard rest[open] == "{", let close = rest[open...].firstIndex(of: "}") else {
                throw PatternFailure(message: "a brace that has no partner", offset: offset)
            }
            nodes.append(.literal(String(rest[..<open])))
            nodes.append(try placeholder(rest[rest.index(after: open)..<close], offset: offset, captures: &captures))
            rest = rest[rest.index(after: close)...]
        }
        nodes.append(.literal(String(rest)))
        let program = HeadingProgram(.sequence(nodes), captures: captures)
        guard !program.matchesEmptyText else {
            throw PatternFailure(message: "the pattern matches an empty text", offset: 0)
        }
        return program
    }

    /// The node of what stands between two braces.
    private static func placeholder(
        _ content: Substring,
        offset: Int,
        captures: inout [HeadingProgram.CaptureRule]
    ) throws(PatternFailure) -> HeadingNode {
        let isOptional = content.last == "?"
        let body = isOptional ? content.dropLast() : content
        guard let colon = body.firstIndex(of: ":") else {
            guard isOptional, !body.isEmpty else {
                throw PatternFailure(
                    message: "'{\(content)}' is neither '{name:type}' nor optional text '{text?}'",
                    offset: offset
                )
            }
            return .optional(.literal(String(body)))
        }
        let name = String(body[..<colon])
        let typeName = String(body[body.index(after: colon)...])
        guard let type = PlaceholderType(rawValue: typeName) else {
            let known = PlaceholderType.allCases.map(\.rawValue).joined(separator: ", ")
            throw PatternFailure(
                message: "'\(typeName)' is no type of placeholder; there are \(known)",
                offset: offset
            )
        }
        guard name.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" }) else {
            throw PatternFailure(message: "'\(name)' is no name for a capture", offset: offset)
        }
        guard name.isEmpty || !captures.contains(where: { $0.name == name }) else {
            throw PatternFailure(message: "the capture '\(name)' occurs twice", offset: offset)
        }
        // A nameless placeholder is checked like a named one, so it is captured as well.
        captures.append(HeadingProgram.CaptureRule(name: name, type: type))
        let node = HeadingNode.capture(captures.count - 1, type.node)
        return isOptional ? .optional(node) : node
    }
}
