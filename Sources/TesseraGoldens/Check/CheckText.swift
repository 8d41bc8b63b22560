import TesseraModel
import TesseraPipeline

/// Differences for people: under the rows and cells in which they are, with marks on the words.
public struct CheckText: Sendable {
    private let style: StyleRule

    /// - Parameter style: how the marks look.
    public init(_ style: StyleRule) { self.style = style }

    /// The differences of a dataset; empty where there are none.
    public func text(of checked: CheckedDataset) -> String {
        guard !checked.groups.isEmpty else { return "" }
        var text = style.text([StyledRun("\(shown(checked.dataset)): \(CheckText.counts(checked.groups))", .strong)])
        let titles = Dictionary(checked.index.rows.map { ($0.id, $0.title) }) { first, _ in first }
        var lastRow: String?
        for group in checked.groups {
            var indent = 2
            switch group.address {
            case .row(let id):
                text += heading(row: id, titles[id])
                lastRow = id
            case .cell(let id):
                let row = checked.index.rowOfCell[id]
                if let row, row != lastRow { text += heading(row: row, titles[row]) }
                lastRow = row
                text += style.text([StyledRun("cell \(shown(id))")], indent: 4)
                indent = 4
            case .other(let name):
                text += style.text([StyledRun(shown(name))], indent: 2)
            }
            for difference in group.differences {
                text += style.text(difference.runs(isWhole: false), indent: indent + 2)
            }
        }
        // Whoever sees a red check wants to know that somebody has seen it before.
        for entry in checked.rejections {
            let words = "rejected in a review by \(entry.reviewer) at \(entry.time): \(entry.unit)"
            text += style.text([StyledRun(shown(words), .faint)], indent: 2)
        }
        return text
    }

    private func heading(row: String, _ title: String?) -> String {
        let name = title.map { ": \(shown($0.shortened(to: 100)))" } ?? ""
        return style.text([StyledRun("row \(shown(row))"), StyledRun(name, .faint)], indent: 2)
    }

    private func shown(_ text: String) -> String { Excerpt.shown(text.unicodeScalars) }

    /// `2 rows, 3 cells and 1 other part differ`.
    static func counts(_ groups: [DifferenceGroup]) -> String {
        var rows = 0
        var cells = 0
        var others = 0
        for group in groups {
            switch group.address {
            case .row: rows += 1
            case .cell: cells += 1
            case .other: others += 1
            }
        }
        let parts = [(rows, "row"), (cells, "cell"), (others, "other part")].filter { $0.0 > 0 }.map { count, noun in
            "\(count) \(noun)\(count == 1 ? "" : "s")"
        }
        let list =
            parts.count > 1 ? parts.dropLast().joined(separator: ", ") + " and " + (parts.last ?? "") : parts.joined()
        return list + (rows + cells + others == 1 ? " differs" : " differ")
    }
}
