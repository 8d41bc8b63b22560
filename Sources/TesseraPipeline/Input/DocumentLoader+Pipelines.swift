import Logging
public import TesseraModel

/// Reading for pipelines: a document is read before its pipeline is known, and a pipeline may say how plain text is read.
extension DocumentLoader {
    /// A document, and the pipeline that fits it.
    public struct Matched {
        public var document: SourceDocument
        /// The pipeline, or why there is none.
        public var pipeline: Result<Pipeline, DocumentFailure>

        fileprivate var pipelineID: String? {
            guard case .success(let pipeline) = pipeline else { return nil }
            return pipeline.definition.id
        }
    }

    /// Reads a document and finds its pipeline.
    ///
    /// It is read in the layout on which all pipelines agree, or else in the most likely one. Where the pipeline that
    /// fits fixes another layout, it is read again; where none fits, the layouts that pipelines fix are tried.
    /// - Throws: ``TesseraModel/DocumentFailure`` where it cannot be read.
    public func load(
        _ source: SourcePath,
        for pipelines: PipelineSet,
        log: inout DiagnosticLog
    ) throws(DocumentFailure) -> Matched {
        let matched = try match(source, pipelines, &log)
        pipelines.logger.debug(
            "document read",
            metadata: [
                "source": "\(source.label)", "format": "\(matched.document.origin.mediaType)",
                "layout": "\(matched.document.metadata.layout?.name ?? "")",
                "pipeline": "\(matched.pipelineID ?? "none")",
            ]
        )
        return matched
    }

    private func match(
        _ source: SourcePath,
        _ pipelines: PipelineSet,
        _ log: inout DiagnosticLog
    ) throws(DocumentFailure) -> Matched {
        var firstLog = DiagnosticLog()
        let first = try load(source, layout: pipelines.layout, log: &firstLog)
        let fitting = pipelines.result(for: first)
        let choices: [PipelineSet]
        switch fitting {
        case .success(let pipeline):
            let isRead = pipelines.layout != nil || first.isRead(in: pipeline.definition.layout)
            choices = isRead ? [] : [PipelineSet([pipeline])]
        case .failure:
            choices = first.metadata.layout == nil ? [] : pipelines.byLayout.filter { $0.layout != pipelines.layout }
        }
        for choice in choices {
            var nextLog = DiagnosticLog()
            let next = try load(source, layout: choice.layout, log: &nextLog)
            let result = choice.result(for: next)
            // Of a pipeline that fitted before, the reading that it asks for counts in any case.
            switch (fitting, result) {
            case (.failure, .failure): continue
            case (.success, _):
                log.append(nextLog)
                return Matched(document: next, pipeline: fitting)
            case (.failure, .success):
                log.append(nextLog)
                return Matched(document: next, pipeline: result)
            }
        }
        log.append(firstLog)
        return Matched(document: first, pipeline: fitting)
    }
}

extension SourceDocument {
    /// Whether the document is as it would be in a layout; nil for any, and a document that is no plain text has none.
    fileprivate func isRead(in layout: String?) -> Bool {
        guard let layout, let choice = metadata.layout else { return true }
        // What is known of a report in parts is the layout of one of them.
        return choice.name == layout && origin.parts.isEmpty
    }
}

extension PipelineSet {
    fileprivate func result(for document: SourceDocument) -> Result<Pipeline, DocumentFailure> {
        do {
            return .success(try pipeline(for: document))
        } catch {
            return .failure(error)
        }
    }

    /// The pipelines that fix a layout, those of one layout together.
    fileprivate var byLayout: [PipelineSet] {
        var layouts: [String] = []
        for layout in pipelines.compactMap(\.definition.layout) where !layouts.contains(layout) {
            layouts.append(layout)
        }
        return layouts.map { layout in PipelineSet(pipelines.filter { $0.definition.layout == layout }) }
    }
}

extension DiagnosticLog {
    fileprivate mutating func append(_ other: DiagnosticLog) {
        for diagnostic in other.diagnostics { append(diagnostic) }
    }
}
