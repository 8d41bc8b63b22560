/// A Markdown table whose columns are aligned, so that it is easy to read in a terminal also.
struct MarkdownTable: CustomStringConvertible {
    private var rows: [[String]]
    private let textColumns: Int

    /// - Parameters:
    ///   - headings: one for each column.
    ///   - textColumns: how many columns, the first ones, are aligned left; the others are aligned right.
    init(headings: [String], textColumns: Int = 1) {
        rows = [headings]
        self.textColumns = textColumns
    }

    /// Adds a row of as many cells as there are headings.
    mutating func append(_ row: [String]) {
        rows.append(row)
    }

    var description: String {
        let cells = rows.map { $0.map { $0.replacing("|", with: "\\|") } }
        let widths = cells[0].indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
        let rule = widths.enumerated().map { column, width in
            column < textColumns ? dashes(width) : dashes(width - 1) + ":"
        }
        return ([cells[0], rule] + cells.dropFirst()).map { row in
            let padded = row.indices.map { column in
                let space = String(repeating: " ", count: widths[column] - row[column].count)
                return column < textColumns ? row[column] + space : space + row[column]
            }
            return "| " + padded.joined(separator: " | ") + " |"
        }.joined(separator: "\n")
    }

    private func dashes(_ width: Int) -> String { String(repeating: "-", count: width) }
}
