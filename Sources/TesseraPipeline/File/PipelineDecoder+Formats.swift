import LibYAML

/// The key `write`: the formats of datasets.
extension PipelineDecoder {
    mutating func formats(_ node: YAMLNode) -> FormatChoice {
        var words: [String] = []
        var isSound = true
        for element in node.elements {
            guard let word = element.string("write", &mistakes) else {
                isSound = false
                continue
            }
            do {
                _ = try FormatChoice([word])
                words.append(word)
            } catch {
                mistakes.add("wrong-value", error.message, at: element, suggestion: error.suggestion)
                isSound = false
            }
        }
        guard isSound else { return .usual }
        do {
            return try FormatChoice(words)
        } catch {
            mistakes.add("wrong-value", error.message, at: node, suggestion: error.suggestion)
            return .usual
        }
    }
}
