import TesseraModel
import TesseraPipeline
import Testing

@Suite struct JSONParserTests {
    private func parse(_ text: String) throws(JSONFailure) -> JSONValue { try JSONParser.parse(Array(text.utf8)) }

    @Test(
        arguments: [
            ("null", .null), (" true ", .bool(true)), ("false\n", .bool(false)), ("0", .number(0)),
            ("-12", .number(-12)), ("1.5e2", .number(150)), ("1E-2", .number(0.01)),
            ("12345678901234567890", .number(1.2345678901234568e19)),
            (#""""#, ""), (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e9\ud83d\ude00é""#, "é😀é"),
            ("[]", .array([])), ("[1, [2]]", .array([.number(1), .array([.number(2)])])),
            ("{}", .object([:])), (#"{"b": 1, "a": {}}"#, .object(["a": .object([:]), "b": .number(1)])),
        ] as [(String, JSONValue)]
    )
    func reads(text: String, value: JSONValue) throws {
        #expect(try parse(text) == value)
    }

    @Test(
        "refuses",
        arguments: [
            ("", "line 1, column 1: it ends too early"), ("nul", "line 1, column 1: there is no value here"),
            ("[1\n 2]", "line 2, column 2: a comma or ']' is missing"),
            ("[1,]", "line 1, column 4: there is no value here"),
            (#"{"a" 1}"#, "line 1, column 6: a colon is missing"),
            (#"{a: 1}"#, "line 1, column 2: the name of a member is missing"),
            (#"{"a": 1 "b": 2}"#, "line 1, column 9: a comma or '}' is missing"),
            ("{\"a\": 1,\n\"a\": 2}", "line 2, column 1: the object has two members 'a'"),
            ("01", "line 1, column 1: a number begins with a needless 0"),
            ("1.", "line 1, column 3: a digit is missing"),
            ("1e", "line 1, column 3: a digit is missing"), ("1e999", "line 1, column 1: the number is too large"),
            ("\"a", "line 1, column 1: the text that begins here has no end"),
            ("\"a\nb\"", "line 1, column 3: a control character stands in a text"),
            (#""\x""#, "line 1, column 2: there is no such escape"),
            (#""\u12""#, "line 1, column 2: an escape is cut off"),
            (#""\u12xy""#, "line 1, column 2: an escape needs four hexadecimal digits"),
            (#""\ud800""#, "line 1, column 2: an escape stands for no character"),
            ("1 2", "line 1, column 3: there is more behind the end"),
            ("\u{FEFF}1", "line 1, column 1: there is no value here"),
        ]
    )
    func refuses(text: String, message: String) {
        let failure = #expect(throws: JSONFailure.self) { try parse(text) }
        #expect(failure?.description == message)
    }

    @Test func refusesWhatIsNestedTooDeep() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        _ = try parse(nested(JSONParser.depthLimit))
        #expect(throws: JSONFailure.self) { try parse(nested(JSONParser.depthLimit + 2)) }
        #expect(throws: JSONFailure.self) { try parse(String(repeating: #"{"a":"#, count: 1_000_000)) }
    }

    @Test func refusesBytesThatAreNoUTF8() {
        #expect(throws: JSONFailure.self) { try JSONParser.parse([0x22, 0xC3, 0x22]) }
    }

    @Test func noticesANameAmongMany() {
        let members = (0..<40).map { "\"m\($0)\": \($0)" }
        #expect(throws: JSONFailure.self) { try parse("{" + (members + ["\"m7\": 0"]).joined(separator: ", ") + "}") }
    }

    /// A file that is cut off anywhere is refused, and never taken for a shorter one.
    @Test func refusesEveryBeginning() throws {
        let text = #"{"rows": [{"id": "II.4", "words": 12.5, "text": "a\u00e9\\b", "x": [true, false, null]}]}"#
        _ = try parse(text)
        for length in 0..<text.utf8.count {
            #expect(throws: JSONFailure.self) { try JSONParser.parse(Array(text.utf8.prefix(length))) }
        }
    }

    @Test(arguments: [([], 1), (["a"], 2), (["b"], 4), (["b", "1"], 6), (["b", "1", "c"], 7), (["b", "2"], nil)])
    func findsLines(path: [String], line: Int?) {
        let text = "{\n\"a\": \"}\",\n\n\"b\": [\n1,\n{\n\"c\": 2}\n]\n}"
        #expect(JSONLocator(Array(text.utf8)).line(of: path) == line)
    }
}
