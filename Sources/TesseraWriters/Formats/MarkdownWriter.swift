public import TesseraModel

/// Writes `report.md`: the report for reading, in CommonMark.
///
/// Every text is escaped, so that it is shown as it is in the dataset.
public struct MarkdownWriter: Writer {
    public init() {}

    public let name = "markdown"
    public let title = "Markdown, for reading"
    public let files = [DatasetFile("report.md", "The report, to read", mediaType: "text/markdown")]

    public func write(_ report: CheckedReport, after written: [OutputFile]) -> [OutputFile] {
        [OutputFile(name: files[0].name, bytes: MarkdownPage(report.report).bytes)]
    }
}

/// The page, block by block; a blank line stands between two blocks.
private struct MarkdownPage {
    private(set) var bytes: [UInt8] = []

    init(_ report: Report) {
        append("# ")
        MarkdownText.append(report.identity.title, to: &bytes)
        append("\n")
        list(facts(report))
        let cells = Dictionary(grouping: report.cells, by: \.address.row)
        let headings = Dictionary(report.columns.map { ($0.id, $0.heading.text) }) { first, _ in first }
        for row in report.rows {
            heading(2, row.labels.isEmpty ? row.id : row.labels.joined)
            remark("row \(row.id)" + doubt(row.confidence, row.uncertainties))
            for title in row.titles { paragraph(title.text, between: "**") }
            for cell in cells[row.id] ?? [] {
                let heading = headings[cell.address.column] ?? ""
                self.heading(3, heading.isEmpty ? cell.address.column : heading)
                let doubt = doubt(cell.confidence, cell.uncertainties)
                if cell.status != .text || !doubt.isEmpty { remark(cell.status.rawValue + doubt) }
                for passage in cell.paragraphs { paragraph(passage.text) }
            }
        }
        section("Acronyms", report.acronyms.map(acronym))
        section(
            "Links",
            report.links.map { link in
                "\(MarkdownText.link(link.asWritten, to: link.url)) in \(MarkdownText.escaped(link.place.description))"
            }
        )
        section("Online resources", resources(report))
    }

    private func facts(_ report: Report) -> [String] {
        let identity = report.identity
        let facts: [(String, String?)] = [
            ("Report", identity.id), ("Revised", identity.revised?.description),
            ("Document code", identity.documentCode), ("Language", identity.language),
            ("Source", report.source.path), ("SHA-256 of the source", report.source.sha256),
        ]
        return facts.compactMap { name, value in value.map { "\(name): \(MarkdownText.escaped($0))" } }
    }

    private func acronym(_ acronym: Acronym) -> String {
        var line = "**\(MarkdownText.escaped(acronym.acronym))**: "
        line += acronym.expansion.map(MarkdownText.escaped) ?? "*not defined*"
        if let qualifier = acronym.qualifier { line += " (\(MarkdownText.escaped(qualifier)))" }
        if let conflict = acronym.conflict { line += "; *conflict:* \(MarkdownText.escaped(conflict))" }
        return line
    }

    private func resources(_ report: Report) -> [String] {
        let urls = report.resourceURLs
        return report.resources.map { entry in
            let title = report.title(of: entry)
            let name = urls[entry.id].map { MarkdownText.link(title, to: $0) } ?? MarkdownText.escaped(title)
            guard let organisation = report.organisation(of: entry), organisation != title else { return name }
            return "\(MarkdownText.escaped(organisation)): \(name)"
        }
    }

    /// What is known of a text besides its words.
    private mutating func remark(_ text: String) { paragraph("(\(text))", between: "*") }

    private func doubt(_ confidence: Double, _ reasons: [Uncertainty.Reason]) -> String {
        guard confidence < 1 else { return "" }
        let names = reasons.map(\.rawValue).joined(separator: ", ")
        return ", confidence \(confidence.plainDescription)" + (names.isEmpty ? "" : ": \(names)")
    }

    private mutating func section(_ title: String, _ items: [String]) {
        guard !items.isEmpty else { return }
        heading(2, title)
        list(items)
    }

    private mutating func heading(_ level: Int, _ title: String) {
        append("\n\(String(repeating: "#", count: level)) ")
        MarkdownText.append(title, to: &bytes)
        append("\n")
    }

    /// - Parameter marks: what stands before the text and behind it, as Markdown.
    private mutating func paragraph(_ text: String, between marks: String = "") {
        append("\n")
        append(marks)
        MarkdownText.append(text, to: &bytes)
        append(marks)
        append("\n")
    }

    /// - Parameter items: as Markdown.
    private mutating func list(_ items: [String]) {
        append("\n")
        for item in items {
            append("* ")
            append(item)
            append("\n")
        }
    }

    private mutating func append(_ markdown: String) { bytes.append(contentsOf: markdown.utf8) }
}
