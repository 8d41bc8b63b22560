import TesseraModel

/// The labels and titles of the rows of a group.
struct RowHeading {
    private let rows: [RowProfile]

    init(_ rows: [RowProfile]) { self.rows = rows }

    var side: Change.Side? {
        guard let first = rows.first else { return nil }
        return Change.Side(row: first.row.id, text: rows.map(RowHeading.text).joined(separator: "\n\n"))
    }

    /// The same with all that the rows' cells say.
    var sideWithCells: Change.Side? {
        guard let first = rows.first else { return nil }
        let texts = rows.map { row in
            [RowHeading.text(of: row)] + row.cells.filter { $0.status.saysSomething }.map(\.text)
        }
        return Change.Side(row: first.row.id, text: texts.joined().joined(separator: "\n\n"))
    }

    var uncertainties: [Uncertainty.Reason] { rows.flatMap(\.row.uncertainties) }

    private static func text(of profile: RowProfile) -> String {
        (profile.row.labels + profile.row.titles).map(\.text).joined(separator: "\n")
    }
}
