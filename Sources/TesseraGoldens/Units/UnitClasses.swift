import TesseraModel
import TesseraVersions

/// What kinds of change there are in the units of two versions: other figures, another address, a misspelling.
struct UnitClasses {
    private var classes: [String: Set<Change.Kind>] = [:]
    /// Changes that are in no row: of acronyms, of online resources, of the text around the matrix.
    private var outside: [Change] = []

    init(_ old: GoldenReport, _ new: GoldenReport, _ names: UnitNames) {
        for change in ReportDifference(old: old.report, new: new.report).changes {
            let sides = [change.old, change.new].compactMap(\.self)
            for side in sides {
                guard let row = side.row else { continue }
                let unit = side.column.map { names.cell("\(row)/\($0)") } ?? names.row(row)
                classes[unit, default: []].insert(change.kind)
            }
            if sides.allSatisfy({ $0.row == nil }) { outside.append(change) }
        }
    }

    /// The kinds of change in a unit that reads otherwise, in the order of the kinds.
    func of(_ unit: GoldenUnit) -> [String] {
        var found = classes[unit.id] ?? []
        if unit.row == nil {
            for change in outside where UnitClasses.isIn(unit, change) { found.insert(change.kind) }
        }
        if found.isEmpty, let kind = UnitClasses.usual(unit) { found.insert(kind) }
        return Change.Kind.allCases.filter(found.contains).map(\.rawValue)
    }

    private static func isAcronym(_ unit: String) -> Bool { unit == UnitNames.glossary || unit.hasPrefix("acronyms/") }

    private static func isResource(_ unit: String) -> Bool { unit.hasPrefix("resources") }

    /// Whether a change is in a unit: these changes name no unit, and are known by their words.
    private static func isIn(_ unit: GoldenUnit, _ change: Change) -> Bool {
        let isOfItsKind =
            switch change.subject {
            case .acronym: isAcronym(unit.id)
            case .resource: isResource(unit.id)
            case .matter: [UnitNames.frontMatter, UnitNames.backMatter, UnitNames.discarded].contains(unit.id)
            case .column: unit.id == UnitNames.columns
            default: false
            }
        guard isOfItsKind else { return false }
        // Of a list that is taken as a whole, any change is one.
        if [UnitNames.glossary, UnitNames.resources].contains(unit.id) { return true }
        return unit.changes.contains { field in
            field.aspect == .text && agree(field.old, change.old?.text) && agree(field.new, change.new?.text)
        }
    }

    /// Whether one of two texts holds the other, or both are missing.
    private static func agree(_ one: String?, _ other: String?) -> Bool {
        guard let one, let other else { return one == other }
        return !one.isEmpty && !other.isEmpty && (one.contains(other) || other.contains(one))
    }

    /// What it is where the versions are not told apart so far: a meaning that stands in no list, an address.
    private static func usual(_ unit: GoldenUnit) -> Change.Kind? {
        if isAcronym(unit.id) { return .acronymChanged }
        if isResource(unit.id) {
            return unit.changes.contains { $0.label.hasSuffix("url") } ? .linkChanged : .reworded
        }
        return nil
    }
}
