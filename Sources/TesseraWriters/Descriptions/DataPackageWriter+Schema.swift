public import TesseraModel

extension DataPackageWriter {
    /// The JSON Schema (draft-07) of `datapackage.json`: what this program writes of a Data Package v2. Members of other
    /// names may stand beside, as the standard allows.
    public static var descriptorSchema: JSONValue {
        JSONSchema.open([
            required(
                "$schema",
                .string(pattern: #"https://datapackage\.org/profiles/2\..*"#),
                "The profile, version 2"
            ),
            required("name", .string(pattern: "[a-z0-9][a-z0-9._-]*"), "Id of the dataset"),
            optional("title", .text, "Title of the report"),
            optional("description", .string(), "What the dataset is about"),
            optional("id", .text, "A name that is valid everywhere, such as a DOI"),
            optional("homepage", .text, "Where one reads about the report"),
            optional("version", .text, "The revision date of the report"),
            optional("created", .string(format: "date-time"), "When the dataset was made"),
            optional("keywords", .array(of: .text), "What one looks for it by"),
            optional("languages", .array(of: .text), "Languages of the report, BCP 47"),
            optional("contributors", .array(of: contributor, minItems: 1), "Who has a part in it"),
            optional("licenses", .array(of: licence, minItems: 1), "The terms under which it may be used"),
            optional("sources", .array(of: source), "What it was made from"),
            optional("derivation", derivation, "What made it"),
            optional("counts", .map(to: .integer(from: 0)), "How much it holds"),
            required("resources", .array(of: .reference("resource"), minItems: 1), "The files"),
        ]).document(
            id: "urn:tessera:schema:datapackage:1",
            title: "The descriptor of a dataset: what this program writes of a Data Package v2",
            definitions: [("resource", resource), ("schema", tableSchema), ("field", field)]
        )
    }

    private typealias Member = (name: String, schema: JSONSchema, isRequired: Bool)

    private static func required(_ name: String, _ schema: JSONSchema, _ description: String) -> Member {
        (name, schema.described(description), true)
    }

    private static func optional(_ name: String, _ schema: JSONSchema, _ description: String) -> Member {
        (name, schema.described(description), false)
    }

    private static let checksum = JSONSchema.string(pattern: "sha256:[0-9a-f]{64}")

    private static let contributor = JSONSchema.open([
        required("title", .text, "Name"),
        optional("path", .string(), "Address on the web"),
        optional("email", .string(), "E-mail address"),
        optional("organization", .string(), "For whom they work"),
        optional("roles", .array(of: .string()), "What they do"),
    ])

    private static let licence = JSONSchema.open([
        optional("name", .string(pattern: "[A-Za-z0-9._-]+"), "Id, as Open Definition or SPDX have it"),
        optional("path", .text, "Address of the text"),
        optional("title", .text, "Name for people"),
    ])

    private static let source = JSONSchema.open([
        optional(
            "title",
            .string(),
            "Path of the file that was read, from the project's folder; or title of the report"
        ),
        optional("path", .string(), "Address of the report on the web"),
        optional("email", .string(), "E-mail address"),
        optional("version", .string(), "Revision date"),
        optional("mediatype", .string(), "Media type of the file"),
        optional("bytes", .integer(from: 0), "Size of the file"),
        optional("hash", .string(), "Checksum of the file"),
    ])

    private static let derivation = JSONSchema.open([
        optional("program", .text, "Name of the program"),
        optional("version", .text, "Version of the program"),
        optional(
            "pipeline",
            .open([
                required("path", .text, "Path of the pipeline file, from the project's folder"),
                required("hash", checksum, "Checksum of the pipeline file"),
            ]),
            "The pipeline file"
        ),
    ])

    private static let resource = JSONSchema.open([
        required("name", .text, "Name of the file or table"),
        optional("title", .string(), "What it holds"),
        optional("description", .string(), "What else is to be said"),
        optional("type", .string(), "'table', or absent"),
        required("path", .text, "File name"),
        optional("format", .string(), "The usual extension"),
        optional("mediatype", .string(pattern: "[a-z]+/[^ ]+"), "Media type"),
        optional("encoding", .string(), "Encoding of the text"),
        optional("bytes", .integer(from: 0), "Size"),
        optional("hash", checksum, "SHA-256 of the bytes"),
        optional("schema", .reference("schema"), "Table Schema"),
    ])

    private static let tableSchema = JSONSchema.open([
        required("fields", .array(of: .reference("field"), minItems: 1), "The columns, in their order"),
        optional("primaryKey", .anyOf([.string(), .array(of: .string())]), "The columns that name a row"),
        optional(
            "foreignKeys",
            .array(
                of: .open([
                    required("fields", .anyOf([.string(), .array(of: .string())]), "Columns of this table"),
                    required(
                        "reference",
                        .open([
                            required("fields", .anyOf([.string(), .array(of: .string())]), "Columns of that table")
                        ]),
                        "Where their values stand"
                    ),
                ])
            ),
            "Columns whose values stand in another table"
        ),
    ])

    /// The types of Table Schema v2.
    private static let types = [
        "string", "number", "integer", "boolean", "object", "array", "list", "datetime", "date", "time", "year",
        "yearmonth", "duration", "geopoint", "geojson", "any",
    ]

    private static let field = JSONSchema.open([
        required("name", .text, "Name of the column"),
        optional("title", .string(), "Name for people"),
        optional("description", .string(), "What it holds"),
        optional("type", .words(types), "Type of its values"),
        optional("constraints", .map(to: .any), "What values may stand in it"),
    ])
}
