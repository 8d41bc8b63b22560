import FileSystem
import TesseraModel
import TesseraStages
import TestSupport
import Testing

@testable import TesseraPipeline

/// Requests and results, in memory.
@Suite struct WorkerTests {
    private let worker: Worker

    init() throws {
        let folder = "\(Project.root)/Pipelines"
        worker = Worker(try PipelineSet(folder: folder, naming: .revision), pipelineFolder: folder)
    }

    private static let real = "\(Project.root)/Input/us-poa-matrix-2007-07-17.txt"

    private func result(_ members: JSONObject) -> WorkerResult {
        let request = JSONValue.object(members.adding(["protocol": .number(1), "id": "a"]))
        return worker.result(of: request.line())
    }

    private static func text() throws -> String {
        String(decoding: try FileSystem.contents(of: real), as: UTF8.self)
    }

    @Test func schemasAreWholeAndDescribed() {
        #expect(SchemaAudit.complaints(about: WorkerRequest.schema) == [])
        #expect(SchemaAudit.complaints(about: WorkerResult.schema) == [])
    }

    @Test func convertsAFile() throws {
        let result = result(["path": .string(Self.real)])
        #expect(result.id == "a" && result.status == .converted && result.pipeline == "us-poa-matrix")
        #expect(result.report == "us-poa-matrix-2007-07-17" && result.size?.cells == 111 && result.size?.rows == 37)
        #expect(Set(result.files.map(\.name)).isSuperset(of: ["report.json", "cells.csv", "datapackage.json"]))
        #expect(result.dataset == nil)
    }

    /// The same document gives the same tables wherever it comes from.
    @Test func convertsWhatComesWithTheRequest() throws {
        let expected = result(["path": .string(Self.real)]).files.first { $0.name == "cells.csv" }
        let text = try Self.text()
        for member in ["text", "base64"] {
            let content = member == "text" ? text : Base64.encode(Array(text.utf8))
            let result = result([
                "content": .object(JSONObject([("name", "matrix.txt"), (member, .string(content))]))
            ])
            #expect(result.status == .converted, "\(result.diagnostics)")
            #expect(result.files.first { $0.name == "cells.csv" } == expected)
        }
    }

    @Test func takesAPipelineOfTheRequest() throws {
        let pipeline = try FileSystem.contents(of: "\(Project.root)/Pipelines/us-poa-matrix.yaml")
        let own = String(decoding: pipeline, as: UTF8.self).replacing("id: us-poa-matrix", with: "id: own")
        let result = result(["path": .string(Self.real), "pipeline_text": .string(own), "write": .array(["json"])])
        #expect(result.report == "own-2007-07-17")
        #expect(result.files.map(\.name).contains("report.json") && !result.files.map(\.name).contains("cells.csv"))
    }

    @Test func writesWhereItIsAsked() throws {
        try withTemporaryFolder { folder in
            let result = result(["path": .string(Self.real), "output": .string("\(folder)/Output")])
            let dataset = "\(folder)/Output/us-poa-matrix-2007-07-17"
            #expect(result.status == .converted && result.dataset == dataset && result.files.isEmpty)
            let names = try FileSystem.entries(of: dataset)
            #expect(names.contains("cells.csv"))
        }
    }

    /// The catalogue of the folder is that of what stands in it, also for datasets that were there before.
    @Test func bringsTheCatalogueUpToDate() throws {
        try withTemporaryFolder { folder in
            let output = "\(folder)/Output"
            try FileSystem.createDirectory("\(output)/earlier", withParents: true)
            let earlier = #"{"name": "earlier", "resources": [{"name": "rows", "path": "rows.csv"}]}"#
            try FileSystem.write(Array(earlier.utf8), to: "\(output)/earlier/datapackage.json")
            try FileSystem.createDirectory("\(output)/broken")
            try FileSystem.write(Array("{".utf8), to: "\(output)/broken/datapackage.json")
            let result = result(["path": .string(Self.real), "output": .string(output)])
            let catalog = String(decoding: try FileSystem.contents(of: "\(output)/catalog.json"), as: UTF8.self)
            #expect(catalog.contains("us-poa-matrix-2007-07-17/datapackage.json"))
            #expect(catalog.contains("earlier/datapackage.json") && !catalog.contains("broken/"))
            #expect(result.status == .converted)
            let omission = try #require(result.diagnostics.first { $0.id == "broken-descriptor" })
            #expect(omission.notes == ["in '\(output)/broken/datapackage.json'"])
        }
    }

