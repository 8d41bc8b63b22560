import TesseraModel
import TesseraPipeline

/// The one line with which a run ends.
struct RunSummary {
    let line: String

    /// - Parameter omissions: how many warnings there were about datasets of others.
    init(_ outcomes: [RunOutcome], folder: String, omissions: Int = 0, isDryRun: Bool) {
        let counts = Dictionary(grouping: outcomes, by: \.status).mapValues(\.count)
        let good = (counts[.converted] ?? 0) + (counts[.unchanged] ?? 0)
        var parts = ["\(good.counting("document")) \(isDryRun ? "would be converted" : "converted")"]
        if let unchanged = counts[.unchanged] { parts[0] += " (\(unchanged) unchanged)" }
        if let failed = counts[.failed] { parts.append("\(failed) failed") }
        if let skipped = counts[.skipped] { parts.append("\(skipped) skipped") }
        let diagnostics = outcomes.flatMap(\.conversion.diagnostics)
        let severities = Dictionary(grouping: diagnostics, by: \.severity).mapValues(\.count)
        for severity in Diagnostic.Severity.allCases.reversed() {
            let count = (severities[severity] ?? 0) + (severity == .warning ? omissions : 0)
            if count > 0 { parts.append(count.counting(severity.rawValue)) }
        }
        var line = parts.joined(separator: ", ")
        if let conversion = outcomes.first?.conversion, let id = conversion.reportID, let size = conversion.size,
            outcomes.count == 1, good == 1
        {
            line += ": \(folder.trimmed)/\(id) (\(size.rows.counting("row")), \(size.cells.counting("cell")))"
        } else if good > 0 {
            line += ": \(folder.trimmed)/"
        }
        self.line = line
    }
}

extension Int {
    /// The number with a noun: `1 row`, `2 rows`.
    func counting(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}

extension String {
    /// A folder without a final slash.
    fileprivate var trimmed: String { hasSuffix("/") ? String(dropLast()) : self }
}
