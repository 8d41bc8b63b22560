public import TesseraModel

/// Prints a report as an indented outline for people: rows, cells, findings and what was discarded, with places.
public enum ReportOutline {
    /// The outline, with a final newline.
    public static func text(_ report: Report) -> String {
        var outline = OutlineText()
        outline.line("report \(report.identity.id)")
        outline.indented { outline in
            if let revised = report.identity.revised { outline.line("revised \(revised)") }
            if let code = report.identity.documentCode { outline.line("document code \(code)") }
            section("front matter", report.frontMatter, to: &outline) {
                $0.line("\($1.role.rawValue): \($1.passage.text)", $1.passage.place)
            }
            section("columns", report.columns, to: &outline) {
                $0.line("\($1.id) (\($1.role.rawValue)): \($1.heading.text)", $1.heading.place)
            }
            rows(report, to: &outline)
            section("glossary", report.glossary, to: &outline) {
                $0.line("\($1.key.text): \($1.expansion?.text ?? "–")", $1.key.place)
            }
            section("acronyms", report.acronyms, to: &outline) { outline, acronym in
                let conflict = acronym.conflict.map { " [conflict: \($0)]" } ?? ""
                outline.line("\(acronym.id): \(acronym.expansion ?? "–") (\(acronym.source.rawValue))\(conflict)")
            }
            section("links", report.links, to: &outline) { $0.line("\($1.id): \($1.url)") }
            section("entities", report.entities, to: &outline) { outline, entity in
                let unit = entity.unit.map { " \($0)" } ?? ""
                outline.line("\(entity.id) (\(entity.kind.rawValue)): \(entity.text) = \(entity.value)\(unit)")
            }
            section("other links", report.otherLinks, to: &outline) {
                $0.line("\($1.place)@\($1.range.lowerBound) (\($1.kind.rawValue)): \($1.target)")
            }
            section("resources", report.resources, to: &outline) { outline, entry in
                let organisation = entry.organisation.map { report.organisations[$0].text } ?? "–"
                outline.line(
                    "\(entry.id): \(organisation): \(entry.titles.map(\.text).joined(separator: " | "))",
                    entry.target?.place
                )
            }
            section("back matter", report.backMatter, to: &outline) {
                $0.line("\($1.role.rawValue): \($1.passage.text)", $1.passage.place)
            }
            section("discarded", report.discarded, to: &outline) {
                $0.line("\($1.reason.rawValue): \($1.passage.text)", $1.passage.place)
            }
        }
        return outline.text
    }

    /// How sure a text is and why; nothing where it is certain.
    private static func doubts(_ confidence: Double, _ reasons: [Uncertainty.Reason]) -> String {
        confidence < 1
            ? ", confidence \(confidence.plainDescription)" + reasons.map { ", \($0.rawValue)" }.joined() : ""
    }

    private static func rows(_ report: Report, to outline: inout OutlineText) {
        let cells = Dictionary(grouping: report.cells, by: \.address.row)
        let references = Dictionary(grouping: report.references.filter { $0.cell != nil }) { $0.cell }
        for row in report.rows {
            let doubts = doubts(row.confidence, row.uncertainties)
            outline.line("row \(row.position) \(row.id)\(doubts)", row.provenance.first?.place)
            outline.indented { outline in
                for label in row.labels { outline.line("label: \(label.text)") }
                for title in row.titles { outline.line("title: \(title.text)") }
                for cell in cells[row.id] ?? [] {
                    let confidence = self.doubts(cell.confidence, cell.uncertainties)
                    outline.line(
                        "\(cell.address.column) (\(cell.status.rawValue)\(confidence))",
                        cell.provenance.first?.place
                    )
                    outline.indented { outline in
                        for span in cell.spans { outline.line("covered by \(span.origin)") }
                        for paragraph in cell.paragraphs { outline.line(paragraph.text) }
                        for reference in references[cell.address] ?? [] {
                            outline.line("mentions \(reference.meaning)")
                        }
                    }
                }
            }
        }
    }

    private static func section<Element>(
        _ title: String,
        _ elements: [Element],
        to outline: inout OutlineText,
        _ content: (inout OutlineText, Element) -> Void
    ) {
        guard !elements.isEmpty else { return }
        outline.line("\(title) (\(elements.count))")
        outline.indented { outline in
            for element in elements { content(&outline, element) }
        }
    }
}
