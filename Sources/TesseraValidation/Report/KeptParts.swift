import TesseraModel

/// The parts of a dataset that a review has kept as they were in an earlier version, as its `report.json` tells.
struct KeptParts {
    /// One sentence each.
    let messages: [String]
    private let units: Set<String>
    private let cells: Set<CellAddress>

    /// - Parameter diagnostics: those of the report.
    init(_ diagnostics: [Diagnostic]) {
        let kept = diagnostics.filter { $0.id == Diagnostic.keptByReview }
        messages = kept.map(\.message)
        units = Set(kept.compactMap { $0.message.split(separator: "'").first.map(String.init) })
        cells = Set(kept.compactMap(\.cell))
    }

    var count: Int { messages.count }

    /// Whether a cell is as it was: it is named, or its row or the whole matrix is.
    func holds(_ cell: CellAddress) -> Bool {
        if cells.contains(cell) || units.contains("matrix") { return true }
        return units.contains { unit in
            unit.hasPrefix("rows/") && unit.dropFirst("rows/".count).split(separator: ",").contains { $0 == cell.row }
        }
    }
}
