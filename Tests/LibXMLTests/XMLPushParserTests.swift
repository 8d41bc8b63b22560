import LibXML
import Testing

@Suite struct XMLPushParserTests {
    // MARK: Events

    @Test func tellsEventsInOrder() throws {
        #expect(
            try pushed("<a>1<b n='x'>2</b>3<b/></a>") == [
                "<a>", "1", "<b n=x>", "2", "</b>", "3", "<b>", "</b>", "</a>",
            ]
        )
    }

    @Test func passesOverElementsAndKeepsTheirText() throws {
        #expect(
            try pushed("<a>1<other>2<b>3</b><more/>4</other>5</a>") == ["<a>", "12", "<b>", "3", "</b>", "45", "</a>"]
        )
    }

    @Test func resolvesReferencesAndSections() throws {
        #expect(
            try pushed("<a n='&lt;&#233;&amp;'>&lt;&#xE9;<![CDATA[<b>&x;]]>&gt;</a>") == [
                "<a n=<é&>", "<é<b>&x;>", "</a>",
            ]
        )
    }

    @Test func passesOverCommentsAndInstructions() throws {
        #expect(
            try pushed("<?xml version='1.0'?><!-- x --><a>1<!-- 2 --><?pi 3?>4</a><!-- y -->") == ["<a>", "14", "</a>"]
        )
    }

    @Test func namesAreThoseOfNamespaces() throws {
        let document = """
            <x:a xmlns:x="urn:test" xmlns:y="urn:test" xmlns="urn:other"><a/><b x:n="1" n="2" z:n="3" xmlns:z="urn:z"/>\
            <y:a><b xmlns="urn:test" y:n="4"/></y:a></x:a>
            """
        #expect(
            try pushed(document, PushedNames.namespaced) == [
                "<a>", "<a>", "<b n=4>", "</b>", "</a>", "</a>",
            ]
        )
    }

    /// Two numbers of the vocabulary, two attributes of the same local name.
    @Test func tellsAttributesApart() throws {
        let document = "<b xmlns='urn:test' xmlns:t='urn:test' n='plain' t:n='in the namespace'/>"
        #expect(try pushed(document, PushedNames.namespaced) == ["<b n=in the namespace plain=plain>", "</b>"])
    }

    @Test func knowsAnEncodingThatIsDeclared() throws {
        let bytes = Array("<?xml version='1.0' encoding='iso-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)
        #expect(try pushed(bytes: bytes) == ["<a>", "é", "</a>"])
        let wide = Array("\u{FEFF}<a>日本</a>".utf16).flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try pushed(bytes: wide) == ["<a>", "日本", "</a>"])
    }

    // MARK: Pieces

    static let documents = [
        "<a>1<b n='x'>2</b>3<b/></a>", "<a>&#233;é日本🏛<![CDATA[<b>]]>]]&gt;</a>",
        "<?xml version='1.0' encoding='utf-8'?>\n<!-- é -->\n<a>\r\n1\r\n<b\n n='é 🏛'/>\n</a>\n",
    ]

    @Test(arguments: documents, [1, 2, 3, 5])
    func piecesMayBeCutAnywhere(document: String, size: Int) throws {
        let bytes = Array(document.utf8)
        #expect(try pushed(bytes: bytes, pieces: size) == pushed(bytes: bytes))
    }

    @Test(arguments: 1..<60)
    func oneCutAnywhere(place: Int) throws {
        let bytes = Array(Self.documents[1].utf8)
        let handler = RecordingHandler()
        let parser = try XMLPushParser(.xml(allowsDoctype: false), PushedNames.plain)
        let (first, second) = (Array(bytes.prefix(place)), Array(bytes.dropFirst(place)))
        try parser.parse(first.span, handler)
        try parser.parse(second.span, handler)
        try parser.finish(handler)
        #expect(handler.events == (try pushed(bytes: bytes)))
    }

    @Test func noPieceIsNoEnd() throws {
        let handler = RecordingHandler()
        let parser = try XMLPushParser(.xml(allowsDoctype: false), PushedNames.plain)
        for piece in ["<a>", "", "1", "", "</a>"] { try parser.parse(Array(piece.utf8).span, handler) }
        try parser.finish(handler)
        #expect(handler.events == ["<a>", "1", "</a>"])
    }

    @Test func readsManyPiecesOfText() throws {
        let text = String(repeating: "é&amp;x", count: 100_000)
        let events = try pushed("<a>\(text)</a>")
        #expect(events.count == 3)
        #expect(events[1].utf8.count == 400_000)
    }

    @Test func readsThousandsOfNames() throws {
        let count = 5000
        let document = "<a>" + (0..<count).map { "<n\($0) m\($0)='1'><b n='\($0)'/></n\($0)>" }.joined() + "</a>"
        let events = try pushed(document)
        #expect(events.count == 2 + 2 * count)
        #expect(events[2 * count - 1] == "<b n=\(count - 1)>")
    }

    // MARK: Places

    @Test func knowsPathAndLine() throws {
        let document = "<a>\n<b/>\n<x><b/><b/></x>\n<x>\n<b\n/></x>\n</a>"
        #expect(
            try places(document) == [
                "/a[1]@1", "/a[1]/b[1]@2", "/a[1]/x[1]/b[1]@3", "/a[1]/x[1]/b[2]@3", "/a[1]/x[2]/b[1]@6",
            ]
        )
    }

    /// Prefixes are those of the document; siblings are counted by name, not by prefix.
    @Test func countsSiblingsOfAName() throws {
        let document = "<t:a xmlns:t='urn:test'><t:b/><b/><b xmlns='urn:test'/><t:b/></t:a>"
        #expect(
            try places(document, PushedNames.namespaced) == [
                "/t:a[1]@1", "/t:a[1]/t:b[1]@1", "/t:a[1]/t:b[2]@1", "/t:a[1]/t:b[3]@1",
            ]
        )
    }

    private func places(_ document: String, _ vocabulary: XMLVocabulary = PushedNames.plain) throws -> [String] {
        let parser = try XMLPushParser(.xml(allowsDoctype: false), vocabulary)
        let handler = RecordingHandler()
        handler.locator = parser.locator
        try parser.parse(Array(document.utf8).span, handler)
        try parser.finish(handler)
        return handler.places
    }

    // MARK: Stopping

    @Test func theHandlerMayStopTheParser() throws {
        for place in 1...5 {
            let handler = RecordingHandler()
            handler.stop = place
            let parser = try XMLPushParser(.xml(allowsDoctype: false), PushedNames.plain)
            let document = Array("<a>1<b/>2</a>".utf8)
            for _ in 0..<2 {
                let failure = #expect(throws: XMLFailure.self) { try parser.parse(document.span, handler) }
                #expect(failure?.kind == .interrupted)
            }
            #expect(throws: XMLFailure.self) { try parser.finish(handler) }
            #expect(handler.calls == place)
        }
    }

    @Test func failsTheSameWayAgain() throws {
        let parser = try XMLPushParser(.xml(allowsDoctype: false), PushedNames.plain)
        let handler = RecordingHandler()
        let first = #expect(throws: XMLFailure.self) { try parser.parse(Array("<a>\n<b></a>".utf8).span, handler) }
        let second = #expect(throws: XMLFailure.self) { try parser.parse(Array("<a/>".utf8).span, handler) }
        let last = #expect(throws: XMLFailure.self) { try parser.finish(handler) }
        #expect(first?.kind == .malformed)
        #expect(first?.line == 2)
        #expect(first == second && second == last)
        #expect(handler.events == ["<a>", "\n", "<b>"])
    }

    @Test(arguments: [
        "<a>", "<a><b>", "", "  ", "<a>1", "<a/>x", "<a/><b/>", "<a b='1' b='2'/>", "<a>&x;</a>", "<x:a/>",
        "<a>\u{1}</a>",
    ])
    func refusesWhatIsNotWellFormed(document: String) {
        let failure = #expect(throws: XMLFailure.self) { try pushed(document) }
        #expect(failure?.kind == .malformed)
        #expect(failure?.message.contains(where: \.isNewline) == false)
    }
}
