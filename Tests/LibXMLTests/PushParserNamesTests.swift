import LibXML
import Testing

/// Which names a push parser reports, and by which number.
@Suite struct PushParserNamesTests {
    /// What was reported: numbers of elements, with the name that the locator gives, and text.
    private final class Record: XMLContentHandler {
        let locator: XMLLocator
        var lines: [String] = []

        init(_ locator: XMLLocator) { self.locator = locator }

        func start(_ name: Int, _ tag: borrowing XMLTag) {
            let element = locator.name.map { "\($0.localName) of '\($0.namespace)'" } ?? "none"
            lines.append("\(name): \(element), \(tag.value(9) ?? "-")")
        }

        func end(_ name: Int) { lines.append("/\(name)") }

        func text(_ text: borrowing XMLText) {
            var bytes: [UInt8] = []
            text.append(to: &bytes)
            lines.append(String(decoding: bytes, as: UTF8.self))
        }
    }

    private func lines(_ text: String, _ vocabulary: XMLVocabulary) throws -> [String] {
        let parser = try XMLPushParser(.xml(allowsDoctype: true), vocabulary)
        let record = Record(parser.locator)
        try parser.parse(Array(text.utf8).span, record)
        try parser.finish(record)
        return record.lines
    }

    private static let text = "<a xmlns:n='urn:n'><n:b n:k='v'/><c/></a>"

    @Test func localNamesCountInAnyNamespace() throws {
        let vocabulary = XMLVocabulary([:], localNames: ["b": 2, "k": 9])
        #expect(try lines(Self.text, vocabulary) == ["2: b of 'urn:n', v", "/2"])
    }

    @Test func exactNamesComeFirstAndOthersLast() throws {
        let vocabulary = XMLVocabulary([XMLName("b", in: "urn:n"): 1], localNames: ["b": 2, "c": 3], others: 7)
        #expect(
            try lines(Self.text, vocabulary) == [
                "7: a of '', -", "1: b of 'urn:n', -", "/1", "3: c of '', -", "/3", "/7",
            ]
        )
    }

    @Test func differentElementsHaveALimit() throws {
        let parser = try XMLPushParser(
            .xml(allowsDoctype: false),
            XMLVocabulary([:]),
            limits: XMLLimits(maximumNames: 3)
        )
        let record = Record(parser.locator)
        try parser.parse(Array("<a><b/><c/><b/><a/>".utf8).span, record)
        let failure = #expect(throws: XMLFailure.self) { try parser.parse(Array("<d/></a>".utf8).span, record) }
        #expect(failure?.kind == .names)
    }

    /// Where a DTD is named and not read, nobody knows which entities it defines.
    @Test func entitiesOfADTDThatIsNotRead() throws {
        let text = "<!DOCTYPE a SYSTEM 'http://a.example/a.dtd'><a>x&nbsp;y</a>"
        #expect(try lines(text, XMLVocabulary([:])).joined() == "x\u{A0}y")
        let unknown = text.replacing("nbsp", with: "nothing")
        #expect(throws: XMLFailure.self) { try lines(unknown, XMLVocabulary([:])) }
        let standalone = text.replacing("<!DOCTYPE", with: "<?xml version='1.0' standalone='yes'?><!DOCTYPE")
        #expect(throws: XMLFailure.self) { try lines(standalone, XMLVocabulary([:])) }
    }
}
