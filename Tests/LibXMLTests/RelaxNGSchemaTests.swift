import LibXML
import Testing

@Suite struct RelaxNGSchemaTests {
    @Test func acceptsAValidDocument() throws {
        #expect(try events("<list><item n='1'>a</item></list>", schema: listSchema()).count == 5)
    }

    @Test(arguments: [
        ("<list>\n<item n='1'/>\n<other/></list>", 3, "other"),
        ("<list>\n<item/></list>", 2, "item"),
        ("<list>\n\n<item n='x'>a</item></list>", 3, "n"),
        ("<list>text</list>", 1, "Did not expect text here"),
        ("<other/>", 1, "other"),
    ])
    func refusesAnInvalidDocument(document: String, line: Int, word: String) throws {
        let fault = failure(document, schema: try listSchema())
        #expect(fault?.kind == .invalid, "\(String(describing: fault))")
        #expect(fault?.line == line, "\(String(describing: fault))")
        #expect(fault?.message.contains(word) == true, "\(String(describing: fault))")
    }

    @Test func noticesWhatIsMissingAtTheEnd() throws {
        let schema = """
            <element name="a" xmlns="http://relaxng.org/ns/structure/1.0"><element name="b"><empty/></element>
            </element>
            """
        let fault = failure("<a></a>", schema: try RelaxNGSchema(bytes: Array(schema.utf8)))
        #expect(fault?.kind == .invalid)
    }

    @Test(arguments: [
        ("<grammar", XMLFailure.Kind.malformed),
        ("", .malformed),
        ("<html/>", .invalid),
        ("<element name='a' xmlns='http://relaxng.org/ns/structure/1.0'><ref name='b'/></element>", .invalid),
        ("<!DOCTYPE grammar><grammar xmlns='http://relaxng.org/ns/structure/1.0'/>", .forbidden),
        ("<externalRef href='/etc/passwd' xmlns='http://relaxng.org/ns/structure/1.0'/>", .forbidden),
        ("<grammar xmlns='http://relaxng.org/ns/structure/1.0'><include href='b.rng'/></grammar>", .forbidden),
    ])
    func refusesWhatIsNoSchema(text: String, kind: XMLFailure.Kind) {
        let fault = #expect(throws: XMLFailure.self) { _ = try RelaxNGSchema(bytes: Array(text.utf8)) }
        #expect(fault?.kind == kind, "\(String(describing: fault))")
        #expect(fault?.message.isEmpty == false)
    }
}
