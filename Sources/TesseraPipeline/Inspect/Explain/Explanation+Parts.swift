public import TesseraModel
import TesseraPatterns
import TesseraStages

extension Explanation {
    /// A row; nil where the report has none of that id.
    public func ofRow(_ id: String) throws(DocumentFailure) -> Finding? {
        guard let row = report.rows.first(where: { $0.id == id }) else { return nil }
        var findings: [Finding] = []
        for label in row.labels {
            findings.append(
                Finding(
                    "label",
                    label.text,
                    at: label.place,
                    try matching(definition.matrix.labels, label.text, .prefix)
                )
            )
        }
        if let group = row.group { findings.append(Finding("group", group)) }
        if row.labels.isEmpty { findings.append(Finding("label", "none: the row is named '\(row.id)'")) }
        findings += row.titles.map { Finding("title", $0.text, at: $0.place) }
        findings += certainty(row.confidence, row.uncertainties)
        for cell in report.cells where cell.address.row == id { findings.append(try self.cell(cell)) }
        let own = row.labels + row.titles + report.cells.filter { $0.address.row == id }.flatMap(\.paragraphs)
        findings += discarded(around: own)
        return Finding(
            "row",
            "\(row.id), number \(row.position)",
            at: row.provenance.first?.place,
            [
                Finding("evidence", "\(row.evidence.rawValue): \(row.evidence.sentence)")
            ] + findings
        )
    }

    /// A cell; nil where the report has none of that id.
    public func ofCell(_ id: String) throws(DocumentFailure) -> Finding? {
        guard let number = report.cells.firstIndex(where: { $0.address.description == id }) else { return nil }
        let cell = report.cells[number]
        var finding = try self.cell(cell)
        if let row = report.rows.first(where: { $0.id == cell.address.row }) {
            let name = (row.labels + row.titles).map(\.text).joined(separator: " | ")
            finding.findings.insert(
                Finding(
                    "row",
                    name,
                    at: row.provenance.first?.place,
                    [
                        Finding("evidence", "\(row.evidence.rawValue): \(row.evidence.sentence)")
                    ]
                ),
                at: 0
            )
        }
        if number > 0 { finding.findings.append(neighbour("before", report.cells[number - 1])) }
        if number + 1 < report.cells.count { finding.findings.append(neighbour("behind", report.cells[number + 1])) }
        finding.findings += discarded(around: cell.paragraphs)
        finding.findings += diagnostics.filter { $0.cell == cell.address }.map {
            Finding($0.severity.rawValue, "\($0.message) [\($0.id)]", at: $0.place)
        }
        return finding
    }

    private func cell(_ cell: Cell) throws(DocumentFailure) -> Finding {
        var findings = certainty(cell.confidence, cell.uncertainties)
        switch cell.status {
        case .notApplicable: findings += try matching(definition.notApplicable, cell.text, .whole)
        case .seeElsewhere: findings += try matching(definition.seeElsewhere, cell.text, .whole)
        case .empty: findings.append(Finding("empty", "the source has the cell, and it holds no text"))
        case .missing: findings.append(Finding("missing", "the source has no such cell"))
        default:
            for rule in definition.statuses where rule.status == cell.status {
                findings += try matching(rule.patterns, cell.text, .whole)
            }
        }
        findings += cell.paragraphs.map { Finding("paragraph", $0.text.shortened(to: 120), at: $0.place) }
        findings += cell.spans.map { Finding("covered", "by the cell '\($0.origin)' of the source") }
        findings += report.references.filter { $0.cell == cell.address }.map {
            Finding("mention", "'\($0.asWritten)' is \($0.meaning)")
        }
        return Finding("cell", "\(cell.address), \(cell.status.rawValue)", at: cell.provenance.first?.place, findings)
    }

    private func neighbour(_ where: String, _ cell: Cell) -> Finding {
        let text = cell.paragraphs.first?.text.shortened(to: 60) ?? "no text"
        return Finding(`where`, "\(cell.address): \(text)", at: cell.provenance.first?.place)
    }

    private func certainty(_ confidence: Double, _ reasons: [Uncertainty.Reason]) -> [Finding] {
        [
            Finding(
                "confidence",
                confidence.plainDescription,
                reasons.map { Finding($0.rawValue, $0.sentence ?? "") }
            )
        ]
    }

    /// How many paragraphs of the document away a discarded text still counts as around something.
    private static let reach = 8

    /// What was left out before, inside and behind some text.
    private func discarded(around passages: [Passage]) -> [Finding] {
        let own = passages.flatMap(\.source).map(\.paragraph)
        guard let first = own.min(), let last = own.max() else { return [] }
        let near = first - Explanation.reach...last + Explanation.reach
        return report.discarded.filter { $0.passage.source.contains { near.contains($0.paragraph) } }.map { piece in
            let number = piece.passage.source.first?.paragraph ?? first
            let place = number < first ? "before" : number > last ? "behind" : "inside"
            return Finding(
                "discarded",
                "\(place), \(piece.reason.rawValue): \(piece.passage.text.shortened(to: 80))",
                at: piece.passage.place
            )
        }
    }
}
