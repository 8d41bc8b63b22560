import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// That a file's content chooses its reader, whatever its name.
@Suite struct ReaderChoiceTests {
    private static let xml = """
        <?xml version="1.0"?>
        <document xmlns="urn:tessera:document:1" version="1"><paragraph>N/A</paragraph></document>
        """

    @Test(arguments: ["a.txt", "a.xml", "a.docx", "a", ".xml"])
    func contentDecides(path: String) throws {
        let xml = SourceFile(Self.xml, path: path)
        #expect(try Readers.standard.reader(for: xml).format.name == "tessera-xml")
        let text = SourceFile("\tSection II, para 2\n", path: path)
        #expect(try Readers.standard.reader(for: text).format.name == "text")
    }

    @Test(arguments: ["\u{FEFF}", "\n  ", "<!-- made by hand -->\n"])
    func xmlMayBeginWithOtherThings(lead: String) throws {
        let root = "<document xmlns='urn:tessera:document:1' version='1'/>"
        #expect(try Readers.standard.reader(for: SourceFile(lead + root)).format.name == "tessera-xml")
    }

    @Test func otherXMLIsNoText() throws {
        let file = SourceFile("<document xmlns='urn:other'><p>N/A</p></document>", path: "a.xml")
        let failure = try #require(throws: DocumentFailure.self) { try Readers.standard.reader(for: file) }
        #expect(failure.diagnostic.id == "unknown-xml")
    }

    @Test func aTextThatQuotesTheNamespaceIsText() throws {
        let file = SourceFile("Files begin with <document xmlns=\"urn:tessera:document:1\"> and end so.")
        #expect(try Readers.standard.reader(for: file).format.name == "text")
    }

    @Test func anEmptyFileHasNoReader() throws {
        let failure = try #require(throws: DocumentFailure.self) { try Readers.standard.reader(for: SourceFile("")) }
        #expect(failure.diagnostic.id == "empty-document")
    }

    @Test func aBinaryFileHasNoReader() throws {
        let file = SourceFile([0x89, 0x50, 0x4E, 0x47, 13, 10, 26, 10, 0, 0, 0, 13], path: "Input/report.DOCX")
        let failure = try #require(throws: DocumentFailure.self) { try Readers.standard.reader(for: file) }
        #expect(failure.diagnostic.id == "unsupported-format")
        #expect(failure.diagnostic.message.contains("(.docx)"))
        let note = try #require(failure.diagnostic.notes.first)
        for reader in Readers.standard.all { #expect(note.contains(reader.format.title)) }
    }

    @Test func formatsHaveNamesOfTheirOwn() {
        let names = Readers.standard.all.map(\.format.name)
        #expect(Set(names).count == names.count)
        #expect(Readers.standard.all.allSatisfy { !$0.format.extensions.isEmpty })
    }
}
