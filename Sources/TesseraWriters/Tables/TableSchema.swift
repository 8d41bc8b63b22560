package import TesseraModel

extension DataPackageWriter {
    /// The Data Resource (Data Package v2) of a table that stands in no dataset, without a checksum: it grows from day to
    /// day.
    package static func resource(of table: DataTable, at path: String) -> JSONValue {
        .object([
            "name": .string(table.name),
            "title": .string(table.title),
            "type": "table",
            "path": .string(path),
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": schema(of: table),
        ])
    }

    /// The Table Schema of a table.
    package static func schema(of table: DataTable) -> JSONValue {
        var schema: JSONObject = [
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fields": .array(table.fields.map(field)),
            "primaryKey": .array(table.primaryKey.map(JSONValue.string)),
        ]
        if !table.foreignKeys.isEmpty {
            schema["foreignKeys"] = .array(
                table.foreignKeys.map { key in
                    .object([
                        "fields": .array([.string(key.field)]),
                        "reference": .object([
                            "resource": .string(key.table), "fields": .array([.string(key.tableField)]),
                        ]),
                    ])
                }
            )
        }
        return .object(schema)
    }

    private static func field(_ field: DataTable.Field) -> JSONValue {
        var constraints: JSONObject = [:]
        if field.isRequired { constraints["required"] = .bool(true) }
        if field.isUnique { constraints["unique"] = .bool(true) }
        if !field.allowed.isEmpty { constraints["enum"] = .array(field.allowed.map(JSONValue.string)) }
        constraints["pattern"] = field.pattern.map(JSONValue.string)
        constraints["minimum"] = field.minimum.map { .number($0) }
        constraints["maximum"] = field.maximum.map { .number($0) }
        var members: JSONObject = ["name": .string(field.name), "description": .string(field.description)]
        switch field.format {
        case .dateTime: members["type"] = "datetime"
        case .uri:
            members["type"] = .string(field.kind.rawValue)
            members["format"] = "uri"
        case nil: members["type"] = .string(field.kind.rawValue)
        }
        if !constraints.isEmpty { members["constraints"] = .object(constraints) }
        return .object(members)
    }
}
