import TesseraModel
import TesseraVersions

/// The changes between two versions, by the place in the page that tells them.
struct PlacedChanges {
    /// Where a change is told.
    enum Home: Hashable {
        /// Number of the pair of rows.
        case row(Int)
        case title(Int)
        /// Numbers of the pairs of rows and columns.
        case cell(Int, Int)
        case around(Change.Subject)
    }

    /// Those that the page tells, in reading order.
    let all: [Change]
    private let homes: [Home: [Change]]
    /// The changes with a side in a cell, by its address in the old version and in the new one.
    private let oldCells: [CellAddress: [Change]]
    private let newCells: [CellAddress: [Change]]

    init(_ difference: ReportDifference, showsFormatting: Bool) {
        all = difference.changes.filter { showsFormatting || $0.kind.isOfSubstance }
        let oldRows = PlacedChanges.places(difference.rows.map(\.old))
        let newRows = PlacedChanges.places(difference.rows.map(\.new))
        let oldColumns = PlacedChanges.places(difference.columns.map { $0.old.map { [$0] } ?? [] })
        let newColumns = PlacedChanges.places(difference.columns.map { $0.new.map { [$0] } ?? [] })
        homes = Dictionary(grouping: all) { change in
            let side = change.new ?? change.old
            let isNew = change.new != nil
            guard let row = side?.row.flatMap({ (isNew ? newRows : oldRows)[$0] }) else {
                return .around(change.subject)
            }
            if change.subject == .title { return .title(row) }
            guard let column = side?.column.flatMap({ (isNew ? newColumns : oldColumns)[$0] }) else { return .row(row) }
            return .cell(row, column)
        }
        oldCells = PlacedChanges.cells(all, \.old)
        newCells = PlacedChanges.cells(all, \.new)
    }

    private static func places(_ ids: [[String]]) -> [String: Int] {
        var places: [String: Int] = [:]
        for (place, ids) in ids.enumerated() { for id in ids where places[id] == nil { places[id] = place } }
        return places
    }

    private static func cells(_ changes: [Change], _ side: KeyPath<Change, Change.Side?>) -> [CellAddress: [Change]] {
        var cells: [CellAddress: [Change]] = [:]
        for change in changes {
            guard let row = change[keyPath: side]?.row, let column = change[keyPath: side]?.column else { continue }
            cells[CellAddress(row: row, column: column), default: []].append(change)
        }
        return cells
    }

    /// What is told at a place.
    func at(_ home: Home) -> [Change] { homes[home] ?? [] }

    /// What has become of the text of a cell of the old version.
    func inOld(_ cell: CellAddress) -> [Change] { oldCells[cell] ?? [] }

    /// Where the text of a cell of the new version comes from.
    func inNew(_ cell: CellAddress) -> [Change] { newCells[cell] ?? [] }
}
