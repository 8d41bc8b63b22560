import TesseraWriters

/// A difference in Markdown, for a message or a change list.
public enum DifferenceMarkdown {
    /// The document, in UTF-8.
    /// - Parameter difference: what is told.
    public static func bytes(of difference: ReportDifference) -> [UInt8] {
        let summary = DifferenceSummary(difference)
        var text = "# \(MarkdownText.escaped(summary.versions))\n\n"
        text += "* \(MarkdownText.escaped(summary.rows))\n* \(MarkdownText.escaped(summary.changes))\n"
        let marked = MarkedText(.markdown) { MarkdownText.escaped($0) }
        let lines = DifferenceLines(difference, marked, emphasis: { $0 })
        for section in lines.sections {
            text += "\n## \(MarkdownText.escaped(section.place))\n\n"
            for change in section.changes { text += "* *\(change.kind.rawValue)*: \(change.words)\n" }
        }
        return Array(text.utf8)
    }
}
