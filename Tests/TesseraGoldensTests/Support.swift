import FileSystem
import TesseraGoldens
import TesseraModel
import TesseraPipeline
import TesseraStages
import TestSupport
import Testing

/// The project's own report as it is, and as a later text gives it.
enum Real {
    /// The folder that holds `Package.swift`.
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    static let name = "Input/us-poa-matrix-2007-07-17.txt"

    static func text() throws -> String {
        String(decoding: try FileSystem.contents(of: "\(root)/\(name)"), as: UTF8.self)
    }

    static func pipelines() throws -> PipelineSet { try opened.get() }

    private static let opened = Result {
        // The pipeline file says what the real text holds; an edited one holds something else.
        var definition = try PipelineSet.definition(at: "\(root)/Pipelines/us-poa-matrix.yaml")
        definition.expectations = []
        return PipelineSet([Pipeline(definition)])
    }

    /// Converts a text in memory.
    static func conversion(_ text: String, formats: [String] = ["json"]) throws -> Conversion {
        let converter = Converter(try pipelines(), formats: .chosen(try FormatChoice(formats)))
        let conversion = converter.convert(.memory(Array(text.utf8), name: name))
        try #require(conversion.dataset != nil && !conversion.files.isEmpty, "\(conversion.diagnostics)")
        return conversion
    }

    /// Edits as a later version of the report brings them: each names a piece of text and what takes its place.
    static let edits = [
        // A word of a cell; a law that is defined otherwise, and so a conflict of an acronym.
        ("must be licensed under the Gun Control Act of 1968", "must have a licence under the Gun Control Act of 1969"),
        // A figure.
        ("responded to over 150,000 requests", "responded to over 175,000 requests"),
        // A new acronym, and a cell that mentions it.
        (
            "Re-export authority\n\tAll U.S. defense exports",
            "Re-export authority\n\tAll exports of the Bureau of Made Things (BMT)"
        ),
        // The title of a row, and the paragraphs of another.
        ("Export and import licensing", "Licences for export and import"),
        ("Section II, para 23\n", "Section II, para 23, 42\n"),
        // A cell that gets a text.
        ("trade\n\tIn the U.S. Government, responsibility", "trade\n\tResponsibility"),
        // An online resource.
        ("http://www.dtra.mil/salw", "http://www.dtra.mil/salw/new"),
        // The list of acronyms.
        ("Federal Bureau of Investigation\n", "Federal Bureau of Investigations\n"),
        // A heading that is typed again.
        ("CP18930E01", "CP18930E02"),
    ]

    /// The text with all edits.
    static func edited() throws -> String {
        var text = try text()
        for (old, new) in edits {
            let range = try #require(text.firstRange(of: old), "the report has no '\(old)'")
            text.replaceSubrange(range, with: new)
        }
        return text
    }

    static func versions() throws -> (old: Conversion, new: Conversion) { try converted.get() }

    private static let converted = Result { (try conversion(try text()), try conversion(try edited())) }
}

/// A small matrix, of which tests make documents.
enum Made {
    static func pipelines() throws -> PipelineSet {
        PipelineSet([Pipeline(try PipelineDecoder.decode(Array(MadeMatrix.pipeline.utf8)))])
    }

    /// A document with rows of these labels; a cell says what its row is.
    static func document(_ rows: [String], cell: (String) -> String = { "Row \($0) is in force." }) -> String {
        var text = "Revised and updated 3 May 2007\n\(MadeMatrix.headings)"
        for row in rows { text += MadeMatrix.row(row, cell(row)) }
        return text
    }

    static func conversion(_ text: String, formats: [String] = ["json", "csv"]) throws -> Conversion {
        let converter = Converter(try pipelines(), formats: .chosen(try FormatChoice(formats)))
        let conversion = converter.convert(.memory(Array(text.utf8), name: "Input/made.txt"))
        try #require(!conversion.files.isEmpty, "\(conversion.diagnostics)")
        return conversion
    }

    static func comparison(_ old: String, _ new: String) throws -> UnitComparison {
        UnitComparison(old: try conversion(old).files, new: try conversion(new).files)
    }
}

extension UnitComparison {
    var ids: Set<String> { Set(units.map(\.id)) }
}
