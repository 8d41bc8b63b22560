public import TesseraModel
import TesseraPatterns
import TesseraStages

/// Says why a report came out as it did: the evidence, the patterns, the lines, and what was left out.
public struct Explanation: Sendable {
    let document: SourceDocument
    let report: Report
    let definition: PipelineDefinition
    let diagnostics: [Diagnostic]

    /// - Parameters:
    ///   - document: what was read.
    ///   - report: what became of it, with all checks done.
    ///   - definition: the pipeline file that fits.
    public init(_ document: SourceDocument, _ report: CheckedReport, _ definition: PipelineDefinition) {
        self.document = document
        self.report = report.report
        self.definition = definition
        diagnostics = report.diagnostics
    }

    /// The document as a whole.
    public func ofDocument() throws(DocumentFailure) -> Finding {
        Finding(
            "document",
            "\(document.origin.path) (\(document.origin.mediaType))",
            reading + [try pipeline()] + [
                try columns(), rows, cells,
            ] + sections + discarded(report.discarded) + problems(diagnostics)
        )
    }

    // MARK: Reading

    private var reading: [Finding] {
        var findings: [Finding] = []
        if let encoding = document.metadata.encoding { findings.append(Finding("encoding", encoding)) }
        if let layout = document.metadata.layout {
            findings.append(
                Finding(
                    "layout",
                    layout.name + (layout.isFixed ? ", fixed by the pipeline file" : ", the likeliest"),
                    layout.candidates.map { Finding($0.name, "\($0.score.plainDescription), \($0.finding)") }
                )
            )
        }
        var counts: [String: Int] = [:]
        for block in document.blocks {
            guard case .table(let table) = block else { continue }
            let kind =
                switch table.content {
                case .grid: "rows and cells are marked"
                case .stream: table.isPartial ? "some cells are marked" : "cells are marked"
                case .lines: "columns are marked"
                }
            counts[kind, default: 0] += 1
        }
        if counts.isEmpty { findings.append(Finding("tables", "none: nothing marks cells")) }
        findings += counts.sorted { $0.key < $1.key }.map { Finding("tables", "\($0.value), of which \($0.key)") }
        return findings
    }

    private func pipeline() throws(DocumentFailure) -> Finding {
        var lines: [Finding] = []
        for pattern in definition.effectiveMatch {
            var found: Paragraph?
            for paragraph in document.paragraphs where found == nil {
                if try pattern.matches(paragraph.text) { found = paragraph }
            }
            lines.append(
                Finding("fits", "'\(pattern.source)'" + (found == nil ? ", over several lines" : ""), at: found?.place)
            )
        }
        return Finding("pipeline", definition.id, lines)
    }

    // MARK: What was found

    private func columns() throws(DocumentFailure) -> Finding {
        var findings: [Finding] = []
        let again = report.discarded.filter { $0.reason == .repeatedColumnHeading }
        for (column, rule) in zip(report.columns, definition.matrix.columns) {
            let text = column.heading.text
            guard !text.isEmpty else {
                findings.append(Finding("column", "\(column.id), whose heading is not in the text"))
                continue
            }
            let count = again.count { $0.passage.text.lowercased() == text.lowercased() }
            findings.append(
                Finding(
                    "column",
                    "\(column.id): '\(text)'" + (count > 0 ? ", typed again \(count) times" : ""),
                    at: column.heading.place,
                    try matching(rule.headings, text, .whole)
                )
            )
        }
        return Finding("columns", "\(report.columns.count)", findings)
    }

    private var rows: Finding {
        let byEvidence = Dictionary(grouping: report.rows, by: \.evidence).sorted { $0.key.rawValue < $1.key.rawValue }
        return Finding(
            "rows",
            "\(report.rows.count)",
            byEvidence.map { Finding($0.key.rawValue, "\($0.value.count) rows: \($0.key.sentence)") }
        )
    }

    private var cells: Finding {
        let byStatus = Dictionary(grouping: report.cells, by: \.status.rawValue).sorted { $0.key < $1.key }
            .map { Finding($0.key, "\($0.value.count)") }
        let unsure = report.cells.filter { $0.confidence < 1 }.sorted { $0.confidence < $1.confidence }
        let doubts = unsure.map { cell in
            Finding(
                "uncertain",
                "\(cell.address), confidence \(cell.confidence.plainDescription), "
                    + cell.uncertainties.map(\.rawValue).joined(separator: ", "),
                at: cell.provenance.first?.place
            )
        }
        return Finding("cells", "\(report.cells.count)", byStatus + doubts)
    }

    private var sections: [Finding] {
        var findings: [Finding] = []
        let lines = report.frontMatter + report.backMatter
        for role in [Matter.Role.revision, .documentCode, .glossaryHeading, .resourcesHeading, .sectionRow] {
            for line in lines where line.role == role {
                findings.append(Finding(role.rawValue, line.passage.text, at: line.passage.place))
            }
        }
        let others = lines.count { [.text, .unplaced].contains($0.role) }
        if others > 0 { findings.append(Finding("other lines", "\(others) before and behind the matrix")) }
        findings += report.repairs.map {
            Finding("repair", "'\($0.asWritten)' to '\($0.text)', \($0.evidence.rawValue)", at: $0.place)
        }
        return findings
    }

    /// What was left out, by reason; single texts where there are few.
    private func discarded(_ all: [Discarded]) -> [Finding] {
        Dictionary(grouping: all, by: \.reason).sorted { $0.key.rawValue < $1.key.rawValue }.map { reason, pieces in
            Finding(
                "discarded",
                "\(pieces.count) as \(reason.rawValue)",
                Set(pieces.map(\.passage.text)).sorted().prefix(8).map { Finding("text", $0.shortened(to: 80)) }
            )
        }
    }

    private func problems(_ diagnostics: [Diagnostic]) -> [Finding] {
        diagnostics.filter { $0.severity > .note }.map {
            Finding($0.severity.rawValue, "\($0.message) [\($0.id)]", at: $0.place)
        }
    }

    // MARK: Patterns

    /// The patterns of a list that match a text.
    func matching(
        _ patterns: [Pattern],
        _ text: String,
        _ extent: Pattern.Extent
    ) throws(DocumentFailure) -> [Finding] {
        for pattern in patterns {
            guard let match = try pattern.match(text, extent) else { continue }
            let captures = match.captures.map { Finding($0.name, $0.value.items.joined(separator: ", ")) }
            return [Finding("pattern", pattern.source, captures)]
        }
        return []
    }
}
