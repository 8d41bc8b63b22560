import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// That the XML form of a document holds all of it: written and read back, it is the same.
@Suite struct DocumentXMLRoundTripTests {
    private func readBack(_ document: SourceDocument) throws -> SourceDocument {
        var log = DiagnosticLog()
        let file = SourceFile(DocumentXML.serialise(document), path: "Input/report.xml")
        #expect(DocumentXMLReader().recognises(file))
        let read = try DocumentXMLReader().read(file, log: &log)
        #expect(log.diagnostics.isEmpty)
        #expect(read.origin.path == "Input/report.xml")
        #expect(read.origin.sha256 == file.origin.sha256)
        return read
    }

    @Test(arguments: 0..<150)
    func madeDocumentsComeBack(seed: Int) throws {
        var maker = DocumentMaker(seed: seed)
        let document = maker.document()
        let read = try readBack(document)
        #expect(read.blocks == document.blocks)
        #expect(read.paragraphs == document.paragraphs)
        #expect(read.metadata == document.metadata)
        #expect(read.extractedFrom == document.origin)
        #expect(read.stem == document.stem)
        #expect(DocumentXML.serialise(read) == DocumentXML.serialise(document), "however often it is done")
    }

    /// The test above is worth little if it never makes the difficult things.
    @Test func madeDocumentsHoldEverything() {
        var outlines: Set<Substring> = []
        var links = 0
        for seed in 0..<150 {
            var maker = DocumentMaker(seed: seed)
            let document = maker.document()
            links += document.paragraphs.map(\.hyperlinks.count).reduce(0, +)
            for line in document.outline { outlines.insert(line.prefix { $0 != ":" }) }
        }
        #expect(links > 100)
        for kind in [
            "paragraph", "preformatted", "page break", "cell", "heading 1", "item 2", "    cell", "      paragraph",
        ] {
            #expect(outlines.contains(Substring(kind)), "no \(kind)")
        }
    }

    @Test(arguments: [
        "REVISED AND UPDATED July 17,2007\n\tUN Programme of Action\n \tU.S. Laws & Policies <draft>\n\n\t\n\tN/A\u{C}\n",
        "Section II , para 6\r\nthe States’ “laws” – 'quoted' \"twice\"\r\n",
        "\tone\u{1B}two\u{B}three\u{FFFF}four\tfive\u{85}\n",
    ])
    func textsComeBack(text: String) throws {
        let document = try SourceDocument.text(text)
        #expect(try readBack(document).blocks == document.blocks)
    }

    @Test func isReadableXML() throws {
        let document = try SourceDocument.text("A & B\n\tN/A\n")
        let lines = String(decoding: DocumentXML.serialise(document), as: UTF8.self).split(separator: "\n")
        #expect(lines.first == #"<?xml version="1.0" encoding="UTF-8"?>"#)
        #expect(lines.dropFirst().first == #"<document xmlns="urn:tessera:document:1" version="1">"#)
        #expect(
            lines.suffix(7) == [
                #"  <paragraph start="1:1" end="1:6">A &amp; B</paragraph>"#,
                #"  <table start="2:1" end="2:5" kind="stream">"#,
                #"    <cell start="2:1" end="2:5">"#,
                #"      <paragraph start="2:2" end="2:5">N/A</paragraph>"#,
                "    </cell>",
                "  </table>",
                "</document>",
            ]
        )
    }
}
