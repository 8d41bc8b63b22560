import TesseraModel
import TesseraPipeline

/// What is said at the end of a run: one line, and above it a table where there was more than one document.
struct RunSummary {
    private let tally: RunTally
    private let folder: String
    private let omissions: Int
    private let isDryRun: Bool

    /// - Parameters:
    ///   - folder: that of the datasets.
    ///   - omissions: how many warnings there were about datasets of others.
    ///   - isDryRun: whether nothing was written.
    init(_ tally: RunTally, folder: String, omissions: Int = 0, isDryRun: Bool) {
        self.tally = tally
        self.folder = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        self.omissions = omissions
        self.isDryRun = isDryRun
    }

    /// The one line with which a run ends.
    var line: String {
        var parts = ["\(tally.good.counting("document")) \(isDryRun ? "would be converted" : "converted")"]
        if let unchanged = tally.statuses[.unchanged] { parts[0] += " (\(unchanged) unchanged)" }
        if let failed = tally.statuses[.failed] { parts.append("\(failed) failed") }
        if let skipped = tally.statuses[.skipped] { parts.append("\(skipped) skipped") }
        for severity in Diagnostic.Severity.allCases.reversed() {
            let count = (tally.severities[severity] ?? 0) + (severity == .warning ? omissions : 0)
            if count > 0 { parts.append(count.counting(severity.rawValue)) }
        }
        let line = parts.joined(separator: ", ")
        if let conversion = tally.only, let dataset = conversion.dataset, let size = conversion.size, tally.good == 1 {
            return line + ": \(folder)/\(dataset) (\(size.rows.counting("row")), \(size.cells.counting("cell")))"
        }
        return tally.good > 0 ? line + ": \(folder)/" : line
    }

    /// Documents of a run from which on a table is printed.
    private static let fewest = 10

    /// The table above the line; empty for a run over few documents.
    /// - Parameter seconds: how long the run took.
    func table(seconds: Double) -> [String] {
        guard tally.documents >= RunSummary.fewest else { return [] }
        var lines = RunSummary.aligned(RunSummary.formats(tally))
        let rate = seconds > 0 ? ", \((Double(tally.documents) / seconds).tenths) documents a second" : ""
        let remembered = tally.remembered > 0 ? ", \(tally.remembered) of them remembered from earlier runs" : ""
        lines.append("\(tally.documents) documents in \(seconds.tenths) s\(rate)\(remembered)")
        let slow = tally.slowest.prefix(3).map { "\($0.source) \((Double($0.time) / 1_000_000).tenths) s" }
        if !slow.isEmpty { lines.append("slowest: \(slow.joined(separator: ", "))") }
        let common = tally.diagnostics.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(5)
        if !common.isEmpty { lines.append("told: \(common.map { "\($0.key) \($0.value)" }.joined(separator: ", "))") }
        if tally.statuses[.failed] != nil, !isDryRun {
            lines.append("what failed and why: \(folder)/quarantine.csv, or 'tessera run-report \(folder)'")
        }
        return lines
    }

    /// What was done of each format, as rows of a table.
    static func formats(_ tally: RunTally) -> [[String]] {
        var rows = [["format", "documents", "failed", "rows", "cells", "seconds"]]
        for (format, share) in tally.formats.sorted(by: { ($1.value.documents, $0.key) < ($0.value.documents, $1.key) })
        {
            rows.append([
                format.isEmpty ? "(unknown)" : RunSummary.short(format), String(share.documents), String(share.failed),
                String(share.rows), String(share.cells), (Double(share.time) / 1_000_000).tenths,
            ])
        }
        return rows
    }

    /// The end of a media type, which is what tells one from another.
    private static func short(_ mediaType: String) -> String {
        let name = mediaType.split(separator: "/").last.map(String.init) ?? mediaType
        return name.split(separator: ".").suffix(2).joined(separator: ".")
    }

    /// Columns under each other: the first to the left, numbers to the right.
    static func aligned(_ rows: [[String]]) -> [String] {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            row.enumerated().map { column, text in
                let blanks = String(repeating: " ", count: widths[column] - text.count)
                return column == 0 ? text + blanks : blanks + text
            }.joined(separator: "  ")
        }
    }
}

extension Int {
    /// The number with a noun: `1 row`, `2 rows`.
    func counting(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
