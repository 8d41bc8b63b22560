import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// XML that is refused: every fault has the same id, and the line on which it stands.
@Suite struct DocumentXMLFailureTests {
    private static let open = "<document xmlns='urn:tessera:document:1' version='1'>\n"

    private func line(of text: String) throws -> Int? {
        let diagnostic = try failure(of: DocumentXMLReader(), on: Array(text.utf8))
        #expect(diagnostic.id == "invalid-document-xml")
        #expect(diagnostic.severity == .error)
        #expect(!diagnostic.message.isEmpty && !diagnostic.message.contains("\n"))
        guard case .line(let line, _)? = diagnostic.place?.start else { return nil }
        return line
    }

    @Test(arguments: [
        "<paragraph>N/A</paragraph>\n<para>x</para>",
        "<paragraph>N/A</paragraph>\n<heading>x</heading>",
        "<paragraph>N/A</paragraph>\n<heading level='0'>x</heading>",
        "<paragraph>N/A</paragraph>\n<paragraph start='1:1'>x</paragraph>",
        "<paragraph>N/A</paragraph>\n<paragraph colour='red'>x</paragraph>",
        "<paragraph>N/A</paragraph>\n<paragraph><paragraph>x</paragraph></paragraph>",
        "<paragraph>N/A</paragraph>\n<table><cell/></table>",
        "<paragraph>N/A</paragraph>\n<table kind='grid'><cell/></table>",
        "<paragraph>N/A</paragraph>\n<table kind='stream'><row/></table>",
        "<paragraph>N/A</paragraph>\n<table kind='stream'><cell row-span='0'/></table>",
        "<paragraph>N/A</paragraph>\n<table kind='stream'><cell column-span='1000001'/></table>",
        "<paragraph>N/A</paragraph>\n<page-break>x</page-break>",
        "<paragraph>N/A</paragraph>\n<metadata title='late'/>",
        "<paragraph>N/A</paragraph>\n<paragraph hidden='*-2'>x</paragraph>",
        "<paragraph>N/A</paragraph>\n<paragraph><link>x</link></paragraph>",
        "<paragraph>N/A</paragraph>\n<paragraph xmlns='urn:other'>x</paragraph>",
    ])
    func whatBreaksTheSchema(body: String) throws {
        #expect(try line(of: Self.open + body + "\n</document>") == 3)
    }

    @Test(arguments: [
        "<document xmlns='urn:tessera:document:1'/>", "<document xmlns='urn:tessera:document:1' version='2'/>",
        "<matrix xmlns='urn:tessera:document:1' version='1'/>", "<document version='1'/>",
    ])
    func aRootThatIsNotTheDocument(text: String) throws {
        #expect(try line(of: text) == 1)
    }

    @Test(arguments: [
        ("<paragraph>N/A</paragraph>\n<paragraph>x</document>", 3), ("\n\n<paragraph>a & b</paragraph></document>", 4),
        ("<paragraph>&undefined;</paragraph></document>", 2), ("<paragraph>\u{B}</paragraph></document>", 2),
        ("<paragraph a='1' a='2'/></document>", 2), ("</document>\n<more/>", 3),
    ])
    func whatIsNotWellFormed(body: String, line: Int) throws {
        #expect(try self.line(of: Self.open + body) == line)
    }

    @Test func aFileThatBreaksOff() throws {
        let line = try #require(try line(of: Self.open + "<paragraph>N/A</paragraph>\n<paragraph>x"))
        #expect(line >= 3)
    }

    @Test(arguments: [
        "<!DOCTYPE document>\n",
        "<!DOCTYPE document SYSTEM 'file:///etc/hostname'>\n",
        "<!DOCTYPE document [<!ENTITY a 'N/A'>]>\n",
        "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;'>]>\n",
    ])
    func documentTypesAndEntities(declaration: String) throws {
        let text = "<?xml version='1.0'?>\n" + declaration + Self.open + "<paragraph>x</paragraph></document>"
        #expect(try line(of: text) == 2)
    }

    /// Each entity is ten of the one before: a few hundred bytes that would fill the memory.
    @Test func anEntityBomb() throws {
        let entities = (1...20).map { level in
            "<!ENTITY e\(level) '\(String(repeating: "&e\(level - 1);", count: 10))'>"
        }
        let text = """
            <?xml version='1.0'?>
            <!DOCTYPE document [<!ENTITY e0 'lol'>\(entities.joined())]>
            <document xmlns='urn:tessera:document:1' version='1'><paragraph>&e20;</paragraph></document>
            """
        #expect(try line(of: text) == 2)
    }

    @Test func aTowerOfCells() throws {
        let depth = 300
        let open = String(repeating: "<table kind='stream'><cell>", count: depth)
        let close = String(repeating: "</cell></table>", count: depth)
        #expect(try line(of: Self.open + open + close + "</document>") == 2)
    }
}
