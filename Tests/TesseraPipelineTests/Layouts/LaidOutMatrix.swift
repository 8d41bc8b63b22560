import TesseraModel
import TestSupport

/// A matrix as it is known before it is written in some layout: what must come out again.
struct LaidOutMatrix {
    struct Row {
        /// The paragraphs that the labels name: `II.7`.
        var keys: [String]
        /// The labels as they are spelled, a line each.
        var labels: [String]
        var titles: [String]
        /// The paragraphs of each content cell; none for an empty one.
        var cells: [[String]]
        /// Whether the first title stands behind the last label, parted by a colon.
        var isTitleOnLabel = false

        var id: String { keys.joined(separator: "+") }

        /// The lines of the row's heading.
        var heading: [String] {
            guard isTitleOnLabel, let label = labels.last, let title = titles.first else { return labels + titles }
            return labels.dropLast() + ["\(label): \(title)"] + titles.dropFirst()
        }
    }

    var lead = ["REVISED AND UPDATED July 17, 2007"]
    var headings: [String]
    var rows: [Row]
    /// How many rows stand on a page before the headings are typed again.
    var rowsOnPage = Int.max

    /// The rows of each page.
    var pages: [ArraySlice<Row>] {
        guard rowsOnPage < rows.count else { return [rows[...]] }
        return stride(from: 0, to: rows.count, by: rowsOnPage).map { rows[$0..<min($0 + rowsOnPage, rows.count)] }
    }

    /// The project's own dataset.
    init(_ report: Report) {
        headings = report.columns.map(\.heading.text)
        let cells = Dictionary(grouping: report.cells, by: \.address.row)
        rows = report.rows.map { row in
            Row(
                keys: row.references.map(\.key.description),
                labels: row.labels.map(\.text),
                titles: row.titles.map(\.text),
                cells: (cells[row.id] ?? []).map { $0.paragraphs.map(\.text) }
            )
        }
    }

    /// What differs in a report from what is known, white space aside; empty where all is right.
    func differences(from report: Report) -> [String] {
        var found: [String] = []
        let ids = rows.map(\.id)
        if report.rows.map(\.id) != ids { found.append("rows \(report.rows.map(\.id)), not \(ids)") }
        let cells = Dictionary(grouping: report.cells, by: \.address.row)
        for (row, known) in zip(report.rows, rows) where row.id == known.id {
            let titles = row.titles.map(\.text)
            if titles.bare != known.titles.bare { found.append("\(row.id): titles \(titles), not \(known.titles)") }
            for (cell, text) in zip(cells[row.id] ?? [], known.cells)
            where cell.paragraphs.map(\.text).bare != text.bare {
                found.append("\(cell.address): '\(cell.text)', not '\(text)'")
            }
            if cells[row.id]?.count != known.cells.count {
                found.append("\(row.id): \(cells[row.id]?.count ?? 0) cells")
            }
        }
        return found
    }
}

extension [String] {
    /// The characters of the texts without white space.
    fileprivate var bare: String { joined().filter { !$0.isWhitespace } }
}
