import TesseraModel
import TesseraReaders
import TestSupport
import Testing

/// OpenDocument packages, and how both forms are told from other files.
@Suite struct OpenDocumentPackageTests {
    private static let made: MadeOpenDocument = {
        var made = MadeOpenDocument(
            "<text:p text:style-name='P1'>a</text:p><text:p text:style-name='Secret'>b</text:p>"
        )
        made.styles = """
            <style:default-style style:family='paragraph'>
              <style:text-properties fo:language='en' fo:country='US'/>
            </style:default-style>
            <style:style style:name='Secret' style:family='paragraph'>
              <style:text-properties text:display='none'/>
            </style:style>
            """
        made.automaticStyles = "<style:style style:name='P1' style:family='paragraph'/>"
        made.masterStyles = "<style:master-page><style:footer><text:p>Foot</text:p></style:footer></style:master-page>"
        made.metadata = """
            <dc:title> The
              report </dc:title><meta:initial-creator>A</meta:initial-creator><dc:creator>B</dc:creator>
            <meta:creation-date>2007-07-17</meta:creation-date><dc:date>2008-01-02T03:04:05</dc:date>
            <meta:user-defined meta:name='dc:title'>no</meta:user-defined>
            """
        return made
    }()

    private func read(_ parts: [TestEntry], limits: ReadingLimits = .standard) throws -> SourceDocument {
        var log = DiagnosticLog()
        return try OpenDocumentReader(limits: limits).read(SourceFile(ZipWriter(parts).bytes), log: &log)
    }

    private func failure(_ parts: [TestEntry], limits: ReadingLimits = .standard) throws -> Diagnostic {
        try TesseraReadersTests.failure(of: OpenDocumentReader(limits: limits), on: ZipWriter(parts).bytes)
    }

    private func format(_ bytes: [UInt8], path: String = "a.bin") throws -> String {
        try Readers.standard.reader(for: SourceFile(bytes, path: path)).format.name
    }

    @Test func thePartsMakeOneDocument() throws {
        let document = try read(Self.made.parts)
        #expect(document.outline == ["paragraph: a", "paragraph: b", "left out, running-head: Foot"])
        #expect(document.paragraphs.map(\.place.part) == ["content.xml", "content.xml", "styles.xml"])
        #expect(document.paragraphs.map(\.hidden) == [[], [0..<1], []])
        #expect(document.origin.mediaType == "application/vnd.oasis.opendocument.text")
    }

    @Test func theFlatFormSaysTheSame() throws {
        let flat = try Self.made.read()
        let package = try read(Self.made.parts)
        #expect(flat.outline == package.outline)
        #expect(flat.metadata == package.metadata)
        #expect(flat.metadata.title == "The report")
        #expect(flat.metadata.author == "A")
        #expect(flat.metadata.created == "2007-07-17")
        #expect(flat.metadata.modified == "2008-01-02T03:04:05")
        #expect(flat.metadata.language == "en-US")
    }

    @Test func metadataMayBeMissing() throws {
        let parts = Self.made.parts.filter { $0.name == Array("content.xml".utf8) }
        let document = try read(parts)
        #expect(document.metadata == DocumentMetadata())
        var made = Self.made
        made.metadata = "<dc:creator>B</dc:creator><dc:language>fr</dc:language>"
        #expect(try made.read().metadata.author == "B")
        #expect(try made.read().metadata.language == "fr")
    }

    @Test(arguments: ["text", "text-template", "text-master", "text-web", "spreadsheet"])
    func packagesAreToldByTheirMediaType(kind: String) throws {
        var parts = Self.made.parts
        parts[0] = TestEntry("mimetype", text: "application/vnd.oasis.opendocument.\(kind)\n")
        #expect(try format(ZipWriter(parts).bytes) == "odt")
    }

