import LibYAML
import TesseraModel

/// The mistakes of a pipeline file, gathered so that one run shows them all.
struct MistakeList {
    private(set) var mistakes: [Diagnostic] = []

    mutating func add(_ id: String, _ message: String, at node: YAMLNode, suggestion: String? = nil) {
        let position = Position.line(node.line, column: node.column)
        mistakes.append(
            Diagnostic(
                id,
                .error,
                message,
                at: SourcePlace(start: position, end: position),
                suggestion: suggestion
            )
        )
    }

    /// Sorted by place: fields are asked for in the order of the program, not of the file.
    var inFileOrder: [Diagnostic] {
        mistakes.enumerated().sorted { one, other in
            let places = [one, other].map { item -> (Int, Int, Int) in
                guard case .line(let line, let column)? = item.element.place?.start else { return (0, 0, item.offset) }
                return (line, column, item.offset)
            }
            return places[0] < places[1]
        }.map(\.element)
    }
}

/// Reads the fields of a YAML mapping by name. Which there are is declared; to ask for another is a mistake of the
/// program, and ends it.
struct FieldReader {
    private let node: YAMLNode
    private let entries: [YAMLNode.Entry]
    private let keys: PipelineKeys

    /// - Returns: nil, with a mistake, where the node is no mapping.
    init?(_ node: YAMLNode, _ keys: PipelineKeys, _ mistakes: inout MistakeList) {
        guard case .mapping(let entries) = node.content else {
            mistakes.add("wrong-type", "\(keys.what) must be a mapping of keys to values", at: node)
            return nil
        }
        self.node = node
        self.entries = entries
        self.keys = keys
        var seen = Set<String>()
        for entry in entries {
            guard let key = entry.key.text else {
                mistakes.add("wrong-type", "a key must be a word", at: entry.key)
                continue
            }
            if !seen.insert(key).inserted {
                mistakes.add("duplicate-key", "the key '\(key)' occurs twice", at: entry.key)
            }
        }
    }

    private func declared(_ name: String) -> PipelineKey {
        guard let key = keys[name] else { preconditionFailure("\(keys.what) has no declared key '\(name)'") }
        return key
    }

    /// The value of a field; nil where it is absent.
    func value(_ name: String) -> YAMLNode? {
        let key = declared(name)
        return entries.first { $0.key.text == key.name }?.value
    }

    /// The value of a field; nil, with a mistake, where it is absent.
    func required(_ name: String, _ mistakes: inout MistakeList) -> YAMLNode? {
        precondition(declared(name).isRequired, "\(keys.what) is declared to do without '\(name)'")
        if let value = value(name) { return value }
        mistakes.add("missing-key", "\(keys.what) has no '\(name)'", at: node, suggestion: "add '\(name):'")
        return nil
    }

    func string(_ name: String, _ mistakes: inout MistakeList) -> String? {
        value(name)?.string(name, &mistakes)
    }

    func requiredString(_ name: String, _ mistakes: inout MistakeList) -> String? {
        required(name, &mistakes)?.string(name, &mistakes)
    }

    func integer(_ name: String, _ mistakes: inout MistakeList) -> Int? {
        guard let node = value(name) else { return nil }
        if case .scalar(let text, false) = node.content, let number = Int(text), number >= 0 { return number }
        mistakes.add("wrong-type", "'\(name)' must be a whole number", at: node)
        return nil
    }

    func strings(_ name: String, _ mistakes: inout MistakeList) -> [String] {
        (value(name)?.elements ?? []).compactMap { $0.string(name, &mistakes) }
    }

    /// A nested mapping; nil where it is absent or none.
    func mapping(_ name: String, _ mistakes: inout MistakeList) -> FieldReader? {
        guard case .mapping(let keys) = declared(name).kind else {
            preconditionFailure("'\(name)' is declared to be no mapping with keys of its own")
        }
        guard let node = value(name) else { return nil }
        return FieldReader(node, keys, &mistakes)
    }

    /// Reports the keys that are not declared.
    func finish(_ mistakes: inout MistakeList) {
        let known = keys.keys.map(\.name)
        for entry in entries {
            guard let key = entry.key.text, keys[key] == nil else { continue }
            let near = EditDistance.nearest(to: key, among: known)
            let suggestion = near.flatMap { $0.distance <= max(2, key.count / 3) ? $0.word : nil }
            mistakes.add(
                "unknown-key",
                "\(keys.what) has no key '\(key)'",
                at: entry.key,
                suggestion: suggestion.map { "did you mean '\($0)'?" }
                    ?? "the keys are \(known.joined(separator: ", "))"
            )
        }
    }
}

extension YAMLNode {
    /// The text of a scalar.
    var text: String? {
        if case .scalar(let text, _) = content { text } else { nil }
    }

    /// The elements of a sequence; a single value stands for a sequence of one.
    var elements: [YAMLNode] {
        if case .sequence(let nodes) = content { nodes } else { [self] }
    }

    func string(_ name: String, _ mistakes: inout MistakeList) -> String? {
        guard let text, !text.isEmpty else {
            mistakes.add("wrong-type", "'\(name)' must be text", at: self)
            return nil
        }
        return text
    }
}
