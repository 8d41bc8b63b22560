import FileSystem
import TesseraModel
import TesseraPipeline
import TesseraStages
import Testing

/// Each folder of `Cases/` holds a document (`input.*`), its pipeline (`pipeline.yaml`) and the dataset that must come
/// out (`expected/`). Where it holds no pipeline, that of the project with the folder's name is meant.
///
/// With TESSERA_ACCEPT set, the dataset is written, and the test still fails once: nobody commits one unseen.
@Suite("Golden documents") struct GoldenTests {
    private static let cases = "\(Project.root)/Tests/TesseraPipelineTests/Cases"

    static var names: [String] {
        get throws {
            try FileSystem.entries(of: cases).filter { try FileSystem.kind(of: "\(cases)/\($0)") == .directory }
        }
    }

    /// The pipeline of a case: its own, or one of the project's.
    private static func definition(for name: String) throws -> PipelineDefinition {
        let own = "\(cases)/\(name)/pipeline.yaml"
        let isOwn = try FileSystem.kind(of: own) == .file
        return try PipelineSet.definition(at: isOwn ? own : "\(Project.root)/Pipelines/\(name).yaml")
    }

    /// Each document of one of the project's pipelines finds it among all of them.
    @Test("finds its pipeline", arguments: try names)
    func pipeline(name: String) throws {
        let folder = "\(Self.cases)/\(name)"
        let input = try #require(try FileSystem.entries(of: folder).first { $0.hasPrefix("input.") })
        let all = try PipelineSet(folder: "\(Project.root)/Pipelines", naming: .revision)
        let source = SourcePath(file: "\(folder)/\(input)", name: input)
        guard try FileSystem.kind(of: "\(folder)/pipeline.yaml") != .file else { return }
        let conversion = Converter(all).convert(source)
        #expect(conversion.pipeline == name && conversion.isSound(strict: true), "\(conversion.diagnostics)")
    }

    /// Every pipeline of the project is shown to work: by a case, or by what it expects of the report in `Input/`.
    @Test func everyPipelineIsCovered() throws {
        let all = try PipelineSet(folder: "\(Project.root)/Pipelines", naming: .revision)
        for definition in all.pipelines.map(\.definition) {
            #expect(try Self.names.contains(definition.id) || !definition.expectations.isEmpty, "\(definition.id)")
        }
    }

    @Test("gives the expected dataset", arguments: try names)
    func dataset(name: String) throws {
        let folder = "\(Self.cases)/\(name)"
        let input = try #require(try FileSystem.entries(of: folder).first { $0.hasPrefix("input.") })
        let definition = try Self.definition(for: name)
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
