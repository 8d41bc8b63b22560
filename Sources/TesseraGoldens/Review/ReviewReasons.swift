public import TesseraModel
public import TesseraPipeline

/// Says why a unit came out as it did: evidence, patterns, lines. The document is read again when it is first asked for.
public final class ReviewReasons {
    private let loader: DocumentLoader
    private let pipelines: PipelineSet
    private var known: [String: Explanation?] = [:]

    /// - Parameters:
    ///   - pipelines: those with which the documents were converted.
    ///   - limits: how much of a document is accepted.
    public init(_ pipelines: PipelineSet, limits: ReadingLimits) {
        self.pipelines = pipelines
        loader = DocumentLoader(limits: limits, mappings: pipelines.mappings)
    }

    /// All that is known of a unit; nil where it is in no document, or the document cannot be read any more.
    public func finding(for unit: GoldenUnit, of conversion: Conversion) -> Finding? {
        guard let explanation = explanation(of: conversion) else { return nil }
        do {
            if let cell = unit.cell { return try explanation.ofCell(cell) }
            if let row = unit.row { return try explanation.ofRow(row) }
            return try explanation.ofDocument()
        } catch {
            // A pattern that ran away has been told of by the conversion.
            return nil
        }
    }

    /// The same in a few lines: where it stands, and which patterns have spoken.
    public func sentences(for unit: GoldenUnit, of conversion: Conversion) -> [String] {
        guard unit.cell != nil || unit.row != nil, let finding = finding(for: unit, of: conversion) else { return [] }
        var sentences = unit.places.map { "\(conversion.source.file):\($0)" }
        let telling: Set<String> = ["evidence", "pattern", "label", "empty", "missing", "covered"]
        func collect(_ findings: [Finding]) {
            for finding in findings {
                if telling.contains(finding.kind) { sentences.append("\(finding.kind) \(finding.text)") }
                if finding.kind != "before", finding.kind != "behind" { collect(finding.findings) }
            }
        }
        collect(finding.findings)
        return Array(sentences.prefix(5))
    }

    private func explanation(of conversion: Conversion) -> Explanation? {
        let key = conversion.source.file
        if let explanation = known[key] { return explanation }
        var log = DiagnosticLog()
        var explanation: Explanation?
        do {
            let matched = try loader.load(conversion.source, for: pipelines, log: &log)
            let pipeline = try matched.pipeline.get()
            let report = try pipeline.checkedReport(of: matched.document, log: log)
            explanation = Explanation(matched.document, report, pipeline.definition)
        } catch {
            // It was read a moment ago; without it, the differences are shown all the same.
            explanation = nil
        }
        known[key] = .some(explanation)
        return explanation
    }
}
