import LibXML
import Testing

@Suite struct XMLFailureTests {
    @Test(arguments: [
        ("<a>\n  <b></c>\n</a>", 2),
        ("<a>\n", 1),
        ("", nil),
        ("   ", 1),
        ("plain", 1),
        ("<a>&nbsp;</a>", 1),
        ("<a b='1' b='2'/>", 1),
        ("<x:a/>", 1),
        ("<a/><b/>", 1),
    ])
    func refusesWhatIsNotWellFormed(document: String, line: Int?) {
        let fault = failure(document)
        #expect(fault?.kind == .malformed, "\(String(describing: fault))")
        #expect(fault?.line == line, "\(String(describing: fault))")
        #expect(fault?.message.contains(where: \.isNewline) == false)
    }

    @Test func namesTheElementThatIsNotClosed() {
        #expect(failure("<a><b>text")?.message == "the document ends before 'b' is closed")
        #expect(failure("<a/>x")?.message.contains("Extra content") == true)
    }

    @Test func countsColumnsInBytes() {
        let plain = failure("<a>e</b></a>")
        let accented = failure("<a>é</b></a>")
        #expect(plain?.column == 9)
        #expect(accented?.column == 10)
    }

    @Test func refusesBytesThatAreNotUTF8() {
        #expect(throws: XMLFailure.self) { try events(bytes: Array("<a>".utf8) + [0xFF] + Array("</a>".utf8)) }
    }

    @Test(arguments: [
        "<!DOCTYPE html><html/>",
        "<?xml version='1.0'?>\n<!-- x -->\n<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
        "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
        """
        <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">
        <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;">]><a b="&e;">&e;</a>
        """,
    ])
    func refusesEveryDocumentType(document: String) {
        let fault = failure(document)
        #expect(fault?.kind == .forbidden)
        #expect(fault?.message.contains("DTD") == true)
        #expect(fault?.line != nil)
    }

    @Test func refusesADocumentTypeInUTF16() {
        let bytes = Array("\u{FEFF}<!DOCTYPE a><a/>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let fault = #expect(throws: XMLFailure.self) { try events(bytes: bytes) }
        #expect(fault?.kind == .forbidden)
    }

    @Test func doesNotTakeTextForADocumentType() throws {
        #expect(try events("<!-- <!DOCTYPE a> --><a><![CDATA[<!DOCTYPE a>]]></a>").count == 3)
    }

    @Test(arguments: [257, 300, 100_000])
    func refusesDeepNesting(depth: Int) {
        let fault = failure(nested(depth))
        #expect(fault?.kind == .depth)
        #expect(fault?.message.contains("256") == true)
        #expect(fault?.message.contains("deep") == true)
    }

    @Test func acceptsNestingUpToTheLimit() {
        #expect(failure(nested(256)) == nil)
        #expect(failure(nested(3), limits: XMLLimits(maximumDepth: 3)) == nil)
        #expect(failure(nested(4), limits: XMLLimits(maximumDepth: 3))?.kind == .depth)
    }

    @Test func refusesTooManyNodes() {
        let fault = failure("<a><b/>x<b/></a>", limits: XMLLimits(maximumNodes: 3))
        #expect(fault?.kind == .limit)
        #expect(fault?.message.contains("elements and pieces") == true)
    }

    @Test func refusesHugeText() {
        let fault = failure("<a>" + String(repeating: "x", count: 11_000_000) + "</a>")
        #expect(fault?.kind == .limit, "\(String(describing: fault))")
    }

    @Test func refusesHugeAttributes() {
        let fault = failure("<a b='" + String(repeating: "x", count: 11_000_000) + "'/>")
        #expect(fault?.kind == .limit, "\(String(describing: fault))")
    }

    private func nested(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }
}
