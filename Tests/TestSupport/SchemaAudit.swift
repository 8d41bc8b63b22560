public import TesseraModel

/// What a JSON Schema of this project must have besides being one.
public enum SchemaAudit {
    /// Members without a description, objects that take any member by oversight, references that lead nowhere and
    /// definitions that nothing refers to; each with its place in the schema.
    public static func complaints(about schema: JSONValue) -> [String] {
        guard case .object(let root) = schema else { return ["the schema is no object"] }
        var audit = Audit()
        audit.visit(schema, "#")
        var definitions: Set<String> = []
        if case .object(let members)? = root["definitions"] { definitions = Set(members.sorted.map(\.key)) }
        audit.complaints += audit.references.subtracting(definitions).sorted().map { "no definition '\($0)'" }
        audit.complaints += definitions.subtracting(audit.references).sorted().map { "unused definition '\($0)'" }
        if root["$schema"] != "http://json-schema.org/draft-07/schema#" { audit.complaints.append("no draft-07") }
        if case .string(let id)? = root["$id"], id.wholeMatch(of: /urn:tessera:schema:[a-z-]+:[0-9]+/) != nil {
        } else {
            audit.complaints.append("no $id with a version")
        }
        return audit.complaints
    }

    private struct Audit {
        var complaints: [String] = []
        var references: Set<String> = []

        mutating func visit(_ value: JSONValue, _ place: String) {
            switch value {
            case .array(let elements):
                for (index, element) in elements.enumerated() { visit(element, "\(place)/\(index)") }
            case .object(let members):
                if case .string(let reference)? = members["$ref"] {
                    references.insert(String(reference.dropFirst("#/definitions/".count)))
                }
                if case .object(let properties)? = members["properties"] {
                    if members["additionalProperties"] == nil { complaints.append("\(place): takes any member") }
                    for (name, property) in properties.sorted {
                        guard case .object(let keywords) = property, keywords["description"] != nil else {
                            complaints.append("\(place)/\(name): no description")
                            continue
                        }
                        visit(property, "\(place)/\(name)")
                    }
                }
                for (key, member) in members.sorted where key != "properties" { visit(member, "\(place)/\(key)") }
            default: break
            }
        }
    }
}
