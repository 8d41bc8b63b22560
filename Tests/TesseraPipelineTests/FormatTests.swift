import TesseraModel
import TesseraPipeline
import TesseraStages
import TesseraWriters
import Testing

/// The documents of `Documents/`, which `Documents/make` makes of the committed dataset.
enum MadeDocument {
    static let folder = "\(Project.root)/Tests/TesseraPipelineTests/Documents"

    static func source(_ name: String) -> SourcePath {
        SourcePath(file: "\(folder)/\(name)", name: "Documents/\(name)")
    }
}

/// One matrix gives one dataset, whatever format it comes in.
@Suite struct FormatTests {
    /// One table whose header row repeats.
    static let matrix = [
        "matrix.docx", "matrix.odt", "matrix.fodt", "matrix.html", "matrix.xml", "matrix.doc", "matrix.rtf",
        "matrix.docbook.xml", "matrix.pandoc.docx", "matrix.pandoc.html", "matrix.tagged.pdf",
    ]
    /// Thirteen tables with their headings typed, and a row broken over a page.
    static let pages = [
        "pages.docx", "pages.odt", "pages.fodt", "pages.html", "pages.xml", "pages.doc", "pages.rtf",
        "pages.tagged.pdf",
    ]

    /// What does not depend on the places in the source.
    private static let files = [
        "rows.csv", "cells.csv", "references.csv", "acronyms.csv", "links.csv", "resources.csv",
    ]

    @Test("gives the committed dataset", arguments: matrix + pages)
    func dataset(document: String) throws {
        let golden = try #require(try OutputFolder.files(of: "\(Project.root)/Output/us-poa-matrix-2007-07-17"))
        let pipelines = try PipelineSet(folder: "\(Project.root)/Pipelines", only: "us-poa-matrix", naming: .revision)
        let conversion = Converter(pipelines).convert(MadeDocument.source(document))
        try #require(conversion.isSound(), "\(conversion.diagnostics)")
        let old = golden.filter { Self.files.contains($0.name) }
        let new = conversion.files.filter { Self.files.contains($0.name) }
        try #require(old.count == Self.files.count)
        #expect(DatasetComparison.differences(old: old, new: new).map(\.summary) == [])
        let bytes = Dictionary(uniqueKeysWithValues: new.map { ($0.name, $0.bytes) })
        #expect(old.filter { bytes[$0.name] != $0.bytes }.map(\.name) == [])
    }

    @Test("knows its title", arguments: matrix + pages)
    func title(document: String) throws {
        var log = DiagnosticLog()
        let read = try DocumentLoader().load(MadeDocument.source(document), log: &log)
        #expect(log.diagnostics == [])
        let title = "United States matrix on the implementation of the UN Programme of Action on small arms"
        #expect(read.metadata.title == title)
    }
}
