import LibXML
import Testing

/// What a push parser refuses, and where it stops.
@Suite struct XMLPushLimitTests {
    // MARK: Document types

    @Test(arguments: [
        "<!DOCTYPE a><a/>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<!DOCTYPE a []><a/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>",
    ])
    func refusesDocumentTypes(document: String) {
        let failure = #expect(throws: XMLFailure.self) { try pushed(document) }
        #expect(failure?.kind == .forbidden)
        #expect(failure?.line == 1)
    }

    @Test(arguments: [
        "<!DOCTYPE a><a>1</a>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a>1</a>", "<!DOCTYPE a []><a>1</a>",
        "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'http://127.0.0.1:1/xhtml1-strict.dtd'><a>1</a>",
    ])
    func allowsDocumentTypesWithoutDeclarations(document: String) throws {
        #expect(try pushed(document, .xml(allowsDoctype: true)) == ["<a>", "1", "</a>"])
    }

    @Test(arguments: [
        "<!ENTITY x 'y'>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<!ENTITY % x 'y'>",
        "<!ENTITY % x SYSTEM 'http://127.0.0.1:1/x.dtd'>", "<!ENTITY x SYSTEM 'x' NDATA y>",
        "<!NOTATION y SYSTEM 'y'>", "<!ELEMENT a ANY>", "<!ATTLIST a n CDATA 'default'>", "<!ATTLIST a n (x|y) 'x'>",
        "<!ATTLIST a n ID #IMPLIED>",
    ])
    func refusesDeclarations(declaration: String) {
        for document in ["<!DOCTYPE a [\(declaration)]><a/>", "<!DOCTYPE a SYSTEM 'x' [\n\(declaration)]><a/>"] {
            let failure = #expect(throws: XMLFailure.self) { try pushed(document, .xml(allowsDoctype: true)) }
            #expect(failure?.kind == .forbidden, "\(document)")
        }
    }

    /// What XHTML's own DTD would define, and nothing reads.
    @Test func knowsTheEntitiesOfHTML() throws {
        let document =
            "<!DOCTYPE a PUBLIC '-//W3C//DTD XHTML 1.0 Strict//EN' 'xhtml1-strict.dtd'><a>1&nbsp;&eacute;&mdash;2</a>"
        #expect(try pushed(document, .xml(allowsDoctype: true)) == ["<a>", "1\u{A0}é—2", "</a>"])
    }

    /// There is nobody to tell the text to; the attribute is without it.
    @Test func anEntityInAnAttributeIsLeftOut() throws {
        let document = "<!DOCTYPE a SYSTEM 'x'><a n='1&nbsp;2'>3</a>"
        #expect(try pushed(document, .xml(allowsDoctype: true)) == ["<a n=12>", "3", "</a>"])
    }

    @Test func refusesOtherEntities() {
        for document in ["<!DOCTYPE a SYSTEM 'x'><a>&secret;</a>", "<!DOCTYPE a><a>&nbsp;</a>", "<a>&nbsp;</a>"] {
            let failure = #expect(throws: XMLFailure.self) { try pushed(document, .xml(allowsDoctype: true)) }
            #expect(failure?.kind == .malformed, "\(document)")
        }
    }

    @Test func anEntityInAnAttributeIsRefused() {
        let document = "<!DOCTYPE a [<!ENTITY x 'y'>]><a n='&x;'/>"
        #expect(throws: XMLFailure.self) { try pushed(document, .xml(allowsDoctype: true)) }
    }

    // MARK: Limits

    private func nested(_ depth: Int) -> String {
        String(repeating: "<a>", count: depth) + String(repeating: "</a>", count: depth)
    }

    @Test(arguments: [1, 3, 256])
    func refusesDeeperNesting(limit: Int) throws {
        let limits = XMLLimits(maximumDepth: limit)
        #expect(try pushed(nested(limit), limits: limits).count == 2 * limit)
        let failure = #expect(throws: XMLFailure.self) { try pushed(nested(limit + 1), limits: limits) }
        #expect(failure?.kind == .depth)
        #expect(failure?.message == "elements are nested more than \(limit) deep")
    }

