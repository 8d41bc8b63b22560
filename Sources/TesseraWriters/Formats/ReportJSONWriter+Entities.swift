import TesseraModel

extension ReportJSONWriter {
    static func entity(_ entity: Entity) -> JSONValue {
        .object([
            "id": .string(entity.id),
            "type": .string(entity.kind.rawValue),
            "text": .string(entity.text),
            "value": .string(entity.value),
            "qualifier": .optional(entity.qualifier?.rawValue),
            "unit": .optional(entity.unit),
            "cell": .string(entity.cell.description),
            "start": .number(entity.range.lowerBound),
            "end": .number(entity.range.upperBound),
        ])
    }
}
