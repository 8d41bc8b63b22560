import TesseraModel

/// A report with what it takes to write it row by row: looked up, not searched for.
final class IndexedReport: Sendable {
    let report: Report
    let diagnostics: [Diagnostic]
    let cells: [String: [Cell]]
    let mentions: [CellAddress: [AcronymMention]]
    /// Number of mentions by acronym.
    let mentionCounts: [String: Int]
    /// References in labels, by the row.
    let labels: [String: [Reference]]
    let references: [CellAddress: [Reference]]
    let resourceURLs: [String: String]

    init(_ report: Report, diagnostics: [Diagnostic]) {
        self.report = report
        self.diagnostics = diagnostics
        cells = Dictionary(grouping: report.cells, by: \.address.row)
        mentions = Dictionary(grouping: report.mentions, by: \.cell)
        mentionCounts = report.mentions.reduce(into: [:]) { $0[$1.acronym, default: 0] += 1 }
        var labels: [String: [Reference]] = [:]
        var references: [CellAddress: [Reference]] = [:]
        for reference in report.references {
            if let cell = reference.cell {
                references[cell, default: []].append(reference)
            } else if let row = reference.row {
                labels[row, default: []].append(reference)
            }
        }
        self.labels = labels
        self.references = references
        resourceURLs = report.resourceURLs
    }

    /// A part of the report, with the report.
    struct Part<Value> {
        let value: Value
        let index: IndexedReport
    }

    func part<Value>(_ value: Value) -> Part<Value> { Part(value: value, index: self) }
}

extension IndexedReport.Part: Sendable where Value: Sendable {}
