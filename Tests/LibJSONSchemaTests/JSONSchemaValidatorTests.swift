import LibJSONSchema
import Testing

@Suite struct JSONSchemaValidatorTests {
    /// What a text breaks: the place and the rule of each violation.
    private func broken(_ schema: String, _ text: String) throws -> [String] {
        let schema = try JSONSchemaValidator(Array(schema.utf8))
        return try schema.violations(of: Array(text.utf8)).map { "\($0.pointer): \($0.rule)" }
    }

    @Test(
        "keyword",
        arguments: [
            (#"{"type": "integer"}"#, "7", "7.5", ": type"),
            (#"{"type": ["string", "null"]}"#, "null", "7", ": type"),
            (#"{"enum": ["a", "b", null]}"#, #""b""#, #""c""#, ": enum"),
            (#"{"const": "a"}"#, #""a""#, #""b""#, ": const"),
            (#"{"pattern": "^[0-9a-f]{4}$"}"#, #""00ff""#, #""00FF""#, ": pattern"),
            (#"{"minimum": 0}"#, "0", "-1", ": minimum"),
            (#"{"maximum": 1}"#, "1", "1.5", ": maximum"),
            (#"{"minLength": 1}"#, #""ü""#, #""""#, ": minLength"),
            (#"{"maxLength": 1}"#, #""ü""#, #""üü""#, ": maxLength"),
            (#"{"minItems": 1}"#, "[0]", "[]", ": minItems"),
            (#"{"maxItems": 1}"#, "[0]", "[0, 0]", ": maxItems"),
            (#"{"uniqueItems": true}"#, "[0, 1]", "[0, 0]", ": uniqueItems"),
            (#"{"required": ["it's"]}"#, #"{"it's": 1}"#, "{}", #": required("it\'s")"#),
            (
                #"{"properties": {"a": {}}, "additionalProperties": false}"#, #"{"a": 1}"#, #"{"b": 1}"#,
                #": additionalProperties(Optional("b"))"#
            ),
            (#"{"format": "date"}"#, #""2008-02-29""#, #""2007-02-29""#, ": format"),
            (#"{"format": "date-time"}"#, #""2008-02-29T23:59:60Z""#, #""2008-02-29T24:00:00Z""#, ": format"),
            (#"{"format": "date"}"#, "null", #""2007-13-01""#, ": format"),
            (#"{"items": {"type": "string"}}"#, #"["a"]"#, #"["a", 1]"#, "/1: type"),
            (
                ##"{"definitions": {"n": {"type": "number"}}, "properties": {"a/b~c": {"$ref": "#/definitions/n"}}}"##,
                #"{"a/b~c": 1.5}"#, #"{"a/b~c": "x"}"#, "/a~1b~0c: type"
            ),
            (
                #"{"if": {"required": ["a"]}, "then": {"required": ["b"]}}"#, #"{"a": 1, "b": 2}"#, #"{"a": 1}"#,
                #": required("b")"#
            ),
        ]
    )
    func keyword(schema: String, good: String, bad: String, violation: String) throws {
        #expect(try broken(schema, good) == [])
        #expect(try broken(schema, bad) == [violation])
    }

    /// A violation deep inside is told once, and not again at each level around it.
    @Test func tellsOnlyWhatIsBrokenItself() throws {
        let schema = #"""
            {"properties": {"rows": {"items": {"properties": {"words": {"type": "integer"}}, "required": ["id"]}}}}
            """#
        #expect(
            try broken(schema, #"{"rows": [{"id": 1, "words": 2}, {"words": "x"}]}"#) == [
                "/rows/1/words: type", #"/rows/1: required("id")"#,
            ]
        )
    }

    @Test func readsTheStepsOfAPointer() {
        let violation = JSONSchemaViolation(pointer: "/rows/1/a~1b~0c/", message: "")
        #expect(violation.path == ["rows", "1", "a/b~c", ""])
        #expect(JSONSchemaViolation(pointer: "", message: "").path == [])
    }

    @Test(
        "refuses a text",
        arguments: [
            ("", .noJSON, 0), ("{", .noJSON, 1), (#"{"a": 01}"#, .noJSON, 7), ("[1] 2", .noJSON, 4),
            ("\"\u{1}\"", .noJSON, 1), ("NaN", .noJSON, 0),
            (String(repeating: "[", count: 100_000), .tooDeep, 128),
        ] as [(String, JSONSchemaFailure.Kind, Int)]
    )
    func refuses(text: String, kind: JSONSchemaFailure.Kind, offset: Int) throws {
        let schema = try JSONSchemaValidator(Array("{}".utf8))
        let failure = #expect(throws: JSONSchemaFailure.self) { try schema.violations(of: Array(text.utf8)) }
        #expect(failure?.kind == kind)
        #expect(failure?.offset == offset)
        #expect(failure?.message.isEmpty == false)
    }

    @Test func refusesBytesThatAreNoUTF8() throws {
        let schema = try JSONSchemaValidator(Array("{}".utf8))
        #expect(throws: JSONSchemaFailure.self) { try schema.violations(of: [0x22, 0xFF, 0x22]) }
    }

    @Test(
        "refuses a schema",
        arguments: [
            "", "{", "7", #"{"type": 7}"#, #"{"type": "text"}"#, #"{"pattern": "("}"#, #"{"required": "a"}"#,
            ##"{"properties": {"a": {"$ref": "#/definitions/none"}}}"##,
            #"{"properties": {"a": {"$ref": "http://schemas.example/other.json"}}}"#,
            String(repeating: #"{"not": "#, count: 200) + "{}" + String(repeating: "}", count: 200),
        ]
    )
    func refusesSchema(text: String) {
        #expect(throws: JSONSchemaFailure.self) {
            let schema = try JSONSchemaValidator(Array(text.utf8))
            // A wrong pattern is found where it is first used.
            _ = try schema.violations(of: Array(#""text""#.utf8))
        }
    }

    /// The regular expressions of C++ would run out of stack.
    @Test func looksAtNoLongTextWithAPattern() throws {
        let schema = try JSONSchemaValidator(Array(#"{"pattern": "^(a|b)*$"}"#.utf8))
        let short = "\"" + String(repeating: "a", count: JSONSchemaValidator.patternLimit) + "\""
        let long = "\"" + String(repeating: "a", count: 1_000_000) + "\""
        #expect(try schema.violations(of: Array(short.utf8)) == [])
        #expect(try schema.violations(of: Array(long.utf8)).map(\.rule) == [.pattern])
    }

    @Test func checksBigTexts() throws {
        let schema = try JSONSchemaValidator(Array(#"{"items": {"type": "integer"}}"#.utf8))
        let numbers = "[" + (0..<100_000).map(String.init).joined(separator: ",")
        #expect(try schema.violations(of: Array((numbers + "]").utf8)) == [])
        let bad = try schema.violations(of: Array((numbers + #","x"]"#).utf8))
        #expect(bad.map(\.pointer) == ["/100000"])
        let many = "[" + Array(repeating: #""x""#, count: 5_000).joined(separator: ",") + "]"
        #expect(try schema.violations(of: Array(many.utf8), limit: 10).count <= 10)
    }

    @Test func refersToItself() throws {
        let schema = ##"{"properties": {"parts": {"items": {"$ref": "#"}}}, "required": ["path"]}"##
        #expect(
            try broken(schema, #"{"path": "a", "parts": [{"path": "b"}, {"parts": []}]}"#)
                == [#"/parts/1: required("path")"#]
        )
    }
}
