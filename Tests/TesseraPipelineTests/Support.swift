import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraReaders
import TesseraStages
import TesseraWriters
import TestSupport
import Testing

/// The project's own report, pipeline and dataset.
enum Project {
    /// The folder that holds `Package.swift`.
    static let root = #filePath.split(separator: "/").dropLast(3).map { "/\($0)" }.joined()
    static let source = SourcePath(
        file: "\(root)/Input/us-poa-matrix-2007-07-17.txt",
        name: "Input/us-poa-matrix-2007-07-17.txt"
    )

    static func definition() throws -> PipelineDefinition {
        try PipelineSet.definition(at: "\(root)/Pipelines/us-poa-matrix.yaml")
    }

    static func text() throws -> String {
        String(decoding: try FileSystem.contents(of: source.file), as: UTF8.self)
    }

    /// The real report, converted once for all tests.
    static func conversion() throws -> Conversion { try converted.get() }

    static func report() throws -> Report {
        var log = DiagnosticLog()
        let document = try DocumentLoader().load(source, log: &log)
        return try Pipeline(try definition()).checkedReport(of: document, log: log).report
    }

    private static let converted = Result { () throws -> Conversion in
        let folder = "\(root)/Pipelines"
        return Converter(try PipelineSet(folder: folder, only: "us-poa-matrix", naming: .revision)).convert(source)
    }
}

/// A pipeline for small documents that tests make.
enum Made {
    static let pipeline = MadeMatrix.pipeline

    static func pipelines(naming: MatrixRules.Naming = .revision) throws -> PipelineSet {
        PipelineSet([Pipeline(try PipelineDecoder.decode(Array(pipeline.utf8)), naming: naming)])
    }

    /// A document of some rows; without a revision where `revised` is nil.
    static func document(revised: String?, rows: Int = 3, cell: String = "Dealers are licensed (ATF).") -> String {
        var text = revised.map { "Revised and updated \($0)\n" } ?? ""
        text += MadeMatrix.headings
        for row in 1...rows { text += MadeMatrix.row("\(row)", "Row \(row): \(cell)") }
        return text
    }
}

/// Writes documents into a folder and names them as a project would.
func write(_ texts: [String], into folder: String) throws -> [SourcePath] {
    try texts.enumerated().map { index, text in
        let name = "report-\(index < 10 ? "0" : "")\(index).txt"
        try FileSystem.write(Array(text.utf8), to: "\(folder)/\(name)")
        return SourcePath(file: "\(folder)/\(name)", name: "Input/\(name)")
    }
}

/// The records of a CSV file of a dataset by the names of their fields, for files without line breaks in fields.
func lines(_ name: String, of files: [OutputFile]) throws -> [String] {
    let file = try #require(files.first { $0.name == name })
    return String(decoding: file.bytes, as: UTF8.self).split(separator: "\n").map(String.init)
}

/// What an output folder shows: all but the program's own folder.
func shown(in folder: String) throws -> [String] {
    try FileSystem.entries(of: folder).filter { $0 != OutputFolder.stateFolder }
}
