import TesseraModel
import Testing

@testable import TesseraReaders

@Suite struct PDFObjectParserTests {
    /// All objects of a text, as a person would write them.
    private func objects(_ text: String, hasReferences: Bool = true) throws -> [String] {
        var parser = PDFObjectParser(PDFScanner(Array(text.utf8)), limits: .standard, hasReferences: hasReferences)
        var objects: [String] = []
        while true {
            switch try parser.next() {
            case .object(let object): objects.append(object.outline)
            case .keyword: objects.append("keyword")
            case .end: return objects
            }
        }
    }

    @Test(arguments: [
        ("12 -7 +3 0", ["12", "-7", "3", "0"]),
        ("1.5 -.25 4. .5", ["1.5", "-0.25", "4.0", "0.5"]),
        ("--5 - . 1-2", ["-5", "0", "0.0", "1"]),
        ("99999999999999999999", ["1e+20"]),
        ("true false null", ["true", "false", "null"]),
        ("/Name /A#20B /#41 / /A;B_C*", ["/Name", "/A B", "/A", "/", "/A;B_C*"]),
        ("(text) (a(b)c) (\\(\\)) (a\\\nb) (\\101\\1012\\7)", ["(text)", "(a(b)c)", "(())", "(ab)", "(AA2\u{7})"]),
        ("(a\r\nb) (a\rb) (\\n\\t\\x)", ["(a\nb)", "(a\nb)", "(\n\tx)"]),
        ("<48 65 6C> <4> <>", ["(Hel)", "(@)", "()"]),
        ("[1 [2] /A] []", ["[1 [2] /A]", "[]"]),
        ("<</A 1/B<</C[2]>>>>", ["</A 1 /B </C [2]>>"]),
        ("1 0 R 2 0 [3 0 R] 4 5", ["1R", "2", "0", "[3R]", "4", "5"]),
        ("1 % a comment\n2%another\r3", ["1", "2", "3"]),
        ("1 Tj (a)Tj", ["1", "keyword", "(a)", "keyword"]),
    ])
    func readsObjects(text: String, expected: [String]) throws {
        #expect(try objects(text) == expected)
    }

    @Test func contentHasNoReferences() throws {
        #expect(try objects("1 0 R", hasReferences: false) == ["1", "0", "keyword"])
    }

    @Test(arguments: [
        ("[1 2", ["[1 2]"]),
        ("<</A [1 2>>", ["</A [1 2]>"]),
        ("<</A 1", ["</A 1>"]),
        ("] >> 1", ["1"]),
        ("<</A 1 2 /B 3 4>>", ["</A 1 /B 3>"]),
        ("<</A 1 endobj", ["</A 1>", "keyword"]),
        ("(never closed", ["(never closed)"]),
        ("<41", ["(A)"]),
        ("{ } ) 1", ["keyword", "keyword", "keyword", "1"]),
    ])
    func makesTheBestOfWhatIsDamaged(text: String, expected: [String]) throws {
        #expect(try objects(text) == expected)
    }

    @Test func theLastOfTwoEntriesCounts() {
        let few = PDFDictionary([("A", .integer(1)), ("A", .integer(2))])
        #expect(few["A"].integer == 2)
        let many = PDFDictionary((0..<40).map { (key: "K\($0 % 20)", value: .integer($0)) })
        #expect(many["K3"].integer == 23)
        #expect(many["none"].isNull)
    }

    @Test func namesThatAreNoUTF8StayApart() throws {
        #expect(try objects("/#E9 /#E8") == ["/é", "/è"])
    }

    @Test func deepNestingIsRefused() throws {
        let text = String(repeating: "[", count: 300)
        let failure = try #require(throws: DocumentFailure.self) { try objects(text) }
        #expect(failure.diagnostic.id == "limit-exceeded")
        #expect(failure.diagnostic.message.contains("'depth'"))
    }
}

extension PDFObject {
    fileprivate var outline: String {
        switch self {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .integer(let value): "\(value)"
        case .real(let value): "\(value)"
        case .string(let bytes): "(" + String(decoding: bytes, as: UTF8.self) + ")"
        case .name(let name): "/" + name
        case .array(let items): "[" + items.map(\.outline).joined(separator: " ") + "]"
        case .dictionary(let dictionary):
            "<" + dictionary.entries.map { "/\($0.key) \($0.value.outline)" }.joined(separator: " ") + ">"
        case .stream: "stream"
        case .reference(let reference): "\(reference.number)R"
        }
    }
}
