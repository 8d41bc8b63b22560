import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraStages
import TestSupport
import Testing

/// The same document gives the same bytes: twice, under another folder, and in its XML form.
@Suite struct SameBytesTests {
    @Test func twiceTheSame() throws {
        let set = try PipelineSet(folder: "\(Project.root)/Pipelines", only: "us-poa-matrix", naming: .revision)
        #expect(Converter(set).convert(Project.source).files == (try Project.conversion().files))
    }

    @Test func doesNotDependOnTheFolder() throws {
        let bytes = try FileSystem.contents(of: Project.source.file)
        let set = try PipelineSet(folder: "\(Project.root)/Pipelines", only: "us-poa-matrix", naming: .revision)
        try withTemporaryFolder { folder in
            try FileSystem.write(bytes, to: "\(folder)/copy.bin")
            let copy = SourcePath(file: "\(folder)/copy.bin", name: Project.source.name)
            #expect(Converter(set).convert(copy).files == (try Project.conversion().files))
        }
    }

    @Test(arguments: ["\r\n", "\r"])
    func lineEndsMakeNoDifference(end: String) throws {
        let text = try Project.text().split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
        let files = try csvFiles(try SourceDocument.text(text))
        #expect(files == (try csvFiles(try SourceDocument.text(try Project.text()))))
    }

    @Test func theXMLFormGivesTheSameTables() throws {
        let document = try SourceDocument.text(try Project.text())
        let xml = SourceFile(DocumentXML.serialise(document), path: "Input/report.xml")
        var log = DiagnosticLog()
        let read = try DocumentXMLReader().read(xml, log: &log)
        #expect(log.diagnostics == [])
        let fromText = try csvFiles(document)
        let fromXML = try csvFiles(read)
        #expect(fromText.count == 11)
        for (one, other) in zip(fromText, fromXML) {
            #expect(one.name == other.name)
            #expect(one.bytes == other.bytes, "\(one.name)")
        }
        // And the form is the same once more.
        #expect(read.paragraphs.map(\.text) == document.paragraphs.map(\.text))
    }

    @Test(arguments: [
        "A & B < C > D \"E\" 'F'", "]]> &amp; <!-- x -->", "tab\tinside", "ü “quotes” – dash\u{A0}end", "two  spaces",
        "emoji 🪖 and e\u{301}", "soft\u{AD}hyphen",
    ])
    func theXMLFormKeepsEveryCharacter(text: String) throws {
        let document = try SourceDocument.text(Made.document(revised: "June 2006", cell: text))
        var log = DiagnosticLog()
        let read = try DocumentXMLReader().read(SourceFile(DocumentXML.serialise(document)), log: &log)
        #expect(read.paragraphs == document.paragraphs)
        let pipeline = try #require(try Made.pipelines().pipelines.first)
        #expect(try csvFiles(read, pipeline) == (try csvFiles(document, pipeline)))
    }

    private func csvFiles(_ document: SourceDocument, _ pipeline: Pipeline? = nil) throws -> [OutputFile] {
        let pipeline = try pipeline ?? Pipeline(try Project.definition())
        let report = try pipeline.checkedReport(of: document, log: DiagnosticLog())
        #expect(!report.hasErrors)
        return try pipeline.files(of: report).filter { $0.name.hasSuffix(".csv") }
    }
}
