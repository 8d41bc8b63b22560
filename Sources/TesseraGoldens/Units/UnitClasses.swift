import TesseraModel
import TesseraVersions

/// What kinds of change there are in the cells and rows of two versions: other figures, another address, a misspelling.
struct UnitClasses {
    private var classes: [String: Set<Change.Kind>] = [:]

    init(_ old: GoldenReport, _ new: GoldenReport, _ names: UnitNames) {
        for change in ReportDifference(old: old.report, new: new.report).changes {
            for side in [change.old, change.new].compactMap(\.self) {
                guard let row = side.row else { continue }
                let unit = side.column.map { names.cell("\(row)/\($0)") } ?? names.row(row)
                classes[unit, default: []].insert(change.kind)
            }
        }
    }

    /// The kinds of change in a unit, in the order of the kinds.
    func of(_ unit: String) -> [String] {
        let found = classes[unit] ?? []
        return Change.Kind.allCases.filter(found.contains).map(\.rawValue)
    }
}
