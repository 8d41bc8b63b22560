import FoundationEssentials
import TesseraModel
import Testing

/// How JSON is written: sorted keys, two spaces of indent, only the escapes that RFC 8259 requires.
@Suite struct JSONValueTests {
    private func text(_ value: JSONValue) -> String { String(decoding: value.serialised(), as: UTF8.self) }

    @Test func sortsKeysByTheirBytesAndIndents() {
        let value = JSONValue.object([
            "words": .number(2), "é": .null, "Acronyms": .array(["ATF", "DDTC"]), "acronyms": .array([]),
            "row": .object(["titles": .object([:]), "id": "II.6"]),
        ])
        #expect(
            text(value) == """
                {
                  "Acronyms": [
                    "ATF",
                    "DDTC"
                  ],
                  "acronyms": [],
                  "row": {
                    "id": "II.6",
                    "titles": {}
                  },
                  "words": 2,
                  "é": null
                }

                """
        )
    }

    /// What comes sorted is not sorted again, and what is added to it is.
    @Test func keepsTheOrderOfSortedMembers() {
        var object = JSONObject(sorted: [("a", .null), ("c", .null)])
        #expect(JSONValue.object(object).description == #"{"a": null, "c": null}"#)
        object["b"] = .bool(true)
        #expect(JSONValue.object(object).description == #"{"a": null, "b": true, "c": null}"#)
        #expect(object.adding(["A": .null]).sorted.map(\.key) == ["A", "a", "b", "c"])
        #expect(object == ["c": .null, "b": .bool(true), "a": .null])
    }

    @Test(arguments: [
        ("N/A", "N/A"),
        ("the \"Matrix\"", #"the \"Matrix\""#),
        (#"A\B"#, #"A\\B"#),
        ("one\n\ntwo\tthree", #"one\n\ntwo\tthree"#),
        ("\r", #"\u000d"#),
        ("\u{0}\u{8}\u{C}\u{1F}", #"\u0000\u0008\u000c\u001f"#),
        ("\u{7F}\u{A0}’\u{2028}🏛", "\u{7F}\u{A0}’\u{2028}🏛"),
    ])
    func escapesOnlyWhatItMust(string: String, escaped: String) {
        #expect(text(.string(string)) == "\"\(escaped)\"\n")
        #expect(text(.object([string: .null])) == "{\n  \"\(escaped)\": null\n}\n")
    }

    @Test(arguments: [
        (0, "0"), (-0.0, "0"), (1, "1"), (-3, "-3"), (0.85, "0.85"), (0.1 + 0.2, "0.3"), (0.000_01, "0.00001"),
        (72.5, "72.5"), (123_456_789_012, "123456789012"),
    ])
    func writesNumbersPlainly(number: Double, written: String) {
        #expect(text(.number(number)) == written + "\n")
    }

    @Test func writesConstants() {
        #expect(text(.bool(true)) == "true\n")
        #expect(text(.bool(false)) == "false\n")
        #expect(text(.optional(nil)) == "null\n")
        #expect(text(.optional("PoA")) == "\"PoA\"\n")
        #expect(text(.number(7)) == "7\n")
    }

    /// Foundation's parser is the independent judge.
    @Test func isReadBackByAnotherParser() throws {
        let strings = (0...0x2FF).compactMap(Unicode.Scalar.init).map(String.init) + ["\r\n", "’", "\u{FFFD}", "🏛"]
        let bytes = JSONValue.array(strings.map(JSONValue.string)).serialised()
        #expect(try JSONDecoder().decode([String].self, from: Data(bytes)) == strings)
    }
}
