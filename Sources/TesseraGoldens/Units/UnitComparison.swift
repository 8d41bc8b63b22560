public import TesseraModel
import TesseraPipeline

/// The units in which two versions of a dataset differ.
public struct UnitComparison: Sendable {
    /// In reading order.
    public let units: [GoldenUnit]
    /// Nil where a version has no `report.json` that can be read: then nothing can be taken but all.
    let reports: (old: GoldenReport, new: GoldenReport, names: UnitNames)?

    /// Compares two versions.
    /// - Parameters:
    ///   - old: the files of the dataset that is there; nil for none.
    ///   - new: those of the conversion.
    public init(old: [OutputFile]?, new: [OutputFile]) {
        guard let old else {
            units = [.wholeDataset(new)]
            reports = nil
            return
        }
        guard let oldReport = GoldenReport(old), let newReport = GoldenReport(new),
            oldReport.root["schema"] == newReport.root["schema"]
        else {
            units = UnitComparison.files(old, new)
            reports = nil
            return
        }
        let names = UnitNames(oldReport, newReport)
        let found = UnitComparison.units(oldReport, newReport, names)
        // What the report does not say is in other files alone, and somebody has changed them or the pipeline file.
        units = found.isEmpty ? UnitComparison.files(old, new) : found
        reports = found.isEmpty ? nil : (oldReport, newReport, names)
    }

    private static func files(_ old: [OutputFile], _ new: [OutputFile]) -> [GoldenUnit] {
        let differences = DatasetComparison.differences(old: old, new: new)
        return differences.isEmpty ? [] : [.files(differences, old, new)]
    }

    private static func units(_ old: GoldenReport, _ new: GoldenReport, _ names: UnitNames) -> [GoldenUnit] {
        let oldContents = UnitContents(old, names)
        let newContents = UnitContents(new, names)
        var units: [GoldenUnit] = []
        if !names.areInOneOrder(old, new) { units.append(.rowOrder(old.rowIDs, new.rowIDs)) }
        for unit in MergedOrder.of(newContents.order, oldContents.order) {
            guard oldContents.parts[unit] != newContents.parts[unit] else { continue }
            units.append(GoldenUnit(unit, oldContents, newContents))
        }
        let needs = UnitNeeds(old, oldContents, new, newContents, names, changed: Set(units.map(\.id)))
        let classes = UnitClasses(old, new, names)
        for index in units.indices {
            units[index].needs = needs.of(units[index].id)
            if units[index].kind == .text { units[index].classes = classes.of(units[index]) }
        }
        return units
    }

    /// The units that a person decides about. Which file a dataset was read from follows from the others: it is taken
    /// with the first of them, and is a question only where nothing else differs.
    public var told: [GoldenUnit] {
        units.count > 1 ? units.filter { $0.id != UnitNames.source } : units
    }

    /// The units that are taken where some are: those and all that they need.
    public func closure(of accepted: Set<String>) -> Set<String> {
        let needs = Dictionary(units.map { ($0.id, $0.needs) }) { first, _ in first }
        var taken: Set<String> = []
        var waiting = Array(accepted.intersection(needs.keys))
        while let unit = waiting.popLast() {
            guard taken.insert(unit).inserted else { continue }
            waiting += needs[unit] ?? []
        }
        return taken
    }
}
