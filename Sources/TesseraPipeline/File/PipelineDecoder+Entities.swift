import LibYAML
import TesseraModel
import TesseraStages

/// The key `entities`: what a reader counts in the text of cells.
extension PipelineDecoder {
    mutating func entities(_ reader: FieldReader?) -> EntityRules {
        guard let fields = reader else { return EntityRules() }
        var rules = EntityRules()
        if let types = fields.value("types") {
            rules.kinds = []
            for element in types.elements {
                guard let name = element.string("types", &mistakes) else { continue }
                if let kind = Entity.Kind(rawValue: name) {
                    rules.kinds.insert(kind)
                } else {
                    mistakes.add(
                        "wrong-value",
                        "'\(name)' is no type of entities",
                        at: element,
                        suggestion: "the types are \(Entity.Kind.allCases.map(\.rawValue).joined(separator: ", "))"
                    )
                }
            }
        }
        if let node = fields.value("dollar"), let code = node.string("dollar", &mistakes) {
            if EntityRules.isCurrency(code) {
                rules.dollar = code
            } else {
                mistakes.add(
                    "wrong-value",
                    "'\(code)' is no currency",
                    at: node,
                    suggestion: "write a code of ISO 4217, such as USD or CAD"
                )
            }
        }
        fields.finish(&mistakes)
        return rules
    }
}
