package import TesseraModel

extension PipelineKeys {
    var schema: JSONSchema {
        func mapping(with key: String?) -> JSONSchema {
            .object(keys.map { (name: $0.name, schema: $0.schema, isRequired: $0.isRequired || $0.name == key) })
        }
        return alternatives.isEmpty ? mapping(with: nil) : .anyOf(alternatives.map(mapping))
    }
}

extension PipelineKey {
    fileprivate var schema: JSONSchema {
        let described = kind.schema.described(description)
        return usual.map(described.withDefault) ?? described
    }
}

extension PipelineKey.Kind {
    fileprivate var schema: JSONSchema {
        switch self {
        case .version:
            // A number for people, and a text for a parser that was told so.
            .values([.number(PipelineDefinition.notationVersion), .string("\(PipelineDefinition.notationVersion)")])
        case .text: .reference("text")
        case .textLike(let pattern): .scalar(pattern: pattern)
        case .textByRevision(let pattern):
            .anyOf([
                .scalar(pattern: pattern), .map(to: .scalar(pattern: pattern), names: ValuePattern.partialDate),
            ])
        case .name: .reference("name")
        case .number: .integer(from: 0)
        case .word(let words): .words(words)
        case .words(let words): .oneOrMany(.words(words))
        case .someWords(let words): .anyOf([.words(words), .array(of: .words(words), minItems: 1)])
        case .texts: .oneOrMany(.reference("text"))
        case .patterns: .reference("patterns")
        case .xmlName: .reference("xml_name")
        case .xmlNames: .oneOrMany(.reference("xml_name"))
        case .mapping(let keys): keys.schema
        case .list(let keys): .oneOrMany(keys.schema)
        case .shortList(let keys): .oneOrMany(.anyOf([.reference("text"), keys.schema]))
        case .textsByText: .map(to: .reference("text"))
        case .patternsByName: .map(to: .reference("patterns"), names: ValuePattern.slug)
        case .filesByName: .map(to: .array(of: .reference("text"), minItems: 2), names: ValuePattern.slug)
        }
    }
}

extension JSONSchema {
    /// A value, or a list of such values.
    fileprivate static func oneOrMany(_ schema: JSONSchema) -> JSONSchema { .anyOf([schema, .array(of: schema)]) }
}

/// The schema of pipeline files, for editors and other programs.
package enum PipelineFileSchema {
    /// Name of the schema, with the version of the notation.
    static let name = "urn:tessera:schema:pipeline:\(PipelineDefinition.notationVersion)"

    /// The JSON Schema of a pipeline file, whose YAML is taken as JSON.
    package static var schema: JSONValue {
        PipelineKeys.file.schema.document(
            id: name,
            title: "A pipeline file",
            definitions: [
                (
                    "name",
                    JSONSchema.scalar(pattern: ValuePattern.slug).described("Lower-case letters, digits, hyphens")
                ),
                (
                    "pattern",
                    JSONSchema.anyOf([.reference("text"), PipelineKeys.pattern.schema])
                        .described("A heading pattern, or a mapping with a regular expression")
                ),
                ("patterns", .oneOrMany(.reference("pattern"))),
                ("text", .scalar()),
                (
                    "xml_name",
                    JSONSchema.scalar(pattern: "[^\\s:<>/0-9.-][^\\s:<>/]*")
                        .described("As it stands in the tag, without a prefix")
                ),
            ]
        )
    }
}