    @Test func tellsThatTheCatalogueCannotBeWritten() throws {
        try withTemporaryFolder { folder in
            try FileSystem.createDirectory("\(folder)/catalog.json")
            let result = result(["path": .string(Self.real), "output": .string(folder)])
            #expect(result.status == .failed && result.dataset == "\(folder)/us-poa-matrix-2007-07-17")
            #expect(result.diagnostics.contains { $0.id == "unwritable-output" && $0.message.contains("catalog.json") })
        }
    }

    @Test func tellsThatADocumentFailed() throws {
        let result = result(["content": .object(["name": "a.txt", "text": "Nothing to see."])])
        #expect(result.status == .failed && result.files.isEmpty && !result.diagnostics.isEmpty)
        #expect(result.id == "a" && result.report == nil)
    }

    @Test(
        arguments: [
            (["path": "x", "pth": "y"], "'pth' is unknown"),
            ([:], "'path' is missing, and so is 'content'"),
            (["path": "x", "content": .object(["name": "a.txt", "text": ""])], "'content' excludes 'path'"),
            (["content": .object(["name": "a.txt"])], "'content' must have 'text' or 'base64'"),
            (["content": .object(["text": "A"])], "'content.name' is missing"),
            (["content": "A"], "'content' must be an object"),
            (["content": .object(["name": "a.txt", "base64": "§"])], "'content.base64' must be Base64"),
            (["path": .number(1)], "'path' must be text that is not empty"),
            (["path": ""], "'path' must be text that is not empty"),
            (["path": "x", "pipeline": "a", "pipeline_text": "b"], "'pipeline_text' excludes 'pipeline'"),
            (["path": "x", "write": "json"], "'write' must be a list"),
            (["path": "x", "write": .array([])], "'write' must be a list"),
            (["path": "x", "write": .array(["parquet"])], "'write' has \"parquet\", and knows json, csv"),
            (["path": .string("\(Project.root)/Input")], "must name one document"),
        ] as [(JSONObject, String)]
    )
    func refusesWrongRequests(members: JSONObject, message: String) throws {
        let result = result(members)
        #expect(result.status == .refused && result.id == "a" && result.files.isEmpty)
        #expect(result.diagnostics.contains { $0.message.contains(message) }, "\(result.diagnostics.map(\.message))")
        #expect(result.diagnostics.allSatisfy { $0.id == "invalid-request" })
    }

    @Test(arguments: ["", "{", "[]", "null", "{}", #"{"protocol": 2, "id": "a", "path": "x"}"#, "\u{FFFD}"])
    func refusesWhatIsNoRequest(line: String) {
        let result = worker.result(of: Array(line.utf8))
        #expect(result.status == .refused && result.diagnostics.first?.id == "invalid-request")
    }

    @Test(
        arguments: [
            (["path": "/no/such/file.txt"], "missing-input"),
            (["path": .string(real), "pipeline": "weather"], "unknown-pipeline"),
            (["path": .string(real), "pipeline_text": "tessera: 1\ntitel: A"], "unknown-key"),
        ] as [(JSONObject, String)]
    )
    func saysWhyItCannotBegin(members: JSONObject, id: String) {
        let result = result(members)
        #expect(result.status == .refused)
        #expect(result.diagnostics.contains { $0.id == id }, "\(result.diagnostics)")
    }

    /// A result follows its schema as far as its members go; jsonschema judges the rest.
    @Test func resultsHaveTheMembersOfTheSchema() throws {
        guard case .object(let json) = result(["path": .string(Self.real)]).json,
            case .object(let schema) = WorkerResult.schema, case .object(let properties)? = schema["properties"]
        else {
            Issue.record("the result or its schema is no object")
            return
        }
        let names = Set(properties.sorted.map(\.key))
        #expect(Set(json.sorted.map(\.key)) == names.subtracting(["dataset"]))
    }

    /// What is written can be read.
    @Test func requestsComeBack() throws {
        var request = WorkerRequest(id: "a", content: .init(name: "a.txt", text: "A"))
        request.pipeline = "us-poa-matrix"
        request.write = ["csv", "json"]
        request.output = "Output"
        let read = try WorkerRequest(request.json)
        #expect(read == request)
    }
}
