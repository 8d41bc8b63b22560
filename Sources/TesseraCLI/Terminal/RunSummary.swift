import TesseraModel
import TesseraPipeline

/// The one line with which a run ends.
struct RunSummary {
    let line: String

    init(_ outcomes: [RunOutcome], folder: String, isDryRun: Bool, isStrict: Bool) {
        let counts = Dictionary(grouping: outcomes, by: \.status).mapValues(\.count)
        let good = (counts[.converted] ?? 0) + (counts[.unchanged] ?? 0)
        var parts = ["\(good) \(good == 1 ? "document" : "documents") \(isDryRun ? "would be converted" : "converted")"]
        if let unchanged = counts[.unchanged] { parts[0] += " (\(unchanged) unchanged)" }
        if let failed = counts[.failed] { parts.append("\(failed) failed" + (isStrict ? " (--strict)" : "")) }
        if let skipped = counts[.skipped] { parts.append("\(skipped) skipped") }
        let severities = Dictionary(grouping: outcomes.flatMap(\.conversion.diagnostics), by: \.severity).mapValues(
            \.count
        )
        for severity in Diagnostic.Severity.allCases.reversed() {
            if let count = severities[severity] {
                parts.append("\(count) \(severity.rawValue)\(count == 1 ? "" : "s")")
            }
        }
        var line = parts.joined(separator: ", ")
        if let report = outcomes.first?.conversion.report?.report, outcomes.count == 1, good == 1 {
            line += ": \(folder.trimmed)/\(report.identity.id) (\(report.rows.count) rows, \(report.cells.count) cells)"
        } else if good > 0 {
            line += ": \(folder.trimmed)/"
        }
        self.line = line
    }
}

extension String {
    /// A folder without a final slash.
    fileprivate var trimmed: String { hasSuffix("/") ? String(dropLast()) : self }
}
