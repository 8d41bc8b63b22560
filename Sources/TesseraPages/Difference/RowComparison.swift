import TesseraHTML
import TesseraModel
import TesseraVersions

/// The rows of two versions that are the same, cell by cell beside each other.
struct RowComparison {
    private let old: ShownReport
    private let new: ShownReport
    private let changes: PlacedChanges
    private let columns: [ReportDifference.ColumnPair]

    init(_ difference: ReportDifference, old: ShownReport, new: ShownReport, _ changes: PlacedChanges) {
        self.old = old
        self.new = new
        self.changes = changes
        columns = difference.columns
    }

    /// A pair of rows with all that is told of it; nothing but its name where nothing is.
    /// - Parameter number: number of the pair.
    func html(_ pair: ReportDifference.RowPair, _ number: Int) -> HTML {
        let oldRows = pair.old.compactMap { id in old.rowPlaces[id].map { old.report.rows[$0] } }
        let newRows = pair.new.compactMap { id in new.rowPlaces[id].map { new.report.rows[$0] } }
        let name = RowComparison.name(newRows.isEmpty ? oldRows : newRows)
        let cells = columns.indices.filter { isChanged(pair, $0, number) }
        let own = changes.at(.row(number))
        let title = changes.at(.title(number))
        guard !cells.isEmpty || !own.isEmpty || !title.isEmpty else {
            return element("p", ["class": "same", "dir": "auto"]) {
                name
                element("span", ["class": "soft"]) { " unchanged" }
            }
        }
        return element("article", ["class": "pair", "aria-labelledby": "p\(number + 1)-name"]) {
            element("h3", ["id": "p\(number + 1)-name", "dir": "auto", "lang": new.language]) { name }
            lines(own + title)
            if title.isEmpty, let renumbered = own.first(where: { $0.kind == .renumbered && !$0.parts.isEmpty }) {
                // Its labels and titles, with marks on what is another.
                sides(of: renumbered)
            } else if title.isEmpty {
                for text in (newRows.isEmpty ? oldRows : newRows).flatMap(\.titles).map(\.text) {
                    element("p", ["class": "soft", "dir": "auto", "lang": new.language]) { text }
                }
            } else {
                for change in title { sides(of: change) }
            }
            for column in cells { compared(pair, column, number) }
            unchanged(columns.indices.filter { !cells.contains($0) })
        }
    }

    private static func name(_ rows: [Row]) -> String {
        rows.map { $0.labels.isEmpty ? $0.id : $0.labels.map(\.text).joined(separator: " | ") }.joined(separator: "; ")
    }

    /// Whether something is told of the cells in a column, or has left or reached them, or the row has one side alone.
    private func isChanged(_ pair: ReportDifference.RowPair, _ column: Int, _ number: Int) -> Bool {
        if pair.old.isEmpty || pair.new.isEmpty { return true }
        if !changes.at(.cell(number, column)).isEmpty { return true }
        return pair.old.contains { id in address(id, columns[column].old).map { !changes.inOld($0).isEmpty } ?? false }
            || pair.new.contains { id in address(id, columns[column].new).map { !changes.inNew($0).isEmpty } ?? false }
    }

    private func address(_ row: String, _ column: String?) -> CellAddress? {
        column.map { CellAddress(row: row, column: $0) }
    }

    private func lines(_ changes: [Change]) -> HTML {
        guard !changes.isEmpty else { return HTML() }
        return element("ul", ["class": "lines"]) { for change in changes { ChangeLine(change).html } }
    }

    private func sides(of change: Change) -> HTML {
        element("div", ["class": "sides"]) {
            element("div", ["class": "old"]) { SideText(.old, language: old.language).html(change) }
            element("div", ["class": "new"]) { SideText(.new, language: new.language).html(change) }
        }
    }

    private func compared(_ pair: ReportDifference.RowPair, _ column: Int, _ number: Int) -> HTML {
        element("section", ["class": "compared"]) {
            element("h4", ["dir": "auto", "lang": new.language]) { heading(column) }
            lines(changes.at(.cell(number, column)))
            element("div", ["class": "sides"]) {
                element("div", ["class": "old"]) {
                    cells(pair.old, columns[column].old, of: old, .old, isAlone: pair.new.isEmpty)
                }
                element("div", ["class": "new"]) {
                    cells(pair.new, columns[column].new, of: new, .new, isAlone: pair.old.isEmpty)
                }
            }
        }
    }

    private func cells(
        _ rows: [String],
        _ column: String?,
        of report: ShownReport,
        _ side: SideText.Side,
        isAlone: Bool
    ) -> HTML {
        let text = SideText(side, language: report.language)
        return HTML {
            for row in rows {
                if let address = address(row, column) {
                    // Which of them it is has to be said only where there are several.
                    if rows.count > 1 { element("p", ["class": "soft address"]) { row } }
                    let changes = side == .old ? changes.inOld(address) : changes.inNew(address)
                    cell(address, of: report, text, changes, isAlone: isAlone)
                }
            }
        }
    }

    /// - Parameter isAlone: whether the row has no other side, so that all of its text is marked.
    private func cell(
        _ address: CellAddress,
        of report: ShownReport,
        _ text: SideText,
        _ changes: [Change],
        isAlone: Bool
    ) -> HTML {
        HTML {
            if let cell = report.cells[address] {
                if cell.status != .text { element("span", ["class": "chip"]) { ShownStatus(cell.status).words } }
                if cell.isUncertain { element("span", ["class": "chip unsure"]) { "uncertain" } }
                if isAlone, changes.isEmpty { text.html(alone: cell.text) } else { text.html(cell.text, changes) }
            }
        }
    }

    private func unchanged(_ columns: [Int]) -> HTML {
        guard !columns.isEmpty else { return HTML() }
        return element("p", ["class": "soft"]) { "Unchanged: \(columns.map(heading).joined(separator: "; "))" }
    }

    private func heading(_ column: Int) -> String {
        let pair = columns[column]
        if let id = pair.new, let column = new.columns.first(where: { $0.id == id }) { return new.heading(of: column) }
        if let id = pair.old, let column = old.columns.first(where: { $0.id == id }) { return old.heading(of: column) }
        return pair.new ?? pair.old ?? ""
    }
}
