import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// Which XML is DocBook, which is refused, and which text only looks like XML.
@Suite struct UnknownXMLTests {
    private func choice(_ text: String, path: String) -> String {
        do {
            return try Readers.standard.reader(for: SourceFile(text, path: path)).format.name
        } catch {
            return error.diagnostic.id
        }
    }

    @Test(arguments: [
        ("<article xmlns='http://docbook.org/ns/docbook' version='5.0'/>", "docbook"),
        ("<d:anything xmlns:d='http://docbook.org/ns/docbook'/>", "docbook"),
        ("<article><title>T</title></article>", "docbook"),
        ("<?xml version='1.0'?>\n<!-- made -->\n<section><info/></section>", "docbook"),
        ("<!DOCTYPE book PUBLIC '-//OASIS//DTD DocBook XML V4.2//EN' 'd.dtd'><book/>", "docbook"),
        ("<!DOCTYPE part SYSTEM 'http://www.oasis-open.org/docbook/xml/4.5/docbookx.dtd'><part/>", "docbook"),
        ("<!DOCTYPE article><article><para/></article>", "docbook"),
        // Other kinds of XML have articles as well.
        ("<!DOCTYPE article PUBLIC '-//NLM//DTD JATS v1.0//EN' 'j.dtd'><article><title/></article>", "unknown-xml"),
        ("<article><front/></article>", "unknown-xml"),
        ("<article><h1>x</h1></article>", "unknown-xml"),
        ("<part><title>x</title></part>", "unknown-xml"),
        ("<article xmlns='urn:other'><title>x</title></article>", "unknown-xml"),
    ])
    func docBookIsToldByItsBeginning(text: String, expected: String) {
        #expect(choice(text, path: "a.xml") == expected)
        #expect(choice(text, path: "a.txt") == expected)
    }

    @Test(arguments: [
        ("<report><row>a</row></report>", "unknown-xml", "unknown-xml"),
        ("\u{FEFF}\n <report>&amp;</report>\n", "unknown-xml", "unknown-xml"),
        ("<?xml version='1.0'?><report>", "damaged-markup", "damaged-markup"),
        (" <?xml version='1.0'?><report/>", "damaged-markup", "damaged-markup"),
        ("<report>", "damaged-markup", "text"),
        ("<b>Note</b>: text", "damaged-markup", "text"),
        ("< 5 percent\n\tcell", "damaged-markup", "text"),
        ("<see the list>\n\tSection II, para 2\n", "damaged-markup", "text"),
        ("Section II <report/>", "text", "text"),
        ("<!DOCTYPE r [<!ENTITY a 'x'>]><r>&a;</r>", "forbidden-declaration", "forbidden-declaration"),
        (String(repeating: "<a>", count: 300), "limit-exceeded", "limit-exceeded"),
    ])
    func xmlAndText(text: String, asXML: String, asText: String) {
        #expect(choice(text, path: "a.xml") == asXML)
        #expect(choice(text, path: "a.txt") == asText)
    }

    @Test func theMessageNamesTheRootAndTheWayOut() throws {
        let file = SourceFile("<r:report xmlns:r='urn:a'/>")
        let failure = try #require(throws: DocumentFailure.self) { try Readers.standard.reader(for: file) }
        #expect(failure.diagnostic.message.contains("'report' of urn:a"))
        #expect(failure.diagnostic.suggestion?.contains("'xml:'") == true)
    }

    @Test func aMappingWinsOverDocBook() throws {
        let mapping = XMLMapping(roots: ["article"], tables: ["t"], rows: ["r"], cells: ["c"])
        let file = SourceFile("<article><title>T</title></article>")
        #expect(try Readers(mappings: [mapping]).reader(for: file).format.name == "mapped-xml")
        #expect(try Readers().reader(for: file).format.name == "docbook")
    }
}
