import TesseraModel
import Testing

/// Which keywords of draft-07 stand for what.
@Suite struct JSONSchemaTests {
    private enum Colour: String, CaseIterable {
        case red
        case darkBlue = "dark-blue"
    }

    @Test(
        arguments: [
            (.any, "{}"),
            (.string(), #"{"type": "string"}"#),
            (.text, #"{"minLength": 1, "type": "string"}"#),
            (.string(pattern: "[0-9]+"), #"{"pattern": "^[0-9]+$", "type": "string"}"#),
            (.string(pattern: "a|b", format: "uri"), #"{"format": "uri", "pattern": "^(?:a|b)$", "type": "string"}"#),
            (.words(Colour.self), #"{"enum": ["red", "dark-blue"], "type": "string"}"#),
            (.constant(.number(1)), #"{"const": 1}"#),
            (.boolean, #"{"type": "boolean"}"#),
            (.integer(from: 0), #"{"minimum": 0, "type": "integer"}"#),
            (.number(from: 0, to: 1), #"{"maximum": 1, "minimum": 0, "type": "number"}"#),
            (.array(of: .boolean), #"{"items": {"type": "boolean"}, "type": "array"}"#),
            (
                .array(of: .any, minItems: 2, uniqueItems: true),
                #"{"items": {}, "minItems": 2, "type": "array", "uniqueItems": true}"#
            ),
            (.map(to: .boolean), #"{"additionalProperties": {"type": "boolean"}, "type": "object"}"#),
            (
                .map(to: .any, names: "[a-z]+"),
                #"{"additionalProperties": {}, "propertyNames": {"pattern": "^[a-z]+$"}, "type": "object"}"#
            ),
            (.oneOf([.boolean, .any]), #"{"oneOf": [{"type": "boolean"}, {}]}"#),
            (.anyOf([.boolean, .any]), #"{"anyOf": [{"type": "boolean"}, {}]}"#),
            (.reference("cell"), ##"{"$ref": "#/definitions/cell"}"##),
        ] as [(JSONSchema, String)]
    )
    func hasTheKeywordsOfDraft7(schema: JSONSchema, expected: String) {
        #expect(schema.json.description == expected)
    }

    @Test func objectsTakeNoOtherMembers() {
        let schema = JSONSchema.object([("id", .text, true), ("note", .string(), false)])
        #expect(
            schema.json.description
                == #"{"additionalProperties": false, "properties": {"id": {"minLength": 1, "type": "string"}, "#
                + #""note": {"type": "string"}}, "required": ["id"], "type": "object"}"#
        )
        // `required` must not be empty in draft-04, and says nothing where it is.
        #expect(!JSONSchema.object([("note", .any, false)]).json.description.contains("required"))
    }

    @Test(
        arguments: [
            (.string(pattern: "a"), #"{"pattern": "^a$", "type": ["string", "null"]}"#),
            (.words(["a"]), #"{"enum": ["a", null], "type": ["string", "null"]}"#),
            (.reference("cell"), ##"{"anyOf": [{"$ref": "#/definitions/cell"}, {"type": "null"}]}"##),
        ] as [(JSONSchema, String)]
    )
    func nullableValuesMayBeNull(schema: JSONSchema, expected: String) {
        #expect(schema.nullable.json.description == expected)
    }

    /// Validators ignore what stands beside `$ref`, so it must stand around it.
    @Test func descriptionsOfReferencesAreNotIgnored() {
        #expect(JSONSchema.boolean.described("So").json.description == #"{"description": "So", "type": "boolean"}"#)
        #expect(
            JSONSchema.reference("cell").described("So").json.description
                == ##"{"allOf": [{"$ref": "#/definitions/cell"}], "description": "So"}"##
        )
        #expect(
            JSONSchema.reference("cell").withDefault(.null).described("So").json.description
                == ##"{"allOf": [{"$ref": "#/definitions/cell"}], "default": null, "description": "So"}"##
        )
    }

    @Test func documentsNameTheirDraftAndTheirVersion() {
        let document = JSONSchema.reference("cell")
            .document(id: "urn:example:1", title: "A cell", definitions: [("cell", .boolean)])
        #expect(
            document.description
                == ##"{"$id": "urn:example:1", "$ref": "#/definitions/cell", "##
                + ##""$schema": "http://json-schema.org/draft-07/schema#", "##
                + ##""definitions": {"cell": {"type": "boolean"}}, "title": "A cell"}"##
        )
    }
}

/// Objects and their schema from one declaration.
@Suite struct JSONShapeTests {
    private struct Point {
        var name: String
        var height: Int?
    }

    private struct Line {
        var id: String
        var end: Point?
    }

    private let point = JSONShape<Point>([
        .member("name", .text, "What it is called") { .string($0.name) },
        .optional("height", .integer(from: 0), "Metres above the sea") { $0.height.map { .number($0) } },
    ])

    @Test func writesTheMembersThatAreThere() {
        #expect(point.json(Point(name: "A", height: 3)).description == #"{"height": 3, "name": "A"}"#)
        #expect(point.json(Point(name: "A", height: nil)).description == #"{"name": "A"}"#)
        #expect(point.json([Point(name: "A"), Point(name: "B")]).description == #"[{"name": "A"}, {"name": "B"}]"#)
    }

    @Test func describesTheMembersThatMustBeThere() {
        #expect(
            point.schema.json.description
                == #"{"additionalProperties": false, "properties": {"height": {"description": "Metres above the sea", "#
                + #""minimum": 0, "type": "integer"}, "name": {"description": "What it is called", "minLength": 1, "#
                + #""type": "string"}}, "required": ["name"], "type": "object"}"#
        )
    }

    @Test func membersOfAPartAreAbsentWithIt() {
        let line = JSONShape<Line>(
            [.member("id", .text, "Its id") { .string($0.id) }] + point.members(ofOptional: { $0.end })
        )
        #expect(line.json(Line(id: "L", end: nil)).description == #"{"id": "L"}"#)
        #expect(line.json(Line(id: "L", end: Point(name: "A"))).description == #"{"id": "L", "name": "A"}"#)
        #expect(line.schema.json.description.contains(#""required": ["id"]"#))
    }
}