    /// Also elements that the handler does not hear of.
    @Test func countsEveryElement() {
        let failure = #expect(throws: XMLFailure.self) {
            try pushed("<x><y><z/></y></x>", limits: XMLLimits(maximumDepth: 2))
        }
        #expect(failure?.kind == .depth)
    }

    @Test func theLimitMayBeRaised() throws {
        #expect(try pushed(nested(5000), limits: XMLLimits(maximumDepth: 5000)).count == 10_000)
        let failure = #expect(throws: XMLFailure.self) {
            try pushed(nested(5001), limits: XMLLimits(maximumDepth: 5000))
        }
        #expect(failure?.kind == .depth)
    }

    @Test func refusesDeepNestingInHTML() {
        let failure = #expect(throws: XMLFailure.self) {
            try pushed(String(repeating: "<div>", count: 300), .html, limits: XMLLimits(maximumDepth: 200))
        }
        #expect(failure?.kind == .depth)
    }

    /// The parser would compare each of them with all others.
    @Test func refusesATagWithTooManyAttributes() throws {
        let attributes = (0..<20_000).map { " a\($0)=\"\"" }.joined()
        let failure = #expect(throws: XMLFailure.self) { try pushed("<a\(attributes)/>") }
        #expect(failure?.kind == .attributes)
        #expect(failure?.message == "a tag has more than 10000 attributes")
        let raised = XMLLimits(maximumAttributes: 30_000)
        #expect(try pushed("<a\(attributes)/>", limits: raised) == ["<a>", "</a>"])
    }

    @Test func longValuesAndCommentsAreNoAttributes() throws {
        let value = String(repeating: "x", count: 300_000)
        let comment = String(repeating: "=", count: 300_000)
        #expect(try pushed("<a m='\(value)'><!-- \(comment) --></a>") == ["<a>", "</a>"])
    }

    // MARK: HTML

    @Test func addsWhatHTMLLeavesOut() throws {
        let document = "<table><tr><td>1<td>2<tr><td>3</table><p>4<p>5<br>6"
        #expect(
            try pushed(document, .html, PushedNames.html) == [
                "<table>", "<tr>", "<td>", "1", "</td>", "<td>", "2", "</td>", "</tr>", "<tr>", "<td>", "3", "</td>",
                "</tr>", "</table>", "<p>", "4", "</p>", "<p>", "5", "<br>", "</br>", "6", "</p>",
            ]
        )
    }

    @Test func passesOverMistakesInHTML() throws {
        let document = "<P CLASS=x>a</i></p></p><unknown>b</unknown> &eacute; &nosuch; <br/>c & d < e"
        let events = try pushed(document, .html, PushedNames.html)
        #expect(events.first == "<p class=x>")
        #expect(events.joined().hasSuffix("b é &nosuch; <br></br>c & d < e"))
    }

    @Test func namesInHTMLHaveNoCase() throws {
        #expect(
            try pushed("<TABLE><Tr><tD>1</TD></tR></table>", .html, PushedNames.html).prefix(3) == [
                "<table>", "<tr>", "<td>",
            ]
        )
    }

    @Test func htmlIsUTF8WhateverItSays() throws {
        let document = "<meta charset=iso-8859-1><p>é日本</p>"
        #expect(try pushed(document, .html, PushedNames.html) == ["<p>", "é日本", "</p>"])
    }

    @Test(arguments: [1, 3])
    func piecesOfHTMLMayBeCutAnywhere(size: Int) throws {
        let bytes = Array("<p class='é'>é&eacute;日本<br>x</p><table><tr><td>1</table>".utf8)
        let whole = try pushed(bytes: bytes, .html, PushedNames.html)
        #expect(try pushed(bytes: bytes, pieces: size, .html, PushedNames.html) == whole)
    }

    @Test func emptyHTMLIsNothing() throws {
        #expect(try pushed("", .html, PushedNames.html) == [])
    }
}
