import FileSystem
import TesseraModel
import TesseraPipeline
import Testing

/// Each folder of `Cases/` holds a document (`input.*`), its pipeline (`pipeline.yaml`) and the dataset that must come
/// out (`expected/`).
///
/// With TESSERA_ACCEPT set, the dataset is written, and the test still fails once: nobody commits one unseen.
@Suite("Golden documents") struct GoldenTests {
    private static let cases = "\(Project.root)/Tests/TesseraPipelineTests/Cases"

    static var names: [String] {
        get throws {
            try FileSystem.entries(of: cases).filter { try FileSystem.kind(of: "\(cases)/\($0)") == .directory }
        }
    }

    @Test("gives the expected dataset", arguments: try names)
    func dataset(name: String) throws {
        let folder = "\(Self.cases)/\(name)"
        let input = try #require(try FileSystem.entries(of: folder).first { $0.hasPrefix("input.") })
        let definition = try PipelineSet.definition(at: "\(folder)/pipeline.yaml")
        let converter = Converter(PipelineSet([Pipeline(definition)]))
        let conversion = converter.convert(SourcePath(file: "\(folder)/\(input)", name: "\(name)/\(input)"))
        try #require(conversion.isSound(), "\(conversion.diagnostics)")
        let expected = try OutputFolder.files(of: "\(folder)/expected") ?? []
        let differences = DatasetComparison.differences(old: expected, new: conversion.files)
        #expect(differences.map(\.summary) == [])
        guard FileSystem.environment("TESSERA_ACCEPT") != nil, !differences.isEmpty else { return }
        try #require(FileSystem.environment("CI") == nil, "datasets are not accepted under CI")
        if !expected.isEmpty { try FileSystem.removeTree("\(folder)/expected") }
        try FileSystem.createDirectory("\(folder)/expected")
        for file in conversion.files { try FileSystem.write(file.bytes, to: "\(folder)/expected/\(file.name)") }
        Issue.record("\(name)/expected was rewritten: look at the difference before you commit it")
    }
}