    @Test func orByTheirParts() throws {
        #expect(try format(ZipWriter(Self.made.parts.reversed()).bytes) == "odt")
        #expect(try format(ZipWriter([TestEntry("word/content.xml", text: "<a/>")]).bytes, path: "a.odt") != "odt")
        let other = [TestEntry("mimetype", text: "application/epub+zip"), TestEntry("content.xml", text: "<a/>")]
        #expect(try format(ZipWriter(other).bytes, path: "a.odt") != "odt")
    }

    @Test(arguments: ["", "\u{FEFF}", "<!-- made by hand -->\n", "<!DOCTYPE office:document>"])
    func flatFilesAreToldByTheirRoot(lead: String) throws {
        let text = String(decoding: Self.made.flat, as: UTF8.self).split(separator: "\n").dropFirst().joined()
        #expect(try format(Array((lead + text).utf8)) == "fodt")
        #expect(try format(Array(text.utf8.prefix(3000))) == "fodt", "cut off, and still recognised")
    }

    @Test(
        arguments: [
            "<document xmlns='urn:oasis:names:tc:opendocument:xmlns:office:1.0' mimetype='x'/>",
            "<a xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'><office:document/></a>",
            "Files begin with <office:document",
        ]
    )
    func otherFilesAreNotFlat(text: String) {
        #expect(!FlatOpenDocumentReader().recognises(SourceFile(text, path: "a.fodt")))
    }

    @Test(arguments: ["spreadsheet", "presentation", "drawing", "chart"])
    func whatIsNoTextIsRefused(kind: String) throws {
        var made = Self.made
        made.kind = kind
        let diagnostic = try failure(made.parts)
        #expect(diagnostic.id == "unsupported-format")
        #expect(diagnostic.message.contains(kind))
        #expect(try TesseraReadersTests.failure(of: FlatOpenDocumentReader(), on: made.flat) == diagnostic)
    }

    @Test(arguments: ["content.xml", "styles.xml"])
    func encryptedPackages(part: String) throws {
        var parts = Self.made.parts
        parts[4] = TestEntry("META-INF/manifest.xml", text: MadeOpenDocument.manifest(encrypted: part))
        #expect(try failure(parts).id == "encrypted-document")
    }

    @Test func encryptedPicturesAreNoMatter() throws {
        var parts = Self.made.parts
        parts[4] = TestEntry("META-INF/manifest.xml", text: MadeOpenDocument.manifest(encrypted: "/"))
        #expect(try read(parts).paragraphs.count == 3)
    }

    @Test func damagedPackages() throws {
        let bytes = ZipWriter(Self.made.parts).bytes
        let reader = OpenDocumentReader()
        for count in [bytes.count - 1, bytes.count / 2, 90] {
            #expect(reader.recognises(SourceFile(Array(bytes.prefix(count)))))
            let diagnostic = try TesseraReadersTests.failure(of: reader, on: Array(bytes.prefix(count)))
            #expect(diagnostic.id == "damaged-archive")
        }
        #expect(try failure([Self.made.parts[0]]).id == "damaged-archive")
        #expect(try failure([TestEntry("content.xml", text: "<a><b></a>")]).id == "damaged-markup")
        #expect(try failure(Self.made.parts + [TestEntry("../a", text: "a")]).id == "unsafe-archive")
    }

    @Test func limitsOfArchives() throws {
        #expect(try failure(Self.made.parts, limits: limits(.entries, 4)).message.contains("'entries' is 4"))
        #expect(try failure(Self.made.parts, limits: limits(.partSize, 200)).message.contains("'part-size' is 200"))
        #expect(try failure(Self.made.parts, limits: limits(.totalSize, 900)).message.contains("'total-size' is 900"))
    }

    @Test func withoutTextThereIsNothing() throws {
        #expect(try failure(MadeOpenDocument("<text:p> </text:p><table:table/>").parts).id == "empty-document")
        let flat = MadeOpenDocument("<text:p/>").flat
        #expect(try TesseraReadersTests.failure(of: FlatOpenDocumentReader(), on: flat).id == "empty-document")
    }
}
