import TesseraModel

extension SourceDocument {
    /// Whether headings may share a line: nothing marks cells, or not all of them are marked.
    var hasUnmarkedCells: Bool {
        let tables = blocks.compactMap { if case .table(let table) = $0 { table } else { nil } }
        return tables.isEmpty || tables.contains(where: \.isPartial)
    }

    /// The longest heading that is looked for in printed lines, in bytes, and the most lines that it takes.
    private static let longestHeading = 400
    private static let mostHeadingLines = 8

    /// What printed lines below each other in one column say together: a heading may take several.
    var printedHeadings: [String] {
        var texts: [String] = []
        for case .table(let table) in blocks {
            guard case .lines(let lines) = table.content else { continue }
            for position in 0..<(lines.lazy.map(\.cells.count).max() ?? 0) {
                let column = lines.map { position < $0.cells.count ? $0.cells[position].paragraphs.first?.text : nil }
                for first in column.indices {
                    guard var text = column[first] else { continue }
                    for next in column[first...].dropFirst().prefix(SourceDocument.mostHeadingLines - 1) {
                        guard let next, text.utf8.count + next.utf8.count < SourceDocument.longestHeading else { break }
                        text += " " + next
                        texts.append(text)
                    }
                }
            }
        }
        return texts
    }
}
