import LibXML
import Testing

@Suite struct XMLStreamReaderTests {
    @Test func givesEveryEventOnce() throws {
        let document = #"""
            <?xml version="1.0"?><!-- no --><?no no?>
            <a xmlns="urn:a" xmlns:x="urn:x" k="1 &lt; &#233;" x:k="2"> é<b/><![CDATA[<c>]]></a>
            """#
        let attributes = [
            XMLAttribute(localName: "k", namespace: nil, value: "1 < é"),
            XMLAttribute(localName: "k", namespace: "urn:x", value: "2"),
        ]
        let expected: [XMLEvent] = [
            .start(XMLElement(localName: "a", namespace: "urn:a", attributes: attributes, isEmpty: false)),
            .text(" é"),
            .start(XMLElement(localName: "b", namespace: "urn:a", attributes: [], isEmpty: true)),
            .end(localName: "b", namespace: "urn:a"),
            .text("<c>"),
            .end(localName: "a", namespace: "urn:a"),
        ]
        #expect(try events(document) == expected)
    }

    @Test func readsUTF16() throws {
        let units = Array("\u{FEFF}<a>ü</a>".utf16)
        let bytes = units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try events(bytes: bytes).contains(.text("ü")))
    }

    @Test func keepsTheLineOfEvents() throws {
        var reader = try XMLStreamReader(bytes: Array("<a>\n\n<b/></a>".utf8), name: "a", schema: nil)
        var lines: [Int?] = []
        while try reader.next() != nil { lines.append(reader.line) }
        #expect(lines == [1, 3, 3, 3, 1])
    }

    @Test func keepsTheLineOfTextBeyond65535() throws {
        let document = "<a>" + String(repeating: "<b/>\n", count: 70_000) + "<c>x</c></a>"
        var reader = try XMLStreamReader(bytes: Array(document.utf8), name: "a", schema: nil)
        while let event = try reader.next(), event != .text("x") {}
        #expect(reader.line == 70_001)
    }

    @Test func endsOnceAndStaysAtTheEnd() throws {
        var reader = try XMLStreamReader(bytes: Array("<a/>".utf8), name: "a", schema: nil)
        #expect(try reader.next() != nil)
        #expect(try reader.next() != nil)
        #expect(try reader.next() == nil)
        #expect(try reader.next() == nil)
    }

    @Test func repeatsItsFailure() throws {
        var reader = try XMLStreamReader(bytes: Array("<a></b>".utf8), name: "a", schema: nil)
        #expect(throws: XMLFailure.self) { while try reader.next() != nil {} }
        #expect(throws: XMLFailure.self) { _ = try reader.next() }
    }

    @Test func worksOnSeveralThreads() async throws {
        let results = try await withThrowingTaskGroup(of: (Int, Int).self) { group in
            for count in 0..<40 {
                group.addTask {
                    let items = (0..<count * 50).map { #"<item n="\#($0 + 1)">x</item>"# }
                    let document = "<list>\(items.joined())</list>"
                    return (count, try events(document, schema: listSchema()).count)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 40)
        #expect(results.allSatisfy { $0.1 == $0.0 * 150 + 2 })
    }
}
