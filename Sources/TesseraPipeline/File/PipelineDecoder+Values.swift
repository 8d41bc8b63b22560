import LibYAML
import TesseraModel
import TesseraPatterns
import TesseraStages

/// Patterns and names, wherever they stand in a pipeline file.
extension PipelineDecoder {
    /// The patterns of a value: one, or a list.
    /// - Parameters:
    ///   - required: a capture that each must have.
    ///   - allowed: the captures that have a meaning here; nil for any.
    mutating func patterns(
        _ node: YAMLNode?,
        required: String? = nil,
        allowed: [String]? = nil
    ) -> [Pattern] {
        (node?.elements ?? []).compactMap { element in
            guard let pattern = pattern(element) else { return nil }
            if let required, !pattern.captureNames.contains(required) {
                mistakes.add(
                    "missing-capture",
                    "the pattern '\(pattern.source)' captures no '\(required)'",
                    at: element,
                    suggestion:
                        "write a placeholder such as '{\(required):\(required == "revised" ? "date" : "numbers")}'"
                )
            }
            for name in pattern.captureNames where !(allowed?.contains(name) ?? true) {
                mistakes.add(
                    "unused-capture",
                    "nothing is made of the capture '\(name)'",
                    at: element,
                    suggestion:
                        "the captures here are \((allowed ?? []).joined(separator: ", ")); '{:type}' captures nothing"
                )
            }
            return pattern
        }
    }

    /// The patterns of references to paragraphs.
    mutating func referencePatterns(_ node: YAMLNode?) -> [Pattern] {
        patterns(node, required: "paragraph", allowed: ParagraphKey.captures)
    }

    /// Words for what cells say, each with what such cells look like.
    mutating func statuses(_ node: YAMLNode?) -> [NamedStatus] {
        guard let node else { return [] }
        guard case .mapping(let entries) = node.content else {
            mistakes.add(
                "wrong-type",
                "'status' must map a name to what such cells say",
                at: node,
                suggestion: "write 'status:', and below it a line such as 'yes: X'"
            )
            return []
        }
        var statuses: [NamedStatus] = []
        for entry in entries {
            guard let name = slug(entry.key, "status") else { continue }
            let status = CellStatus(rawValue: name)
            if CellStatus.usual.contains(status) {
                mistakes.add(
                    "wrong-value",
                    "cells have the status '\(name)' anyway",
                    at: entry.key,
                    suggestion: "choose another name; 'not_applicable' and 'see_elsewhere' are keys of their own"
                )
            } else if statuses.contains(where: { $0.status == status }) {
                mistakes.add("duplicate-key", "the key '\(name)' occurs twice", at: entry.key)
            }
            statuses.append(NamedStatus(status, patterns(entry.value)))
        }
        return statuses
    }

    private mutating func pattern(_ node: YAMLNode) -> Pattern? {
        if case .mapping = node.content {
            guard let fields = FieldReader(node, .pattern, &mistakes) else { return nil }
            guard let regex = fields.string("regex", &mistakes) else {
                mistakes.add(
                    "wrong-type",
                    "a pattern must be text, or a mapping with the key 'regex'",
                    at: node,
                    suggestion: "put quotation marks around a pattern that begins with '{'"
                )
                return nil
            }
            fields.finish(&mistakes)
            return compiled(regex, at: node, isRegex: true) { () throws(PatternFailure) in try Pattern(regex: regex) }
        }
        return node.string("pattern", &mistakes).flatMap { pattern($0, at: node) }
    }

    mutating func pattern(_ notation: String, at node: YAMLNode) -> Pattern? {
        compiled(notation, at: node) { () throws(PatternFailure) in try Pattern(notation) }
    }

    mutating func compiled(
        _ source: String,
        at node: YAMLNode,
        isRegex: Bool = false,
        _ compile: () throws(PatternFailure) -> Pattern
    ) -> Pattern? {
        do {
            return try compile()
        } catch {
            mistakes.add(
                "invalid-pattern",
                "the pattern '\(source)' cannot be read at byte \(error.offset): \(error.message)",
                at: node,
                suggestion: isRegex
                    ? "PCRE2 syntax is asked for" : "the notation is described in the README under 'Heading patterns'"
            )
            return nil
        }
    }

    /// Whether a text has the shape of a BCP 47 language tag.
    func isLanguageTag(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.allSatisfy {
            (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
            && (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter)
    }

    /// A name that is fit for folders and keys: lower-case letters, digits, hyphens and underscores.
    mutating func slug(_ node: YAMLNode, _ name: String) -> String? {
        guard let text = node.string(name, &mistakes) else { return nil }
        let isFit = text.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
        }
        guard isFit, text.first != "-" else {
            mistakes.add(
                "wrong-value",
                "'\(text)' is not fit for a name",
                at: node,
                suggestion: "use lower-case letters, digits, hyphens and underscores"
            )
            return nil
        }
        return text
    }
}
