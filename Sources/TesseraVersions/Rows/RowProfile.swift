import TesseraModel

/// What a row is recognised by.
struct RowProfile {
    let row: Row
    /// Number of the row in its version, from 0.
    let position: Int
    /// Its content cells, in the order of the columns.
    let cells: [Cell]
    let references: Set<ParagraphKey>
    let title: String
    /// The cells' own text, one behind the other.
    let text: String

    init(_ row: Row, position: Int, cells: [Cell]) {
        self.row = row
        self.position = position
        self.cells = cells
        references = Set(row.references.map(\.key))
        title = row.titles.map(\.text).joined(separator: " ")
        text = cells.filter { $0.status.saysSomething }.map(\.text).joined(separator: "\n\n")
    }

    /// All rows of a report.
    static func all(of report: Report) -> [RowProfile] {
        let cells = Dictionary(grouping: report.cells, by: \.address.row)
        return report.rows.enumerated().map { RowProfile($1, position: $0, cells: cells[$1.id] ?? []) }
    }

    /// Equal for rows that say the same under the same number.
    var identity: Identity { Identity(references: references, title: title, text: text) }

    struct Identity: Hashable {
        let references: Set<ParagraphKey>
        let title: String
        let text: String
    }
}

extension CellStatus {
    /// Whether the cell holds words of substance: its own, or where to look.
    var saysSomething: Bool { self != .notApplicable && self != .empty && self != .missing }
}
