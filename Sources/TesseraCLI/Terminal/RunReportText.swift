import TesseraModel
import TesseraPipeline

/// The report of a run as lines of text.
struct RunReportText {
    private let record: RunRecord
    private let analysis: RunAnalysis

    init(_ record: RunRecord) {
        self.record = record
        analysis = RunAnalysis(record)
    }

    var lines: [String] {
        let sections = [head, failures, stages, formats, diagnostics, slowest, rest].filter { !$0.isEmpty }
        return Array(sections.joined(separator: [""]))
    }

    private var head: [String] {
        let facts = record.facts
        let tally = analysis.tally
        let rate = facts.seconds > 0 ? ", \((Double(tally.documents) / facts.seconds).tenths) documents a second" : ""
        var counts = RunOutcome.Status.allCases.compactMap { status in
            tally.statuses[status].map { "\($0) \(status.rawValue)" }
        }
        if tally.remembered > 0 { counts.append("\(tally.remembered) remembered from earlier runs") }
        return [
            "\(tally.documents.counting("document")): \(counts.joined(separator: ", "))",
            "\(facts.started) to \(facts.ended), \(facts.seconds.tenths) s\(rate)",
            "\(record.program), at most \(facts.jobs) at once on \(facts.processors.counting("processor"))",
        ]
    }

    /// Documents of one reason that are named.
    private static let named = 5

    private var failures: [String] {
        analysis.failures.flatMap { failure in
            let count = failure.diagnostics.count
            let advice = failure.suggestion.map { "; \($0)" } ?? ""
            let reason = failure.message.map { ": \($0)" } ?? ""
            var lines = ["failed: \(failure.id), \(count.counting("document"))\(reason)\(advice)"]
            for (source, diagnostic) in failure.diagnostics.prefix(RunReportText.named) {
                lines.append(failure.message == nil ? "  \(source): \(diagnostic.message)" : "  \(source)")
            }
            if count > RunReportText.named { lines.append("  and \(count - RunReportText.named) more") }
            return lines
        }
    }

    private var stages: [String] {
        guard !analysis.stages.isEmpty else { return [] }
        let total = max(1, analysis.tally.stages.total)
        var rows = [["stage", "documents", "seconds", "share", "median ms", "95 % below", "longest"]]
        for stage in analysis.stages {
            rows.append([
                stage.name, String(stage.documents), (Double(stage.total) / 1_000_000).tenths,
                "\(stage.total * 100 / total) %", RunReportText.milliseconds(stage.median),
                RunReportText.milliseconds(stage.high), RunReportText.milliseconds(stage.longest),
            ])
        }
        return RunSummary.aligned(rows)
    }

    private static func milliseconds(_ time: Int) -> String { (Double(time) / 1_000).tenths }

    private var formats: [String] { RunSummary.aligned(RunSummary.formats(analysis.tally)) }

    private var diagnostics: [String] {
        let told = analysis.tally.diagnostics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        return told.isEmpty ? [] : RunSummary.aligned([["told", "times"]] + told.map { [$0.key, String($0.value)] })
    }

    private var slowest: [String] {
        guard !analysis.slowest.isEmpty else { return [] }
        let rows = analysis.slowest.map { [$0.source, (Double($0.time) / 1_000_000).tenths] }
        return RunSummary.aligned([["slowest documents", "seconds"]] + rows)
    }

    private var rest: [String] {
        record.facts.pipelines.map { "pipeline \($0.id): \($0.path)" }
            + record.skipped.map { "no reader knows \($0)" }
    }
}
