public import TesseraModel

/// Converts documents on request, one at a time, in memory: what `tessera worker` does with each line of its input.
///
/// A wrong request has a result like any other, and the next one is not affected. Nothing is written unless a request
/// names a folder.
public struct Worker: Sendable {
    private let pipelines: PipelineSet
    private let pipelineFolder: String
    private let limits: ReadingLimits

    /// - Parameters:
    ///   - pipelines: a document finds its own among them, where the request names none.
    ///   - pipelineFolder: the folder of pipeline files; the folder that holds it is the project.
    ///   - limits: how much of a document is accepted.
    public init(_ pipelines: PipelineSet, pipelineFolder: String, limits: ReadingLimits = .standard) {
        self.pipelines = pipelines
        self.pipelineFolder = pipelineFolder
        self.limits = limits
    }

    /// The longest request, in bytes: a document of the greatest size in Base64, and a mebibyte besides.
    public var longestRequest: Int { limits[.fileSize] / 3 * 4 + (1 << 20) }

    /// Carries out a request.
    /// - Parameter line: a JSON object, as `tessera schema worker-request` describes it.
    public func result(of line: [UInt8]) -> WorkerResult {
        let json: JSONValue
        do {
            json = try JSONParser.parse(line)
        } catch {
            return WorkerResult(WorkerRefusal(id: nil, [.invalidRequest("the request is no JSON object")]))
        }
        do {
            return try result(of: WorkerRequest(json))
        } catch {
            return WorkerResult(error)
        }
    }

    /// The result of a request that is longer than ``longestRequest``.
    public var resultOfLongRequest: WorkerResult {
        WorkerResult(
            WorkerRefusal(id: nil, [.invalidRequest("the request is longer than \(longestRequest) bytes")])
        )
    }

    private func result(of request: WorkerRequest) throws(WorkerRefusal) -> WorkerResult {
        let pipelines = try self.pipelines(for: request)
        let formats = try self.formats(for: request)
        let (source, contents) = try self.source(of: request)
        let converter = Converter(pipelines, limits: limits, formats: formats, contents: contents)
        let conversion = converter.convert(source)
        var result = WorkerResult(conversion, id: request.id)
        guard let folder = request.output, result.status == .converted, let report = result.report else {
            return result
        }
        let output = try refusing(request) { () throws(SetUpFailure) in try OutputFolder(folder) }
        do {
            let written = try output.write(result.files, as: report, version: conversion.version)
            if case .writtenLeaving(let folder) = written { result.diagnostics.append(.leftover(folder)) }
            result.dataset = "\(folder)/\(report)"
        } catch {
            result.diagnostics.append(error.diagnostic)
            result.status = .failed
        }
        result.files = []
        if result.dataset != nil { Worker.updateCatalog(of: output, &result) }
        return result
    }

    /// The dataset stands there whatever becomes of the catalogue, which the result tells of.
    private static func updateCatalog(of output: OutputFolder, _ result: inout WorkerResult) {
        do throws(SetUpFailure) {
            let omissions = try output.updateCatalog()
            result.diagnostics += omissions.map { $0.diagnostic.noted("in '\($0.path)'") }
        } catch {
            result.diagnostics += error.findings.map { $0.diagnostic.noted("in '\($0.path)'") }
            result.status = .failed
        }
    }

    private func formats(for request: WorkerRequest) throws(WorkerRefusal) -> FormatRule {
        guard let words = request.write else { return .pipeline }
        do {
            return .chosen(try FormatChoice(words))
        } catch {
            throw WorkerRefusal(id: request.id, [.invalidRequest("the member 'write': \(error.message)")])
        }
    }

    private func pipelines(for request: WorkerRequest) throws(WorkerRefusal) -> PipelineSet {
        if let text = request.pipelineText {
            let definition: PipelineDefinition
            do {
                definition = try PipelineDecoder.decode(Array(text.utf8))
            } catch {
                throw WorkerRefusal(id: request.id, error.mistakes.map { $0.noted("in 'pipeline_text'") })
            }
            return try refusing(request) { () throws(SetUpFailure) in
                try PipelineSet(definition, pipelineFolder: pipelineFolder)
            }
        }
        guard let id = request.pipeline else { return pipelines }
        guard let pipeline = pipelines.pipelines.first(where: { $0.definition.id == id }) else {
            let known = pipelines.pipelines.map(\.definition.id)
            throw WorkerRefusal(id: request.id, [.unknownPipeline(id, known)])
        }
        return PipelineSet([pipeline])
    }

    /// The document, with its bytes where they are in the request.
    private func source(
        of request: WorkerRequest
    ) throws(WorkerRefusal) -> (SourcePath, contents: [String: [UInt8]]) {
        if let content = request.content {
            guard let bytes = content.text.map({ Array($0.utf8) }) ?? content.base64.flatMap(Base64.decode) else {
                throw WorkerRefusal(
                    id: request.id,
                    [.invalidRequest("the member 'content.base64' must be Base64, as RFC 4648 has it")]
                )
            }
            return (SourcePath(file: content.name, name: content.name), [content.name: bytes])
        }
        let path = request.path ?? ""
        let sources = try refusing(request) { () throws(SetUpFailure) in
            try SourceDiscovery([path], pipelineFolder: pipelineFolder, parts: pipelines.parts).sources
        }
        guard let source = sources.first, sources.count == 1, source.file == path || !source.parts.isEmpty else {
            throw WorkerRefusal(
                id: request.id,
                [.invalidRequest("the member 'path' must name one document, and '\(path)' is a folder")]
            )
        }
        return (source, [:])
    }

    /// What makes a run impossible makes a request wrong.
    private func refusing<Result>(
        _ request: WorkerRequest,
        _ body: () throws(SetUpFailure) -> Result
    ) throws(WorkerRefusal) -> Result {
        do {
            return try body()
        } catch {
            throw WorkerRefusal(id: request.id, error.findings.map { $0.diagnostic.noted("in '\($0.path)'") })
        }
    }
}

extension Diagnostic {
    /// The same with a fact more.
    fileprivate func noted(_ note: String) -> Diagnostic {
        var diagnostic = self
        diagnostic.notes.append(note)
        return diagnostic
    }
}
